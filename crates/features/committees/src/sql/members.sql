-- Who sits or sat in a committee: those who sit first, the chair before all.
SELECT m.id, m.committee, m.term, m.person, m.party, COALESCE(u.name, p.name) AS name, m.role, m.votes, m.since, m.until,
       m.ended_reason
FROM committee_member m
LEFT JOIN user_name u ON u.id = m.person
LEFT JOIN party_name p ON p.id = m.party
WHERE m.committee = $1
ORDER BY m.until IS NOT NULL, m.term DESC,
    CASE m.role WHEN 'chair' THEN 1 WHEN 'deputy' THEN 2 WHEN 'member' THEN 3 ELSE 4 END, m.since, m.id

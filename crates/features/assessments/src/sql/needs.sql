SELECT n.id, COALESCE(p.merged_into, p.id) AS party, k.name, COALESCE(f.file_no, '') AS file_no, n.assessment, n.domain, n.text,
       n.fact, n.suggestion, n.priority, n.state, n.reason, n.made_on, m.name AS made_by_name
FROM care_need n
JOIN party_place p ON p.id = n.party
JOIN party_place k ON k.id = COALESCE(p.merged_into, p.id)
LEFT JOIN file_number f ON f.party = k.id
JOIN user_name m ON m.id = n.made_by
-- which, in order, one page

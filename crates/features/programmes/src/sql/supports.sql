SELECT s.id, s.programme, p.name AS programme_name, p.state = 'running' AS running, s.initiative,
       COALESCE(i.title, '') AS initiative_title, s.source, s.partner, s.name, s.stage, s.amount, s.next_on, s.closes_on, s.note,
       s.evidence, s.pledged_on, s.received_on, s.keeper, u.name AS keeper_name
FROM programme_support s
JOIN programme p ON p.id = s.programme
JOIN user_name u ON u.id = s.keeper
LEFT JOIN initiative i ON i.id = s.initiative
WHERE $1 IS NULL OR s.programme = $1
ORDER BY s.next_on IS NULL, s.next_on, s.stage, s.id

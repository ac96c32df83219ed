SELECT s.programme, s.name, s.closes_on, p.name AS programme_name
FROM programme_support s
JOIN programme p ON p.id = s.programme
WHERE s.keeper = $1 AND s.closes_on <= $2 AND s.stage IN ('identified', 'contacted') AND p.state = 'running'
ORDER BY s.closes_on, s.id
LIMIT $3

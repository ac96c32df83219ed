SELECT s.programme, s.name, s.next_on, p.name AS programme_name
FROM programme_support s
JOIN programme p ON p.id = s.programme
WHERE s.keeper = $1 AND s.next_on <= $2 AND p.state = 'running'
ORDER BY s.next_on, s.id
LIMIT $3

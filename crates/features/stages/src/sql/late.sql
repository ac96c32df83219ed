SELECT s.project, s.name, p.name AS project_name, s.due
FROM project_stage s
JOIN project_card p ON p.id = s.project
WHERE s.state = 'open' AND s.due < $1 AND p.state IN ('running', 'halted')
ORDER BY s.due, s.id
LIMIT $2

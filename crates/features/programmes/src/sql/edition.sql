SELECT e.id, e.no, e.plan, e.cost, e.met_on, e.note, e.state, e.decided_on, e.decision, m.name AS made_by_name,
       COALESCE(d.name, '') AS decided_by_name
FROM plan_edition e
JOIN user_name m ON m.id = e.made_by
LEFT JOIN user_name d ON d.id = e.decided_by
WHERE e.programme = $1
ORDER BY e.no DESC
LIMIT 1

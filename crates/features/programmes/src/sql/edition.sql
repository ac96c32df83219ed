SELECT e.no, e.plan, e.cost, e.met_on, e.note, u.name AS made_by_name
FROM plan_edition e
JOIN user_name u ON u.id = e.made_by
WHERE e.programme = $1
ORDER BY e.no DESC
LIMIT 1

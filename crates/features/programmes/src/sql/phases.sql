SELECT p.id, p.no, p.name, p.planned_from, p.planned_until, p.state, p.opened_on, p.ended_on, COALESCE(u.name, '') AS ended_by_name
FROM programme_phase p
LEFT JOIN user_name u ON u.id = p.ended_by
WHERE p.programme = $1
ORDER BY p.no

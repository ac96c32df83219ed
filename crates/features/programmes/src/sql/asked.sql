SELECT c.phase, c.no, c.kind, c.text, c.least, c.met_by, COALESCE(u.name, '') AS met_by_name, c.met_on, c.evidence
FROM phase_condition c
JOIN programme_phase p ON p.id = c.phase
LEFT JOIN user_name u ON u.id = c.met_by
WHERE p.programme = $1
ORDER BY p.no, c.no

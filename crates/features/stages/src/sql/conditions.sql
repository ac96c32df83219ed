SELECT c.stage, c.no, c.text, c.paper, c.ticked_by, u.name AS ticked_by_name, c.ticked_on, c.evidence
FROM project_stage s
JOIN project_stage_condition c ON c.stage = s.id
LEFT JOIN user_name u ON u.id = c.ticked_by
WHERE s.project = $1
ORDER BY c.stage, c.no

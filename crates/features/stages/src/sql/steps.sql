SELECT t.stage, t.step, t.on_day, u.name AS made_by_name, t.recorded_at, t.note
FROM project_stage s
JOIN project_stage_step t ON t.stage = s.id
JOIN user_name u ON u.id = t.made_by
WHERE s.project = $1
ORDER BY t.stage, t.place DESC

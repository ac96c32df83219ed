SELECT t.id, t.name, t.version, t.offered, v.stages,
       (SELECT count(DISTINCT s.project) FROM project_stage s WHERE s.template = t.id) AS projects
FROM stage_template t
JOIN stage_template_version v ON v.template = t.id AND v.version = t.version
ORDER BY t.created_at, t.id

SELECT r.version, r.content, r.decision, r.decided_on, COALESCE(n.name, '') AS set_by_name,
       (SELECT count(*) FROM assessment a WHERE a.rule_version = r.version) AS used
FROM assessment_rule r
LEFT JOIN user_name n ON n.id = r.set_by

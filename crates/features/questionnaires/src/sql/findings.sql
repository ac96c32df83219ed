SELECT f.id, f.finding_no, f.questionnaire, q.title AS study, f.question, f.domain, f.text, f.severity, f.evidence, f.stands,
       f.made_on, n.name AS made_by_name,
       (SELECT count(*) FROM improvement_action a WHERE a.finding = f.id) AS actions
FROM study_finding f
JOIN questionnaire q ON q.id = f.questionnaire
JOIN user_name n ON n.id = f.made_by
-- which, in order, one page

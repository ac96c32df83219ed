SELECT a.id, a.action_no, a.source, a.questionnaire, a.question, a.finding, a.request, a.said, a.text, a.owner, a.due, a.state,
       a.ended_on, a.outcome, a.effect, a.effect_note, a.effect_on, a.before_percent, a.after_percent, a.measured_with, a.made_on,
       q.title AS study, f.finding_no, r.request_no, o.name AS owner_name, m.name AS made_by_name, e.name AS effect_by_name
FROM improvement_action a
LEFT JOIN study_finding f ON f.id = a.finding
LEFT JOIN questionnaire q ON q.id = COALESCE(a.questionnaire, f.questionnaire)
LEFT JOIN case_request_called r ON r.request = a.request
JOIN user_name o ON o.id = a.owner
JOIN user_name m ON m.id = a.made_by
LEFT JOIN user_name e ON e.id = a.effect_by
-- which, in order, one page

SELECT r.no, r.first, r.last, r.procedure, r.made_on, d.name AS department_name, n.name AS made_by_name,
       (SELECT count(*) FROM questionnaire_response a
        WHERE a.questionnaire = r.questionnaire AND a.sheet BETWEEN r.first AND r.last) AS entered
FROM questionnaire_run r
LEFT JOIN department_called d ON d.id = r.department
JOIN user_name n ON n.id = r.made_by
WHERE r.questionnaire = $1
ORDER BY r.no

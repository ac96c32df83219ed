SELECT count(*) AS n
FROM improvement_action a
LEFT JOIN study_finding f ON f.id = a.finding
LEFT JOIN case_request_called r ON r.request = a.request

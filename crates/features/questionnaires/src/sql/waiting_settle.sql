SELECT q.id, q.title, count(a.id) AS n
FROM questionnaire q
JOIN questionnaire_response a ON a.questionnaire = q.id
WHERE q.state = 'approved' AND a.entered_by <> $1 AND a.open_differences > 0 AND $2 > 0
GROUP BY q.id, q.title
ORDER BY q.title, q.id
LIMIT $3

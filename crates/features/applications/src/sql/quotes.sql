SELECT q.line, q.supplier, q.amount, q.until_day, q.note
FROM application_line l
JOIN application_quote q ON q.line = l.id
WHERE l.application = $1
ORDER BY q.line, q.place

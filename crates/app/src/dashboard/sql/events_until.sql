SELECT loan, content
FROM loan_event
WHERE on_day <= $1
ORDER BY loan, place

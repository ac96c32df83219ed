SELECT loan, content
FROM loan_event
WHERE loan IN (SELECT changed.loan FROM loan_event changed WHERE changed.on_day > $1)
ORDER BY loan, place

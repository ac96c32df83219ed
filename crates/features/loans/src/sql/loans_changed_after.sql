SELECT id, fund, terms
FROM loan
WHERE id IN (SELECT loan FROM loan_event WHERE on_day > $1)

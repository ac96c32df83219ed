SELECT loan.id, loan.fund, loan.terms
FROM loan
JOIN loan_shelf shelf ON shelf.loan = loan.id
WHERE EXISTS (SELECT 1 FROM loan_event WHERE loan_event.loan = loan.id AND loan_event.on_day <= $1)

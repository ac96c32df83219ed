SELECT shelf.loan, min(instalment.due) AS from_due
FROM loan_shelf shelf
JOIN loan ON loan.id = shelf.loan
JOIN instalment ON instalment.loan = shelf.loan
WHERE shelf.phase = 'active'
    AND instalment.due BETWEEN $1 AND $2
    AND instalment.paid < instalment.principal
    AND ($3 IS NULL OR shelf.fund = $3)
    AND ($4 IS NULL OR loan.product = $4)
GROUP BY shelf.loan, shelf.loan_no
ORDER BY shelf.loan_no

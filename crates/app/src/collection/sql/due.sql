SELECT instalment.loan, instalment.no, instalment.due, instalment.principal,
       instalment.principal - instalment.paid AS unpaid,
       coalesce((SELECT CAST(sum(before.principal - before.paid) AS BIGINT) FROM instalment before
           WHERE before.loan = instalment.loan AND before.due < instalment.due), 0) AS overdue,
       shelf.loan_no, shelf.party, shelf.borrower, shelf.mobile, shelf.project_name, shelf.fund, shelf.last_paid_on
FROM instalment
JOIN loan_shelf shelf ON shelf.loan = instalment.loan
WHERE instalment.paid < instalment.principal AND instalment.due BETWEEN $1 AND $2
    AND ($3 IS NULL OR shelf.fund = $3)
    AND ($4 IS NULL OR shelf.search_fold LIKE $4)
    AND ($5 IS NULL OR shelf.search_fold LIKE $5)
    AND ($6 IS NULL OR shelf.search_fold LIKE $6)
    AND ($7 IS NULL OR shelf.search_fold LIKE $7)
ORDER BY instalment.due, shelf.loan_no, instalment.no
LIMIT $8 OFFSET $9

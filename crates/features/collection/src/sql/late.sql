SELECT shelf.loan, shelf.loan_no, shelf.party, shelf.borrower, shelf.mobile, shelf.project_name, shelf.fund, shelf.next_due,
       shelf.outstanding, shelf.last_paid_on,
       coalesce((SELECT CAST(sum(instalment.principal - instalment.paid) AS BIGINT) FROM loan_instalment instalment
           WHERE instalment.loan = shelf.loan AND instalment.due < $1), 0) AS overdue
FROM loan_standing shelf
WHERE shelf.next_due < $1
    AND ($2 IS NULL OR shelf.fund = $2)
    AND ($3 IS NULL OR shelf.search_fold LIKE $3)
    AND ($4 IS NULL OR shelf.search_fold LIKE $4)
    AND ($5 IS NULL OR shelf.search_fold LIKE $5)
    AND ($6 IS NULL OR shelf.search_fold LIKE $6)

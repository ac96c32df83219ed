SELECT loan, loan_no, party, borrower, mobile, project_name, fund
FROM loan_standing shelf
WHERE ($1 IS NULL OR fund = $1)
    AND ($2 IS NULL OR shelf.search_fold LIKE $2)
    AND ($3 IS NULL OR shelf.search_fold LIKE $3)
    AND ($4 IS NULL OR shelf.search_fold LIKE $4)
    AND ($5 IS NULL OR shelf.search_fold LIKE $5)

SELECT loan, loan_no, party, borrower, mobile, project_name, fund
FROM loan_shelf
WHERE ($1 IS NULL OR fund = $1) AND ($2 IS NULL OR search_fold LIKE $2)

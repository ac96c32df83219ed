UPDATE loan_shelf
SET party = $1, borrower = $2, borrower_fold = $3, mobile = $4, project = $5, project_name = $6, search_fold = $7
WHERE loan = $8 AND (party, borrower, mobile, project, project_name, search_fold) <> ($1, $2, $4, $5, $6, $7)

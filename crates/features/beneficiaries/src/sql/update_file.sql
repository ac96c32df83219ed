UPDATE case_file
SET target_group = $1, class = $2, researcher_name = $3, researcher = $4, next_review_on = $5, family_size = $6,
    monthly_income = $7, social_security = $8, social_security_amount = $9, iban = $10, notes = $11
WHERE party = $12

INSERT INTO case_file (party, file_no, number, status, status_since, status_reason, opened_on, imported, target_group,
                       class, researcher_name, researcher, next_review_on, family_size, monthly_income, social_security,
                       social_security_amount, iban, notes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)

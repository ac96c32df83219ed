INSERT INTO file_shelf (party, file_no, number, name, name_fold, search_fold, status, class, researcher_name, researcher,
                        city, district, identity_masked, identity_expires_on, mobile, family_size, monthly_income,
                        social_security, next_review_on, opened_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)

INSERT INTO loan_shelf (loan, loan_no, party, borrower, borrower_fold, mobile, project, project_name, search_fold, fund,
                        phase, amount, paid_out, repaid, outstanding, credit, next_due, next_amount, last_paid_on,
                        last_paid, first_paid_out_on, restructured, imported, asked_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)

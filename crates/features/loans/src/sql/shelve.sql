INSERT INTO loan_shelf (loan, loan_no, party, borrower, borrower_fold, mobile, project, project_name, search_fold, fund,
                        phase, amount, paid_out, repaid, outstanding, credit, next_due, next_amount, last_paid_on,
                        last_paid, first_paid_out_on, restructured, imported, asked_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
-- Where a row is there already only what events change is written: an index that stands on nothing else is not touched.
ON CONFLICT (loan) DO UPDATE SET phase = excluded.phase, amount = excluded.amount, paid_out = excluded.paid_out,
    repaid = excluded.repaid, outstanding = excluded.outstanding, credit = excluded.credit, next_due = excluded.next_due,
    next_amount = excluded.next_amount, last_paid_on = excluded.last_paid_on, last_paid = excluded.last_paid,
    first_paid_out_on = excluded.first_paid_out_on, restructured = excluded.restructured

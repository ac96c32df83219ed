INSERT INTO guarantee (id, loan, no, kind, party, said, income, residence_months, until_day, state, proposed_by, proposed_at,
                       verified_by, verified_at, checked, note, of_loan)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'verified', $10, $11, $12, $13, $14, $15, $16)

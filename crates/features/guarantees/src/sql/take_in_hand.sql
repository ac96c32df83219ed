INSERT INTO guarantee (id, loan, no, kind, party, said, income, residence_months, until_day, state, proposed_by, proposed_at,
                       verified_by, verified_at, checked, note, replaces, ended_by, ended_at, ended_reason, of_loan)
SELECT id, loan, no, kind, party, said, income, residence_months, until_day, state, proposed_by, proposed_at, verified_by,
       verified_at, checked, note, replaces, ended_by, ended_at, ended_reason, of_loan
FROM guarantee_known
WHERE id = $1 AND of_loan = 1 AND NOT EXISTS (SELECT 1 FROM guarantee g WHERE g.id = $1)

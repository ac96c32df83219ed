INSERT INTO guarantee (id, loan, no, kind, party, said, income, residence_months, until_day, state, proposed_by, proposed_at,
                       note, replaces, imported)
VALUES ($1, $2, (SELECT COALESCE(max(no), 0) + 1 FROM guarantee_known WHERE loan = $2), $3, $4, $5, $6, $7, $8, 'proposed',
        $9, $10, $11, $12, $13)

INSERT INTO commitment (id, subject_kind, subject, subject_name, party, search_fold, side, text, due, keeper, state, activity,
    depends_on, made_on, made_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', $11, $12, $13, $14)

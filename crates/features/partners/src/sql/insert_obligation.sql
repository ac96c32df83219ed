INSERT INTO agreement_obligation (id, agreement, side, text, site, due, amount, keeper, basis, state, search_fold, made_on, made_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10, $11, $12)

INSERT INTO questionnaire (id, series, edition, no, purpose, title, title_fold, about, anonymous, at_closing, sealed, opens,
    closes, state, questions, question_n, secret, made_by, made_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)

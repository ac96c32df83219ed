UPDATE questionnaire
SET title = $1, title_fold = $2, about = $3, anonymous = $4, at_closing = $5, sealed = $6, opens = $7, closes = $8,
    questions = $9, question_n = $10
WHERE id = $11

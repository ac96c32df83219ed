INSERT INTO questionnaire_response (id, questionnaire, channel, day, department, procedure, party, answers, sheet, entry,
    entered_by, print)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

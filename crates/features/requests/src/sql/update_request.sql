UPDATE case_request
SET state = $1, back = $2, researcher = $3, outcome = $4, reason = $5, decided_by = $6, decided_on = $7, letter_on = $8,
    executed_on = $9, executed_by = $10, executed_note = $11, answer = $12, ended = $13, ended_on = $14
WHERE id = $15

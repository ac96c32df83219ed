INSERT INTO case_event (request, no, kind, day, at, by, from_state, to_state, person, word, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

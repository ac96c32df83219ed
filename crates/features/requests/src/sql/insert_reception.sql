INSERT INTO reception (id, day, at, by, name, party, purpose, minutes, answered, request, search_fold)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

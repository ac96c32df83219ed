INSERT INTO letter (id, letter_no, direction, day, other, subject, their_no, request, by, at, search_fold)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

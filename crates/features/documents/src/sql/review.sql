UPDATE document
SET review = $1, reviewed_at = $2, reviewed_by = $3, review_method = $4, review_note = $5, expires_on = $6
WHERE id = $7

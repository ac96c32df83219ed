UPDATE activity
SET state = 'done', closed_with = $1, done_on = $2, done_by = $3, recorded_by = $4, recorded_at = $5
WHERE id = $6

UPDATE activity
SET state = 'done', closed_with = $1, done_on = $2, done_by = $3, recorded_by = $3, recorded_at = $4
WHERE id = $5

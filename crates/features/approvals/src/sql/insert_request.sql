INSERT INTO approval_request (
    id, step, subject_kind, subject, place, amount, needed, limited, reason, asked_by, asked_at, state
)
VALUES (
    $1, $2, $3, $4, (SELECT 1 + COALESCE(max(place), 0) FROM approval_request WHERE subject = $4 AND step = $2), $5, $6, $7,
    $8, $9, $10, 'waiting'
)

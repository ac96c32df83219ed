-- What was asked for before a moment and still waits, one step aside.
SELECT r.step, r.subject, r.amount, r.reason, r.asked_at AS at, person.name AS by_name
FROM approval_request r
JOIN user_name person ON person.id = r.asked_by
WHERE r.state = 'waiting' AND r.asked_at < $1 AND r.step <> $2
ORDER BY r.asked_at, r.id
LIMIT $3

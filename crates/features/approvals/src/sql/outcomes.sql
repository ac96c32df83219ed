-- What came back to who asked: returned until it is asked for again, refused for some days.
SELECT r.step, r.subject, r.amount, r.note AS reason, r.closed_at AS at, person.name AS by_name
FROM approval_request r
JOIN user_name person ON person.id = r.closed_by
WHERE r.asked_by = $1 AND r.closed_by <> $1 AND (r.state = 'returned' OR (r.state = 'refused' AND r.closed_at > $2))
    AND NOT EXISTS (
        SELECT 1 FROM approval_request later
        WHERE later.subject = r.subject AND later.step = r.step AND later.place > r.place
    )
ORDER BY r.closed_at DESC, r.id
LIMIT $3

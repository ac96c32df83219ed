-- What one person could decide now, the steps their role decides aside: not what they asked for, not what they approved,
-- not what is above the limit of their role. The oldest of each step.
SELECT waiting.step, waiting.subject, waiting.amount, waiting.reason, waiting.asked_at AS at, person.name AS by_name
FROM (
    SELECT r.id, r.step, r.subject, r.amount, r.reason, r.asked_by, r.asked_at,
           row_number() OVER (PARTITION BY r.step ORDER BY r.asked_at, r.id) AS place
    FROM approval_request r
    WHERE r.state = 'waiting' AND r.asked_by <> $1
        AND NOT EXISTS (SELECT 1 FROM approval own WHERE own.request = r.id AND own.person = $1)
        AND NOT EXISTS (
            SELECT 1 FROM approval_limit l WHERE r.limited = 1 AND l.role = $2 AND l.amount < r.amount
        )
) waiting
JOIN user_name person ON person.id = waiting.asked_by
WHERE waiting.place <= $3
ORDER BY waiting.asked_at, waiting.id

-- The first change after the day led away from what stood on it.
SELECT c.subject, c.from_status
FROM (
    SELECT subject, min(number) AS number
    FROM status_change
    WHERE subject_kind = $1 AND day > $2
    GROUP BY subject
) later
JOIN status_change c ON c.subject_kind = $1 AND c.subject = later.subject AND c.number = later.number
WHERE c.from_status IS NOT NULL

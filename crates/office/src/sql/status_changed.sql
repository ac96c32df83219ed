INSERT INTO status_change (subject_kind, subject, number, from_status, to_status, day, at, by, reason)
SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8
FROM status_change
WHERE subject_kind = $1 AND subject = $2

SELECT a.id, a.subject_name, a.done_on, d.name AS done_by_name
FROM activity a
JOIN user_name d ON d.id = a.done_by
WHERE a.state = 'done' AND a.signal = 'distress' AND a.done_by <> $1 AND a.recorded_by <> $1
    AND a.from_register IS NOT 'past'
ORDER BY a.done_on
LIMIT $2

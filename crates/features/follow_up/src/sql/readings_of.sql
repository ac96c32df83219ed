SELECT r.kind, r.value, r.reason, a.done_on
FROM activity_reading r
JOIN activity a ON a.id = r.activity
WHERE r.activity = $1

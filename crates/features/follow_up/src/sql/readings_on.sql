SELECT r.activity, r.kind, r.value, r.reason, a.done_on
FROM activity a
JOIN activity_reading r ON r.activity = a.id
WHERE a.subject_kind = $1 AND a.subject = $2
ORDER BY a.done_on DESC, a.recorded_at DESC

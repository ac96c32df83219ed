SELECT s.to_status, s.day, s.at, s.reason, COALESCE(w.name, '') AS by_name
FROM status_change s
LEFT JOIN person w ON w.id = s.by
WHERE s.subject_kind = $1 AND s.subject = $2
ORDER BY s.number

SELECT r.place, r.name, r.body, r.handed_on, r.channel, COALESCE(w.name, '') AS handed_by_name
FROM report_recipient r
LEFT JOIN user_name w ON w.id = r.handed_by
WHERE r.report = $1
ORDER BY r.place

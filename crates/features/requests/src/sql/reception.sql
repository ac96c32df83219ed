SELECT v.id, v.day, v.at, w.name AS by_name, v.name, v.party, v.purpose, v.minutes, v.answered, v.request,
       COALESCE(r.request_no, '') AS request_no
FROM reception v
JOIN user_name w ON w.id = v.by
LEFT JOIN case_request r ON r.id = v.request
-- which, in order, one page

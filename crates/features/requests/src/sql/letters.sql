SELECT l.id, l.letter_no, l.direction, l.day, l.other, l.subject, l.their_no, l.request,
       COALESCE(r.request_no, '') AS request_no, w.name AS by_name
FROM letter l
JOIN user_name w ON w.id = l.by
LEFT JOIN case_request r ON r.id = l.request
-- which, in order, one page

SELECT r.id, r.request_no, r.subject, r.due
FROM case_request r
-- which, in order, one page

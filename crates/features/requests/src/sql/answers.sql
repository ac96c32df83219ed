SELECT r.id, r.request_no, r.subject, r.answer, r.ended_on
FROM case_request r
-- which, in order, one page

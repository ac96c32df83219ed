SELECT r.id, r.request_no, r.kind, r.state, r.subject, r.outcome, r.decided_on, r.reason, COALESCE(w.name, '') AS researcher_name,
       COALESCE(d.name, '') AS decided_by_name
FROM case_request r
LEFT JOIN user_name w ON w.id = r.researcher
LEFT JOIN user_name d ON d.id = r.decided_by
-- which, in order, one page

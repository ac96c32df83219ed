SELECT q.request, q.request_no, k.name, s.name AS service_name, v.number, q.outcome, q.reason, q.decided_on, q.exception,
       q.exception_reason, q.papers, q.verified_on
FROM case_service_request q
JOIN service s ON s.id = q.service
JOIN service_version v ON v.id = q.version
JOIN party_name k ON k.id = q.party
-- which, in order, one page

SELECT r.request_no, r.register_no, r.party, r.applicant_name, r.kind, r.subject, r.received_on,
       CASE WHEN r.ended = 0 THEN s.service END AS open_service
FROM case_request r
LEFT JOIN case_service s ON s.request = r.id
ORDER BY r.id

SELECT v.id AS version, v.service, s.name, v.number, v.state, v.gives, v.programme, v.opens_on, v.closes_on, v.term_days, v.capacity,
       (SELECT count(*) FROM case_service_request q WHERE q.version = v.id AND q.outcome = 'approved') AS taken,
       (SELECT count(*) FROM case_service_request q WHERE q.version = v.id AND q.ended = 0 AND q.outcome IS NULL) AS asked,
       (SELECT n.state FROM service_version n WHERE n.service = v.service AND n.id <> v.id AND n.state IN ('draft', 'approved')) AS next
FROM service_version v
JOIN service s ON s.id = v.service
-- which, in order, one page

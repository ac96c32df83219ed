SELECT COALESCE(sum(CASE WHEN q.outcome = 'approved' THEN 1 ELSE 0 END), 0) AS approved,
       COALESCE(sum(CASE WHEN q.outcome = 'rejected' THEN 1 ELSE 0 END), 0) AS rejected,
       COALESCE(sum(CASE WHEN q.outcome = 'waitlisted' AND q.ended = 0 THEN 1 ELSE 0 END), 0) AS waitlisted,
       COALESCE(sum(CASE WHEN q.ended = 0 AND q.outcome IS NULL THEN 1 ELSE 0 END), 0) AS open,
       COALESCE(sum(q.exception), 0) AS exceptions,
       COALESCE(sum(q.grievances), 0) AS grievances,
       count(*) AS requests
FROM case_service_request q
WHERE q.version = $1

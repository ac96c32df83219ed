SELECT r.id, r.report_no, r.calendar, r.year, r.month, r.edition, r.from_day, r.until_day, r.state, p.name AS prepared_by_name,
       r.prepared_on, COALESCE(i.name, '') AS issued_by_name, r.issued_on,
       (SELECT count(*) FROM report_recipient c WHERE c.report = r.id) AS recipients,
       (SELECT count(*) FROM report_recipient c WHERE c.report = r.id AND c.handed_on IS NOT NULL) AS handed
FROM periodic_report r
JOIN user_name p ON p.id = r.prepared_by
LEFT JOIN user_name i ON i.id = r.issued_by
-- which, in order, one page

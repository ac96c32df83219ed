SELECT c.request, c.request_no, c.kind, c.ended_on, d.name AS department_name, o.state, o.way, o.on_day, n.name AS by_name
FROM rating_offer o
JOIN case_request_closed c ON c.request = o.request
LEFT JOIN department_called d ON d.id = c.department
LEFT JOIN user_name n ON n.id = o.by
-- which, in order, one page

SELECT a.planned_on, a.done_on, a.researcher, w.name
FROM activity a
JOIN user_name w ON w.id = a.researcher
WHERE a.planned_on BETWEEN $1 AND $2 AND a.state <> 'cancelled' AND a.unplanned = 0

SELECT a.id, a.activity_no, a.kind, a.subject_name, a.planned_on, a.done_on, a.researcher, w.name AS researcher_name
FROM activity a
JOIN user_name w ON w.id = a.researcher
WHERE a.planned_on BETWEEN $1 AND $2 AND a.state <> 'cancelled' AND a.unplanned = 0
ORDER BY a.planned_on, a.activity_no

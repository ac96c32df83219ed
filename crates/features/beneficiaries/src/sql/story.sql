SELECT a.seq, a.at, s.name AS by_name, a.command, a.before, a.after
FROM audit a LEFT JOIN user_name s ON s.id = a.person
WHERE a.subject = $1 AND a.outcome = 'done' AND a.action IN ('change', 'print', 'view')
ORDER BY a.seq DESC
LIMIT 300

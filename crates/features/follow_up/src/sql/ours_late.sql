SELECT c.keeper, w.name, count(*) AS late
FROM commitment c
JOIN user_name w ON w.id = c.keeper
WHERE c.state = 'open' AND c.side = 'association' AND c.due < $1
GROUP BY c.keeper, w.name
ORDER BY late DESC, w.name

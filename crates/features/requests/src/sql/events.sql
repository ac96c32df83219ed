SELECT e.no, e.kind, e.day, e.at, w.name AS by_name, e.from_state, e.to_state, COALESCE(g.name, '') AS person_name, e.word, e.note
FROM case_event e
JOIN user_name w ON w.id = e.by
LEFT JOIN user_name g ON g.id = e.person
WHERE e.request = $1
ORDER BY e.no DESC
LIMIT 200

SELECT coalesce(person.name, '') AS label, audit.person AS value, count(*) AS lines
FROM audit LEFT JOIN person ON person.id = audit.person
WHERE audit.at >= $1 AND audit.at < $2 AND audit.person IS NOT NULL
GROUP BY audit.person, person.name
ORDER BY lines DESC

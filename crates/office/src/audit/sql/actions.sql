SELECT action AS value, count(*) AS lines
FROM audit
WHERE at >= $1 AND at < $2
GROUP BY action
ORDER BY lines DESC

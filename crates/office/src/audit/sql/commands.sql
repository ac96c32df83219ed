SELECT command AS value, count(*) AS lines
FROM audit
WHERE at >= $1 AND at < $2
GROUP BY command

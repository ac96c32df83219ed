SELECT line.loan, CAST(sum(line.amount) AS BIGINT) AS amount
FROM line
JOIN entry ON entry.id = line.entry
WHERE line.account = $1 AND line.loan IS NOT NULL AND entry.day <= $2
GROUP BY line.loan
HAVING sum(line.amount) <> 0

SELECT line.fund, line.account,
    CAST(coalesce(sum(line.amount) FILTER (WHERE line.amount > 0), 0) AS BIGINT) AS debit,
    CAST(coalesce(-sum(line.amount) FILTER (WHERE line.amount < 0), 0) AS BIGINT) AS credit
FROM entry
JOIN line ON line.entry = entry.id
WHERE entry.period = $1 AND entry.day <= $2
GROUP BY line.fund, line.account

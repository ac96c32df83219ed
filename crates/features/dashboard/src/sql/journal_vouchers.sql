SELECT entry.kind, entry.event, entry.reverses IS NOT NULL OR entry.event = 'loan.countered' AS takes_back, line.fund, line.account,
    CAST(coalesce(sum(line.amount) FILTER (WHERE line.amount > 0), 0) AS BIGINT) AS debit,
    CAST(coalesce(-sum(line.amount) FILTER (WHERE line.amount < 0), 0) AS BIGINT) AS credit
FROM voucher entry
JOIN voucher_line line ON line.entry = entry.id
WHERE entry.year IN ($1, $2) AND entry.kind IN ('JV', 'OV') AND entry.day BETWEEN $3 AND $4
    AND (entry.kind = 'OV' OR entry.reverses IS NOT NULL OR entry.event IN ('loan.reallocated', 'loan.countered'))
GROUP BY entry.kind, entry.event, takes_back, line.fund, line.account

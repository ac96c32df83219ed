SELECT entry.id, seal.seq, entry.kind, entry.year, entry.voucher_no, entry.day, entry.event, entry.narration,
    entry.counterparty, entry.reverses, maker.name AS made_by_name,
    (SELECT CAST(coalesce(sum(line.amount) FILTER (WHERE account.nets_to_zero IS NULL), sum(line.amount)) AS BIGINT)
        FROM line JOIN account ON account.code = line.account
        WHERE line.entry = entry.id AND line.amount > 0) AS amount,
    (SELECT account.name FROM line JOIN account ON account.code = line.account
        WHERE line.entry = entry.id AND line.amount > 0 ORDER BY line.no LIMIT 1) AS debit_name,
    (SELECT account.name FROM line JOIN account ON account.code = line.account
        WHERE line.entry = entry.id AND line.amount < 0 ORDER BY line.no LIMIT 1) AS credit_name,
    (SELECT fund.name FROM line JOIN fund ON fund.id = line.fund
        WHERE line.entry = entry.id ORDER BY line.no LIMIT 1) AS fund_name,
    (SELECT count(DISTINCT line.fund) FROM line WHERE line.entry = entry.id) AS funds,
    EXISTS (SELECT 1 FROM entry undo WHERE undo.reverses = entry.id) AS reversed
FROM entry_seal seal
JOIN entry ON entry.id = seal.entry
JOIN user_name maker ON maker.id = entry.made_by
WHERE seal.seq < $1
    AND ($2 IS NULL OR entry.day >= $2)
    AND ($3 IS NULL OR entry.day <= $3)
    AND ($4 IS NULL OR entry.kind = $4)
    AND ($5 IS NULL OR entry.search_fold LIKE '%' || $5 || '%'
        OR (entry.kind = $6 AND entry.year = $7 AND entry.voucher_no = $8))
    AND ($9 IS NULL OR EXISTS (SELECT 1 FROM line WHERE line.entry = entry.id AND line.account = $9))
    AND ($10 IS NULL OR EXISTS (SELECT 1 FROM line WHERE line.entry = entry.id AND line.fund = $10))
    AND ($11 IS NULL OR EXISTS (SELECT 1 FROM line WHERE line.entry = entry.id AND line.loan = $11))
    AND seal.seq > $12
ORDER BY seal.seq DESC
LIMIT $13

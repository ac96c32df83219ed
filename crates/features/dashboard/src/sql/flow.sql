SELECT entry.id AS entry, entry.kind, entry.year, entry.voucher_no, entry.day, entry.narration, entry.counterparty,
    entry.event, entry.reverses IS NOT NULL OR entry.event = 'loan.countered' AS takes_back, line.fund, line.account, line.amount
FROM voucher entry
JOIN voucher_line line ON line.entry = entry.id
WHERE entry.day BETWEEN $1 AND $2 AND entry.kind <> 'OV'
ORDER BY entry.day DESC, entry.id DESC, line.fund, line.no

SELECT line.entry, entry.kind, entry.year, entry.voucher_no, entry.day, entry.narration, line.fund, line.amount,
    line.memo
FROM line
JOIN entry ON entry.id = line.entry
JOIN entry_seal seal ON seal.entry = entry.id
WHERE line.account = $1 AND entry.day BETWEEN $2 AND $3 AND ($4 IS NULL OR line.fund = $4)
ORDER BY entry.day, seal.seq, line.no

SELECT entry.id, entry.kind, entry.year, entry.voucher_no, entry.day, entry.narration, line.account, line.fund,
    line.amount
FROM entry_seal seal
JOIN entry ON entry.id = seal.entry
JOIN line ON line.entry = entry.id
ORDER BY seal.seq, line.no

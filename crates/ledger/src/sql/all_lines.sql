SELECT line.entry, line.account, line.fund, line.amount, line.party, line.loan, line.memo
FROM entry_seal seal
JOIN line ON line.entry = seal.entry
ORDER BY seal.seq, line.no

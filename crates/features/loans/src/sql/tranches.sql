SELECT id, loan, no, amount, kind, supplier, item, invoice, state, event
FROM tranche
WHERE loan = $1
ORDER BY no

SELECT v.place, e.kind, e.year, e.voucher_no
FROM loan_event v
JOIN voucher e ON e.id = v.entry
WHERE v.loan = $1

SELECT v.place, v.on_day, v.kind, v.amount, v.content, v.made_by, p.name AS made_by_name, v.recorded_at, v.method,
       v.reference, v.receipt, v.payer, v.note, v.imported, v.entry, v.undone_by, e.kind AS voucher_kind, e.year AS voucher_year,
       e.voucher_no
FROM loan_event v
JOIN person p ON p.id = v.made_by
LEFT JOIN entry e ON e.id = v.entry
WHERE v.loan = $1
ORDER BY v.place

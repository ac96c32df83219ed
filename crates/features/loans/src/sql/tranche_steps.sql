SELECT s.tranche, s.step, s.on_day, s.made_by, p.name AS made_by_name, s.recorded_at, s.method, s.reference, s.note,
       s.imported, s.entry, e.kind AS voucher_kind, e.year AS voucher_year, e.voucher_no
FROM tranche t
JOIN tranche_step s ON s.tranche = t.id
JOIN user_name p ON p.id = s.made_by
LEFT JOIN voucher e ON e.id = s.entry
WHERE t.loan = $1
ORDER BY t.no, s.place

SELECT e.entry, e.investment, e.unit, e.lease, e.kind, e.due_no, e.due_day, e.amount, e.made_on,
       COALESCE(m.name, '') AS made_by_name, COALESCE(t.name, '') AS unit_name, COALESCE(l.lease_no, '') AS lease_no,
       v.day, v.kind AS voucher_kind, v.year, v.voucher_no, p.seq, u.day AS undone_on, q.seq AS undone_seq
FROM investment_entry e
LEFT JOIN user_name m ON m.id = e.made_by
LEFT JOIN unit t ON t.id = e.unit
LEFT JOIN lease l ON l.id = e.lease
LEFT JOIN voucher v ON v.id = e.entry
LEFT JOIN voucher_place p ON p.entry = v.id
LEFT JOIN voucher u ON u.reverses = e.entry
LEFT JOIN voucher_place q ON q.entry = u.id
-- which, in order, one page

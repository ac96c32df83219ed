SELECT (SELECT sum(l.amount) FROM voucher_line l WHERE l.entry = v.id AND l.amount > 0) AS amount
FROM voucher v
WHERE v.kind = 'RV' AND v.year = $1 AND v.voucher_no = $2
    AND NOT EXISTS (SELECT 1 FROM voucher r WHERE r.reverses = v.id)

SELECT f.year, f.receipt, v.year AS voucher_year, v.voucher_no, v.day, f.amount, u.name AS recorded_by_name,
       EXISTS (SELECT 1 FROM voucher r WHERE r.reverses = f.receipt) AS reversed
FROM assembly_fee f
JOIN voucher v ON v.id = f.receipt
JOIN user_name u ON u.id = f.recorded_by
WHERE f.member = $1
ORDER BY f.year DESC, v.day DESC

-- Receipts that stand, with what they took in for memberships (31205, and accounts of the association's own below it) and
-- what of that paid fees already.
SELECT v.id, v.year, v.voucher_no, v.day, COALESCE(v.counterparty, '') AS payer, l.taken,
       COALESCE((SELECT sum(f.amount) FROM assembly_fee f WHERE f.receipt = v.id), 0) AS used
FROM (SELECT entry, -sum(amount) AS taken FROM voucher_line WHERE account >= '31205' AND account < '31206' GROUP BY entry) l
JOIN voucher v ON v.id = l.entry
WHERE v.kind = 'RV' AND v.reverses IS NULL AND l.taken > 0
    AND NOT EXISTS (SELECT 1 FROM voucher r WHERE r.reverses = v.id)

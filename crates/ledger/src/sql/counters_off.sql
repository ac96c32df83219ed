SELECT (SELECT count(*) FROM (
        SELECT year, kind FROM entry GROUP BY year, kind
        HAVING count(*) <> max(voucher_no) OR min(voucher_no) <> 1 OR max(voucher_no) <> coalesce((
            SELECT last FROM voucher_counter
            WHERE voucher_counter.year = entry.year AND voucher_counter.kind = entry.kind), 0)
    ) AS off)
    + (SELECT count(*) FROM voucher_counter WHERE NOT EXISTS (
        SELECT 1 FROM entry WHERE entry.year = voucher_counter.year AND entry.kind = voucher_counter.kind)) AS found

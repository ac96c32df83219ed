SELECT max(opening.day) AS day
FROM voucher_counter
JOIN entry opening ON opening.year = voucher_counter.year AND opening.kind = voucher_counter.kind
JOIN line ON line.entry = opening.id
WHERE voucher_counter.kind = 'OV' AND opening.day > $1 AND line.fund = $2 AND opening.reverses IS NULL
    AND NOT EXISTS (SELECT 1 FROM entry undo WHERE undo.reverses = opening.id)
GROUP BY line.fund

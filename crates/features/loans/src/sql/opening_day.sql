SELECT min(entry.day) AS day
FROM voucher_line line
JOIN voucher entry ON entry.id = line.entry
WHERE line.fund = $1 AND entry.kind = 'OV' AND entry.reverses IS NULL
    AND NOT EXISTS (SELECT 1 FROM voucher undo WHERE undo.reverses = entry.id)
GROUP BY line.fund

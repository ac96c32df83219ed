SELECT DISTINCT line.fund
FROM voucher_counter counter
JOIN entry ON entry.year = counter.year AND entry.kind = counter.kind
JOIN line ON line.entry = entry.id
WHERE counter.kind = 'OV' AND entry.reverses IS NULL
    AND NOT EXISTS (SELECT 1 FROM entry undo WHERE undo.reverses = entry.id)

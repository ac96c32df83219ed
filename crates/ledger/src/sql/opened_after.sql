SELECT max(opening.day) AS day
FROM entry opening
WHERE opening.year IN (SELECT year FROM voucher_counter WHERE kind = 'OV')
    AND opening.kind = 'OV'
    AND opening.day > $1
    AND opening.reverses IS NULL
    AND NOT EXISTS (SELECT 1 FROM entry undo WHERE undo.reverses = opening.id)
    AND $2 IN (SELECT line.fund FROM line WHERE line.entry = opening.id)

FROM loan_movement event
JOIN loan_standing shelf ON shelf.loan = event.loan
LEFT JOIN loan_movement undo ON undo.loan = event.loan AND undo.place = event.undone_by
LEFT JOIN voucher entry ON entry.id = event.entry
WHERE event.on_day BETWEEN $1 AND $2
    AND event.kind IN ('repay', 'refund')
    AND (event.undone_by IS NULL OR undo.on_day > $3)
    AND ($4 IS NULL OR shelf.fund = $4)
    AND ($5 IS NULL OR shelf.search_fold LIKE $5)
    AND ($6 IS NULL OR shelf.search_fold LIKE $6)
    AND ($7 IS NULL OR shelf.search_fold LIKE $7)
    AND ($8 IS NULL OR shelf.search_fold LIKE $8)

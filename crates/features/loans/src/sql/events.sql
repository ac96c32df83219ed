SELECT place, amount, content, made_by, recorded_at, method, reference, receipt, payer, note, imported, entry, undone_by
FROM loan_event
WHERE loan = $1
ORDER BY place

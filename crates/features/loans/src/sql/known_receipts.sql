SELECT loan.loan_no, event.receipt, event.on_day, event.kind = 'undo' AS is_undo,
       CASE WHEN event.kind = 'undo' THEN target.amount ELSE event.amount END AS amount
FROM loan_event event
JOIN loan ON loan.id = event.loan
LEFT JOIN loan_event target ON target.loan = event.loan AND target.undone_by = event.place
WHERE event.kind = 'repay' OR (event.kind = 'undo' AND target.kind = 'repay')
ORDER BY loan.loan_no, event.place

SELECT m.on_day, m.kind, m.amount, s.loan_no
FROM loan_movement m
JOIN loan_standing s ON s.loan = m.loan
WHERE s.party = $1
    AND m.undone_by IS NULL
    AND m.kind IN ('tranche', 'repay', 'refund', 'forgive', 'write_off', 'recover')
    AND m.amount > 0
ORDER BY m.on_day, s.loan_no, m.place

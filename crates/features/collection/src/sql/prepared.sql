SELECT m.id, m.text, m.prepared_at, made.name AS prepared_by_name, m.sent_on, sending.name AS sent_by_name, m.channel,
       r.loan, r.no, r.due, r.step, r.amount, s.loan_no, s.party, s.borrower, s.mobile
FROM reminder_message m
JOIN reminder r ON r.message = m.id
JOIN loan_standing s ON s.loan = r.loan
JOIN user_name made ON made.id = m.prepared_by
LEFT JOIN user_name sending ON sending.id = m.sent_by
WHERE m.prepared_on >= $1
    AND ($2 IS NULL OR s.fund = $2)
    AND ($3 IS NULL OR s.search_fold LIKE $3)
    AND ($4 IS NULL OR s.search_fold LIKE $4)
    AND ($5 IS NULL OR s.search_fold LIKE $5)
    AND ($6 IS NULL OR s.search_fold LIKE $6)
ORDER BY m.prepared_at DESC, m.id, r.due, r.no

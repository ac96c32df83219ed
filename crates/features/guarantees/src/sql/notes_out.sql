SELECT s.loan, s.loan_no, s.borrower, s.last_paid_on
FROM promissory_note n
JOIN loan_standing s ON s.loan = n.loan
WHERE n.signed_on IS NOT NULL AND n.ended IS NULL AND s.phase IN ('closed', 'overpaid')
GROUP BY s.loan, s.loan_no, s.borrower, s.last_paid_on
ORDER BY s.last_paid_on
LIMIT $1

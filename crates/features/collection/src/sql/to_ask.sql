SELECT s.loan, s.loan_no, s.borrower, s.last_paid_on
FROM loan_standing s
WHERE s.phase = 'closed' AND s.last_paid_on >= $1
    AND NOT EXISTS (SELECT 1 FROM loan_satisfaction said WHERE said.loan = s.loan)
ORDER BY s.last_paid_on DESC, s.loan
LIMIT $2

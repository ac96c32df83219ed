SELECT s.loan, s.loan_no, s.phase, s.next_due, g.project
FROM loan_standing s
JOIN loan_guarantee g ON g.loan = s.loan
WHERE s.phase IN ('approved', 'active', 'overpaid')
-- of one
ORDER BY s.loan

SELECT t.id, t.loan, t.amount, s.loan_no, s.borrower, s.project_name, step.step, step.on_day
FROM loan_tranche t
JOIN loan_standing s ON s.loan = t.loan
JOIN loan_tranche_step step ON step.tranche = t.id
WHERE step.step IN ('requested', 'approved', 'delivered')
    AND step.place = (SELECT max(known.place) FROM loan_tranche_step known
        WHERE known.tranche = t.id AND known.on_day <= $1)
ORDER BY step.on_day, t.id

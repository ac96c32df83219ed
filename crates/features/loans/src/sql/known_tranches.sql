SELECT loan.loan_no, tranche.amount, step.on_day, step.reference
FROM tranche_step step
JOIN tranche ON tranche.id = step.tranche
JOIN loan ON loan.id = tranche.loan
WHERE step.step = 'paid' AND loan.imported = 1
ORDER BY loan.loan_no, tranche.no, step.place

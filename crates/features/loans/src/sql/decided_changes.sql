SELECT id, cause, amount
FROM loan_request
WHERE loan = $1 AND content IS NOT NULL
UNION ALL
SELECT deferral.id, deferral.cause, 0
FROM loan_deferral_loan of_loan
JOIN loan_deferral deferral ON deferral.id = of_loan.deferral
WHERE of_loan.loan = $1

SELECT fund, sum(outstanding) AS principal, sum(credit) AS credit
FROM loan_shelf
WHERE outstanding > 0 OR credit > 0
GROUP BY fund

SELECT phase, fund, next_due, count(*) AS loans, sum(outstanding) AS outstanding
FROM loan_shelf
GROUP BY phase, fund, next_due

SELECT phase, fund, next_due, restructured, count(*) AS loans, sum(outstanding) AS outstanding
FROM loan_shelf
GROUP BY phase, fund, next_due, restructured

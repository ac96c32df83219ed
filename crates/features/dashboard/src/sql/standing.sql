SELECT phase, fund, next_due, count(*) AS loans,
       CAST(sum(paid_out) AS BIGINT) AS paid_out,
       CAST(sum(repaid) AS BIGINT) AS repaid,
       CAST(sum(outstanding) AS BIGINT) AS outstanding
FROM loan_standing
GROUP BY phase, fund, next_due

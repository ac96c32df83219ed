SELECT fund, phase = 'written_off' AS written_off,
       CASE WHEN next_due < $1 THEN $1 - next_due ELSE 0 END AS dpd,
       count(*) AS loans,
       count(next_due) AS active,
       CAST(sum(paid_out) AS BIGINT) AS paid_out,
       CAST(sum(repaid) AS BIGINT) AS repaid,
       CAST(sum(outstanding) AS BIGINT) AS outstanding
FROM loan_shelf
WHERE phase IN ('active', 'overpaid', 'closed', 'written_off')
GROUP BY fund, written_off, dpd

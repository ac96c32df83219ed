SELECT g.project, count(*) AS fallen_due, sum(CASE WHEN i.paid >= i.principal THEN 1 ELSE 0 END) AS paid_in_full,
       CAST(sum(i.principal - i.paid) AS BIGINT) AS unpaid
FROM loan_instalment i
JOIN loan_guarantee g ON g.loan = i.loan
WHERE i.due BETWEEN $1 AND $2 AND i.principal > 0
GROUP BY g.project

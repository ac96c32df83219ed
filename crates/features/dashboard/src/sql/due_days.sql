SELECT due, CAST(sum(principal) AS BIGINT) AS principal, CAST(sum(paid) AS BIGINT) AS paid
FROM loan_instalment instalment
WHERE due BETWEEN $1 AND $2
GROUP BY due

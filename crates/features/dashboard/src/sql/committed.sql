SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) AS committed
FROM loan_tranche tranche
WHERE state IN ('approved', 'delivered')

SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) AS committed
FROM tranche
WHERE state IN ('approved', 'delivered')

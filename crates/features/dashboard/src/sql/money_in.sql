SELECT on_day, CAST(sum(CASE WHEN kind = 'repay' THEN amount ELSE -amount END) AS BIGINT) AS amount
FROM loan_movement
WHERE on_day BETWEEN $1 AND $2 AND kind IN ('repay', 'refund') AND undone_by IS NULL
GROUP BY on_day

SELECT count(*) AS payments,
       CAST(coalesce(sum(CASE WHEN event.kind = 'repay' THEN event.amount ELSE -event.amount END), 0) AS BIGINT) AS amount

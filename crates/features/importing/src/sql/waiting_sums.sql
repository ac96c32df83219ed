-- What waits of one import, in all.
SELECT count(DISTINCT loan_no) AS loans,
       count(*) FILTER (WHERE kind = 'paid_out') AS payments,
       COALESCE(sum(amount) FILTER (WHERE kind = 'paid_out'), 0) AS paid_out,
       count(*) FILTER (WHERE kind = 'paid_back') AS repayments,
       COALESCE(sum(amount) FILTER (WHERE kind = 'paid_back'), 0) AS repaid,
       count(*) FILTER (WHERE kind = 'reversed') AS reversals,
       COALESCE(sum(amount) FILTER (WHERE kind = 'reversed'), 0) AS reversed
FROM import_waiting
WHERE run = $1

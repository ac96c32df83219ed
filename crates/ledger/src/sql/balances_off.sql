WITH recomputed AS (
    SELECT line.fund, line.account, entry.period,
        sum(CASE WHEN line.amount > 0 THEN line.amount ELSE 0 END) AS debit,
        sum(CASE WHEN line.amount < 0 THEN -line.amount ELSE 0 END) AS credit
    FROM line JOIN entry ON entry.id = line.entry
    GROUP BY line.fund, line.account, entry.period
)
SELECT count(*) AS found FROM (
    SELECT fund, account, period, debit, credit FROM recomputed
    EXCEPT SELECT fund, account, period, debit, credit FROM balance
    UNION ALL
    SELECT fund, account, period, debit, credit FROM (
        SELECT fund, account, period, debit, credit FROM balance
        EXCEPT SELECT fund, account, period, debit, credit FROM recomputed
    ) AS unfounded
) AS off

SELECT CAST(coalesce(sum(balance.debit - balance.credit), 0) AS BIGINT) AS cash
FROM account
JOIN balance ON balance.account = account.code
WHERE account.cash_kind IS NOT NULL AND balance.fund = $1

SELECT line.no, line.account, account.name AS account_name, line.fund, fund.name AS fund_name, line.amount,
    line.party, line.loan, line.memo
FROM line
JOIN account ON account.code = line.account
JOIN fund ON fund.id = line.fund
WHERE line.entry = $1
ORDER BY line.no

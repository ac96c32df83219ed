SELECT fund, account, CAST(sum(debit) AS BIGINT) AS debit, CAST(sum(credit) AS BIGINT) AS credit
FROM balance
WHERE period < $1
GROUP BY fund, account

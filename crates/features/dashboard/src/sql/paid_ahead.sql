SELECT shelf.fund, CAST(sum(instalment.paid) AS BIGINT) AS paid
FROM instalment
JOIN loan_shelf shelf ON shelf.loan = instalment.loan
WHERE instalment.paid > 0 AND instalment.due > $1
GROUP BY shelf.fund

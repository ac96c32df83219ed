SELECT shelf.fund, CAST(sum(instalment.paid) AS BIGINT) AS paid
FROM loan_instalment instalment
JOIN loan_standing shelf ON shelf.loan = instalment.loan
WHERE instalment.paid > 0 AND instalment.due > $1
GROUP BY shelf.fund

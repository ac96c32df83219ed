SELECT shelf.fund, shelf.next_due AS since, instalment.due < $1 AS late, CAST(sum(instalment.principal - instalment.paid) AS BIGINT) AS unpaid
FROM loan_instalment instalment
JOIN loan_standing shelf ON shelf.loan = instalment.loan
WHERE instalment.paid < instalment.principal AND instalment.due <= $1
GROUP BY shelf.fund, since, late

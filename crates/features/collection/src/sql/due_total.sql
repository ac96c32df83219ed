SELECT count(*) AS instalments, CAST(coalesce(sum(instalment.principal), 0) AS BIGINT) AS amount,
       CAST(coalesce(sum(instalment.principal - instalment.paid), 0) AS BIGINT) AS unpaid
FROM loan_instalment instalment
JOIN loan_standing shelf ON shelf.loan = instalment.loan

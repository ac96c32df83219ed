SELECT instalment.loan, instalment.no, instalment.due, instalment.principal,
       instalment.principal - instalment.paid AS unpaid,
       coalesce((SELECT CAST(sum(before.principal - before.paid) AS BIGINT) FROM loan_instalment before
           WHERE before.loan = instalment.loan AND before.due < instalment.due), 0) AS overdue,
       shelf.loan_no, shelf.party, shelf.borrower, shelf.mobile, shelf.project_name, shelf.fund, shelf.last_paid_on
FROM loan_instalment instalment
JOIN loan_standing shelf ON shelf.loan = instalment.loan

SELECT s.loan, s.loan_no, s.project_name, s.outstanding, s.next_due,
       coalesce((SELECT CAST(sum(i.principal - i.paid) AS BIGINT) FROM loan_instalment i
           WHERE i.loan = s.loan AND i.due < $1), 0) AS overdue
FROM loan_standing s
WHERE s.party = $2 AND s.outstanding > 0
ORDER BY s.loan_no

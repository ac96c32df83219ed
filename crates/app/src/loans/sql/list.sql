SELECT s.loan, s.loan_no, s.party, s.borrower, s.mobile, s.project, s.project_name, s.fund, f.name AS fund_name, s.phase,
       s.amount, s.paid_out, s.repaid, s.outstanding, s.credit, s.next_due, s.next_amount, s.last_paid_on, s.last_paid,
       s.restructured, s.imported,
       (SELECT COALESCE(sum(i.principal - i.paid), 0) FROM instalment i
        WHERE s.next_due < $1 AND i.loan = s.loan AND i.due < $1) AS overdue
FROM loan_shelf s JOIN fund f ON f.id = s.fund
WHERE s.loan IN

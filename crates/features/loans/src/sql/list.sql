SELECT s.loan, s.loan_no, s.party, s.borrower, s.mobile, s.project, s.project_name, s.fund, f.name AS fund_name, s.phase,
       s.amount, s.paid_out, s.repaid, s.outstanding, s.credit, s.next_due, s.next_amount, s.last_paid_on, s.last_paid,
       s.restructured, s.imported,
       (SELECT COALESCE(sum(i.principal - i.paid), 0) FROM instalment i
        WHERE s.next_due < $1 AND i.loan = s.loan AND i.due < $1) AS overdue
FROM loan_shelf s JOIN fund_name f ON f.id = s.fund
WHERE s.loan IN (
    -- The phase is compared so that no index of phases is taken: the rows are walked in the order of the page until it is
    -- full.
    SELECT s.loan
    FROM loan_shelf s
    WHERE COALESCE(s.phase, '') IN ($2, $3, $4, $5, $6, $7, $8, $9)
        AND ($10 IS NULL OR COALESCE(s.next_due < $1, 0) = $10)
        AND ($11 IS NULL OR s.fund = $11)
        AND ($12 IS NULL OR s.party = $12)
        AND ($13 IS NULL OR s.project = $13)
        AND ($14 IS NULL OR s.search_fold LIKE $14)
        AND ($15 IS NULL OR s.search_fold LIKE $15)
        AND ($16 IS NULL OR s.search_fold LIKE $16)
        AND ($17 IS NULL OR s.search_fold LIKE $17)
        AND ($18 IS NULL OR s.search_fold LIKE $18)
        AND ($19 IS NULL OR s.restructured = $19)
    -- in order, one page
)
-- in order

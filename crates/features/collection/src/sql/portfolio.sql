SELECT shelf.loan, shelf.loan_no, shelf.party, shelf.borrower, shelf.project_name, shelf.fund, shelf.paid_out,
       shelf.repaid, shelf.outstanding, shelf.credit, shelf.next_due, shelf.restructured,
       shelf.phase = 'written_off' AS written_off,
       CASE WHEN shelf.phase = 'written_off' THEN
           shelf.paid_out - shelf.repaid - coalesce((SELECT CAST(sum(event.amount) AS BIGINT) FROM loan_movement event
               WHERE event.loan = shelf.loan AND event.kind = 'forgive' AND event.undone_by IS NULL), 0)
       ELSE 0 END AS given_up,
       CASE WHEN shelf.next_due < $1 THEN
           coalesce((SELECT CAST(sum(instalment.principal - instalment.paid) AS BIGINT) FROM loan_instalment instalment
               WHERE instalment.loan = shelf.loan AND instalment.due < $1), 0)
       ELSE 0 END AS overdue
FROM loan_standing shelf
WHERE shelf.phase IN ('active', 'overpaid', 'closed', 'written_off')
    AND ($2 IS NULL OR shelf.fund = $2)
    AND ($3 IS NULL OR shelf.search_fold LIKE $3)
    AND ($4 IS NULL OR shelf.search_fold LIKE $4)
    AND ($5 IS NULL OR shelf.search_fold LIKE $5)
    AND ($6 IS NULL OR shelf.search_fold LIKE $6)

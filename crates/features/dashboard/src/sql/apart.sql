SELECT fund, credit, outstanding, restructured, phase = 'written_off' AS written_off,
       paid_out - repaid - coalesce((SELECT CAST(sum(event.amount) AS BIGINT) FROM loan_movement event
           WHERE event.loan = loan_standing.loan AND event.kind = 'forgive' AND event.undone_by IS NULL), 0) AS given_up
FROM loan_standing
WHERE credit > 0 OR restructured = 1 OR phase = 'written_off'

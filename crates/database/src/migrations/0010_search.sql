-- The filter for loans whose terms were changed is answered by the same two indexes as every other.

DROP INDEX loan_shelf_borrower;
CREATE INDEX loan_shelf_borrower ON loan_shelf (
    borrower_fold, loan, search_fold, phase, fund, party, project, next_due, restructured, outstanding
);
DROP INDEX loan_shelf_standing;
CREATE INDEX loan_shelf_standing ON loan_shelf (phase, fund, next_due, restructured, outstanding, paid_out, repaid);

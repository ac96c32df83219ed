-- What the dashboard and the task list look for among all loans: the tranches in one state, and the few loans that hold
-- money of their borrower, have changed terms, or were given up.

CREATE INDEX tranche_state ON tranche (state, amount);
CREATE INDEX loan_shelf_apart ON loan_shelf (fund, phase, credit, restructured, outstanding, paid_out, repaid, loan)
WHERE credit > 0 OR restructured = 1 OR phase = 'written_off';

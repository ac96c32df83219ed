-- What an earlier register tells was not done by the person who brought it in.

ALTER TABLE loan_event ADD COLUMN imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1));
ALTER TABLE tranche_step ADD COLUMN imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1));

-- Money handed back and debts forgiven: asked for by one person, done when others have approved.

CREATE TABLE loan_request (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    loan BLOB NOT NULL REFERENCES loan (id),
    kind TEXT NOT NULL CHECK (kind IN ('refund', 'forgive')),
    -- The value day.
    on_day INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- Of a refund.
    method TEXT CHECK (method IN ('transfer', 'deposit', 'cheque', 'pos', 'standing', 'cash')),
    reference TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    asked_by BLOB NOT NULL REFERENCES person (id),
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'dropped')),
    decided_at INTEGER,
    -- Why it was dropped.
    note TEXT NOT NULL DEFAULT '',
    CHECK ((state = 'waiting') = (decided_at IS NULL)),
    CHECK ((kind = 'refund') = (method IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX loan_request_waiting ON loan_request (loan, kind) WHERE state = 'waiting';
CREATE INDEX loan_request_loan ON loan_request (loan);
CREATE INDEX loan_request_asked_by ON loan_request (asked_by);

CREATE TABLE loan_request_approval (
    request BLOB NOT NULL REFERENCES loan_request (id),
    person BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (request, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX loan_request_approval_person ON loan_request_approval (person);

CREATE TRIGGER loan_request_approval_is_anothers BEFORE INSERT ON loan_request_approval
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.own_approval')
    WHERE EXISTS (SELECT 1 FROM loan_request WHERE id = new.request AND asked_by = new.person);
END;

-- A debt is forgiven with one approval, money is handed back with two; the reversal of either follows its event.
CREATE TRIGGER loan_entry_has_its_approvals BEFORE INSERT ON entry
WHEN new.event IN ('loan.refunded', 'loan.forgiven') AND new.reverses IS NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.approval_missing') WHERE new.approved_by IS NULL;
    SELECT RAISE(ABORT, 'refused: ledger.second_approval_missing')
    WHERE new.event = 'loan.refunded' AND new.second_approved_by IS NULL;
END;

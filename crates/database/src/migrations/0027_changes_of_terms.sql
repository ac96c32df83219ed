-- The terms of a loan are changed by two people: what is asked for holds the change and the plan it leads to. Money that
-- comes in after a loan was written off is an event of its own. Many loans are put off together by one decision.

DROP VIEW loan_movement;

CREATE TABLE loan_event_before (
    loan BLOB NOT NULL,
    place INTEGER NOT NULL,
    on_day INTEGER NOT NULL,
    kind TEXT NOT NULL,
    amount INTEGER NOT NULL,
    key TEXT,
    content TEXT NOT NULL,
    made_by BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    method TEXT,
    reference TEXT NOT NULL,
    receipt TEXT NOT NULL,
    payer TEXT NOT NULL,
    note TEXT NOT NULL,
    entry BLOB,
    undone_by INTEGER,
    imported INTEGER NOT NULL
) STRICT;

INSERT INTO loan_event_before (loan, place, on_day, kind, amount, key, content, made_by, recorded_at, method, reference,
                               receipt, payer, note, entry, undone_by, imported)
SELECT loan, place, on_day, kind, amount, key, content, made_by, recorded_at, method, reference, receipt, payer, note,
       entry, undone_by, imported
FROM loan_event;

DROP TABLE loan_event;

-- What happened to a loan; appended only.
CREATE TABLE loan_event (
    loan BLOB NOT NULL REFERENCES loan (id),
    -- The order of entry within the loan.
    place INTEGER NOT NULL CHECK (place > 0),
    -- The value day; it may lie before that of events entered earlier.
    on_day INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'repay', 'refund', 'undo', 'fee', 'waive_fee', 'tranche', 'shift', 'extend', 'defer', 're_amortise', 're_age',
        'pause', 'resume', 'write_off', 'recover', 'forgive')),
    -- Of events that have one; zero otherwise.
    amount INTEGER NOT NULL CHECK (amount >= 0),
    -- The same key twice in one loan adds nothing.
    key TEXT,
    -- The event as the engine takes it, as JSON.
    content TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    method TEXT CHECK (method IN ('transfer', 'deposit', 'cheque', 'pos', 'standing', 'cash')),
    reference TEXT NOT NULL DEFAULT '',
    -- The number on the receipt handed out before this program; empty where the voucher of the entry is the receipt.
    receipt TEXT NOT NULL DEFAULT '',
    -- Who brought the money, where it was not the borrower.
    payer TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    -- Its entry of the books; none where it moved no money, or lies before the opening day, whose balances hold it.
    entry BLOB REFERENCES entry (id),
    -- The undo that took it back. The only column that is ever written later.
    undone_by INTEGER CHECK (undone_by > place),
    imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1)),
    PRIMARY KEY (loan, place)
) STRICT, WITHOUT ROWID;

INSERT INTO loan_event (loan, place, on_day, kind, amount, key, content, made_by, recorded_at, method, reference, receipt,
                        payer, note, entry, undone_by, imported)
SELECT loan, place, on_day, kind, amount, key, content, made_by, recorded_at, method, reference, receipt, payer, note,
       entry, undone_by, imported
FROM loan_event_before;

DROP TABLE loan_event_before;

CREATE INDEX loan_event_day ON loan_event (on_day, kind, undone_by, amount);
CREATE INDEX loan_event_made_by ON loan_event (made_by);
CREATE INDEX loan_event_entry ON loan_event (entry) WHERE entry IS NOT NULL;
CREATE INDEX loan_event_receipt ON loan_event (receipt) WHERE receipt <> '';

CREATE TRIGGER loan_event_is_not_removed BEFORE DELETE ON loan_event
BEGIN
    SELECT RAISE(ABORT, 'refused: loans.append_only')
    WHERE NOT EXISTS (
        SELECT 1 FROM import_going going
        WHERE going.subject = old.loan AND going.kind = 'event' AND going.place = old.place
    );
END;

CREATE TRIGGER loan_event_is_not_changed BEFORE UPDATE ON loan_event
BEGIN
    SELECT RAISE(ABORT, 'refused: loans.append_only')
    WHERE (new.loan, new.place, new.on_day, new.kind, new.amount, coalesce(new.key, ''), new.content, new.made_by,
            new.recorded_at, coalesce(new.method, ''), new.reference, new.receipt, new.payer, new.note,
            coalesce(new.entry, x''))
        <> (old.loan, old.place, old.on_day, old.kind, old.amount, coalesce(old.key, ''), old.content, old.made_by,
            old.recorded_at, coalesce(old.method, ''), old.reference, old.receipt, old.payer, old.note,
            coalesce(old.entry, x''));
    SELECT RAISE(ABORT, 'refused: loans.append_only')
    WHERE old.undone_by IS NOT NULL
        AND (new.undone_by IS NOT NULL OR NOT EXISTS (
            SELECT 1 FROM import_going going
            WHERE going.subject = old.loan AND going.kind = 'event' AND going.place = old.undone_by
        ));
END;

CREATE VIEW loan_movement AS
SELECT loan, place, on_day, kind, amount, method, reference, receipt, payer, entry, undone_by FROM loan_event;

ALTER TABLE loan_request RENAME TO loan_request_before;

-- What a refund, a forgiveness, an undo or a change of terms will be, beside its request.
CREATE TABLE loan_request (
    id BLOB PRIMARY KEY NOT NULL REFERENCES approval_request (id),
    loan BLOB NOT NULL REFERENCES loan (id),
    -- What is owed is given up, as the committee decides, or only laid out anew.
    kind TEXT NOT NULL CHECK (kind IN ('refund', 'forgive', 'undo', 'change', 'give_up')),
    -- The value day.
    on_day INTEGER NOT NULL,
    -- Of an undo, that of its event, which may have none; of a change, what is given up by it.
    amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 900000000000000),
    -- Of a refund.
    method TEXT CHECK (method IN ('transfer', 'deposit', 'cheque', 'pos', 'standing', 'cash')),
    reference TEXT NOT NULL DEFAULT '',
    -- The event an undo takes back.
    place INTEGER CHECK (place > 0),
    -- The change, as JSON.
    content TEXT,
    cause TEXT,
    -- The rows that are open before it and after it, as JSON: what was proposed, and nothing else is approved.
    plan TEXT,
    CHECK ((kind = 'refund') = (method IS NOT NULL)),
    CHECK ((kind = 'undo') = (place IS NOT NULL)),
    CHECK (kind IN ('undo', 'change') OR amount > 0),
    CHECK ((kind IN ('change', 'give_up')) = (content IS NOT NULL)),
    CHECK ((content IS NULL) = (cause IS NULL) AND (content IS NULL) = (plan IS NULL))
) STRICT;

INSERT INTO loan_request (id, loan, kind, on_day, amount, method, reference, place)
SELECT id, loan, kind, on_day, amount, method, reference, place FROM loan_request_before;

DROP TABLE loan_request_before;

CREATE INDEX loan_request_loan ON loan_request (loan);

-- The instalments of many loans put off together, by one decision.
CREATE TABLE loan_deferral (
    id BLOB PRIMARY KEY NOT NULL,
    -- The value day of the events.
    on_day INTEGER NOT NULL,
    -- Which instalments: the first of each loan that falls due in these days.
    due_from INTEGER NOT NULL,
    due_until INTEGER NOT NULL CHECK (due_until >= due_from),
    fund BLOB REFERENCES fund (id),
    product BLOB REFERENCES product (id),
    periods INTEGER NOT NULL CHECK (periods BETWEEN 1 AND 24),
    cause TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX loan_deferral_product ON loan_deferral (product);
CREATE INDEX loan_deferral_fund ON loan_deferral (fund);

CREATE TABLE loan_deferral_loan (
    deferral BLOB NOT NULL REFERENCES loan_deferral (id),
    loan BLOB NOT NULL REFERENCES loan (id),
    from_due INTEGER NOT NULL,
    -- As of a request.
    plan TEXT NOT NULL,
    PRIMARY KEY (deferral, loan)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_deferral_loan_loan ON loan_deferral_loan (loan);

-- What gives up money of a fund, or asks more of a borrower, bears the name of who approved it.
DROP TRIGGER loan_entry_has_its_approvals;
CREATE TRIGGER loan_entry_has_its_approvals BEFORE INSERT ON entry
WHEN new.event IN (
        'loan.refunded', 'loan.forgiven', 'loan.written_off', 'loan.released', 'loan.fee_charged', 'loan.fee_waived')
    AND new.reverses IS NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.approval_missing') WHERE new.approved_by IS NULL;
    SELECT RAISE(ABORT, 'refused: ledger.second_approval_missing')
    WHERE new.event = 'loan.refunded' AND new.second_approved_by IS NULL;
END;

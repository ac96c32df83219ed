-- What an import would post waits for another person: its movements are kept until they are posted or refused.

-- How many movements others were asked to approve; none where everything came in at once.
ALTER TABLE import_run ADD COLUMN asked INTEGER NOT NULL DEFAULT 0 CHECK (asked >= 0);

CREATE TABLE import_waiting (
    run BLOB NOT NULL REFERENCES import_run (id),
    -- The order they are posted in.
    place INTEGER NOT NULL CHECK (place > 0),
    kind TEXT NOT NULL CHECK (kind IN ('paid_out', 'paid_back', 'reversed')),
    -- The row of its sheet; 0 where the row of the loan itself tells of it.
    sheet_row INTEGER NOT NULL CHECK (sheet_row >= 0),
    loan_no TEXT NOT NULL CHECK (loan_no <> ''),
    fund BLOB NOT NULL REFERENCES fund (id),
    on_day INTEGER NOT NULL,
    -- Without a sign.
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- The judged row, as JSON.
    content TEXT NOT NULL,
    PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_waiting_fund ON import_waiting (fund);

-- What is approved is what was asked for, whoever writes.
CREATE TRIGGER import_waiting_is_complete BEFORE INSERT ON import_waiting
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only')
    WHERE EXISTS (SELECT 1 FROM approval_request WHERE subject = new.run AND step = 'importing.movements');
END;

CREATE TRIGGER import_waiting_is_not_changed BEFORE UPDATE ON import_waiting
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only');
END;

CREATE TRIGGER import_waiting_is_not_removed BEFORE DELETE ON import_waiting
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only')
    WHERE EXISTS (
        SELECT 1 FROM approval_request WHERE subject = old.run AND step = 'importing.movements' AND state = 'waiting'
    );
END;

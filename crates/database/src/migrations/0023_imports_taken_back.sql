-- An import is taken back as a whole, by two people: what it made is remembered, entries of the books are reversed, and its
-- records go.

-- The newest line of the trail before it was saved: changes since stand after it.
ALTER TABLE import_run ADD COLUMN after_line INTEGER NOT NULL DEFAULT 0 CHECK (after_line >= 0);
-- Whether what it made is remembered; nothing was, before this step.
ALTER TABLE import_run ADD COLUMN remembered INTEGER NOT NULL DEFAULT 0 CHECK (remembered IN (0, 1));
ALTER TABLE import_run ADD COLUMN taken_back_at INTEGER;
ALTER TABLE import_run ADD COLUMN taken_back_by BLOB REFERENCES person (id);
CREATE INDEX import_run_taken_back_by ON import_run (taken_back_by) WHERE taken_back_by IS NOT NULL;

CREATE TABLE import_made (
    run BLOB NOT NULL REFERENCES import_run (id),
    kind TEXT NOT NULL CHECK (kind IN ('file', 'member', 'fund', 'project', 'loan', 'tranche', 'event', 'entry')),
    -- The record; of an event, its loan.
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    -- The place of an event within its loan; zero of every other record.
    place INTEGER NOT NULL CHECK (place >= 0),
    PRIMARY KEY (run, kind, subject, place),
    CHECK ((kind = 'event') = (place > 0))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX import_made_subject ON import_made (subject, kind, place);

-- What goes with the import that made it, while it is being taken back.
CREATE VIEW import_going AS
SELECT made.kind, made.subject, made.place
FROM import_made made
JOIN import_run run ON run.id = made.run
WHERE run.taken_back_at IS NOT NULL;

CREATE TRIGGER import_made_is_of_a_standing_run BEFORE INSERT ON import_made
BEGIN
    SELECT RAISE(ABORT, 'refused: importing.taken_back')
    WHERE NOT EXISTS (SELECT 1 FROM import_run WHERE id = new.run AND remembered = 1 AND taken_back_at IS NULL);
END;

CREATE TRIGGER import_made_is_not_changed BEFORE UPDATE ON import_made
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only');
END;

CREATE TRIGGER import_made_goes_with_its_run BEFORE DELETE ON import_made
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only')
    WHERE EXISTS (SELECT 1 FROM import_run WHERE id = old.run AND taken_back_at IS NULL);
END;

-- Two people, neither of whom brought it in alone: one asked, and another who did not bring it in has approved.
CREATE TRIGGER import_run_is_taken_back_by_another BEFORE UPDATE ON import_run
WHEN new.taken_back_at IS NOT NULL OR old.taken_back_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: importing.taken_back') WHERE old.taken_back_at IS NOT NULL;
    SELECT RAISE(ABORT, 'refused: importing.own_taking_back')
    WHERE new.taken_back_by IS NULL OR new.taken_back_by = old.saved_by;
    SELECT RAISE(ABORT, 'refused: approvals.approval_missing')
    WHERE NOT EXISTS (
        SELECT 1 FROM approval_request request
        JOIN approval ON approval.request = request.id
        WHERE request.subject = old.id AND request.step = 'importing.taking_back' AND request.state = 'approved'
            AND approval.person = new.taken_back_by
    );
END;

CREATE TRIGGER import_run_keeps_who_and_when BEFORE UPDATE ON import_run
WHEN (new.id, new.subject, new.file_name, new.file_sha256, new.saved_at, new.saved_by, new.ready, new.ask, new.refused,
        new.skipped, new.asked, new.after_line, new.remembered)
    <> (old.id, old.subject, old.file_name, old.file_sha256, old.saved_at, old.saved_by, old.ready, old.ask, old.refused,
        old.skipped, old.asked, old.after_line, old.remembered)
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only');
END;

-- Rows that are only ever added go with the import that made them, and in no other way.
DROP TRIGGER status_change_is_not_removed;
CREATE TRIGGER status_change_is_not_removed BEFORE DELETE ON status_change
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only')
    WHERE NOT EXISTS (
        SELECT 1 FROM import_going going
        WHERE going.subject = old.subject AND going.kind = old.subject_kind AND going.kind = 'file'
    );
END;

DROP TRIGGER loan_event_is_not_removed;
CREATE TRIGGER loan_event_is_not_removed BEFORE DELETE ON loan_event
BEGIN
    SELECT RAISE(ABORT, 'refused: loans.append_only')
    WHERE NOT EXISTS (
        SELECT 1 FROM import_going going
        WHERE going.subject = old.loan AND going.kind = 'event' AND going.place = old.place
    );
END;

-- What an import took back stands again, when the import itself is taken back.
DROP TRIGGER loan_event_is_not_changed;
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

-- A fund whose entries stay in the books, reversed, is named by them and shown nowhere else. It takes no line any more.
ALTER TABLE fund ADD COLUMN withdrawn_at INTEGER;

CREATE TRIGGER fund_stays_withdrawn BEFORE UPDATE ON fund
WHEN old.withdrawn_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.fund_withdrawn');
END;

CREATE TRIGGER fund_is_withdrawn_empty BEFORE UPDATE ON fund
WHEN new.withdrawn_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.fund_in_use')
    WHERE EXISTS (SELECT 1 FROM line WHERE fund = old.id GROUP BY account HAVING sum(amount) <> 0);
END;

CREATE TRIGGER line_is_of_a_standing_fund BEFORE INSERT ON line
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.fund_withdrawn')
    WHERE EXISTS (SELECT 1 FROM fund WHERE id = new.fund AND withdrawn_at IS NOT NULL);
END;

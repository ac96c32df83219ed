-- Registers of guarantees, visits and commitments come in as other files do, and go again with their import.

-- A fourth kind of file. The check of a column cannot be changed: the column is made anew.
DROP TRIGGER import_run_is_taken_back_by_another;
DROP TRIGGER import_run_keeps_who_and_when;
ALTER TABLE import_run RENAME COLUMN subject TO subject_before;
ALTER TABLE import_run ADD COLUMN subject TEXT NOT NULL DEFAULT 'beneficiaries'
    CHECK (subject IN ('beneficiaries', 'loans', 'openings', 'follow_up'));
UPDATE import_run SET subject = subject_before;
ALTER TABLE import_run DROP COLUMN subject_before;

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

ALTER TABLE import_map RENAME TO import_map_before;
CREATE TABLE import_map (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    subject TEXT NOT NULL CHECK (subject IN ('beneficiaries', 'loans', 'openings', 'follow_up')),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL,
    -- Field to header for each table, as JSON.
    headers TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    used_at INTEGER NOT NULL,
    UNIQUE (subject, name_fold)
) STRICT;
INSERT INTO import_map (id, subject, name, name_fold, headers, made_by, used_at)
SELECT id, subject, name, name_fold, headers, made_by, used_at FROM import_map_before;
DROP TABLE import_map_before;
CREATE INDEX import_map_made_by ON import_map (made_by);

-- What such an import made: guarantees and the guarantors nobody knew before, activities, commitments.
ALTER TABLE import_made RENAME TO import_made_before;
CREATE TABLE import_made (
    run BLOB NOT NULL REFERENCES import_run (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'file', 'member', 'fund', 'project', 'loan', 'tranche', 'event', 'entry', 'guarantor', 'guarantee', 'activity',
        'commitment')),
    -- The record; of an event, its loan.
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    -- The place of an event within its loan; zero of every other record.
    place INTEGER NOT NULL CHECK (place >= 0),
    PRIMARY KEY (run, kind, subject, place),
    CHECK ((kind = 'event') = (place > 0))
) STRICT, WITHOUT ROWID;
INSERT INTO import_made (run, kind, subject, place) SELECT run, kind, subject, place FROM import_made_before;

DROP VIEW import_going;
CREATE VIEW import_going AS
SELECT made.kind, made.subject, made.place
FROM import_made made
JOIN import_run run ON run.id = made.run
WHERE run.taken_back_at IS NOT NULL;

DROP TABLE import_made_before;
CREATE UNIQUE INDEX import_made_subject ON import_made (subject, kind, place);

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

-- From a register of before, and whether a person said that what it tells halts a project; nothing of those made here.
ALTER TABLE activity ADD COLUMN from_register TEXT CHECK (from_register IN ('past', 'judged'));
ALTER TABLE commitment ADD COLUMN from_register TEXT CHECK (from_register IN ('past', 'judged'));
ALTER TABLE guarantee ADD COLUMN imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1));

-- What was seen and promised before, and halts nothing, is told with what it was; those who judge leave it out.
DROP VIEW follow_up_visit;
CREATE VIEW follow_up_visit AS
SELECT id, kind, subject_kind, subject, planned_on, done_on, done_by, recorded_by,
       CASE WHEN from_register = 'past' THEN NULL ELSE signal END AS signal, state, comes_from, closed_with
FROM activity;
DROP VIEW follow_up_commitment;
CREATE VIEW follow_up_commitment AS
SELECT id, subject_kind, subject, side, due, met_on,
       CASE WHEN from_register = 'past' AND side = 'beneficiary' AND state = 'open' THEN 'excused' ELSE state END AS state,
       depends_on
FROM commitment;
DROP VIEW follow_up_reading;
CREATE VIEW follow_up_reading AS
SELECT a.subject_kind, a.subject, a.id AS activity, a.done_on, r.kind, r.value
FROM activity a
JOIN activity_reading r ON r.activity = a.id
WHERE a.from_register IS NULL;

-- What came in so goes with its import, and in no other way.
DROP TRIGGER guarantee_stays;
CREATE TRIGGER guarantee_stays BEFORE DELETE ON guarantee
BEGIN
    SELECT RAISE(ABORT, 'refused: guarantees.stays')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'guarantee' AND going.subject = old.id);
END;

DROP TRIGGER status_change_is_not_removed;
CREATE TRIGGER status_change_is_not_removed BEFORE DELETE ON status_change
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only')
    WHERE NOT EXISTS (
        SELECT 1 FROM import_going going
        WHERE going.subject = old.subject AND going.kind = old.subject_kind
            AND going.kind IN ('file', 'guarantee', 'activity', 'commitment')
    );
END;

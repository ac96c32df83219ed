-- Registers of requests and of the social research come in as other files do, and go again with their import.

-- A fifth kind of file. The check of a column cannot be changed: the column is made anew.
DROP TRIGGER import_run_is_taken_back_by_another;
DROP TRIGGER import_run_keeps_who_and_when;
ALTER TABLE import_run RENAME COLUMN subject TO subject_before;
ALTER TABLE import_run ADD COLUMN subject TEXT NOT NULL DEFAULT 'beneficiaries'
    CHECK (subject IN ('beneficiaries', 'loans', 'openings', 'follow_up', 'case_registers'));
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
    subject TEXT NOT NULL CHECK (subject IN ('beneficiaries', 'loans', 'openings', 'follow_up', 'case_registers')),
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

-- What such an import made: requests and assessments.
ALTER TABLE import_made RENAME TO import_made_before;
CREATE TABLE import_made (
    run BLOB NOT NULL REFERENCES import_run (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'file', 'member', 'fund', 'project', 'loan', 'tranche', 'event', 'entry', 'guarantor', 'guarantee', 'activity',
        'commitment', 'request', 'assessment')),
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

-- From a register of before: ended there, or open and going on here. Nothing of requests that were taken in here.
ALTER TABLE case_request ADD COLUMN from_register TEXT CHECK (from_register IN ('history', 'open'));
-- The number the office gave it in its register; empty where there is none.
ALTER TABLE case_request ADD COLUMN register_no TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX case_request_register_no ON case_request (register_no) WHERE register_no <> '';

-- What a register tells of a decision and is none here: it lacks the outcome, the day or who of the office took it.
CREATE TABLE case_register (
    request BLOB PRIMARY KEY NOT NULL REFERENCES case_request (id),
    outcome TEXT CHECK (outcome IN ('approved', 'rejected', 'waitlisted', 'referred', 'upheld', 'partly', 'settled',
        'not_settled')),
    decided_on INTEGER,
    decided_by BLOB REFERENCES person (id),
    -- Who decided and never worked here under a name of the office's people.
    decided_by_name TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX case_register_decided_by ON case_register (decided_by);

CREATE TRIGGER case_register_is_not_changed BEFORE UPDATE ON case_register
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only');
END;
CREATE TRIGGER case_register_stays BEFORE DELETE ON case_register
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'request' AND going.subject = old.request);
END;

-- Nothing is decided when it is taken in, but by a register; and of what goes on here not by who brings it in.
CREATE TRIGGER case_request_is_not_born_decided BEFORE INSERT ON case_request
WHEN new.outcome IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only') WHERE new.from_register IS NULL;
    SELECT RAISE(ABORT, 'refused: requests.register_own_decision')
    WHERE new.from_register = 'open' AND new.decided_by = new.received_by;
END;

CREATE TRIGGER case_request_register_stays BEFORE UPDATE OF from_register, register_no ON case_request
WHEN new.from_register IS NOT old.from_register OR new.register_no <> old.register_no
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only');
END;

-- A grievance of a register is neither studied nor decided by who studied or decided what it is against.
CREATE TRIGGER case_request_born_by_others BEFORE INSERT ON case_request
WHEN new.parent IS NOT NULL AND (new.researcher IS NOT NULL OR new.decided_by IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.register_contested')
    WHERE EXISTS (
        SELECT 1 FROM case_request p LEFT JOIN case_request g ON g.id = p.parent
        WHERE p.id = new.parent AND (
            new.researcher IN (p.researcher, p.decided_by, g.researcher, g.decided_by)
            OR new.decided_by IN (p.researcher, p.decided_by, g.researcher, g.decided_by)));
END;

-- What ended before is rated by nobody.
DROP VIEW case_request_closed;
CREATE VIEW case_request_closed AS
SELECT id AS request, request_no, kind, department, against, restricted, due, decided_on, ended_on
FROM case_request
WHERE state = 'closed' AND from_register IS NOT 'history';

-- What came in so goes with its import, and in no other way.
DROP TRIGGER case_request_stays;
CREATE TRIGGER case_request_stays BEFORE DELETE ON case_request
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'request' AND going.subject = old.id);
END;
DROP TRIGGER case_event_stays;
CREATE TRIGGER case_event_stays BEFORE DELETE ON case_event
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'request' AND going.subject = old.request);
END;
DROP TRIGGER case_service_stays;
CREATE TRIGGER case_service_stays BEFORE DELETE ON case_service
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'request' AND going.subject = old.request);
END;

-- An assessment of a register, and the score the office had given it, in its own words.
ALTER TABLE assessment ADD COLUMN from_register INTEGER NOT NULL DEFAULT 0 CHECK (from_register IN (0, 1));
ALTER TABLE assessment ADD COLUMN register_score TEXT NOT NULL DEFAULT '';

-- None is reviewed when it is begun, but by a register.
CREATE TRIGGER assessment_is_not_born_reviewed BEFORE INSERT ON assessment
WHEN new.reviewed_by IS NOT NULL AND new.from_register = 0
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only');
END;

DROP TRIGGER assessment_stays;
CREATE TRIGGER assessment_stays BEFORE DELETE ON assessment
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'assessment' AND going.subject = old.id);
END;
DROP TRIGGER assessment_hand_stays;
CREATE TRIGGER assessment_hand_stays BEFORE DELETE ON assessment_hand
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'assessment' AND going.subject = old.assessment);
END;

DROP TRIGGER status_change_is_not_removed;
CREATE TRIGGER status_change_is_not_removed BEFORE DELETE ON status_change
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only')
    WHERE NOT EXISTS (
        SELECT 1 FROM import_going going
        WHERE going.subject = old.subject AND going.kind = old.subject_kind
            AND going.kind IN ('file', 'guarantee', 'activity', 'commitment', 'request', 'assessment')
    );
END;

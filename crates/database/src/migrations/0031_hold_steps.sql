-- What is done for a halted project, what somebody saw and halted it for, and how the association set the rules of holds.

-- A cause that was told says whose matter it is, and what was seen.
DROP TRIGGER hold_ends_once;
DROP TRIGGER hold_cause_is_not_changed;
DROP TRIGGER hold_cause_stays;
DROP INDEX hold_cause_seen_by;
DROP INDEX hold_cause_told_by;
ALTER TABLE hold_cause RENAME TO hold_cause_before;
CREATE TABLE hold_cause (
    hold BLOB NOT NULL REFERENCES hold (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN (
        'dpd', 'visit_missed', 'signal', 'purchase_unverified', 'commitment_late', 'guarantee_expired', 'sales_down',
        'told')),
    -- The record it is about, or the day of an arrear or a reading. The same pair is judged once.
    reference TEXT NOT NULL CHECK (reference <> ''),
    since INTEGER NOT NULL,
    found_on INTEGER NOT NULL,
    -- Of a signal: who saw it, and who wrote it down; of what was told: who told it. Neither ends the hold.
    seen_by BLOB REFERENCES person (id),
    told_by BLOB REFERENCES person (id),
    side TEXT CHECK (side IN ('beneficiary', 'association', 'market')),
    said TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (hold, kind, reference),
    CHECK ((kind = 'told') = (side IS NOT NULL)),
    CHECK ((kind = 'told') = (said <> '')),
    CHECK (kind <> 'told' OR told_by IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO hold_cause (hold, kind, reference, since, found_on, seen_by, told_by)
SELECT hold, kind, reference, since, found_on, seen_by, told_by FROM hold_cause_before;
DROP TABLE hold_cause_before;
CREATE INDEX hold_cause_seen_by ON hold_cause (seen_by);
CREATE INDEX hold_cause_told_by ON hold_cause (told_by);

CREATE TRIGGER hold_ends_once BEFORE UPDATE ON hold
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only')
    WHERE old.state = 'released' OR new.loan <> old.loan OR new.opened_on <> old.opened_on;
    SELECT RAISE(ABORT, 'refused: holds.visitor')
    WHERE new.released_by = old.opened_by
        OR EXISTS (
            SELECT 1 FROM hold_cause
            WHERE hold = old.id AND (seen_by = new.released_by OR told_by = new.released_by)
        );
    -- Whoever proposed how it ends does not end it, whatever asks for it.
    SELECT RAISE(ABORT, 'refused: holds.own_decision')
    WHERE EXISTS (SELECT 1 FROM approval_request WHERE id = new.decision AND asked_by = new.released_by);
END;

CREATE TRIGGER hold_cause_is_not_changed BEFORE UPDATE ON hold_cause
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only');
END;

CREATE TRIGGER hold_cause_stays BEFORE DELETE ON hold_cause
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only')
    WHERE EXISTS (
        SELECT 1 FROM hold h
        WHERE h.id = old.hold AND NOT EXISTS (SELECT 1 FROM import_going going WHERE going.subject = h.loan)
    );
END;

-- What is done so that the project goes on: by whom, until when.
CREATE TABLE hold_step (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    hold BLOB NOT NULL REFERENCES hold (id),
    text TEXT NOT NULL CHECK (text <> ''),
    side TEXT NOT NULL CHECK (side IN ('beneficiary', 'association')),
    -- Who of the office does it, or sees to it that the borrower does.
    owner BLOB NOT NULL REFERENCES person (id),
    due INTEGER NOT NULL,
    -- The day that was named first; later than it says that the step was put off.
    first_due INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    settled_on INTEGER,
    -- What came of it, or why it is not done.
    outcome TEXT NOT NULL DEFAULT '',
    settled_by BLOB REFERENCES person (id),
    added_by BLOB NOT NULL REFERENCES person (id),
    added_on INTEGER NOT NULL,
    CHECK ((state = 'open') = (settled_on IS NULL)),
    CHECK ((settled_on IS NULL) = (settled_by IS NULL)),
    CHECK (state = 'open' OR outcome <> '')
) STRICT;
CREATE INDEX hold_step_hold ON hold_step (hold, due);
CREATE INDEX hold_step_owner ON hold_step (owner, due) WHERE state = 'open';
CREATE INDEX hold_step_of ON hold_step (owner);
CREATE INDEX hold_step_settled_by ON hold_step (settled_by);
CREATE INDEX hold_step_added_by ON hold_step (added_by);

CREATE TRIGGER hold_step_is_settled_once BEFORE UPDATE ON hold_step
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only')
    WHERE old.state <> 'open' OR new.hold <> old.hold OR new.first_due <> old.first_due;
END;

CREATE TRIGGER hold_step_stays BEFORE DELETE ON hold_step
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only');
END;

-- How the association set the rules of holds, each time; what is shipped holds until the first.
CREATE TABLE hold_rule (
    version INTEGER PRIMARY KEY NOT NULL CHECK (version >= 1),
    content TEXT NOT NULL,
    -- The decision it rests on.
    reason TEXT NOT NULL CHECK (reason <> ''),
    set_by BLOB NOT NULL REFERENCES person (id),
    set_at INTEGER NOT NULL
) STRICT;
CREATE INDEX hold_rule_set_by ON hold_rule (set_by);

CREATE TRIGGER hold_rule_is_not_changed BEFORE UPDATE ON hold_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only');
END;

CREATE TRIGGER hold_rule_stays BEFORE DELETE ON hold_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only');
END;

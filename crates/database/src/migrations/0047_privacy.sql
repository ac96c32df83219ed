-- How long the data of people are kept after their file has ended, and what is decided about those kept long enough.

CREATE TABLE retention_rule (
    version INTEGER PRIMARY KEY NOT NULL CHECK (version > 0),
    -- After the file was closed or graduated.
    months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 600),
    -- The decision it rests on.
    decision TEXT NOT NULL CHECK (decision <> ''),
    set_by BLOB NOT NULL REFERENCES person (id),
    set_at INTEGER NOT NULL
) STRICT;
CREATE INDEX retention_rule_set_by ON retention_rule (set_by);

CREATE TRIGGER retention_rule_is_not_changed BEFORE UPDATE ON retention_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: privacy.append_only');
END;
CREATE TRIGGER retention_rule_stays BEFORE DELETE ON retention_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: privacy.append_only');
END;

CREATE TABLE retention_decision (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    party BLOB NOT NULL REFERENCES case_file (party),
    file_no TEXT NOT NULL CHECK (file_no <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('keep', 'anonymise')),
    state TEXT NOT NULL CHECK (state IN ('kept', 'waiting', 'done', 'dropped')),
    reason TEXT NOT NULL CHECK (reason <> ''),
    -- Of what is kept: until when it is not asked again.
    until_day INTEGER,
    asked_by BLOB NOT NULL REFERENCES person (id),
    asked_on INTEGER NOT NULL,
    decided_by BLOB REFERENCES person (id),
    decided_on INTEGER,
    -- Why it was dropped.
    note TEXT NOT NULL DEFAULT '',
    CHECK ((kind = 'keep') = (state = 'kept')),
    CHECK ((kind = 'keep') = (until_day IS NOT NULL)),
    CHECK ((state IN ('done', 'dropped')) = (decided_by IS NOT NULL)),
    CHECK ((decided_by IS NULL) = (decided_on IS NULL)),
    CHECK (state <> 'dropped' OR note <> ''),
    -- Nobody takes out what they asked to be taken out.
    CHECK (state <> 'done' OR decided_by <> asked_by)
) STRICT;
CREATE INDEX retention_decision_party ON retention_decision (party, asked_on);
CREATE UNIQUE INDEX retention_decision_waits ON retention_decision (party) WHERE state = 'waiting';
CREATE INDEX retention_decision_asked_by ON retention_decision (asked_by);
CREATE INDEX retention_decision_decided_by ON retention_decision (decided_by);

CREATE TRIGGER retention_decision_is_settled_once BEFORE UPDATE ON retention_decision
BEGIN
    SELECT RAISE(ABORT, 'refused: privacy.append_only')
    WHERE old.state <> 'waiting' OR new.party <> old.party OR new.reason <> old.reason OR new.asked_by <> old.asked_by;
    SELECT RAISE(ABORT, 'refused: privacy.own_request')
    WHERE new.state = 'done' AND NOT EXISTS (
        SELECT 1 FROM approval_hand WHERE step = 'privacy.anonymise' AND subject = old.id);
END;
CREATE TRIGGER retention_decision_stays BEFORE DELETE ON retention_decision
BEGIN
    SELECT RAISE(ABORT, 'refused: privacy.append_only');
END;

-- Since when files have ended.
CREATE VIEW file_ended AS
SELECT f.party, f.file_no, f.status, f.status_since, p.name, p.name_fold
FROM case_file f
JOIN party_place p ON p.id = f.party
WHERE f.status IN ('closed', 'graduated') AND p.merged_into IS NULL;

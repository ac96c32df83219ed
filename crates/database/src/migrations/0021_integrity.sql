-- What verification found, or a start: told to everybody who opens the office until an administrator says a word on it.
CREATE TABLE integrity_notice (
    -- 1, 2, 3 … in the order in which they were found.
    number INTEGER PRIMARY KEY NOT NULL CHECK (number > 0),
    found_at INTEGER NOT NULL,
    -- The key of its sentence.
    kind TEXT NOT NULL CHECK (kind <> ''),
    -- What tells it apart from others of its kind: a seal, a record and its field.
    subject TEXT NOT NULL,
    -- What fills the sentence, as JSON.
    args TEXT NOT NULL,
    acknowledged_by BLOB REFERENCES person (id),
    acknowledged_at INTEGER,
    word TEXT NOT NULL DEFAULT '',
    CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL)),
    CHECK ((acknowledged_by IS NULL) = (word = ''))
) STRICT;
CREATE INDEX integrity_notice_by ON integrity_notice (acknowledged_by);

CREATE TRIGGER integrity_notice_is_answered_once BEFORE UPDATE ON integrity_notice
WHEN old.acknowledged_by IS NOT NULL OR (new.number, new.found_at, new.kind, new.subject, new.args)
    <> (old.number, old.found_at, old.kind, old.subject, old.args)
BEGIN
    SELECT RAISE(ABORT, 'refused: audit.append_only');
END;

CREATE TRIGGER integrity_notice_is_not_removed BEFORE DELETE ON integrity_notice
BEGIN
    SELECT RAISE(ABORT, 'refused: audit.append_only');
END;

-- How the records a line is about stand after it, where verification compares them: JSON, sealed with the line.
ALTER TABLE audit ADD COLUMN told TEXT;
CREATE INDEX audit_told ON audit (seq) WHERE told IS NOT NULL;

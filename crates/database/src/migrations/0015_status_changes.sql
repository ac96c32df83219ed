-- A change of status is a row of its own, of whatever record: what stood on a day is asked here. The audit trail is
-- evidence, never a source of figures.

CREATE TABLE status_change (
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    -- 1, 2, 3 … within the record, in the order in which it happened.
    number INTEGER NOT NULL CHECK (number > 0),
    -- Nothing for the status a record begins with.
    from_status TEXT CHECK (from_status <> ''),
    to_status TEXT NOT NULL CHECK (to_status <> ''),
    -- The civil day in Riyadh.
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    -- Unknown only for records whose beginning stood in no line of its own before this table was kept.
    by BLOB REFERENCES person (id),
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (subject_kind, subject, number),
    CHECK ((from_status IS NULL) = (number = 1))
) STRICT, WITHOUT ROWID;

-- The rows of before. What a file went through stands in the trail, one line for each change.
WITH told AS (
    SELECT unhex(subject, '-') AS party, seq, at, person, before ->> 'status' AS from_status,
           after ->> 'status' AS to_status, coalesce(after ->> 'reason', '') AS reason
    FROM audit
    WHERE command IN ('beneficiaries.change_status', 'beneficiaries.activate_many') AND outcome = 'done'
        -- A line that does not say both is evidence of something else, and must keep no office from opening.
        AND before ->> 'status' <> '' AND after ->> 'status' <> '' AND length(unhex(subject, '-')) = 16
)
INSERT INTO status_change (subject_kind, subject, number, from_status, to_status, day, at, by, reason)
SELECT 'file', party, 1 + row_number() OVER (PARTITION BY party ORDER BY seq), from_status, to_status,
       (at + 10800000000) / 86400000000, at, person, reason
FROM told;

-- Each began on the day it was opened, by whom its own line says; files of an import came in many to a line, and began
-- with their day.
INSERT INTO status_change (subject_kind, subject, number, from_status, to_status, day, at, by, reason)
SELECT 'file', f.party, 1, NULL, coalesce(s.from_status, f.status), f.opened_on,
       coalesce(a.at, f.opened_on * 86400000000 - 10800000000), a.person, ''
FROM case_file f
LEFT JOIN status_change s ON s.subject_kind = 'file' AND s.subject = f.party AND s.number = 2
LEFT JOIN (
    SELECT unhex(subject, '-') AS party, min(at) AS at, person
    FROM audit
    WHERE command = 'beneficiaries.add' AND outcome = 'done'
    GROUP BY subject
) a ON a.party = f.party;

-- A history that does not lead to where the file stands is led there, by nobody known: the next change begins at it.
INSERT INTO status_change (subject_kind, subject, number, from_status, to_status, day, at, by, reason)
SELECT 'file', f.party, s.number + 1, s.to_status, f.status, s.day, s.at, NULL, ''
FROM case_file f
JOIN status_change s ON s.subject_kind = 'file' AND s.subject = f.party
WHERE s.number = (SELECT max(number) FROM status_change WHERE subject_kind = 'file' AND subject = f.party)
    AND s.to_status <> f.status;

CREATE INDEX status_change_day ON status_change (subject_kind, day);
CREATE INDEX status_change_by ON status_change (by);

CREATE TRIGGER status_change_is_not_changed BEFORE UPDATE ON status_change
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only');
END;

CREATE TRIGGER status_change_is_not_removed BEFORE DELETE ON status_change
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only');
END;

-- A change joins only after the last one and only from where that one led; so INSERT OR REPLACE finds no row to replace.
CREATE TRIGGER status_change_follows BEFORE INSERT ON status_change
WHEN new.number <> (
        SELECT coalesce(max(number), 0) + 1 FROM status_change
        WHERE subject_kind = new.subject_kind AND subject = new.subject
    )
    OR new.from_status IS NOT (
        SELECT to_status FROM status_change
        WHERE subject_kind = new.subject_kind AND subject = new.subject
        ORDER BY number DESC LIMIT 1
    )
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only');
END;

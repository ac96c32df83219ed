-- Which version a record that people edit stands at, and who made it: two people who have it open do not save over each
-- other. A record nobody has changed since this step has no row and is at version 0.

CREATE TABLE record_version (
    subject TEXT NOT NULL CHECK (subject <> ''),
    id TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    changed_by BLOB NOT NULL REFERENCES person (id),
    changed_by_name TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (subject, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX record_version_changed_by ON record_version (changed_by);

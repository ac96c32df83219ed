-- What came in from an office's own files: remembered columns, and each import that was saved.

-- Where the columns of an office's files stand, under a name.
CREATE TABLE import_map (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    subject TEXT NOT NULL CHECK (subject IN ('beneficiaries', 'loans', 'openings')),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL,
    -- Field to header for each table, as JSON.
    headers TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    used_at INTEGER NOT NULL,
    UNIQUE (subject, name_fold)
) STRICT;

CREATE INDEX import_map_made_by ON import_map (made_by);

CREATE TABLE import_run (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    subject TEXT NOT NULL CHECK (subject IN ('beneficiaries', 'loans', 'openings')),
    file_name TEXT NOT NULL,
    file_sha256 BLOB NOT NULL CHECK (length(file_sha256) = 32),
    saved_at INTEGER NOT NULL,
    saved_by BLOB NOT NULL REFERENCES person (id),
    -- How the rows ended.
    ready INTEGER NOT NULL CHECK (ready >= 0),
    ask INTEGER NOT NULL CHECK (ask >= 0),
    refused INTEGER NOT NULL CHECK (refused >= 0),
    skipped INTEGER NOT NULL CHECK (skipped >= 0)
) STRICT;

CREATE INDEX import_run_saved_by ON import_run (saved_by);
CREATE INDEX import_run_file ON import_run (file_sha256, saved_at);
CREATE INDEX import_run_saved_at ON import_run (saved_at);

-- Identity numbers whose rows were refused: a loan of theirs is refused with the reason why.
CREATE TABLE import_refused_identity (
    run BLOB NOT NULL REFERENCES import_run (id),
    number TEXT NOT NULL CHECK (number <> ''),
    PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

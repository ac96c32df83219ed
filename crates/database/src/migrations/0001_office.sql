-- The office itself: its association, its people, their audit trail, their settings, its backups.

CREATE TABLE person (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL,
    -- Folded; what a person types to sign in.
    login TEXT NOT NULL UNIQUE CHECK (login <> ''),
    role TEXT NOT NULL CHECK (role IN ('researcher', 'supervisor', 'finance', 'committee', 'administrator')),
    -- An administrator gave the password; its owner chooses another at the next sign-in.
    must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1)),
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER,
    archived_at INTEGER
) STRICT;

CREATE TABLE association (
    -- One office, one association.
    one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
    name_ar TEXT NOT NULL,
    name_en TEXT NOT NULL,
    licence_no TEXT NOT NULL,
    unified_no TEXT NOT NULL,
    region TEXT NOT NULL,
    city TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    website TEXT NOT NULL DEFAULT '',
    logo BLOB,
    logo_mime TEXT,
    fiscal_year_start_month INTEGER NOT NULL DEFAULT 1 CHECK (fiscal_year_start_month BETWEEN 1 AND 12),
    digits TEXT NOT NULL CHECK (digits IN ('latin', 'arabic')),
    calendar TEXT NOT NULL CHECK (calendar IN ('hijri', 'gregorian')),
    idle_minutes INTEGER NOT NULL DEFAULT 15 CHECK (idle_minutes BETWEEN 1 AND 240),
    recovery_confirmed_at INTEGER,
    demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1)),
    created_at INTEGER NOT NULL,
    CHECK ((logo IS NULL) = (logo_mime IS NULL))
) STRICT;

-- Who did what, when, before and after: append-only, each line sealed over the one before it.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY NOT NULL CHECK (seq > 0),
    at INTEGER NOT NULL,
    person BLOB REFERENCES person (id),
    command TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT,
    subject TEXT,
    summary TEXT NOT NULL,
    -- Folded, for the search.
    summary_fold TEXT NOT NULL,
    before TEXT,
    after TEXT,
    outcome TEXT NOT NULL,
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_person ON audit (person, seq);
CREATE INDEX audit_subject ON audit (subject, seq);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'refused: audit.append_only');
END;

CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'refused: audit.append_only');
END;

-- A line joins only at the end and only onto the line that is there; so INSERT OR REPLACE finds no line to replace.
CREATE TRIGGER audit_grows_at_its_end BEFORE INSERT ON audit
WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
    OR new.prev_hash <> coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN
    SELECT RAISE(ABORT, 'refused: audit.append_only');
END;

-- Every write carries a request: the same one again gets the stored answer.
CREATE TABLE request (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    command TEXT NOT NULL,
    person BLOB REFERENCES person (id),
    input_hash BLOB NOT NULL CHECK (length(input_hash) = 32),
    answer TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX request_at ON request (at);

CREATE TABLE preference (
    person BLOB NOT NULL REFERENCES person (id),
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (person, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE backup (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    made_at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('daily', 'weekly', 'monthly', 'manual', 'before_upgrade', 'before_restore')),
    file TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    audit_seq INTEGER NOT NULL,
    audit_head BLOB NOT NULL CHECK (length(audit_head) = 32),
    verified_at INTEGER,
    -- The rotation or a person removed the file; the line stays.
    removed_at INTEGER
) STRICT;

CREATE INDEX backup_made_at ON backup (made_at);

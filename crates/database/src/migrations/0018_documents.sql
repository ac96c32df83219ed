-- Documents hang on any record, not on parties only, and somebody says of each whether it is genuine. What was attached
-- before comes over with its content, its line and its day; nobody had reviewed it.

CREATE TABLE document (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    -- Which record it hangs on: a kind of record, as its feature names it, and the record's identifier.
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('identity', 'family_card', 'income', 'social_security', 'address', 'photo', 'consent',
        'contract', 'invoice', 'receipt', 'transfer', 'guarantee', 'other')),
    title TEXT NOT NULL CHECK (title <> ''),
    -- As it was called where it came from; unknown for what was attached before names were kept.
    file_name TEXT NOT NULL DEFAULT '',
    mime TEXT NOT NULL CHECK (mime IN ('application/pdf', 'image/png', 'image/jpeg')),
    size INTEGER NOT NULL CHECK (size > 0),
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    added_at INTEGER NOT NULL,
    added_by BLOB NOT NULL REFERENCES person (id),
    removed_at INTEGER,
    removed_by BLOB REFERENCES person (id),
    removed_reason TEXT NOT NULL DEFAULT '',
    -- The last day on which it holds, where it ends. That it has ended is never written: it follows from the day.
    expires_on INTEGER,
    review TEXT NOT NULL DEFAULT 'not_reviewed' CHECK (review IN ('not_reviewed', 'genuine', 'doubtful', 'rejected')),
    reviewed_at INTEGER,
    reviewed_by BLOB REFERENCES person (id),
    review_method TEXT CHECK (review_method IN ('original_seen', 'issuer_asked', 'electronic_service', 'site_seen', 'other')),
    review_note TEXT NOT NULL DEFAULT '',
    CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
    CHECK ((review = 'not_reviewed') = (reviewed_at IS NULL)),
    CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL)),
    CHECK ((reviewed_at IS NULL) = (review_method IS NULL)),
    -- One pair of eyes is none.
    CHECK (reviewed_by IS NULL OR reviewed_by <> added_by)
) STRICT;
CREATE INDEX document_subject ON document (subject_kind, subject, added_at);
CREATE INDEX document_added_by ON document (added_by);
CREATE INDEX document_removed_by ON document (removed_by);
CREATE INDEX document_reviewed_by ON document (reviewed_by);

CREATE TABLE document_content (
    document BLOB PRIMARY KEY NOT NULL REFERENCES document (id),
    bytes BLOB NOT NULL
) STRICT;

INSERT INTO document (id, subject_kind, subject, kind, title, mime, size, sha256, added_at, added_by, removed_at, removed_by,
    removed_reason)
SELECT id, 'file', party, kind, title, mime, size, sha256, added_at, added_by, removed_at, removed_by, removed_reason
FROM attachment;

INSERT INTO document_content (document, bytes) SELECT attachment, bytes FROM attachment_content;

INSERT INTO status_change (subject_kind, subject, number, from_status, to_status, day, at, by, reason)
SELECT 'document', id, 1, NULL, 'not_reviewed', (added_at + 10800000000) / 86400000000, added_at, added_by, ''
FROM attachment;

DROP TABLE attachment_content;
DROP TABLE attachment;

-- People, households and organisations: one table of parties, and the files the association keeps of some of them.

CREATE TABLE party (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'household', 'organisation')),
    -- As on the identity card; never split.
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL,
    -- The first and the family name as they are compared, to find people who may be the same.
    first_token TEXT NOT NULL,
    family_token TEXT NOT NULL,
    sex TEXT CHECK (sex IN ('male', 'female')),
    born_on INTEGER,
    -- One of the codes, or what an older register said.
    marital_status TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    governorate TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    district TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL DEFAULT '',
    building_no TEXT NOT NULL DEFAULT '',
    unit_no TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    additional_no TEXT NOT NULL DEFAULT '',
    short_address TEXT NOT NULL DEFAULT '',
    -- The party this one turned out to be; both rows stay.
    merged_into BLOB REFERENCES party (id) CHECK (merged_into <> id),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX party_first_token ON party (first_token);
CREATE INDEX party_family_token ON party (family_token);
CREATE INDEX party_merged_into ON party (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE party_identifier (
    -- The one record a party is known by.
    party BLOB PRIMARY KEY NOT NULL REFERENCES party (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'national_id', 'iqama', 'family_card', 'gcc_id', 'passport', 'travel_card', 'border_no', 'unified_no', 'licence_no')),
    -- Latin digits and capital letters, without spaces.
    number TEXT NOT NULL CHECK (number <> ''),
    expires_on INTEGER,
    -- When and by whom the original was seen.
    checked_on INTEGER,
    checked_by BLOB REFERENCES person (id),
    -- Why a supervisor let a number stand that another party has, or that fails its check digit.
    exception TEXT NOT NULL DEFAULT '',
    CHECK ((checked_on IS NULL) = (checked_by IS NULL))
) STRICT;

CREATE UNIQUE INDEX party_identifier_number ON party_identifier (number, kind) WHERE exception = '';
CREATE INDEX party_identifier_any_number ON party_identifier (number);
CREATE INDEX party_identifier_checked_by ON party_identifier (checked_by);

CREATE TABLE party_contact (
    party BLOB NOT NULL REFERENCES party (id),
    kind TEXT NOT NULL CHECK (kind IN ('mobile', 'other_mobile', 'phone', 'email')),
    value TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (party, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX party_contact_value ON party_contact (value);

-- What one party is to another: «from» is the head, spouse, child … of «to».
CREATE TABLE party_link (
    from_party BLOB NOT NULL REFERENCES party (id),
    to_party BLOB NOT NULL REFERENCES party (id),
    kind TEXT NOT NULL CHECK (kind IN ('head', 'spouse', 'child', 'parent', 'sibling', 'guardian', 'agent', 'member')),
    note TEXT NOT NULL DEFAULT '',
    since INTEGER NOT NULL,
    until INTEGER,
    PRIMARY KEY (from_party, to_party),
    CHECK (from_party <> to_party)
) STRICT, WITHOUT ROWID;

CREATE INDEX party_link_to ON party_link (to_party, until);

-- The file of a household or a lone person.
CREATE TABLE case_file (
    party BLOB PRIMARY KEY NOT NULL REFERENCES party (id),
    file_no TEXT NOT NULL UNIQUE CHECK (file_no <> ''),
    -- The figure in the number, from which the next one is made.
    number INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL CHECK (status IN ('registered', 'active', 'suspended', 'graduated', 'closed')),
    status_since INTEGER NOT NULL,
    status_reason TEXT NOT NULL DEFAULT '',
    opened_on INTEGER NOT NULL,
    imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1)),
    target_group TEXT NOT NULL DEFAULT '',
    class TEXT NOT NULL DEFAULT '' CHECK (class IN ('', 'a', 'b', 'c', 'd')),
    -- A name; and the person of the office, where it is one.
    researcher_name TEXT NOT NULL DEFAULT '',
    researcher BLOB REFERENCES person (id),
    next_review_on INTEGER,
    -- People in the family, the head included; unknown until somebody says.
    family_size INTEGER CHECK (family_size BETWEEN 0 AND 99),
    monthly_income INTEGER CHECK (monthly_income >= 0),
    social_security INTEGER CHECK (social_security IN (0, 1)),
    social_security_amount INTEGER CHECK (social_security_amount >= 0),
    iban TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX case_file_number ON case_file (number);
CREATE INDEX case_file_researcher ON case_file (researcher);

-- What the list shows and searches, one narrow row a file, laid anew whenever the file changes.
CREATE TABLE file_shelf (
    party BLOB PRIMARY KEY NOT NULL REFERENCES case_file (party),
    file_no TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    search_fold TEXT NOT NULL,
    status TEXT NOT NULL,
    class TEXT NOT NULL,
    researcher_name TEXT NOT NULL,
    researcher BLOB,
    city TEXT NOT NULL,
    district TEXT NOT NULL,
    identity_masked TEXT NOT NULL,
    identity_expires_on INTEGER,
    mobile TEXT NOT NULL,
    family_size INTEGER,
    monthly_income INTEGER,
    social_security INTEGER,
    next_review_on INTEGER,
    opened_on INTEGER NOT NULL
) STRICT;

-- A search reads this index from end to end and touches the rows it found only.
CREATE INDEX file_shelf_name ON file_shelf (
    name_fold, party, search_fold, status, class, researcher_name, city, social_security, identity_expires_on,
    next_review_on, family_size
);
CREATE INDEX file_shelf_number ON file_shelf (number, party);
CREATE INDEX file_shelf_review ON file_shelf (next_review_on, party);
CREATE INDEX file_shelf_expiry ON file_shelf (identity_expires_on, party);

CREATE TABLE case_note (
    party BLOB NOT NULL REFERENCES party (id),
    number INTEGER NOT NULL CHECK (number > 0),
    at INTEGER NOT NULL,
    by BLOB NOT NULL REFERENCES person (id),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (party, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_note_by ON case_note (by);

-- What a person agreed to, and which edition of the text they were shown.
CREATE TABLE consent (
    party BLOB NOT NULL REFERENCES party (id),
    number INTEGER NOT NULL CHECK (number > 0),
    purpose TEXT NOT NULL CHECK (purpose IN ('keep', 'share', 'photo')),
    text_version TEXT NOT NULL,
    text TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('signed', 'spoken', 'electronic')),
    given_on INTEGER NOT NULL,
    withdrawn_on INTEGER,
    recorded_by BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (party, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX consent_recorded_by ON consent (recorded_by);

-- Pairs somebody looked at; the smaller id stands first.
CREATE TABLE duplicate_verdict (
    first BLOB NOT NULL REFERENCES party (id),
    second BLOB NOT NULL REFERENCES party (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('different', 'same')),
    points INTEGER NOT NULL CHECK (points BETWEEN 0 AND 100),
    reason TEXT NOT NULL,
    by BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (first, second),
    CHECK (first < second)
) STRICT, WITHOUT ROWID;

CREATE INDEX duplicate_verdict_second ON duplicate_verdict (second);
CREATE INDEX duplicate_verdict_by ON duplicate_verdict (by);

-- Each merge of two parties, with what the kept one was before, so that it can be undone.
CREATE TABLE party_merge (
    merged BLOB NOT NULL REFERENCES party (id),
    number INTEGER NOT NULL CHECK (number > 0),
    kept BLOB NOT NULL REFERENCES party (id),
    reason TEXT NOT NULL,
    -- The kept party before and after, as JSON.
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    at INTEGER NOT NULL,
    by BLOB NOT NULL REFERENCES person (id),
    undone_at INTEGER,
    undone_by BLOB REFERENCES person (id),
    undone_reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (merged, number),
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX party_merge_kept ON party_merge (kept);
CREATE INDEX party_merge_by ON party_merge (by);
CREATE INDEX party_merge_undone_by ON party_merge (undone_by);

CREATE TABLE attachment (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    party BLOB NOT NULL REFERENCES party (id),
    kind TEXT NOT NULL CHECK (kind IN ('identity', 'family_card', 'income', 'social_security', 'address', 'photo', 'consent', 'other')),
    title TEXT NOT NULL CHECK (title <> ''),
    mime TEXT NOT NULL CHECK (mime IN ('application/pdf', 'image/png', 'image/jpeg')),
    size INTEGER NOT NULL CHECK (size > 0),
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    added_at INTEGER NOT NULL,
    added_by BLOB NOT NULL REFERENCES person (id),
    removed_at INTEGER,
    removed_by BLOB REFERENCES person (id),
    removed_reason TEXT NOT NULL DEFAULT '',
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
) STRICT;

CREATE INDEX attachment_party ON attachment (party, added_at);
CREATE INDEX attachment_added_by ON attachment (added_by);
CREATE INDEX attachment_removed_by ON attachment (removed_by);

-- Apart, so that lists of attachments do not walk over their bytes. Removing an attachment removes its bytes.
CREATE TABLE attachment_content (
    attachment BLOB PRIMARY KEY NOT NULL REFERENCES attachment (id),
    bytes BLOB NOT NULL
) STRICT;

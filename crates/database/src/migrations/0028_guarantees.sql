-- Guarantees are records of their own, with who looked at them; so are the promissory notes of a loan.

-- What a loan says of its guarantee since it was asked for, for whoever keeps guarantees.
CREATE VIEW loan_guarantee AS
SELECT id AS loan, loan_no, party, project, product, amount, guarantee_kind, guarantee, guarantee_until, asked_by, asked_at,
       decision, imported
FROM loan;

-- What kinds there are: data, not code.
CREATE TABLE guarantee_kind (
    code TEXT PRIMARY KEY NOT NULL CHECK (code IN (
        'social_security', 'project_team', 'guarantor', 'employer', 'group', 'other')),
    place INTEGER NOT NULL UNIQUE,
    -- Who stands for the loan: the borrower by a fact in the file, a person with an identity number, or a text.
    stands TEXT NOT NULL CHECK (stands IN ('fact', 'person', 'text')),
    -- What whoever verifies says they have seen, one by one.
    checks TEXT NOT NULL,
    needs_income INTEGER NOT NULL CHECK (needs_income IN (0, 1)),
    needs_residence INTEGER NOT NULL CHECK (needs_residence IN (0, 1))
) STRICT, WITHOUT ROWID;

INSERT INTO guarantee_kind (code, place, stands, checks, needs_income, needs_residence) VALUES
    ('social_security', 1, 'fact', 'benefit_seen undertaking_signed', 0, 0),
    ('project_team', 2, 'text', 'residence_seen team_known undertaking_signed', 0, 1),
    ('guarantor', 3, 'person', 'identity_seen income_seen undertaking_signed', 1, 0),
    ('employer', 4, 'text', 'letter_seen', 0, 0),
    ('group', 5, 'text', 'members_agree undertaking_signed', 0, 0),
    ('other', 6, 'text', 'paper_seen', 0, 0);

CREATE TABLE guarantee (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    loan BLOB NOT NULL REFERENCES loan (id),
    -- 1, 2, 3 … of the loan.
    no INTEGER NOT NULL CHECK (no > 0),
    kind TEXT NOT NULL REFERENCES guarantee_kind (code),
    -- Who guarantees, where it is a person.
    party BLOB REFERENCES party (id),
    -- Who or what guarantees, in the words of the office.
    said TEXT NOT NULL DEFAULT '',
    -- A month, in halalas.
    income INTEGER CHECK (income BETWEEN 0 AND 900000000000000),
    residence_months INTEGER CHECK (residence_months BETWEEN 0 AND 1200),
    -- The last day it holds, where it has one. That it has expired follows from the day.
    until_day INTEGER,
    -- That it is released with its loan follows from the loan.
    state TEXT NOT NULL CHECK (state IN ('proposed', 'verified', 'called', 'released')),
    proposed_by BLOB NOT NULL REFERENCES person (id),
    proposed_at INTEGER NOT NULL,
    verified_by BLOB REFERENCES person (id),
    verified_at INTEGER,
    -- What was seen, of the checks of its kind.
    checked TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    -- The one it came instead of.
    replaces BLOB REFERENCES guarantee (id),
    ended_by BLOB REFERENCES person (id),
    ended_at INTEGER,
    ended_reason TEXT NOT NULL DEFAULT '',
    -- Whether the loan said so before guarantees were records, or said it when it was asked for.
    of_loan INTEGER NOT NULL DEFAULT 0 CHECK (of_loan IN (0, 1)),
    UNIQUE (loan, no),
    CHECK ((verified_by IS NULL) = (verified_at IS NULL)),
    CHECK (state <> 'proposed' OR verified_by IS NULL),
    CHECK (state <> 'verified' OR verified_by IS NOT NULL OR of_loan = 1),
    CHECK ((state IN ('called', 'released')) = (ended_at IS NOT NULL)),
    CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
    -- Nobody says of a guarantee they brought that it holds.
    CHECK (verified_by IS NULL OR verified_by <> proposed_by)
) STRICT;
CREATE INDEX guarantee_party ON guarantee (party) WHERE party IS NOT NULL;
CREATE INDEX guarantee_kind_of ON guarantee (kind);
CREATE INDEX guarantee_replaces ON guarantee (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX guarantee_proposed_by ON guarantee (proposed_by);
CREATE INDEX guarantee_verified_by ON guarantee (verified_by);
CREATE INDEX guarantee_ended_by ON guarantee (ended_by);

CREATE TRIGGER guarantee_stays BEFORE DELETE ON guarantee
BEGIN
    SELECT RAISE(ABORT, 'refused: guarantees.stays');
END;

CREATE TRIGGER guarantee_ends_once BEFORE UPDATE ON guarantee
WHEN old.state IN ('called', 'released')
BEGIN
    SELECT RAISE(ABORT, 'refused: guarantees.ended');
END;

-- Every guarantee there is: the records, and what a loan says of its own, until somebody takes it in hand. That one has the
-- identifier of its loan, also as a record.
CREATE VIEW guarantee_known AS
SELECT id, loan, no, kind, party, said, income, residence_months, until_day, state, proposed_by, proposed_at, verified_by,
       verified_at, checked, note, replaces, ended_by, ended_at, ended_reason, of_loan
FROM guarantee
UNION ALL
SELECT l.loan AS id, l.loan, 1 AS no, COALESCE(l.guarantee_kind, 'other') AS kind, NULL AS party, l.guarantee AS said,
       NULL AS income, NULL AS residence_months, l.guarantee_until AS until_day,
       CASE WHEN l.decision = 'waiting' THEN 'proposed' ELSE 'verified' END AS state, l.asked_by AS proposed_by,
       l.asked_at AS proposed_at, NULL AS verified_by, NULL AS verified_at, '' AS checked, '' AS note, NULL AS replaces,
       NULL AS ended_by, NULL AS ended_at, '' AS ended_reason, 1 AS of_loan
FROM loan_guarantee l
WHERE (l.guarantee_kind IS NOT NULL OR l.guarantee <> '')
    AND NOT EXISTS (SELECT 1 FROM guarantee g WHERE g.id = l.loan);

-- What a product asks for beyond one guarantee that holds; nothing where no row stands.
CREATE TABLE guarantee_rule (
    product BLOB PRIMARY KEY NOT NULL REFERENCES product (id),
    -- As JSON.
    terms TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX guarantee_rule_made_by ON guarantee_rule (made_by);

CREATE TABLE promissory_note (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    loan BLOB NOT NULL REFERENCES loan (id),
    note_no TEXT NOT NULL UNIQUE CHECK (note_no <> ''),
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- At sight where none is named.
    due_on INTEGER,
    issued_on INTEGER NOT NULL,
    place_of_issue TEXT NOT NULL CHECK (place_of_issue <> ''),
    place_of_payment TEXT NOT NULL CHECK (place_of_payment <> ''),
    drawn_by BLOB NOT NULL REFERENCES person (id),
    drawn_at INTEGER NOT NULL,
    -- Signed by the borrower, and where the paper lies.
    signed_on INTEGER,
    kept_at TEXT NOT NULL DEFAULT '',
    signed_told_by BLOB REFERENCES person (id),
    -- Handed back to whoever made it, or void before that, with the reason.
    ended TEXT CHECK (ended IN ('returned', 'void')),
    ended_on INTEGER,
    ended_note TEXT NOT NULL DEFAULT '',
    ended_by BLOB REFERENCES person (id),
    UNIQUE (year, number),
    CHECK ((signed_on IS NULL) = (signed_told_by IS NULL)),
    CHECK ((ended IS NULL) = (ended_on IS NULL)),
    CHECK ((ended IS NULL) = (ended_by IS NULL)),
    CHECK (ended <> 'returned' OR signed_on IS NOT NULL)
) STRICT;
CREATE INDEX promissory_note_loan ON promissory_note (loan);
CREATE INDEX promissory_note_drawn_by ON promissory_note (drawn_by);
CREATE INDEX promissory_note_told_by ON promissory_note (signed_told_by);
CREATE INDEX promissory_note_ended_by ON promissory_note (ended_by);

CREATE TRIGGER promissory_note_stays BEFORE DELETE ON promissory_note
BEGIN
    SELECT RAISE(ABORT, 'refused: guarantees.stays');
END;

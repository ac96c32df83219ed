-- Policies, bylaws and mechanisms in editions: who issues them, which decision approved them, on what they stand, who has
-- read them. And what else the house owes itself in time: the reports it issues.

CREATE TABLE policy (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    title TEXT NOT NULL CHECK (title <> ''),
    title_fold TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('bylaw', 'policy', 'mechanism', 'procedure', 'manual')),
    -- The department that issues it.
    issuer TEXT NOT NULL CHECK (issuer <> ''),
    legal_basis TEXT NOT NULL DEFAULT '',
    -- Months from one review to the next.
    review_months INTEGER NOT NULL CHECK (review_months BETWEEN 1 AND 120),
    -- Who sees to it.
    owner BLOB REFERENCES person (id),
    retired_on INTEGER,
    retired_reason TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    CHECK ((retired_on IS NULL) = (retired_reason = ''))
) STRICT;
CREATE INDEX policy_owner ON policy (owner);

CREATE TABLE policy_edition (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    policy BLOB NOT NULL REFERENCES policy (id),
    no INTEGER NOT NULL CHECK (no > 0),
    -- With the places of the association in braces: {association}.
    text TEXT NOT NULL CHECK (text <> ''),
    -- What is otherwise than in the edition before.
    changes TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'approved', 'replaced', 'dropped')),
    prepared_by BLOB NOT NULL REFERENCES person (id),
    prepared_at INTEGER NOT NULL,
    -- The decision that approved it; or, of one approved before the program or outside it, what its paper says.
    decision BLOB REFERENCES committee_decision (id),
    approved_elsewhere TEXT NOT NULL DEFAULT '',
    approved_on INTEGER,
    approved_by BLOB REFERENCES person (id),
    effective_on INTEGER NOT NULL,
    review_on INTEGER,
    -- Where it was published, and when.
    published_at TEXT NOT NULL DEFAULT '',
    published_on INTEGER,
    UNIQUE (policy, no),
    CHECK ((state IN ('approved', 'replaced')) = (approved_on IS NOT NULL)),
    CHECK ((approved_on IS NULL) = (approved_by IS NULL)),
    CHECK ((approved_on IS NULL) = (review_on IS NULL)),
    CHECK (approved_on IS NULL OR (decision IS NOT NULL) <> (approved_elsewhere <> '')),
    -- Whoever prepared an edition does not carry the decision about it over.
    CHECK (decision IS NULL OR approved_by <> prepared_by),
    CHECK ((published_on IS NULL) = (published_at = ''))
) STRICT;
CREATE UNIQUE INDEX policy_edition_in_hand ON policy_edition (policy) WHERE state IN ('draft', 'waiting');
CREATE UNIQUE INDEX policy_edition_in_force ON policy_edition (policy) WHERE state = 'approved';
CREATE INDEX policy_edition_review ON policy_edition (state, review_on);
CREATE INDEX policy_edition_decision ON policy_edition (decision);
CREATE INDEX policy_edition_prepared_by ON policy_edition (prepared_by);
CREATE INDEX policy_edition_approved_by ON policy_edition (approved_by);

-- That a policy was looked at again and stays as it is; appended only.
CREATE TABLE policy_review (
    edition BLOB NOT NULL REFERENCES policy_edition (id),
    on_day INTEGER NOT NULL,
    note TEXT NOT NULL CHECK (note <> ''),
    next_on INTEGER NOT NULL,
    reviewed_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (edition, on_day),
    CHECK (next_on > on_day)
) STRICT, WITHOUT ROWID;
CREATE INDEX policy_review_reviewed_by ON policy_review (reviewed_by);

-- To whom an edition was sent to be read, and who has signed that they read it.
CREATE TABLE policy_circulation (
    edition BLOB NOT NULL REFERENCES policy_edition (id),
    person BLOB NOT NULL REFERENCES person (id),
    sent_by BLOB NOT NULL REFERENCES person (id),
    sent_at INTEGER NOT NULL,
    due INTEGER NOT NULL,
    PRIMARY KEY (edition, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX policy_circulation_person ON policy_circulation (person);
CREATE INDEX policy_circulation_sent_by ON policy_circulation (sent_by);

CREATE TABLE policy_acknowledgement (
    edition BLOB NOT NULL REFERENCES policy_edition (id),
    person BLOB NOT NULL REFERENCES person (id),
    -- Who was signed in: nobody signs for another.
    signed_by BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    -- What was signed: the fingerprint of the text as it was read.
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
    PRIMARY KEY (edition, person),
    CHECK (person = signed_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX policy_acknowledgement_person ON policy_acknowledgement (person);
CREATE INDEX policy_acknowledgement_signed_by ON policy_acknowledgement (signed_by);

-- Laws, decrees and rules that policies stand on.
CREATE TABLE reference (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    title TEXT NOT NULL CHECK (title <> ''),
    title_fold TEXT NOT NULL UNIQUE,
    -- Its number and the year, as it is quoted.
    number TEXT NOT NULL DEFAULT '',
    issuer TEXT NOT NULL DEFAULT '',
    issued_on INTEGER,
    place TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE policy_reference (
    policy BLOB NOT NULL REFERENCES policy (id),
    reference BLOB NOT NULL REFERENCES reference (id),
    PRIMARY KEY (policy, reference)
) STRICT, WITHOUT ROWID;
CREATE INDEX policy_reference_reference ON policy_reference (reference);

-- Reports the house issues by a day.
CREATE TABLE report_duty (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    title TEXT NOT NULL CHECK (title <> ''),
    -- To whom it goes.
    receiver TEXT NOT NULL DEFAULT '',
    due INTEGER NOT NULL,
    owner BLOB REFERENCES person (id),
    issued_on INTEGER,
    issued_note TEXT NOT NULL DEFAULT '',
    issued_by BLOB REFERENCES person (id),
    created_at INTEGER NOT NULL,
    CHECK ((issued_on IS NULL) = (issued_by IS NULL)),
    CHECK ((issued_on IS NULL) = (issued_note = ''))
) STRICT;
CREATE INDEX report_duty_due ON report_duty (due);
CREATE INDEX report_duty_owner ON report_duty (owner);
CREATE INDEX report_duty_issued_by ON report_duty (issued_by);

-- An edition that was approved stays; it is replaced by the next one, published, and looked at again.
CREATE TRIGGER policy_edition_stays BEFORE UPDATE ON policy_edition
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.edition_stays')
    WHERE old.state IN ('replaced', 'dropped')
        OR new.policy <> old.policy OR new.no <> old.no
        OR (old.state = 'approved' AND (
            new.state NOT IN ('approved', 'replaced') OR new.text <> old.text OR new.changes <> old.changes
            OR new.effective_on <> old.effective_on OR new.approved_on <> old.approved_on
            OR new.approved_by <> old.approved_by OR new.prepared_by <> old.prepared_by
        ))
        -- What waits is what is approved.
        OR (old.state = 'waiting' AND new.state = 'approved' AND new.text <> old.text);
END;
CREATE TRIGGER policy_edition_is_not_removed BEFORE DELETE ON policy_edition
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.edition_stays');
END;
-- A decision of a committee approved it, and this very edition.
CREATE TRIGGER policy_edition_has_its_decision BEFORE UPDATE OF state ON policy_edition
WHEN new.state = 'approved' AND old.state <> 'approved' AND new.approved_elsewhere = ''
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.decision_missing')
    WHERE NOT EXISTS (
        SELECT 1 FROM committee_decision d JOIN meeting_item i ON i.id = d.item
        WHERE d.id = new.decision AND d.outcome = 'approved' AND i.step = 'policies.edition' AND i.subject = new.id
    );
END;
CREATE TRIGGER policy_acknowledgement_was_asked_for BEFORE INSERT ON policy_acknowledgement
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.not_circulated')
    WHERE NOT EXISTS (
        SELECT 1 FROM policy_circulation c JOIN policy_edition e ON e.id = c.edition
        WHERE c.edition = new.edition AND c.person = new.person AND e.state = 'approved'
    );
END;
CREATE TRIGGER policy_acknowledgement_is_not_changed BEFORE UPDATE ON policy_acknowledgement
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.signed_stays');
END;
CREATE TRIGGER policy_acknowledgement_is_not_removed BEFORE DELETE ON policy_acknowledgement
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.signed_stays');
END;
CREATE TRIGGER policy_review_is_not_changed BEFORE UPDATE ON policy_review
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.signed_stays');
END;
CREATE TRIGGER policy_review_is_not_removed BEFORE DELETE ON policy_review
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.signed_stays');
END;
CREATE TRIGGER report_duty_is_issued_once BEFORE UPDATE ON report_duty
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.report_issued') WHERE old.issued_on IS NOT NULL;
END;

-- What others may read: each policy with the edition in force, and how many have signed it.
CREATE VIEW policy_standing AS
SELECT p.id, p.title, p.kind, p.issuer, p.retired_on, e.id AS edition, e.no, e.effective_on, e.review_on, e.published_on,
       (SELECT count(*) FROM policy_circulation c WHERE c.edition = e.id) AS circulated,
       (SELECT count(*) FROM policy_acknowledgement a WHERE a.edition = e.id) AS signed
FROM policy p
LEFT JOIN policy_edition e ON e.policy = p.id AND e.state = 'approved';
CREATE VIEW report_standing AS SELECT id, title, due, issued_on FROM report_duty;

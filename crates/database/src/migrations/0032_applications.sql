-- Loan applications: what a family asks for, what was studied, what was recommended and decided, and the loan it became.

CREATE TABLE loan_application (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    application_no TEXT NOT NULL UNIQUE CHECK (application_no <> ''),
    party BLOB NOT NULL REFERENCES party (id),
    product BLOB NOT NULL REFERENCES product (id),
    -- What was asked for.
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    instalments INTEGER NOT NULL CHECK (instalments BETWEEN 1 AND 600),
    -- The project there is already; none where one is opened with the loan.
    project BLOB REFERENCES project (id),
    project_name TEXT NOT NULL CHECK (project_name <> ''),
    activity TEXT NOT NULL DEFAULT '',
    needs TEXT NOT NULL DEFAULT '',
    wishes TEXT NOT NULL DEFAULT '',
    -- The market and the family's experience in it, as the study found them.
    market TEXT NOT NULL DEFAULT '',
    -- Number, name and project, as they are searched.
    search_fold TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN (
        'draft', 'submitted', 'in_appraisal', 'returned', 'recommended', 'approved', 'rejected', 'withdrawn')),
    -- Since when.
    state_on INTEGER NOT NULL,
    opened_by BLOB NOT NULL REFERENCES person (id),
    opened_on INTEGER NOT NULL,
    submitted_on INTEGER,
    -- Who studies it.
    researcher BLOB REFERENCES person (id),
    -- What is missing, one a line; only while it is returned.
    missing TEXT NOT NULL DEFAULT '',
    returned_by BLOB REFERENCES person (id),
    returned_on INTEGER,
    -- What the study recommends.
    recommends TEXT CHECK (recommends IN ('approve', 'refuse')),
    rec_amount INTEGER CHECK (rec_amount BETWEEN 1 AND 900000000000000),
    rec_instalments INTEGER CHECK (rec_instalments BETWEEN 1 AND 600),
    rec_calendar TEXT CHECK (rec_calendar IN ('gregorian', 'hijri')),
    rec_first_due INTEGER,
    rec_fund BLOB REFERENCES fund (id),
    opinion TEXT NOT NULL DEFAULT '',
    conditions TEXT NOT NULL DEFAULT '',
    recommended_by BLOB REFERENCES person (id),
    recommended_at INTEGER,
    -- The rules it was measured by, once it was recommended.
    rule_version INTEGER,
    decided_by BLOB REFERENCES person (id),
    decided_at INTEGER,
    decision_note TEXT NOT NULL DEFAULT '',
    loan BLOB UNIQUE REFERENCES loan (id),
    CHECK ((state = 'approved') = (loan IS NOT NULL)),
    CHECK ((state IN ('approved', 'rejected', 'withdrawn')) = (decided_at IS NOT NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((recommends IS NULL) = (recommended_by IS NULL)),
    CHECK ((recommends IS NULL) = (recommended_at IS NULL)),
    CHECK (state NOT IN ('recommended', 'approved', 'rejected') OR recommends IS NOT NULL),
    CHECK (recommends IS NOT 'approve' OR (
        rec_amount IS NOT NULL AND rec_instalments IS NOT NULL AND rec_calendar IS NOT NULL AND rec_fund IS NOT NULL)),
    CHECK (state <> 'approved' OR recommends = 'approve'),
    -- Nobody decides what they recommended.
    CHECK (state NOT IN ('approved', 'rejected') OR decided_by <> recommended_by)
) STRICT;
CREATE INDEX loan_application_party ON loan_application (party, state);
CREATE INDEX loan_application_state ON loan_application (state, opened_on);
CREATE INDEX loan_application_product ON loan_application (product);
CREATE INDEX loan_application_project ON loan_application (project);
CREATE INDEX loan_application_opened_by ON loan_application (opened_by);
CREATE INDEX loan_application_researcher ON loan_application (researcher, state);
CREATE INDEX loan_application_returned_by ON loan_application (returned_by);
CREATE INDEX loan_application_fund ON loan_application (rec_fund);
CREATE INDEX loan_application_recommended_by ON loan_application (recommended_by);
CREATE INDEX loan_application_decided_by ON loan_application (decided_by);

-- The month of the family and of the project, row by row.
CREATE TABLE application_row (
    application BLOB NOT NULL REFERENCES loan_application (id),
    place INTEGER NOT NULL CHECK (place > 0),
    side TEXT NOT NULL CHECK (side IN ('income', 'costs', 'sales', 'variable', 'fixed')),
    label TEXT NOT NULL CHECK (label <> ''),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 900000000000000),
    PRIMARY KEY (application, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE application_line (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    application BLOB NOT NULL REFERENCES loan_application (id),
    place INTEGER NOT NULL CHECK (place > 0),
    -- With which payment it is to be bought: 1, 2, 3 …
    batch INTEGER NOT NULL CHECK (batch BETWEEN 1 AND 12),
    item TEXT NOT NULL CHECK (item <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('in_kind', 'operating')),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- The supplier whose quote is taken; the reason where it is not the cheapest.
    chosen TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (application, place)
) STRICT;

CREATE TABLE application_quote (
    line BLOB NOT NULL REFERENCES application_line (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place > 0),
    supplier TEXT NOT NULL CHECK (supplier <> ''),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- The last day it stands.
    until_day INTEGER,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (line, place)
) STRICT, WITHOUT ROWID;

-- What stands for the loan once there is one; it goes over to the loan, with who looked at it.
CREATE TABLE application_guarantee (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    application BLOB NOT NULL REFERENCES loan_application (id),
    kind TEXT NOT NULL REFERENCES guarantee_kind (code),
    party BLOB REFERENCES party (id),
    said TEXT NOT NULL DEFAULT '',
    income INTEGER CHECK (income BETWEEN 0 AND 900000000000000),
    residence_months INTEGER CHECK (residence_months BETWEEN 0 AND 1200),
    until_day INTEGER,
    note TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('proposed', 'verified', 'dropped')),
    proposed_by BLOB NOT NULL REFERENCES person (id),
    proposed_at INTEGER NOT NULL,
    verified_by BLOB REFERENCES person (id),
    verified_at INTEGER,
    checked TEXT NOT NULL DEFAULT '',
    dropped_by BLOB REFERENCES person (id),
    dropped_at INTEGER,
    dropped_reason TEXT NOT NULL DEFAULT '',
    CHECK ((verified_by IS NULL) = (verified_at IS NULL)),
    CHECK (state <> 'verified' OR verified_by IS NOT NULL),
    CHECK ((state = 'dropped') = (dropped_by IS NOT NULL)),
    CHECK ((dropped_by IS NULL) = (dropped_at IS NULL)),
    -- Nobody says of a guarantee they brought that it holds.
    CHECK (verified_by IS NULL OR verified_by <> proposed_by)
) STRICT;
CREATE INDEX application_guarantee_of ON application_guarantee (application);
CREATE INDEX application_guarantee_kind_of ON application_guarantee (kind);
CREATE INDEX application_guarantee_party ON application_guarantee (party);
CREATE INDEX application_guarantee_proposed_by ON application_guarantee (proposed_by);
CREATE INDEX application_guarantee_verified_by ON application_guarantee (verified_by);
CREATE INDEX application_guarantee_dropped_by ON application_guarantee (dropped_by);

-- Whose hands were in an application before it was decided: who opened, changed, studied or recommended it.
CREATE TABLE application_hand (
    application BLOB NOT NULL REFERENCES loan_application (id),
    person BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (application, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX application_hand_person ON application_hand (person);

-- What an association asks of applications; the newest version holds.
CREATE TABLE application_rule (
    version INTEGER PRIMARY KEY NOT NULL CHECK (version > 0),
    -- As JSON.
    terms TEXT NOT NULL,
    -- The decision that adopted them: its number or day, in the words of the office.
    adopted TEXT NOT NULL DEFAULT '',
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX application_rule_made_by ON application_rule (made_by);

CREATE TRIGGER loan_application_stays BEFORE DELETE ON loan_application
BEGIN
    SELECT RAISE(ABORT, 'refused: applications.append_only');
END;

CREATE TRIGGER loan_application_ends_once BEFORE UPDATE ON loan_application
WHEN old.state IN ('approved', 'rejected', 'withdrawn')
BEGIN
    -- Only how it is searched follows who asked.
    SELECT RAISE(ABORT, 'refused: applications.decided')
    WHERE new.state <> old.state OR new.loan IS NOT old.loan OR new.decided_by IS NOT old.decided_by
        OR new.amount <> old.amount OR new.rec_amount IS NOT old.rec_amount OR new.recommended_by IS NOT old.recommended_by;
END;

CREATE TRIGGER loan_application_is_decided_by_another BEFORE UPDATE ON loan_application
WHEN new.state IN ('approved', 'rejected') AND old.state <> new.state
BEGIN
    SELECT RAISE(ABORT, 'refused: applications.own_appraisal')
    WHERE EXISTS (SELECT 1 FROM application_hand WHERE application = old.id AND person = new.decided_by);
    SELECT RAISE(ABORT, 'refused: applications.not_recommended') WHERE old.state <> 'recommended';
END;

CREATE TRIGGER application_hand_stays BEFORE DELETE ON application_hand
BEGIN
    SELECT RAISE(ABORT, 'refused: applications.append_only');
END;

CREATE TRIGGER application_rule_is_not_changed BEFORE UPDATE ON application_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: applications.append_only');
END;

CREATE TRIGGER application_rule_stays BEFORE DELETE ON application_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: applications.append_only');
END;

-- The loan that an application became is approved by nobody who had a hand in the application, whatever role they have.
CREATE TRIGGER approval_is_not_of_the_appraiser BEFORE INSERT ON approval
BEGIN
    SELECT RAISE(ABORT, 'refused: applications.own_appraisal')
    FROM approval_request r
    JOIN loan_application a ON a.id = r.subject OR a.loan = r.subject
    JOIN application_hand h ON h.application = a.id AND h.person = new.person
    WHERE r.id = new.request
        AND r.step IN ('applications.decision', 'applications.decision_above', 'loans.loan');
END;

-- What was budgeted, for whoever buys it: a line has the identifier of the tranche it became.
CREATE VIEW application_budget AS
SELECT l.id, l.application, a.application_no, a.party, a.project, a.loan, a.state, l.place, l.batch, l.item, l.kind, l.amount,
       l.chosen, l.reason
FROM application_line l
JOIN loan_application a ON a.id = l.application;
CREATE VIEW application_budget_quote AS
SELECT line, place, supplier, amount, until_day, note FROM application_quote;

-- Where applications stand, for whoever lists them beside something else.
CREATE VIEW application_standing AS
SELECT id, application_no, party, product, project, project_name, state, amount, rec_amount, opened_on, loan
FROM loan_application;

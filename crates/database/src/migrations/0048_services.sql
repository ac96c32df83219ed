-- Services of the association: what each gives, under which criteria, announced where; who was called about one; and the
-- requests that ask for it.

CREATE TABLE service (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE CHECK (name_fold <> ''),
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX service_made_by ON service (made_by);

CREATE TRIGGER service_stays BEFORE DELETE ON service
BEGIN
    SELECT RAISE(ABORT, 'refused: services.append_only');
END;

-- What is announced of it at one time. A change is another version.
CREATE TABLE service_version (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    service BLOB NOT NULL REFERENCES service (id),
    number INTEGER NOT NULL CHECK (number > 0),
    state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'announced', 'closed', 'replaced', 'dropped')),
    about TEXT NOT NULL DEFAULT '',
    process TEXT NOT NULL DEFAULT '',
    gives TEXT NOT NULL CHECK (gives IN ('money', 'goods', 'appointment')),
    programme TEXT NOT NULL DEFAULT '',
    fund BLOB REFERENCES fund (id),
    -- The decision of the association it rests on.
    decision TEXT NOT NULL DEFAULT '',
    opens_on INTEGER,
    closes_on INTEGER,
    -- How many families get it; nothing is without a limit.
    capacity INTEGER CHECK (capacity BETWEEN 1 AND 100000),
    -- The most one request gets, whole halalas.
    ceiling INTEGER CHECK (ceiling > 0),
    -- Working days to the decision.
    term_days INTEGER NOT NULL CHECK (term_days BETWEEN 1 AND 250),
    visit_policy TEXT NOT NULL CHECK (visit_policy IN ('never', 'if_needed', 'always')),
    written_by BLOB NOT NULL REFERENCES person (id),
    written_at INTEGER NOT NULL,
    sent_back TEXT NOT NULL DEFAULT '',
    approved_by BLOB REFERENCES person (id),
    approved_on INTEGER,
    -- The text that is published.
    publication TEXT NOT NULL DEFAULT '',
    announced_by BLOB REFERENCES person (id),
    announced_on INTEGER,
    ended_by BLOB REFERENCES person (id),
    ended_on INTEGER,
    ended_reason TEXT NOT NULL DEFAULT '',
    UNIQUE (service, number),
    CHECK (closes_on IS NULL OR opens_on IS NULL OR closes_on >= opens_on),
    CHECK (ceiling IS NULL OR gives = 'money'),
    CHECK ((approved_by IS NULL) = (approved_on IS NULL)),
    CHECK ((announced_by IS NULL) = (announced_on IS NULL)),
    CHECK ((ended_by IS NULL) = (ended_on IS NULL)),
    CHECK ((state IN ('approved', 'announced', 'replaced', 'closed')) = (approved_by IS NOT NULL)),
    CHECK ((state IN ('announced', 'replaced', 'closed')) = (announced_by IS NOT NULL)),
    CHECK ((state IN ('closed', 'replaced', 'dropped')) = (ended_by IS NOT NULL)),
    CHECK (announced_by IS NULL OR publication <> ''),
    CHECK (approved_by IS NULL OR approved_by <> written_by)
) STRICT;
CREATE UNIQUE INDEX service_version_announced ON service_version (service) WHERE state = 'announced';
CREATE UNIQUE INDEX service_version_open ON service_version (service) WHERE state IN ('draft', 'approved');
CREATE INDEX service_version_state ON service_version (state);
CREATE INDEX service_version_fund ON service_version (fund);
CREATE INDEX service_version_written_by ON service_version (written_by);
CREATE INDEX service_version_approved_by ON service_version (approved_by);
CREATE INDEX service_version_announced_by ON service_version (announced_by);
CREATE INDEX service_version_ended_by ON service_version (ended_by);

-- Everybody who wrote in one: none of them approves it.
CREATE TABLE service_hand (
    version BLOB NOT NULL REFERENCES service_version (id),
    person BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (version, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX service_hand_person ON service_hand (person);

CREATE TABLE service_criterion (
    version BLOB NOT NULL REFERENCES service_version (id),
    no INTEGER NOT NULL CHECK (no > 0),
    -- As it is published.
    text TEXT NOT NULL CHECK (text <> ''),
    fact TEXT NOT NULL CHECK (fact <> ''),
    op TEXT NOT NULL CHECK (op IN ('eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between', 'in', 'not_in', 'has')),
    -- One value, or several with a bar between them.
    value TEXT NOT NULL CHECK (value <> ''),
    mandatory INTEGER NOT NULL CHECK (mandatory IN (0, 1)),
    weight INTEGER CHECK (weight BETWEEN 0 AND 100),
    PRIMARY KEY (version, no),
    CHECK ((mandatory = 1) = (weight IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE service_paper (
    version BLOB NOT NULL REFERENCES service_version (id),
    no INTEGER NOT NULL CHECK (no > 0),
    kind TEXT NOT NULL CHECK (kind IN ('identity', 'family_card', 'income', 'social_security', 'address', 'photo', 'consent',
        'contract', 'invoice', 'receipt', 'transfer', 'guarantee', 'other')),
    name TEXT NOT NULL CHECK (name <> ''),
    -- How it is verified.
    method TEXT NOT NULL DEFAULT '',
    mandatory INTEGER NOT NULL CHECK (mandatory IN (0, 1)),
    PRIMARY KEY (version, no)
) STRICT, WITHOUT ROWID;

-- Where it was published, with what shows it.
CREATE TABLE service_channel (
    version BLOB NOT NULL REFERENCES service_version (id),
    channel TEXT NOT NULL CHECK (channel IN ('website', 'account', 'message', 'board', 'newspaper', 'partner', 'other')),
    published_on INTEGER NOT NULL,
    evidence TEXT NOT NULL CHECK (evidence <> ''),
    by BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (version, channel)
) STRICT, WITHOUT ROWID;
CREATE INDEX service_channel_by ON service_channel (by);

-- Calls about a service to those who may have it; appended only.
CREATE TABLE service_call (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    version BLOB NOT NULL REFERENCES service_version (id),
    party BLOB NOT NULL REFERENCES party (id),
    result TEXT NOT NULL CHECK (result IN ('no_answer', 'reached', 'will_ask', 'declined')),
    -- Until when they wish to ask.
    until_day INTEGER,
    note TEXT NOT NULL DEFAULT '',
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by BLOB NOT NULL REFERENCES person (id),
    CHECK (result <> 'declined' OR note <> ''),
    CHECK (until_day IS NULL OR result = 'will_ask')
) STRICT;
CREATE INDEX service_call_version ON service_call (version, party, at);
CREATE INDEX service_call_party ON service_call (party);
CREATE INDEX service_call_by ON service_call (by);

CREATE TRIGGER service_call_is_never_changed BEFORE UPDATE ON service_call
BEGIN
    SELECT RAISE(ABORT, 'refused: services.append_only');
END;
CREATE TRIGGER service_call_stays BEFORE DELETE ON service_call
BEGIN
    SELECT RAISE(ABORT, 'refused: services.append_only');
END;

-- Nobody approves what they wrote, whatever roles they have had.
CREATE TRIGGER service_version_approved_by_another BEFORE UPDATE OF approved_by ON service_version
WHEN new.approved_by IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: services.own_writing')
    WHERE EXISTS (SELECT 1 FROM service_hand WHERE version = new.id AND person = new.approved_by);
END;

-- A version goes its way, and not back from its announcement.
CREATE TRIGGER service_version_goes_on BEFORE UPDATE OF state ON service_version
WHEN old.state <> new.state AND NOT (
    (old.state = 'draft' AND new.state IN ('approved', 'dropped'))
    OR (old.state = 'approved' AND new.state IN ('draft', 'announced', 'dropped'))
    OR (old.state = 'announced' AND new.state IN ('closed', 'replaced')))
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen');
END;

-- Announced only where it was published, and with criteria.
CREATE TRIGGER service_version_is_published BEFORE UPDATE OF state ON service_version WHEN new.state = 'announced' AND old.state <> 'announced'
BEGIN
    SELECT RAISE(ABORT, 'refused: services.no_channel')
    WHERE NOT EXISTS (SELECT 1 FROM service_channel WHERE version = new.id);
    SELECT RAISE(ABORT, 'refused: criteria.no_criteria')
    WHERE NOT EXISTS (SELECT 1 FROM service_criterion WHERE version = new.id);
END;

-- What another person approved stays as it was approved.
CREATE TRIGGER service_version_is_frozen BEFORE UPDATE ON service_version
WHEN old.state <> 'draft' AND (
    new.about <> old.about OR new.process <> old.process OR new.gives <> old.gives OR new.programme <> old.programme
    OR new.fund IS NOT old.fund OR new.decision <> old.decision OR new.opens_on IS NOT old.opens_on
    OR new.closes_on IS NOT old.closes_on OR new.capacity IS NOT old.capacity OR new.ceiling IS NOT old.ceiling
    OR new.term_days <> old.term_days OR new.visit_policy <> old.visit_policy OR new.written_by <> old.written_by
    OR (old.state <> 'approved' AND new.publication <> old.publication))
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen');
END;
CREATE TRIGGER service_version_stays BEFORE DELETE ON service_version
BEGIN
    SELECT RAISE(ABORT, 'refused: services.append_only');
END;

CREATE TRIGGER service_criterion_joins_a_draft BEFORE INSERT ON service_criterion
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen')
    WHERE EXISTS (SELECT 1 FROM service_version WHERE id = new.version AND state <> 'draft');
END;
CREATE TRIGGER service_criterion_is_frozen BEFORE UPDATE ON service_criterion
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen')
    WHERE EXISTS (SELECT 1 FROM service_version WHERE id = old.version AND state <> 'draft');
END;
CREATE TRIGGER service_criterion_stays BEFORE DELETE ON service_criterion
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen')
    WHERE EXISTS (SELECT 1 FROM service_version WHERE id = old.version AND state <> 'draft');
END;
CREATE TRIGGER service_paper_joins_a_draft BEFORE INSERT ON service_paper
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen')
    WHERE EXISTS (SELECT 1 FROM service_version WHERE id = new.version AND state <> 'draft');
END;
CREATE TRIGGER service_paper_is_frozen BEFORE UPDATE ON service_paper
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen')
    WHERE EXISTS (SELECT 1 FROM service_version WHERE id = old.version AND state <> 'draft');
END;
CREATE TRIGGER service_paper_stays BEFORE DELETE ON service_paper
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen')
    WHERE EXISTS (SELECT 1 FROM service_version WHERE id = old.version AND state <> 'draft');
END;
CREATE TRIGGER service_channel_is_never_changed BEFORE UPDATE ON service_channel
BEGIN
    SELECT RAISE(ABORT, 'refused: services.append_only');
END;
CREATE TRIGGER service_channel_stays BEFORE DELETE ON service_channel
BEGIN
    SELECT RAISE(ABORT, 'refused: services.append_only');
END;

-- What a request for a service needs to know of it.
CREATE VIEW service_card AS
SELECT v.id AS version, v.service, s.name, v.number, v.state, v.term_days, v.gives, v.announced_on
FROM service_version v
JOIN service s ON s.id = v.service;

-- A request for a service, under the version it was asked under.
CREATE TABLE case_service (
    request BLOB PRIMARY KEY NOT NULL REFERENCES case_request (id),
    service BLOB NOT NULL REFERENCES service (id),
    version BLOB NOT NULL REFERENCES service_version (id),
    asked INTEGER CHECK (asked > 0),
    amount INTEGER CHECK (amount > 0),
    -- Why it should be given although the criteria are not all met, and who said so.
    exception_reason TEXT NOT NULL DEFAULT '',
    exception_by BLOB REFERENCES person (id),
    exception_on INTEGER,
    -- Approved against the criteria.
    exception INTEGER NOT NULL DEFAULT 0 CHECK (exception IN (0, 1)),
    -- The day the last of the mandatory papers was found genuine, of those that were handed over for decision.
    papers INTEGER NOT NULL DEFAULT 0 CHECK (papers >= 0),
    verified_on INTEGER,
    -- What the criteria came to at the decision, and whom it was about.
    judged TEXT CHECK (judged IN ('eligible', 'incomplete', 'not_eligible')),
    points INTEGER,
    -- Working days from receipt to decision.
    days INTEGER CHECK (days >= 0),
    class TEXT NOT NULL DEFAULT '',
    governorate TEXT NOT NULL DEFAULT '',
    sex TEXT NOT NULL DEFAULT '',
    -- Who took what was given.
    taken_by TEXT NOT NULL DEFAULT '',
    CHECK ((exception_reason = '') = (exception_by IS NULL)),
    CHECK ((exception_by IS NULL) = (exception_on IS NULL)),
    CHECK (exception = 0 OR exception_by IS NOT NULL)
) STRICT;
CREATE INDEX case_service_service ON case_service (service, version);
CREATE INDEX case_service_version ON case_service (version);
CREATE INDEX case_service_exception_by ON case_service (exception_by);

CREATE TRIGGER case_service_stays BEFORE DELETE ON case_service
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only');
END;
CREATE TRIGGER case_service_asks_for_one BEFORE UPDATE OF service, version, asked ON case_service
WHEN new.service <> old.service OR new.version <> old.version OR new.asked IS NOT old.asked
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only');
END;
-- An exception is decided by another person than who asked for it.
CREATE TRIGGER case_service_exception_by_another BEFORE UPDATE OF decided_by ON case_request
WHEN new.decided_by IS NOT NULL AND new.kind = 'service'
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.exception_own')
    WHERE EXISTS (SELECT 1 FROM case_service s WHERE s.request = new.id AND s.exception_by = new.decided_by);
END;

-- What somebody of the office found of a criterion that no register knows.
CREATE TABLE case_finding (
    request BLOB NOT NULL REFERENCES case_request (id),
    no INTEGER NOT NULL CHECK (no > 0),
    met INTEGER NOT NULL CHECK (met IN (0, 1)),
    note TEXT NOT NULL CHECK (note <> ''),
    by BLOB NOT NULL REFERENCES person (id),
    day INTEGER NOT NULL,
    PRIMARY KEY (request, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_finding_by ON case_finding (by);

-- Each criterion as it stood at the decision.
CREATE TABLE case_criterion (
    request BLOB NOT NULL REFERENCES case_request (id),
    no INTEGER NOT NULL CHECK (no > 0),
    result TEXT NOT NULL CHECK (result IN ('met', 'not_met', 'unknown')),
    value TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    source_on INTEGER,
    PRIMARY KEY (request, no)
) STRICT, WITHOUT ROWID;

-- What services read of requests for them.
CREATE VIEW case_service_request AS
SELECT r.id AS request, r.request_no, r.party, r.state, r.outcome, r.reason, r.received_on, r.decided_on, r.executed_on, r.ended,
       s.service, s.version, s.asked, s.amount, s.exception, s.exception_reason, s.judged, s.points, s.class, s.governorate, s.sex,
       s.papers, s.verified_on, s.days, (SELECT count(*) FROM case_request g WHERE g.parent = r.id) AS grievances
FROM case_request r
JOIN case_service s ON s.request = r.id;

-- What is known of a file for those who ask whether it fits.
CREATE VIEW file_known AS
SELECT f.party, f.file_no, f.name, f.name_fold, f.status, f.class, f.city, f.district, f.mobile, f.family_size, f.social_security,
       f.identity_expires_on, f.opened_on
FROM file_shelf f;

CREATE VIEW party_known AS
SELECT id, sex, born_on, marital_status, governorate, merged_into
FROM party;

CREATE VIEW document_standing AS
SELECT subject_kind, subject, kind, title, review, reviewed_at, expires_on
FROM document
WHERE removed_at IS NULL;

-- Requests of all kinds on one way: who asks, what happens to it, who decides; departments and days without work.

CREATE TABLE department (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE CHECK (name_fold <> ''),
    -- Whether new requests may name it; what named it stays.
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE department_person (
    person BLOB PRIMARY KEY NOT NULL REFERENCES person (id),
    department BLOB NOT NULL REFERENCES department (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX department_person_department ON department_person (department);

-- Holidays: no working days.
CREATE TABLE day_off (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    CHECK (to_day >= from_day)
) STRICT;
CREATE INDEX day_off_from ON day_off (from_day);

CREATE TABLE case_request (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    request_no TEXT NOT NULL UNIQUE CHECK (request_no <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('service', 'loan', 'inquiry', 'complaint', 'grievance', 'referral', 'volunteer', 'dispute',
        'data_change', 'internal')),
    state TEXT NOT NULL CHECK (state IN ('new', 'awaiting_applicant', 'assessment', 'for_decision', 'decided', 'executing',
        'closed', 'withdrawn', 'on_hold')),
    -- While it waits or is on hold: where it came from.
    back TEXT CHECK (back IN ('new', 'assessment', 'for_decision', 'executing')),
    -- Who asks: somebody on file, somebody by name, a department, or nobody that is named.
    party BLOB REFERENCES party (id),
    applicant_name TEXT NOT NULL DEFAULT '',
    applicant_mobile TEXT NOT NULL DEFAULT '',
    asking BLOB REFERENCES department (id),
    anonymous INTEGER NOT NULL DEFAULT 0 CHECK (anonymous IN (0, 1)),
    on_behalf_of TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL CHECK (channel IN ('interview', 'phone', 'letter', 'website', 'message', 'visit', 'other')),
    subject TEXT NOT NULL CHECK (subject <> ''),
    body TEXT NOT NULL DEFAULT '',
    department BLOB REFERENCES department (id),
    -- The department complained of, and whether the request is absent for it.
    against BLOB REFERENCES department (id),
    restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)),
    -- Of a grievance.
    parent BLOB REFERENCES case_request (id) CHECK (parent <> id),
    contests TEXT NOT NULL DEFAULT 'decision' CHECK (contests IN ('decision', 'procedure')),
    received_on INTEGER NOT NULL,
    received_by BLOB NOT NULL REFERENCES person (id),
    researcher BLOB REFERENCES person (id),
    outcome TEXT CHECK (outcome IN ('approved', 'rejected', 'waitlisted', 'referred', 'upheld', 'partly', 'settled',
        'not_settled')),
    reason TEXT NOT NULL DEFAULT '',
    decided_by BLOB REFERENCES person (id),
    decided_on INTEGER,
    letter_on INTEGER,
    executed_on INTEGER,
    executed_by BLOB REFERENCES person (id),
    executed_note TEXT NOT NULL DEFAULT '',
    answer TEXT NOT NULL DEFAULT '',
    -- What lists ask: whether it has ended, when its term ends, from which day on it is over it, and the place in the list:
    -- the nearest day first, then what has no day, what waits, and what has ended.
    ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
    ended_on INTEGER,
    due INTEGER,
    late_from INTEGER,
    urgency INTEGER NOT NULL,
    search_fold TEXT NOT NULL,
    CHECK ((ended = 1) = (state IN ('closed', 'withdrawn'))),
    CHECK ((ended = 1) = (ended_on IS NOT NULL)),
    CHECK ((back IS NOT NULL) = (state IN ('awaiting_applicant', 'on_hold'))),
    CHECK (anonymous = 0 OR (party IS NULL AND applicant_name = '' AND applicant_mobile = '' AND on_behalf_of = '')),
    CHECK ((kind = 'internal') = (asking IS NOT NULL)),
    CHECK ((kind = 'grievance') = (parent IS NOT NULL)),
    CHECK ((outcome IS NULL) = (decided_by IS NULL)),
    CHECK ((outcome IS NULL) = (decided_on IS NULL)),
    CHECK (letter_on IS NULL OR outcome IS NOT NULL),
    -- Nobody decides what they studied.
    CHECK (decided_by IS NULL OR researcher IS NULL OR decided_by <> researcher)
) STRICT;
CREATE INDEX case_request_open ON case_request (ended, urgency, id);
CREATE INDEX case_request_kind ON case_request (ended, kind, urgency);
CREATE INDEX case_request_late ON case_request (ended, late_from) WHERE late_from IS NOT NULL;
CREATE INDEX case_request_state ON case_request (state, researcher);
CREATE INDEX case_request_researcher ON case_request (researcher, ended, urgency);
CREATE INDEX case_request_party ON case_request (party, received_on);
CREATE INDEX case_request_received ON case_request (received_on);
CREATE INDEX case_request_asking ON case_request (asking);
CREATE INDEX case_request_department ON case_request (department);
CREATE INDEX case_request_against ON case_request (against);
CREATE INDEX case_request_parent ON case_request (parent);
CREATE INDEX case_request_received_by ON case_request (received_by);
CREATE INDEX case_request_decided_by ON case_request (decided_by);
CREATE INDEX case_request_executed_by ON case_request (executed_by);

CREATE TRIGGER case_request_stays BEFORE DELETE ON case_request
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only');
END;

-- What somebody answered, decided or withdrew is said once; a place on a waiting list is decided on again.
CREATE TRIGGER case_request_is_decided_once BEFORE UPDATE ON case_request
WHEN old.outcome IS NOT NULL AND old.outcome <> 'waitlisted'
    AND (new.outcome IS NOT old.outcome OR new.decided_by IS NOT old.decided_by OR new.reason <> old.reason)
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only');
END;

-- A grievance is neither studied nor decided by who studied or decided what it is against.
CREATE TRIGGER case_request_by_others BEFORE UPDATE ON case_request
WHEN new.parent IS NOT NULL AND (new.researcher IS NOT NULL OR new.decided_by IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'refused: flow.contested')
    WHERE EXISTS (
        SELECT 1 FROM case_request p LEFT JOIN case_request g ON g.id = p.parent
        WHERE p.id = new.parent AND (
            new.researcher IN (p.researcher, p.decided_by, g.researcher, g.decided_by)
            OR new.decided_by IN (p.researcher, p.decided_by, g.researcher, g.decided_by)));
END;

-- What happened, in order; appended only.
CREATE TABLE case_event (
    request BLOB NOT NULL REFERENCES case_request (id),
    no INTEGER NOT NULL CHECK (no > 0),
    kind TEXT NOT NULL CHECK (kind IN ('opened', 'assigned', 'moved', 'staged', 'declared', 'letter', 'executed', 'noted',
        'called', 'consent', 'card', 'changed', 'linked')),
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by BLOB NOT NULL REFERENCES person (id),
    from_state TEXT,
    to_state TEXT,
    -- Whom it was given to.
    person BLOB REFERENCES person (id),
    -- A word of the program that goes with it: an outcome, a stage, what came of a call.
    word TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (request, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_event_by ON case_event (by);
CREATE INDEX case_event_person ON case_event (person);

CREATE TRIGGER case_event_is_never_changed BEFORE UPDATE ON case_event
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only');
END;
CREATE TRIGGER case_event_stays BEFORE DELETE ON case_event
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only');
END;

-- Whether somebody has a tie with whom a request is about. One that was declared stays.
CREATE TABLE case_declaration (
    request BLOB NOT NULL REFERENCES case_request (id),
    person BLOB NOT NULL REFERENCES person (id),
    tie INTEGER NOT NULL CHECK (tie IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    PRIMARY KEY (request, person),
    CHECK (tie = 0 OR note <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX case_declaration_person ON case_declaration (person);

CREATE TRIGGER case_declaration_tie_stays BEFORE UPDATE ON case_declaration
WHEN old.tie = 1 AND new.tie = 0
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.tie_stays');
END;

-- What is to change on a file, as it was when it was asked for.
CREATE TABLE case_data_change (
    request BLOB NOT NULL REFERENCES case_request (id),
    field TEXT NOT NULL CHECK (field <> ''),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (request, field),
    CHECK (before <> after)
) STRICT, WITHOUT ROWID;

-- Entities people are referred to.
CREATE TABLE referral_entity (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE CHECK (name_fold <> ''),
    place TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    contact TEXT NOT NULL DEFAULT '',
    hours TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE case_referral (
    request BLOB PRIMARY KEY NOT NULL REFERENCES case_request (id),
    entity BLOB NOT NULL REFERENCES referral_entity (id),
    service TEXT NOT NULL CHECK (service <> ''),
    appointment INTEGER,
    appointment_time TEXT NOT NULL DEFAULT '',
    stage TEXT CHECK (stage IN ('handed_over', 'contacted', 'arrived', 'served', 'refused', 'no_show')),
    stage_on INTEGER,
    arrived_on INTEGER,
    consent TEXT NOT NULL DEFAULT 'not_asked' CHECK (consent IN ('not_asked', 'given', 'withdrawn')),
    consent_on INTEGER,
    -- The fields that may be shared, one behind the other with commas.
    shared TEXT NOT NULL DEFAULT '',
    card_on INTEGER,
    -- Calls without an answer since the last one that had one.
    unanswered INTEGER NOT NULL DEFAULT 0 CHECK (unanswered >= 0),
    -- The entity was told that the consent was withdrawn.
    told_on INTEGER,
    -- From this day on the person is called, while they have not arrived.
    callback_from INTEGER,
    CHECK ((consent = 'not_asked') = (consent_on IS NULL)),
    CHECK (card_on IS NULL OR consent <> 'not_asked'),
    CHECK (told_on IS NULL OR consent = 'withdrawn')
) STRICT;
CREATE INDEX case_referral_entity ON case_referral (entity, stage);
CREATE INDEX case_referral_callback ON case_referral (callback_from) WHERE callback_from IS NOT NULL;
CREATE INDEX case_referral_withdrawn ON case_referral (consent, told_on) WHERE consent = 'withdrawn';
-- Who came, how long they were here, what they were told.
CREATE TABLE reception (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by BLOB NOT NULL REFERENCES person (id),
    name TEXT NOT NULL CHECK (name <> ''),
    party BLOB REFERENCES party (id),
    purpose TEXT NOT NULL CHECK (purpose <> ''),
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 600),
    answered INTEGER NOT NULL CHECK (answered IN (0, 1)),
    request BLOB REFERENCES case_request (id),
    search_fold TEXT NOT NULL
) STRICT;
CREATE INDEX reception_day ON reception (day, at);
CREATE INDEX reception_by ON reception (by);
CREATE INDEX reception_party ON reception (party);
CREATE INDEX reception_request ON reception (request);

-- Letters in and out.
CREATE TABLE letter (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    letter_no TEXT NOT NULL UNIQUE CHECK (letter_no <> ''),
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    day INTEGER NOT NULL,
    -- From whom, or to whom.
    other TEXT NOT NULL CHECK (other <> ''),
    subject TEXT NOT NULL CHECK (subject <> ''),
    -- The number the other side gave it.
    their_no TEXT NOT NULL DEFAULT '',
    request BLOB REFERENCES case_request (id),
    by BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    search_fold TEXT NOT NULL
) STRICT;
CREATE INDEX letter_day ON letter (direction, day, letter_no);
CREATE INDEX letter_request ON letter (request, day);
CREATE INDEX letter_by ON letter (by);

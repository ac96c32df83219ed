-- Following up: interviews, visits, calls and the like on a record of any kind, what was read and found there, and what
-- each side promised.

-- What is read on a visit. Those the program brings have no name: their words are the program's.
CREATE TABLE reading_kind (
    code TEXT PRIMARY KEY NOT NULL CHECK (code <> ''),
    name TEXT NOT NULL DEFAULT '',
    -- Of what so many are counted: meals a week. Empty where the words of the program say it.
    unit TEXT NOT NULL DEFAULT '',
    -- Whole halalas, or a whole number.
    measure TEXT NOT NULL CHECK (measure IN ('money', 'count')),
    below_zero INTEGER NOT NULL DEFAULT 0 CHECK (below_zero IN (0, 1)),
    place INTEGER NOT NULL,
    -- Whether new visits ask for it; what was read stays.
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- On which kinds of records it is asked for.
CREATE TABLE reading_asked (
    kind TEXT NOT NULL REFERENCES reading_kind (code),
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    PRIMARY KEY (kind, subject_kind)
) STRICT, WITHOUT ROWID;

INSERT INTO reading_kind (code, measure, below_zero, place) VALUES
    ('production', 'count', 0, 10), ('sales', 'money', 0, 20), ('stock', 'money', 0, 30), ('customers', 'count', 0, 40),
    ('income', 'money', 1, 50);
INSERT INTO reading_asked (kind, subject_kind)
SELECT code, 'project' FROM reading_kind UNION ALL SELECT code, 'loan' FROM reading_kind;

CREATE TABLE activity (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    -- The code on its form.
    activity_no TEXT NOT NULL UNIQUE CHECK (activity_no <> ''),
    kind TEXT NOT NULL CHECK (kind IN (
        'interview', 'visit', 'call', 'session', 'inspection', 'mentoring', 'committee_check')),
    -- The record it is about, as its feature names it; the name it had when it was planned, and whom it is about.
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    subject_name TEXT NOT NULL,
    party BLOB REFERENCES party (id),
    -- The number, the name of the person, the name of the record: folded.
    search_fold TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'reviewed', 'missed', 'cancelled')),
    planned_on INTEGER NOT NULL,
    -- Nobody had planned it: it is no visit that could be late.
    unplanned INTEGER NOT NULL DEFAULT 0 CHECK (unplanned IN (0, 1)),
    -- Who is to go, and who planned it.
    researcher BLOB NOT NULL REFERENCES person (id),
    planned_by BLOB NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL DEFAULT '',
    -- Takes the place of one that was missed, or was planned when that one was recorded.
    comes_from BLOB REFERENCES activity (id),
    -- Why it was missed or called off.
    reason TEXT NOT NULL DEFAULT '',
    done_on INTEGER,
    done_by BLOB REFERENCES person (id),
    recorded_by BLOB REFERENCES person (id),
    recorded_at INTEGER,
    place TEXT NOT NULL DEFAULT '',
    present TEXT NOT NULL DEFAULT '',
    findings TEXT NOT NULL DEFAULT '',
    signal TEXT CHECK (signal IN ('sound', 'watch', 'distress')),
    -- It was late when another one was made at the same place, which tells of both.
    closed_with BLOB REFERENCES activity (id) CHECK (closed_with <> id),
    action TEXT NOT NULL DEFAULT '',
    action_owner BLOB REFERENCES person (id),
    action_due INTEGER,
    action_done_on INTEGER,
    action_done_by BLOB REFERENCES person (id),
    action_note TEXT NOT NULL DEFAULT '',
    reviewed_by BLOB REFERENCES person (id),
    reviewed_at INTEGER,
    review_note TEXT NOT NULL DEFAULT '',
    CHECK ((state IN ('done', 'reviewed')) = (done_on IS NOT NULL)),
    CHECK ((done_on IS NULL) = (done_by IS NULL)),
    CHECK ((done_on IS NULL) = (recorded_by IS NULL)),
    CHECK ((done_on IS NULL) = (recorded_at IS NULL)),
    CHECK ((state IN ('missed', 'cancelled')) = (reason <> '')),
    CHECK (signal IS NULL OR (done_on IS NOT NULL AND closed_with IS NULL)),
    CHECK (closed_with IS NULL OR done_on IS NOT NULL),
    CHECK ((action = '') = (action_owner IS NULL)),
    CHECK ((action = '') = (action_due IS NULL)),
    CHECK (action_done_on IS NULL OR action <> ''),
    CHECK ((action_done_on IS NULL) = (action_done_by IS NULL)),
    -- Distress says what was seen, what is done about it, by whom and until when.
    CHECK (signal IS NULL OR signal <> 'distress' OR (findings <> '' AND action <> '')),
    CHECK ((state = 'reviewed') = (reviewed_by IS NOT NULL)),
    CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL)),
    -- Who was there, and who wrote it down, does not say that it is well.
    CHECK (reviewed_by IS NULL OR (reviewed_by <> done_by AND reviewed_by <> recorded_by))
) STRICT;
CREATE INDEX activity_planned ON activity (state, planned_on);
CREATE INDEX activity_by_day ON activity (planned_on, state, done_on, researcher);
CREATE INDEX activity_done ON activity (done_on) WHERE done_on IS NOT NULL;
CREATE INDEX activity_subject ON activity (subject_kind, subject, planned_on);
CREATE INDEX activity_party ON activity (party);
CREATE INDEX activity_signal ON activity (signal, state) WHERE signal IS NOT NULL;
CREATE INDEX activity_researcher ON activity (researcher, state, planned_on);
CREATE INDEX activity_planned_by ON activity (planned_by);
CREATE INDEX activity_done_by ON activity (done_by);
CREATE INDEX activity_recorded_by ON activity (recorded_by);
CREATE INDEX activity_reviewed_by ON activity (reviewed_by);
CREATE INDEX activity_comes_from ON activity (comes_from);
CREATE INDEX activity_closed_with ON activity (closed_with);
CREATE INDEX activity_action_owner ON activity (action_owner, action_done_on, action_due);
CREATE INDEX activity_action_done_by ON activity (action_done_by);

-- What was read: a value, or why there is none. Never a zero that nobody read.
CREATE TABLE activity_reading (
    activity BLOB NOT NULL REFERENCES activity (id),
    kind TEXT NOT NULL REFERENCES reading_kind (code),
    value INTEGER,
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (activity, kind),
    CHECK ((value IS NULL) = (reason <> ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_reading_kind ON activity_reading (kind);

CREATE TABLE commitment (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    subject_name TEXT NOT NULL,
    party BLOB REFERENCES party (id),
    search_fold TEXT NOT NULL,
    -- Whose promise it is.
    side TEXT NOT NULL CHECK (side IN ('beneficiary', 'association')),
    text TEXT NOT NULL CHECK (text <> ''),
    due INTEGER NOT NULL,
    -- Who of the office sees to a promise of the association.
    keeper BLOB REFERENCES person (id),
    -- Late is never written: it follows from the day.
    state TEXT NOT NULL CHECK (state IN ('open', 'met', 'excused')),
    met_on INTEGER,
    evidence TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    -- The activity in which it was agreed, and the promise it waits for.
    activity BLOB REFERENCES activity (id),
    depends_on BLOB REFERENCES commitment (id) CHECK (depends_on <> id),
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    CHECK ((state = 'met') = (met_on IS NOT NULL)),
    CHECK ((state = 'excused') = (reason <> '')),
    CHECK ((side = 'association') = (keeper IS NOT NULL))
) STRICT;
CREATE INDEX commitment_subject ON commitment (subject_kind, subject, due);
CREATE INDEX commitment_due ON commitment (state, side, due);
CREATE INDEX commitment_by_day ON commitment (due);
CREATE INDEX commitment_party ON commitment (party);
CREATE INDEX commitment_keeper ON commitment (keeper, state, due);
CREATE INDEX commitment_activity ON commitment (activity);
CREATE INDEX commitment_depends_on ON commitment (depends_on);
CREATE INDEX commitment_made_by ON commitment (made_by);

-- What an activity found each side to have kept: a promise that stands in the list, or one said in words.
CREATE TABLE activity_kept (
    activity BLOB NOT NULL REFERENCES activity (id),
    no INTEGER NOT NULL CHECK (no > 0),
    side TEXT NOT NULL CHECK (side IN ('beneficiary', 'association')),
    text TEXT NOT NULL CHECK (text <> ''),
    commitment BLOB REFERENCES commitment (id),
    kept TEXT NOT NULL CHECK (kept IN ('kept', 'partly', 'broken')),
    PRIMARY KEY (activity, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_kept_commitment ON activity_kept (commitment);

-- Where somebody is met.
CREATE VIEW party_place AS
SELECT p.id, p.name, p.name_fold, p.merged_into, p.city, p.district, p.street, p.building_no, p.short_address,
       COALESCE(c.value, '') AS mobile
FROM party p
LEFT JOIN party_contact c ON c.party = p.id AND c.kind = 'mobile';

-- What others judge a project or a loan by: its visits, what was promised, what was read.
CREATE VIEW follow_up_visit AS
SELECT id, kind, subject_kind, subject, planned_on, done_on, done_by, recorded_by, signal, state, comes_from, closed_with
FROM activity;
CREATE VIEW follow_up_commitment AS
SELECT id, subject_kind, subject, side, due, met_on, state, depends_on FROM commitment;
CREATE VIEW follow_up_reading AS
SELECT a.subject_kind, a.subject, a.id AS activity, a.done_on, r.kind, r.value
FROM activity a
JOIN activity_reading r ON r.activity = a.id;

-- Questionnaires: what is asked, who answered without being known, sheets entered twice, what follows from the answers.

-- Departments by name, and requests that were closed, for those who ask how people were served: nothing says who asked.
CREATE VIEW department_called AS SELECT id, name, active FROM department;
CREATE VIEW case_request_closed AS
SELECT id AS request, request_no, kind, department, against, restricted, due, decided_on, ended_on
FROM case_request
WHERE state = 'closed';

CREATE VIEW case_request_called AS SELECT id AS request, request_no, kind, restricted FROM case_request;

CREATE TABLE questionnaire (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    -- What is asked again and again belongs to one series, known by its first edition, and is compared along it.
    series BLOB NOT NULL REFERENCES questionnaire (id),
    edition INTEGER NOT NULL CHECK (edition > 0),
    -- What the codes of its sheets begin with.
    no INTEGER NOT NULL UNIQUE CHECK (no > 0),
    purpose TEXT NOT NULL CHECK (purpose IN ('satisfaction', 'poll', 'directed', 'needs_study', 'social_research', 'capacity',
        'impact', 'content_feedback')),
    title TEXT NOT NULL CHECK (title <> ''),
    title_fold TEXT NOT NULL,
    -- What those who answer are told.
    about TEXT NOT NULL DEFAULT '',
    anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
    -- Offered when a request is closed.
    at_closing INTEGER NOT NULL CHECK (at_closing IN (0, 1)),
    -- Nothing of its results is shown before its end.
    sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
    opens INTEGER NOT NULL,
    closes INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'asked', 'approved', 'closed', 'dropped')),
    -- What came back from who was to approve it.
    sent_back TEXT NOT NULL DEFAULT '',
    -- The questions in their order, as JSON; they stand still once somebody has answered.
    questions TEXT NOT NULL,
    question_n INTEGER NOT NULL CHECK (question_n >= 0),
    -- What tokens are made with: whoever answered is known by its print only, and beside no answer.
    secret BLOB NOT NULL CHECK (length(secret) = 32),
    made_by BLOB NOT NULL REFERENCES person (id),
    made_on INTEGER NOT NULL,
    approved_by BLOB REFERENCES person (id),
    approved_on INTEGER,
    closed_by BLOB REFERENCES person (id),
    closed_on INTEGER,
    -- How many answered, for lists.
    answers INTEGER NOT NULL DEFAULT 0 CHECK (answers >= 0),
    UNIQUE (series, edition),
    CHECK (closes >= opens),
    CHECK (anonymous = 1 OR at_closing = 0),
    CHECK (purpose <> 'poll' OR (anonymous = 1 AND sealed = 1)),
    CHECK ((edition = 1) = (series = id)),
    CHECK ((approved_by IS NULL) = (approved_on IS NULL)),
    CHECK ((state IN ('approved', 'closed')) = (approved_by IS NOT NULL)),
    CHECK ((state = 'closed') = (closed_on IS NOT NULL)),
    CHECK ((closed_by IS NULL) = (closed_on IS NULL)),
    CHECK (answers = 0 OR state IN ('approved', 'closed'))
) STRICT;
CREATE INDEX questionnaire_state ON questionnaire (state, closes);
CREATE INDEX questionnaire_purpose ON questionnaire (purpose, opens);
CREATE INDEX questionnaire_made_by ON questionnaire (made_by);
CREATE INDEX questionnaire_approved_by ON questionnaire (approved_by);
CREATE INDEX questionnaire_closed_by ON questionnaire (closed_by);

-- Everybody who wrote in its questions, none of whom approves them.
CREATE TABLE questionnaire_hand (
    questionnaire BLOB NOT NULL REFERENCES questionnaire (id),
    person BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (questionnaire, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX questionnaire_hand_person ON questionnaire_hand (person);

CREATE TRIGGER questionnaire_hand_stays BEFORE DELETE ON questionnaire_hand
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

CREATE TRIGGER questionnaire_approved_by_another BEFORE UPDATE OF approved_by ON questionnaire
WHEN new.approved_by IS NOT NULL AND new.approved_by IS NOT old.approved_by
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.own_form')
    WHERE EXISTS (SELECT 1 FROM questionnaire_hand WHERE questionnaire = new.id AND person = new.approved_by)
        OR NOT EXISTS (SELECT 1 FROM approval_hand
            WHERE step = 'questionnaires.open' AND subject = new.id AND person = new.approved_by);
END;

-- What was answered is what was asked: nothing of it changes after the first answer, nor after it was approved.
CREATE TRIGGER questionnaire_is_frozen
BEFORE UPDATE OF questions, purpose, anonymous, sealed, series, edition, secret ON questionnaire
WHEN old.state <> 'draft' AND (new.questions <> old.questions OR new.purpose <> old.purpose OR new.anonymous <> old.anonymous
    OR new.sealed <> old.sealed OR new.series <> old.series OR new.edition <> old.edition OR new.secret <> old.secret)
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.frozen');
END;

CREATE TRIGGER questionnaire_stays_answered BEFORE UPDATE OF state ON questionnaire
WHEN old.answers > 0 AND new.state NOT IN ('approved', 'closed') OR old.state = 'closed' AND new.state <> 'closed'
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.frozen');
END;

CREATE TRIGGER questionnaire_stays BEFORE DELETE ON questionnaire
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

-- Sheets that were printed with a code, in runs; those of a run belong to one department or one kind of request.
CREATE TABLE questionnaire_run (
    questionnaire BLOB NOT NULL REFERENCES questionnaire (id),
    no INTEGER NOT NULL CHECK (no > 0),
    first INTEGER NOT NULL CHECK (first > 0),
    last INTEGER NOT NULL,
    department BLOB REFERENCES department (id),
    procedure TEXT NOT NULL DEFAULT '',
    made_by BLOB NOT NULL REFERENCES person (id),
    made_on INTEGER NOT NULL,
    PRIMARY KEY (questionnaire, no),
    UNIQUE (questionnaire, first),
    CHECK (last >= first)
) STRICT, WITHOUT ROWID;
CREATE INDEX questionnaire_run_department ON questionnaire_run (department);
CREATE INDEX questionnaire_run_made_by ON questionnaire_run (made_by);

-- Who may answer once: the print of a person, a request or a letter. It stands beside no answer and keeps no day.
CREATE TABLE questionnaire_token (
    questionnaire BLOB NOT NULL REFERENCES questionnaire (id),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    -- What the answer will be of: a department and a kind of request, no request.
    department BLOB REFERENCES department (id),
    procedure TEXT NOT NULL DEFAULT '',
    used INTEGER NOT NULL CHECK (used IN (0, 1)),
    PRIMARY KEY (questionnaire, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX questionnaire_token_department ON questionnaire_token (department);

CREATE TRIGGER questionnaire_token_is_used_once BEFORE UPDATE ON questionnaire_token
WHEN old.used = 1
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.answered_before');
END;

CREATE TRIGGER questionnaire_token_stays BEFORE DELETE ON questionnaire_token
WHEN old.used = 1
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

-- An answer: what was said, and of which department and kind of request; never who said it, unless they were named. Its
-- identifier tells no time, and rows lie in its order.
CREATE TABLE questionnaire_response (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    questionnaire BLOB NOT NULL REFERENCES questionnaire (id),
    channel TEXT NOT NULL CHECK (channel IN ('paper', 'kiosk', 'letter', 'phone', 'interview', 'file')),
    day INTEGER NOT NULL,
    department BLOB REFERENCES department (id),
    -- The kind of the request it is about; empty where it is about none.
    procedure TEXT NOT NULL DEFAULT '',
    -- Of a named one: who said it. Of one about a record: which.
    party BLOB REFERENCES party (id),
    subject_kind TEXT,
    subject BLOB CHECK (length(subject) = 16),
    answers TEXT NOT NULL,
    -- Of paper: its number, its place in the order of entry, who entered it, and the second entry.
    sheet INTEGER CHECK (sheet > 0),
    entry INTEGER CHECK (entry > 0),
    entered_by BLOB REFERENCES person (id),
    second_by BLOB REFERENCES person (id),
    second TEXT,
    -- Answers in which both entries differ and nobody has looked at the paper yet.
    open_differences INTEGER NOT NULL DEFAULT 0 CHECK (open_differences >= 0),
    settled_by BLOB REFERENCES person (id),
    -- What holds after somebody looked at the paper; the first entry holds where nothing stands here.
    settled TEXT,
    -- Of a row of a file: its print, so that the same row is known.
    print BLOB CHECK (length(print) = 32),
    UNIQUE (questionnaire, sheet),
    UNIQUE (questionnaire, entry),
    UNIQUE (questionnaire, party),
    UNIQUE (questionnaire, print),
    CHECK ((channel = 'paper') = (sheet IS NOT NULL)),
    CHECK ((channel = 'paper') = (entry IS NOT NULL)),
    CHECK ((channel = 'paper') = (entered_by IS NOT NULL)),
    CHECK ((channel = 'file') = (print IS NOT NULL)),
    CHECK ((second IS NULL) = (second_by IS NULL)),
    CHECK ((subject IS NULL) = (subject_kind IS NULL)),
    CHECK ((settled IS NULL) = (settled_by IS NULL)),
    CHECK (settled IS NULL OR second IS NOT NULL),
    -- The second entry is another person's, and whoever entered a sheet does not judge where both differ.
    CHECK (second_by IS NULL OR second_by <> entered_by),
    CHECK (settled_by IS NULL OR settled_by <> entered_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX questionnaire_response_of ON questionnaire_response (questionnaire, department);
CREATE INDEX questionnaire_response_differs ON questionnaire_response (questionnaire, open_differences)
WHERE open_differences > 0;
CREATE INDEX questionnaire_response_department ON questionnaire_response (department);
CREATE INDEX questionnaire_response_party ON questionnaire_response (party);
CREATE INDEX questionnaire_response_subject ON questionnaire_response (subject_kind, subject);
CREATE INDEX questionnaire_response_entered_by ON questionnaire_response (entered_by);
CREATE INDEX questionnaire_response_second_by ON questionnaire_response (second_by);
CREATE INDEX questionnaire_response_settled_by ON questionnaire_response (settled_by);

CREATE TRIGGER questionnaire_response_names_nobody BEFORE INSERT ON questionnaire_response
WHEN new.party IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.names_nobody')
    WHERE EXISTS (SELECT 1 FROM questionnaire WHERE id = new.questionnaire AND anonymous = 1);
END;

CREATE TRIGGER questionnaire_response_while_open BEFORE INSERT ON questionnaire_response
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.not_open')
    WHERE NOT EXISTS (SELECT 1 FROM questionnaire WHERE id = new.questionnaire AND state = 'approved');
END;

CREATE TRIGGER questionnaire_response_stays_nobodys
BEFORE UPDATE OF questionnaire, channel, party, day, sheet, entered_by ON questionnaire_response
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

CREATE TRIGGER questionnaire_response_stays BEFORE DELETE ON questionnaire_response
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

-- A sheet that cannot be read or was spoiled.
CREATE TABLE questionnaire_spoiled (
    questionnaire BLOB NOT NULL REFERENCES questionnaire (id),
    sheet INTEGER NOT NULL CHECK (sheet > 0),
    reason TEXT NOT NULL CHECK (reason <> ''),
    by BLOB NOT NULL REFERENCES person (id),
    on_day INTEGER NOT NULL,
    PRIMARY KEY (questionnaire, sheet)
) STRICT, WITHOUT ROWID;
CREATE INDEX questionnaire_spoiled_by ON questionnaire_spoiled (by);

-- Whether somebody whose request was closed was offered to rate it. Whether they did is not kept here.
CREATE TABLE rating_offer (
    request BLOB PRIMARY KEY NOT NULL REFERENCES case_request (id),
    state TEXT NOT NULL CHECK (state IN ('due', 'offered', 'declined')),
    since INTEGER NOT NULL,
    questionnaire BLOB REFERENCES questionnaire (id),
    way TEXT CHECK (way IN ('kiosk', 'letter')),
    by BLOB REFERENCES person (id),
    on_day INTEGER,
    CHECK ((state = 'due') = (by IS NULL)),
    CHECK ((state = 'due') = (on_day IS NULL)),
    CHECK ((state = 'offered') = (questionnaire IS NOT NULL)),
    CHECK ((state = 'offered') = (way IS NOT NULL))
) STRICT;
CREATE INDEX rating_offer_state ON rating_offer (state, since);
CREATE INDEX rating_offer_questionnaire ON rating_offer (questionnaire);
CREATE INDEX rating_offer_by ON rating_offer (by);

-- What a study found.
CREATE TABLE study_finding (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    finding_no TEXT NOT NULL UNIQUE CHECK (finding_no <> ''),
    questionnaire BLOB NOT NULL REFERENCES questionnaire (id),
    -- The question it rests on; empty where it rests on several.
    question TEXT NOT NULL DEFAULT '',
    domain TEXT NOT NULL CHECK (domain <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    severity TEXT NOT NULL CHECK (severity IN ('high', 'medium', 'low')),
    evidence TEXT NOT NULL CHECK (evidence <> ''),
    -- Whether others may refer to it; one that no longer holds stays for those who did.
    stands INTEGER NOT NULL DEFAULT 1 CHECK (stands IN (0, 1)),
    made_by BLOB NOT NULL REFERENCES person (id),
    made_on INTEGER NOT NULL,
    search_fold TEXT NOT NULL
) STRICT;
CREATE INDEX study_finding_questionnaire ON study_finding (questionnaire, severity);
CREATE INDEX study_finding_stands ON study_finding (stands, made_on);
CREATE INDEX study_finding_made_by ON study_finding (made_by);

-- What was made better, from what was said to what came of it.
CREATE TABLE improvement_action (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    action_no TEXT NOT NULL UNIQUE CHECK (action_no <> ''),
    source TEXT NOT NULL CHECK (source IN ('answer', 'finding', 'complaint')),
    questionnaire BLOB REFERENCES questionnaire (id),
    question TEXT NOT NULL DEFAULT '',
    finding BLOB REFERENCES study_finding (id),
    request BLOB REFERENCES case_request (id),
    -- What it answers, in words that name nobody.
    said TEXT NOT NULL CHECK (said <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    owner BLOB NOT NULL REFERENCES person (id),
    due INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'dropped')),
    ended_on INTEGER,
    outcome TEXT NOT NULL DEFAULT '',
    -- Its effect, judged by another person: measured again by a later edition of the same question where there is one.
    effect TEXT CHECK (effect IN ('better', 'same', 'worse')),
    effect_note TEXT NOT NULL DEFAULT '',
    effect_by BLOB REFERENCES person (id),
    effect_on INTEGER,
    before_percent INTEGER,
    after_percent INTEGER,
    measured_with BLOB REFERENCES questionnaire (id),
    made_by BLOB NOT NULL REFERENCES person (id),
    made_on INTEGER NOT NULL,
    search_fold TEXT NOT NULL,
    CHECK ((source = 'answer') = (questionnaire IS NOT NULL AND finding IS NULL)),
    CHECK ((source = 'finding') = (finding IS NOT NULL)),
    CHECK ((source = 'complaint') = (request IS NOT NULL)),
    CHECK ((state = 'planned') = (ended_on IS NULL)),
    CHECK ((effect IS NULL) = (effect_by IS NULL)),
    CHECK ((effect IS NULL) = (effect_on IS NULL)),
    CHECK (effect IS NULL OR state = 'done'),
    CHECK ((measured_with IS NULL) = (after_percent IS NULL)),
    -- Nobody says of their own work that it helped.
    CHECK (effect_by IS NULL OR effect_by <> owner)
) STRICT;
CREATE INDEX improvement_action_state ON improvement_action (state, due);
CREATE INDEX improvement_action_owner ON improvement_action (owner, state);
CREATE INDEX improvement_action_questionnaire ON improvement_action (questionnaire);
CREATE INDEX improvement_action_finding ON improvement_action (finding);
CREATE INDEX improvement_action_request ON improvement_action (request);
CREATE INDEX improvement_action_effect_by ON improvement_action (effect_by);
CREATE INDEX improvement_action_measured_with ON improvement_action (measured_with);
CREATE INDEX improvement_action_made_by ON improvement_action (made_by);

CREATE TRIGGER study_finding_stays BEFORE DELETE ON study_finding
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

CREATE TRIGGER improvement_action_stays BEFORE DELETE ON improvement_action
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

-- What others may read: findings they can rest on, and which questionnaires there are.
CREATE VIEW study_finding_known AS
SELECT f.id, f.finding_no, f.questionnaire, q.title AS study, f.domain, f.text, f.severity, f.evidence, f.stands, f.made_on
FROM study_finding f
JOIN questionnaire q ON q.id = f.questionnaire;
CREATE VIEW questionnaire_known AS
SELECT id, series, edition, no, purpose, title, anonymous, sealed, opens, closes, state, closed_on, answers FROM questionnaire;

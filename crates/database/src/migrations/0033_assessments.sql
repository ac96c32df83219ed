-- The social research of families: measured by versions of a rule, reviewed by another person; what they need, what is done
-- about it, and what they are able to do.

-- One version of the rule, as its engine reads it. The first is the one the program ships, which no decision has set.
CREATE TABLE assessment_rule (
    version INTEGER PRIMARY KEY NOT NULL CHECK (version > 0),
    content TEXT NOT NULL CHECK (content <> ''),
    decision TEXT NOT NULL DEFAULT '',
    decided_on INTEGER,
    set_by BLOB REFERENCES person (id),
    set_at INTEGER,
    CHECK ((decision = '') = (decided_on IS NULL)),
    CHECK ((set_by IS NULL) = (set_at IS NULL))
) STRICT;
CREATE INDEX assessment_rule_set_by ON assessment_rule (set_by);

INSERT INTO assessment_rule (version, content) VALUES (1, '{"income":{"points":40,"full_at":20000,"zero_at":120000},"dependency":{"points":20,"full_at":8},"special":{"points":15,"widow":4,"orphans":4,"disabled":4,"disabled_most":8,"elderly":2,"elderly_most":4},"housing":{"points":15,"own":0,"waqf":1,"rent":2,"hosted":3,"packed_over":3,"packed":4,"crowded_over":2,"crowded":2,"unsound":2,"unsound_most":8},"earning":{"points":10,"running_project":0,"employed":0,"halted_project":3,"unemployed":6,"unable":10},"classes":{"A":70,"B":50,"C":30}}');

CREATE TRIGGER assessment_rule_is_not_changed BEFORE UPDATE ON assessment_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only');
END;

CREATE TRIGGER assessment_rule_stays BEFORE DELETE ON assessment_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only');
END;

CREATE TABLE assessment (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    assessment_no TEXT NOT NULL UNIQUE CHECK (assessment_no <> ''),
    party BLOB NOT NULL REFERENCES case_file (party),
    kind TEXT NOT NULL CHECK (kind IN ('intake', 'periodic', 'closure', 'impact')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'completed', 'reviewed', 'dropped')),
    -- The number, the name of the person, the number of the file: folded.
    search_fold TEXT NOT NULL,
    begun_by BLOB NOT NULL REFERENCES person (id),
    begun_on INTEGER NOT NULL,
    done_on INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    -- What was found; nothing is unknown, and no zero.
    family_size INTEGER CHECK (family_size >= 0),
    dependants INTEGER CHECK (dependants >= 0),
    widow INTEGER CHECK (widow IN (0, 1)),
    orphan_n INTEGER CHECK (orphan_n >= 0),
    disabled_n INTEGER CHECK (disabled_n >= 0),
    elderly_n INTEGER CHECK (elderly_n >= 0),
    -- Of a month, whole halalas.
    social_security INTEGER CHECK (social_security >= 0),
    citizen_account INTEGER CHECK (citizen_account >= 0),
    salary INTEGER CHECK (salary >= 0),
    pension INTEGER CHECK (pension >= 0),
    project_income INTEGER CHECK (project_income >= 0),
    piecework INTEGER CHECK (piecework >= 0),
    other_income INTEGER CHECK (other_income >= 0),
    rent INTEGER CHECK (rent >= 0),
    debts INTEGER CHECK (debts >= 0),
    other_obligation INTEGER CHECK (other_obligation >= 0),
    tenure TEXT CHECK (tenure IN ('own', 'waqf', 'rent', 'hosted')),
    rooms INTEGER CHECK (rooms >= 0),
    -- What is unsound in the dwelling, a space between; nothing where nobody looked, empty where all is sound.
    unsound TEXT,
    earning TEXT CHECK (earning IN ('running_project', 'employed', 'halted_project', 'unemployed', 'unable')),
    findings TEXT NOT NULL DEFAULT '',
    -- Kept when it was completed: by which version of the rule, and what it came to.
    rule_version INTEGER REFERENCES assessment_rule (version),
    per_capita INTEGER,
    income_total INTEGER,
    score INTEGER CHECK (score BETWEEN 0 AND 100),
    parts TEXT NOT NULL DEFAULT '',
    class TEXT NOT NULL DEFAULT '' CHECK (class IN ('', 'a', 'b', 'c', 'd')),
    manual_class TEXT NOT NULL DEFAULT '' CHECK (manual_class IN ('', 'a', 'b', 'c', 'd')),
    manual_reason TEXT NOT NULL DEFAULT '',
    completed_by BLOB REFERENCES person (id),
    completed_at INTEGER,
    reviewed_by BLOB REFERENCES person (id),
    reviewed_at INTEGER,
    review_note TEXT NOT NULL DEFAULT '',
    -- What the review made of the file's class, and what it was before.
    final_class TEXT NOT NULL DEFAULT '' CHECK (final_class IN ('', 'a', 'b', 'c', 'd')),
    class_before TEXT NOT NULL DEFAULT '' CHECK (class_before IN ('', 'a', 'b', 'c', 'd')),
    -- Why it was sent back to a draft, or dropped.
    sent_back TEXT NOT NULL DEFAULT '',
    sent_back_by BLOB REFERENCES person (id),
    -- The newest reviewed one of its file, and the first.
    newest INTEGER NOT NULL DEFAULT 0 CHECK (newest IN (0, 1)),
    first INTEGER NOT NULL DEFAULT 0 CHECK (first IN (0, 1)),
    CHECK ((state = 'reviewed') = (reviewed_by IS NOT NULL)),
    CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL)),
    CHECK ((reviewed_by IS NULL) = (final_class = '')),
    CHECK ((state IN ('completed', 'reviewed')) = (completed_by IS NOT NULL)),
    CHECK ((completed_by IS NULL) = (completed_at IS NULL)),
    CHECK (state NOT IN ('completed', 'reviewed') OR (score IS NOT NULL AND class <> '' AND rule_version IS NOT NULL)),
    CHECK (state <> 'dropped' OR sent_back <> ''),
    CHECK ((newest = 0 AND first = 0) OR state = 'reviewed'),
    -- A class given by hand says why, and is another one than the computed.
    CHECK (state NOT IN ('completed', 'reviewed') OR (manual_class = '') = (manual_reason = '')),
    CHECK (state NOT IN ('completed', 'reviewed') OR manual_class <> class),
    CHECK (reviewed_by IS NULL OR reviewed_by <> completed_by)
) STRICT;
CREATE INDEX assessment_party ON assessment (party, done_on);
CREATE UNIQUE INDEX assessment_open ON assessment (party) WHERE state IN ('draft', 'completed');
CREATE UNIQUE INDEX assessment_newest_of ON assessment (party) WHERE newest = 1;
CREATE UNIQUE INDEX assessment_first_of ON assessment (party) WHERE first = 1;
CREATE INDEX assessment_state ON assessment (state, done_on);
CREATE INDEX assessment_done ON assessment (done_on);
CREATE INDEX assessment_exception ON assessment (manual_class, state) WHERE manual_class <> '';
CREATE INDEX assessment_begun_by ON assessment (begun_by, state);
CREATE INDEX assessment_completed_by ON assessment (completed_by);
CREATE INDEX assessment_reviewed_by ON assessment (reviewed_by);
CREATE INDEX assessment_sent_back_by ON assessment (sent_back_by);
CREATE INDEX assessment_rule_version ON assessment (rule_version);

-- Everybody who wrote in one: none of them reviews it.
CREATE TABLE assessment_hand (
    assessment BLOB NOT NULL REFERENCES assessment (id),
    person BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (assessment, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX assessment_hand_person ON assessment_hand (person);

-- What somebody in the family is able to do, or wishes to.
CREATE TABLE assessment_ability (
    assessment BLOB NOT NULL REFERENCES assessment (id),
    no INTEGER NOT NULL CHECK (no > 0),
    kind TEXT NOT NULL CHECK (kind IN ('skill', 'capability', 'wish')),
    who TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL CHECK (text <> ''),
    text_fold TEXT NOT NULL,
    -- Could be trained in it, and could run an enterprise with it.
    trains INTEGER NOT NULL DEFAULT 0 CHECK (trains IN (0, 1)),
    runs INTEGER NOT NULL DEFAULT 0 CHECK (runs IN (0, 1)),
    PRIMARY KEY (assessment, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX assessment_ability_kind ON assessment_ability (kind, assessment);

CREATE TABLE care_need (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    party BLOB NOT NULL REFERENCES case_file (party),
    assessment BLOB NOT NULL REFERENCES assessment (id),
    domain TEXT NOT NULL CHECK (domain IN (
        'income', 'work', 'housing', 'health', 'education', 'orphans', 'debts', 'skills', 'marketing', 'family', 'other')),
    text TEXT NOT NULL CHECK (text <> ''),
    text_fold TEXT NOT NULL,
    -- The fact that made it, as it stood.
    fact TEXT NOT NULL DEFAULT '',
    -- Of which suggestion of the program; empty where a person added it.
    suggestion TEXT NOT NULL DEFAULT '',
    priority TEXT NOT NULL CHECK (priority IN ('high', 'medium', 'low')),
    state TEXT NOT NULL CHECK (state IN ('open', 'met', 'unmet', 'declined')),
    reason TEXT NOT NULL DEFAULT '',
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    settled_on INTEGER,
    CHECK ((state = 'open') = (settled_on IS NULL)),
    CHECK (state NOT IN ('unmet', 'declined') OR reason <> '')
) STRICT;
CREATE INDEX care_need_party ON care_need (party, state);
CREATE UNIQUE INDEX care_need_suggestion ON care_need (assessment, suggestion) WHERE suggestion <> '';
CREATE INDEX care_need_assessment ON care_need (assessment);
CREATE INDEX care_need_domain ON care_need (state, domain, priority);
CREATE INDEX care_need_made_by ON care_need (made_by);

CREATE TABLE care_item (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    need BLOB NOT NULL REFERENCES care_need (id),
    party BLOB NOT NULL REFERENCES case_file (party),
    action TEXT NOT NULL CHECK (action <> ''),
    -- By which service, or which partner.
    service TEXT NOT NULL DEFAULT '',
    partner TEXT NOT NULL DEFAULT '',
    goal TEXT NOT NULL DEFAULT '',
    text_fold TEXT NOT NULL,
    owner BLOB NOT NULL REFERENCES person (id),
    due INTEGER NOT NULL,
    -- Late is never written: it follows from the day.
    state TEXT NOT NULL CHECK (state IN ('planned', 'in_progress', 'done', 'missed', 'cancelled')),
    outcome TEXT NOT NULL DEFAULT '',
    goal_reached INTEGER CHECK (goal_reached IN (0, 1)),
    closed_on INTEGER,
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    CHECK ((state IN ('done', 'missed', 'cancelled')) = (closed_on IS NOT NULL)),
    CHECK (state NOT IN ('done', 'missed', 'cancelled') OR outcome <> ''),
    CHECK ((state = 'done') = (goal_reached IS NOT NULL))
) STRICT;
CREATE INDEX care_item_need ON care_item (need);
CREATE INDEX care_item_party ON care_item (party, state);
CREATE INDEX care_item_due ON care_item (state, due);
CREATE INDEX care_item_owner ON care_item (owner, state, due);
CREATE INDEX care_item_made_by ON care_item (made_by);

CREATE TRIGGER assessment_reviewed_by_another BEFORE UPDATE OF reviewed_by ON assessment WHEN new.reviewed_by IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: need.self_review')
    WHERE EXISTS (SELECT 1 FROM assessment_hand WHERE assessment = new.id AND person = new.reviewed_by);
END;

-- What was reviewed stays as it was reviewed.
CREATE TRIGGER assessment_stays_reviewed
BEFORE UPDATE OF state, party, done_on, score, class, manual_class, final_class, reviewed_by ON assessment
WHEN old.state IN ('reviewed', 'dropped')
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only');
END;

CREATE TRIGGER assessment_stays BEFORE DELETE ON assessment
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only');
END;

CREATE TRIGGER assessment_hand_stays BEFORE DELETE ON assessment_hand
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only');
END;

-- Where each family stands by its newest reviewed assessment, and the facts services judge by.
CREATE VIEW assessment_newest AS
SELECT id, party, kind, done_on, score, final_class AS class, per_capita, income_total, family_size, dependants, widow,
       orphan_n, disabled_n, elderly_n, tenure, rooms, unsound, earning, rent, debts
FROM assessment
WHERE newest = 1;

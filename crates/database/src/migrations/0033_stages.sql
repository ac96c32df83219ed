-- Stages of projects: templates as data, what was laid over a project, what each stage needs, and the tranches it frees.

CREATE TABLE stage_template (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    -- The kind of activity it is for.
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE,
    -- The newest version; what was laid over a project stays as it is there.
    version INTEGER NOT NULL CHECK (version > 0),
    -- Whether it is offered for new projects.
    offered INTEGER NOT NULL CHECK (offered IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE stage_template_version (
    template BLOB NOT NULL REFERENCES stage_template (id),
    version INTEGER NOT NULL CHECK (version > 0),
    -- The stages in their order, as JSON.
    stages TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL,
    PRIMARY KEY (template, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX stage_template_version_made_by ON stage_template_version (made_by);

CREATE TABLE project_stage (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    project BLOB NOT NULL REFERENCES project (id),
    -- Its place among the stages of the project, from 1.
    no INTEGER NOT NULL CHECK (no > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    -- What must be achieved.
    goal TEXT NOT NULL DEFAULT '',
    -- Days it is planned to take, and visits it takes to judge it.
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 1000),
    visits INTEGER NOT NULL CHECK (visits BETWEEN 0 AND 20),
    state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'in_review', 'passed', 'failed')),
    -- The day it opened last, and the day it is to be done by. Late is never written: it follows from the day.
    opened_on INTEGER,
    due INTEGER,
    ended_on INTEGER,
    -- Where it came from.
    template BLOB REFERENCES stage_template (id),
    template_version INTEGER,
    UNIQUE (project, no),
    CHECK ((state = 'planned') = (opened_on IS NULL)),
    CHECK ((opened_on IS NULL) = (due IS NULL)),
    CHECK ((state IN ('passed', 'failed')) = (ended_on IS NOT NULL)),
    CHECK ((template IS NULL) = (template_version IS NULL))
) STRICT;
CREATE UNIQUE INDEX project_stage_one_at_a_time ON project_stage (project) WHERE state IN ('open', 'in_review');
CREATE INDEX project_stage_state ON project_stage (state, due);
CREATE INDEX project_stage_template ON project_stage (template);

-- What the office itself asks of a stage beyond what the program sees.
CREATE TABLE project_stage_condition (
    stage BLOB NOT NULL REFERENCES project_stage (id),
    no INTEGER NOT NULL CHECK (no > 0),
    text TEXT NOT NULL CHECK (text <> ''),
    -- Whether a document that hangs on the stage must show it.
    paper INTEGER NOT NULL CHECK (paper IN (0, 1)),
    -- Who has seen it, when, and what shows it.
    ticked_by BLOB REFERENCES person (id),
    ticked_on INTEGER,
    evidence TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (stage, no),
    CHECK ((ticked_by IS NULL) = (ticked_on IS NULL)),
    CHECK ((ticked_by IS NULL) = (evidence = ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX project_stage_condition_ticked_by ON project_stage_condition (ticked_by);

-- What happened to a stage; appended only.
CREATE TABLE project_stage_step (
    stage BLOB NOT NULL REFERENCES project_stage (id),
    place INTEGER NOT NULL CHECK (place > 0),
    step TEXT NOT NULL CHECK (step IN ('opened', 'asked', 'returned', 'passed', 'failed', 'changed')),
    on_day INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (stage, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_stage_step_made_by ON project_stage_step (made_by);

-- The stage a tranche belongs to.
CREATE TABLE project_stage_tranche (
    tranche BLOB PRIMARY KEY NOT NULL REFERENCES tranche (id),
    stage BLOB NOT NULL REFERENCES project_stage (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_stage_tranche_stage ON project_stage_tranche (stage);

-- A stage opens when all before it have passed, and not before.
CREATE TRIGGER project_stage_opens_in_order BEFORE UPDATE OF state ON project_stage
WHEN new.state <> old.state AND new.state IN ('open', 'in_review', 'passed')
BEGIN
    SELECT RAISE(ABORT, 'refused: stages.before')
    WHERE EXISTS (SELECT 1 FROM project_stage WHERE project = new.project AND no < new.no AND state <> 'passed');
END;

-- It passes once, out of a review that another person approved.
CREATE TRIGGER project_stage_passes_by_another BEFORE UPDATE OF state ON project_stage
WHEN new.state = 'passed' AND old.state <> 'passed'
BEGIN
    SELECT RAISE(ABORT, 'refused: stages.own_review')
    WHERE old.state <> 'in_review'
        OR NOT EXISTS (SELECT 1 FROM approval_hand WHERE step = 'stages.review' AND subject = old.id);
END;

CREATE TRIGGER project_stage_that_passed_stays BEFORE UPDATE ON project_stage
WHEN old.state = 'passed'
BEGIN
    SELECT RAISE(ABORT, 'refused: stages.passed_stays');
END;

CREATE TRIGGER project_stage_that_began_stays BEFORE DELETE ON project_stage
WHEN old.state <> 'planned'
BEGIN
    SELECT RAISE(ABORT, 'refused: stages.passed_stays');
END;

-- No stage comes in before one that began.
CREATE TRIGGER project_stage_is_added_behind BEFORE INSERT ON project_stage
BEGIN
    SELECT RAISE(ABORT, 'refused: stages.passed_stays')
    WHERE new.state <> 'planned'
        OR EXISTS (SELECT 1 FROM project_stage WHERE project = new.project AND no >= new.no AND state <> 'planned');
END;

CREATE TRIGGER project_stage_step_is_not_changed BEFORE UPDATE ON project_stage_step
BEGIN
    SELECT RAISE(ABORT, 'refused: stages.passed_stays');
END;

-- A project without its state and its loans, and the tranches of a loan, for those who lay stages over it.
CREATE VIEW project_card AS
SELECT id, party, name, name_fold, activity, state, state_since, state_reason, opened_on FROM project;
CREATE VIEW loan_tranche_line AS SELECT id, loan, no, amount, kind, supplier, item, state FROM tranche;

-- Holds that stand on loans that go on.
CREATE VIEW hold_standing AS
SELECT h.id AS hold, h.loan, h.opened_on
FROM hold h
JOIN loan_standing s ON s.loan = h.loan
WHERE h.state = 'open' AND s.phase IN ('approved', 'active', 'overpaid');

-- A project whose hold ended with its stop is stopped.
UPDATE project SET
    state = 'stopped',
    (state_since, state_reason) = (
        SELECT h.released_on, r.reason
        FROM hold h
        JOIN hold_decision d ON d.id = h.decision
        JOIN approval_request r ON r.id = d.id
        JOIN loan l ON l.id = h.loan
        WHERE l.project = project.id AND d.kind = 'stop'
        ORDER BY h.released_on
        LIMIT 1
    )
WHERE state IN ('running', 'halted') AND id IN (
    SELECT l.project FROM hold h JOIN hold_decision d ON d.id = h.decision JOIN loan l ON l.id = h.loan
    WHERE h.state = 'released' AND d.kind = 'stop'
);

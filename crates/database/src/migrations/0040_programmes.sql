-- Development programmes of a governorate: phases, what was found, initiatives with their results, indicators and money.

CREATE TABLE programme (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    programme_no TEXT NOT NULL UNIQUE CHECK (programme_no <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    governorate TEXT NOT NULL CHECK (governorate <> ''),
    -- The vision, and by what the partners agreed on it.
    vision TEXT NOT NULL DEFAULT '',
    vision_basis TEXT NOT NULL DEFAULT '',
    -- Per cent of the cost that pledges and receipts must cover before the plan is carried out.
    coverage_percent INTEGER NOT NULL CHECK (coverage_percent BETWEEN 0 AND 100),
    -- How many must consent to the plan.
    quorum INTEGER NOT NULL CHECK (quorum BETWEEN 1 AND 100),
    decision TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('running', 'ended')),
    opened_on INTEGER NOT NULL,
    opened_by BLOB NOT NULL REFERENCES person (id),
    ended_on INTEGER,
    reason TEXT NOT NULL DEFAULT '',
    search_fold TEXT NOT NULL,
    CHECK ((state = 'ended') = (ended_on IS NOT NULL)),
    CHECK ((state = 'ended') = (reason <> ''))
) STRICT;
CREATE INDEX programme_opened_by ON programme (opened_by);

CREATE TABLE programme_phase (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    programme BLOB NOT NULL REFERENCES programme (id),
    no INTEGER NOT NULL CHECK (no > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    planned_from INTEGER,
    planned_until INTEGER,
    state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'done')),
    opened_on INTEGER,
    ended_on INTEGER,
    ended_by BLOB REFERENCES person (id),
    UNIQUE (programme, no),
    CHECK (planned_until IS NULL OR (planned_from IS NOT NULL AND planned_until >= planned_from)),
    CHECK ((state = 'planned') = (opened_on IS NULL)),
    CHECK ((state = 'done') = (ended_on IS NOT NULL)),
    CHECK ((state = 'done') = (ended_by IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX programme_phase_one_at_a_time ON programme_phase (programme) WHERE state = 'running';
CREATE INDEX programme_phase_ended_by ON programme_phase (ended_by);

-- What must hold before a phase ends: computed by the program, or seen by somebody, who does not end it.
CREATE TABLE phase_condition (
    phase BLOB NOT NULL REFERENCES programme_phase (id),
    no INTEGER NOT NULL CHECK (no > 0),
    kind TEXT NOT NULL CHECK (kind IN ('own', 'endorsements', 'agreements', 'findings', 'assets', 'coverage', 'baselines', 'consent',
        'vision', 'founded', 'implementers', 'planned')),
    -- Of the office's own.
    text TEXT NOT NULL DEFAULT '',
    -- How many, where the kind counts.
    least INTEGER NOT NULL DEFAULT 0 CHECK (least BETWEEN 0 AND 10000),
    met_by BLOB REFERENCES person (id),
    met_on INTEGER,
    evidence TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (phase, no),
    CHECK ((kind = 'own') = (text <> '')),
    CHECK (kind = 'own' OR met_by IS NULL),
    CHECK ((met_by IS NULL) = (met_on IS NULL)),
    CHECK ((met_by IS NULL) = (evidence = ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX phase_condition_met_by ON phase_condition (met_by);

CREATE TRIGGER programme_phase_goes_in_order BEFORE UPDATE OF state ON programme_phase
WHEN new.state <> old.state
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.phase_order')
    WHERE EXISTS (SELECT 1 FROM programme_phase WHERE programme = new.programme AND no < new.no AND state <> 'done')
        OR NOT ((old.state = 'planned' AND new.state = 'running') OR (old.state = 'running' AND new.state = 'done'));
END;
CREATE TRIGGER programme_phase_ends_by_another BEFORE UPDATE OF state ON programme_phase
WHEN new.state = 'done'
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.own_condition')
    WHERE EXISTS (SELECT 1 FROM phase_condition WHERE phase = new.id AND met_by = new.ended_by);
END;

-- What there is in the governorate to build on.
CREATE TABLE programme_asset (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    programme BLOB NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL CHECK (kind IN ('natural', 'building', 'organisation', 'people', 'money', 'knowledge', 'other')),
    name TEXT NOT NULL CHECK (name <> ''),
    owner TEXT NOT NULL DEFAULT '',
    capacity TEXT NOT NULL DEFAULT '',
    usable_for TEXT NOT NULL DEFAULT '',
    removed_on INTEGER
) STRICT;
CREATE INDEX programme_asset_programme ON programme_asset (programme);

CREATE TABLE programme_finding (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    programme BLOB NOT NULL REFERENCES programme (id),
    domain TEXT NOT NULL CHECK (domain IN ('population', 'production', 'health', 'work', 'housing', 'education', 'services',
        'environment', 'associations', 'other')),
    text TEXT NOT NULL CHECK (text <> ''),
    severity TEXT NOT NULL CHECK (severity IN ('context', 'low', 'medium', 'high')),
    evidence TEXT NOT NULL CHECK (evidence <> ''),
    found_on INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES person (id),
    removed_on INTEGER
) STRICT;
CREATE INDEX programme_finding_programme ON programme_finding (programme, domain);
CREATE INDEX programme_finding_recorded_by ON programme_finding (recorded_by);

CREATE TABLE initiative (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    initiative_no TEXT NOT NULL UNIQUE CHECK (initiative_no <> ''),
    programme BLOB NOT NULL REFERENCES programme (id),
    title TEXT NOT NULL CHECK (title <> ''),
    sector TEXT NOT NULL DEFAULT '',
    priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 99),
    -- The partner that owns it; the association where none is named.
    owner BLOB REFERENCES partner (party),
    finding BLOB REFERENCES programme_finding (id),
    need TEXT NOT NULL DEFAULT '',
    -- How those who carry it out work together.
    mechanism TEXT NOT NULL DEFAULT '',
    starts INTEGER,
    ends INTEGER,
    -- People it serves.
    people INTEGER CHECK (people BETWEEN 0 AND 10000000),
    progress INTEGER NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    state TEXT NOT NULL CHECK (state IN ('idea', 'studied', 'approved', 'funded', 'running', 'halted', 'completed', 'cancelled')),
    -- Why it was halted or cancelled, since when, by whom.
    reason TEXT NOT NULL DEFAULT '',
    state_since INTEGER NOT NULL,
    halted_by BLOB REFERENCES person (id),
    search_fold TEXT NOT NULL,
    proposed_by BLOB NOT NULL REFERENCES person (id),
    CHECK (ends IS NULL OR (starts IS NOT NULL AND ends >= starts)),
    CHECK ((state IN ('halted', 'cancelled')) = (reason <> '')),
    CHECK ((state = 'halted') = (halted_by IS NOT NULL)),
    -- Without a finding it stays an idea.
    CHECK (finding IS NOT NULL OR state IN ('idea', 'cancelled'))
) STRICT;
CREATE INDEX initiative_programme ON initiative (programme, priority);
CREATE INDEX initiative_owner ON initiative (owner);
CREATE INDEX initiative_finding ON initiative (finding);
CREATE INDEX initiative_halted_by ON initiative (halted_by);
CREATE INDEX initiative_proposed_by ON initiative (proposed_by);

CREATE TRIGGER initiative_is_approved_by_another BEFORE UPDATE OF state ON initiative
WHEN new.state = 'approved' AND old.state <> 'approved'
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.own_approval')
    WHERE NOT EXISTS (SELECT 1 FROM approval_hand WHERE step = 'programmes.initiative' AND subject = old.id);
END;
CREATE TRIGGER initiative_progress_stands_while_halted BEFORE UPDATE OF progress ON initiative
WHEN old.state = 'halted' AND new.progress <> old.progress
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.halted');
END;

CREATE TABLE initiative_partner (
    initiative BLOB NOT NULL REFERENCES initiative (id),
    partner BLOB NOT NULL REFERENCES partner (party),
    role TEXT NOT NULL CHECK (role IN ('implementing', 'potential', 'funder')),
    part TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (initiative, partner, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX initiative_partner_partner ON initiative_partner (partner);

CREATE TABLE initiative_cost (
    initiative BLOB NOT NULL REFERENCES initiative (id),
    no INTEGER NOT NULL CHECK (no > 0),
    item TEXT NOT NULL CHECK (item <> ''),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    unit_cost INTEGER NOT NULL CHECK (unit_cost > 0),
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
    PRIMARY KEY (initiative, no)
) STRICT, WITHOUT ROWID;

-- Money that is looked for, promised and received.
CREATE TABLE programme_support (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    programme BLOB NOT NULL REFERENCES programme (id),
    initiative BLOB REFERENCES initiative (id),
    source TEXT NOT NULL CHECK (source IN ('government', 'donors', 'sponsors', 'fund')),
    partner BLOB REFERENCES partner (party),
    name TEXT NOT NULL CHECK (name <> ''),
    stage TEXT NOT NULL CHECK (stage IN ('identified', 'contacted', 'proposal', 'pledged', 'received', 'declined')),
    amount INTEGER NOT NULL CHECK (amount > 0),
    -- When something is to be done next; what has ended has none.
    next_on INTEGER,
    closes_on INTEGER,
    note TEXT NOT NULL DEFAULT '',
    keeper BLOB NOT NULL REFERENCES person (id),
    CHECK (stage NOT IN ('received', 'declined') OR next_on IS NULL)
) STRICT;
CREATE INDEX programme_support_programme ON programme_support (programme, stage);
CREATE INDEX programme_support_initiative ON programme_support (initiative);
CREATE INDEX programme_support_partner ON programme_support (partner);
CREATE INDEX programme_support_next ON programme_support (keeper, next_on) WHERE next_on IS NOT NULL;

-- One tree: impact, outcomes, outputs, activities.
CREATE TABLE initiative_result (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    initiative BLOB NOT NULL REFERENCES initiative (id),
    parent BLOB REFERENCES initiative_result (id) CHECK (parent <> id),
    level TEXT NOT NULL CHECK (level IN ('impact', 'outcome', 'output', 'activity')),
    place INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    -- What must hold beside it, and how it leads to what is above.
    assumption TEXT NOT NULL DEFAULT '',
    mechanism TEXT NOT NULL DEFAULT '',
    CHECK ((level = 'impact') = (parent IS NULL))
) STRICT;
CREATE INDEX initiative_result_initiative ON initiative_result (initiative, level, place);
CREATE INDEX initiative_result_parent ON initiative_result (parent);

CREATE TABLE indicator (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    result BLOB NOT NULL REFERENCES initiative_result (id),
    text TEXT NOT NULL CHECK (text <> ''),
    unit TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL CHECK (kind IN ('increase', 'decrease', 'yes_no')),
    -- Decimals as they are written, or yes and no.
    baseline TEXT NOT NULL DEFAULT '',
    baseline_on INTEGER,
    target TEXT NOT NULL CHECK (target <> ''),
    source TEXT NOT NULL DEFAULT '',
    frequency TEXT NOT NULL CHECK (frequency IN ('month', 'quarter', 'half', 'year', 'once')),
    disaggregation TEXT NOT NULL DEFAULT '',
    removed_on INTEGER,
    CHECK ((baseline = '') = (baseline_on IS NULL))
) STRICT;
CREATE INDEX indicator_result ON indicator (result);

-- What was measured; counts once another person approved it.
CREATE TABLE indicator_reading (
    indicator BLOB NOT NULL REFERENCES indicator (id),
    no INTEGER NOT NULL CHECK (no > 0),
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL CHECK (to_day >= from_day),
    target TEXT NOT NULL DEFAULT '',
    actual TEXT NOT NULL CHECK (actual <> ''),
    narrative TEXT NOT NULL DEFAULT '',
    entered_by BLOB NOT NULL REFERENCES person (id),
    entered_on INTEGER NOT NULL,
    approved_by BLOB REFERENCES person (id) CHECK (approved_by <> entered_by),
    approved_on INTEGER,
    PRIMARY KEY (indicator, no),
    CHECK ((approved_by IS NULL) = (approved_on IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX indicator_reading_entered_by ON indicator_reading (entered_by);
CREATE INDEX indicator_reading_approved_by ON indicator_reading (approved_by);

CREATE TRIGGER indicator_reading_that_counts_stays BEFORE UPDATE ON indicator_reading
WHEN old.approved_by IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.reading_stays');
END;
CREATE TRIGGER indicator_reading_that_counts_is_kept BEFORE DELETE ON indicator_reading
WHEN old.approved_by IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.reading_stays');
END;

-- Editions of the plan, and who consented to each; a change of scope or cost needs another.
CREATE TABLE plan_edition (
    programme BLOB NOT NULL REFERENCES programme (id),
    no INTEGER NOT NULL CHECK (no > 0),
    -- What was put before the partners: initiatives with their cost, as JSON.
    plan TEXT NOT NULL,
    cost INTEGER NOT NULL CHECK (cost >= 0),
    met_on INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    made_by BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (programme, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_edition_made_by ON plan_edition (made_by);

CREATE TABLE plan_consent (
    programme BLOB NOT NULL,
    edition INTEGER NOT NULL,
    partner BLOB NOT NULL REFERENCES partner (party),
    answer TEXT NOT NULL CHECK (answer IN ('agrees', 'reserves', 'absent')),
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (programme, edition, partner),
    FOREIGN KEY (programme, edition) REFERENCES plan_edition (programme, no),
    CHECK (answer <> 'reserves' OR note <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_consent_partner ON plan_consent (partner);

CREATE TRIGGER plan_edition_stays BEFORE UPDATE ON plan_edition
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.edition_stays');
END;
CREATE TRIGGER plan_consent_stays BEFORE UPDATE ON plan_consent
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.edition_stays');
END;

-- What the programme promised to reach by a year.
CREATE TABLE programme_promise (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    programme BLOB NOT NULL REFERENCES programme (id),
    text TEXT NOT NULL CHECK (text <> ''),
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
    reached_on INTEGER,
    evidence TEXT NOT NULL DEFAULT '',
    CHECK ((reached_on IS NULL) = (evidence = ''))
) STRICT;
CREATE INDEX programme_promise_programme ON programme_promise (programme, year);

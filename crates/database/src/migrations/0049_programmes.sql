-- Development programmes of a governorate: phases, what was found, initiatives with their results, indicators and money.

-- Who of the community stands behind what, without what was struck out.
CREATE VIEW endorsement_card AS
SELECT id, partner, programme, form, text, day FROM partner_endorsement WHERE void_on IS NULL;

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
    kind TEXT NOT NULL CHECK (kind IN ('own', 'endorsements', 'agreements', 'findings', 'assets', 'residents', 'capacity', 'coverage',
        'baselines', 'consent', 'vision', 'founded', 'implementers', 'planned')),
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
    -- The finding of a questionnaire it was taken from.
    study BLOB CHECK (length(study) = 16),
    recorded_by BLOB NOT NULL REFERENCES person (id),
    removed_on INTEGER
) STRICT;
CREATE INDEX programme_finding_programme ON programme_finding (programme, domain);
CREATE UNIQUE INDEX programme_finding_taken_once ON programme_finding (programme, study) WHERE study IS NOT NULL AND removed_on IS NULL;
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
    -- Why it was cancelled, and since when it stands as it stands.
    reason TEXT NOT NULL DEFAULT '',
    state_since INTEGER NOT NULL,
    -- When somebody is to see whether what it brought about lasts.
    check_due INTEGER,
    search_fold TEXT NOT NULL,
    -- Who of the office follows it.
    keeper BLOB NOT NULL REFERENCES person (id),
    proposed_on INTEGER NOT NULL,
    proposed_by BLOB NOT NULL REFERENCES person (id),
    CHECK (ends IS NULL OR (starts IS NOT NULL AND ends >= starts)),
    CHECK ((state = 'cancelled') = (reason <> '')),
    CHECK ((state = 'completed') = (check_due IS NOT NULL)),
    -- Without a finding it stays an idea.
    CHECK (finding IS NOT NULL OR state IN ('idea', 'cancelled'))
) STRICT;
CREATE INDEX initiative_programme ON initiative (programme, priority);
CREATE INDEX initiative_owner ON initiative (owner);
CREATE INDEX initiative_finding ON initiative (finding);
CREATE INDEX initiative_keeper ON initiative (keeper);
CREATE INDEX initiative_check_due ON initiative (check_due) WHERE check_due IS NOT NULL;
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

-- Progress is said on a day, with what shows it; the newest is that of the initiative.
CREATE TABLE initiative_progress (
    initiative BLOB NOT NULL REFERENCES initiative (id),
    no INTEGER NOT NULL CHECK (no > 0),
    day INTEGER NOT NULL,
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    note TEXT NOT NULL CHECK (note <> ''),
    said_by BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (initiative, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX initiative_progress_said_by ON initiative_progress (said_by);
CREATE TRIGGER initiative_progress_stays BEFORE UPDATE ON initiative_progress
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.append_only');
END;
CREATE TRIGGER initiative_progress_is_kept BEFORE DELETE ON initiative_progress
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.append_only');
END;

-- That an initiative stands still: a sign of distress of a visit, or somebody said so.
CREATE TABLE initiative_halt (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    initiative BLOB NOT NULL REFERENCES initiative (id),
    -- The visit that showed it.
    visit BLOB UNIQUE CHECK (length(visit) = 16),
    reason TEXT NOT NULL CHECK (reason <> ''),
    opened_on INTEGER NOT NULL,
    opened_by BLOB REFERENCES person (id),
    -- Who saw the sign.
    seen_by BLOB REFERENCES person (id),
    -- What was put right, before another person is asked to let it go on.
    corrected TEXT NOT NULL DEFAULT '',
    corrected_on INTEGER,
    corrected_by BLOB REFERENCES person (id),
    released_on INTEGER,
    released_by BLOB REFERENCES person (id),
    released_note TEXT NOT NULL DEFAULT '',
    CHECK ((corrected_on IS NULL) = (corrected = '')),
    CHECK ((corrected_on IS NULL) = (corrected_by IS NULL)),
    CHECK ((released_on IS NULL) = (released_by IS NULL)),
    CHECK ((released_on IS NULL) = (released_note = '')),
    CHECK (released_on IS NULL OR corrected_on IS NOT NULL),
    CHECK (released_by <> opened_by),
    CHECK (released_by <> seen_by),
    CHECK (released_by <> corrected_by)
) STRICT;
CREATE UNIQUE INDEX initiative_halt_one_at_a_time ON initiative_halt (initiative) WHERE released_on IS NULL;
CREATE INDEX initiative_halt_initiative ON initiative_halt (initiative, opened_on);
CREATE INDEX initiative_halt_opened_by ON initiative_halt (opened_by);
CREATE INDEX initiative_halt_seen_by ON initiative_halt (seen_by);
CREATE INDEX initiative_halt_corrected_by ON initiative_halt (corrected_by);
CREATE INDEX initiative_halt_released_by ON initiative_halt (released_by);
CREATE TRIGGER initiative_halt_is_released_by_another BEFORE UPDATE OF released_on ON initiative_halt
WHEN new.released_on IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.own_release')
    WHERE NOT EXISTS (SELECT 1 FROM approval_hand WHERE step = 'programmes.release' AND subject = old.id);
END;
CREATE TRIGGER initiative_halt_that_ended_stays BEFORE UPDATE ON initiative_halt
WHEN old.released_on IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.append_only');
END;
CREATE TRIGGER initiative_halt_is_kept BEFORE DELETE ON initiative_halt
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.append_only');
END;
-- An initiative goes on once another person has released what halted it.
CREATE TRIGGER initiative_goes_on_once_released BEFORE UPDATE OF state ON initiative
WHEN old.state = 'halted' AND new.state IN ('running', 'completed')
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.halted')
    WHERE EXISTS (SELECT 1 FROM initiative_halt WHERE initiative = old.id AND released_on IS NULL);
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
    -- What shows that it was pledged or received: a letter, a receipt; and since when.
    evidence TEXT NOT NULL DEFAULT '',
    pledged_on INTEGER,
    received_on INTEGER,
    keeper BLOB NOT NULL REFERENCES person (id),
    CHECK (stage NOT IN ('received', 'declined') OR next_on IS NULL),
    CHECK (stage NOT IN ('pledged', 'received') OR (pledged_on IS NOT NULL AND evidence <> '')),
    CHECK ((stage = 'received') = (received_on IS NOT NULL))
) STRICT;
CREATE TRIGGER programme_support_that_came_stays BEFORE UPDATE ON programme_support
WHEN old.stage = 'received'
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.support_settled');
END;
CREATE TRIGGER programme_support_is_kept BEFORE DELETE ON programme_support
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.append_only');
END;
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
    -- How its values are told apart.
    by_sex INTEGER NOT NULL DEFAULT 0 CHECK (by_sex IN (0, 1)),
    by_place INTEGER NOT NULL DEFAULT 0 CHECK (by_place IN (0, 1)),
    by_class INTEGER NOT NULL DEFAULT 0 CHECK (by_class IN (0, 1)),
    removed_on INTEGER,
    CHECK ((baseline = '') = (baseline_on IS NULL))
) STRICT;
CREATE INDEX indicator_result ON indicator (result);

-- Where it is to stand at the end of each period.
CREATE TABLE indicator_period (
    indicator BLOB NOT NULL REFERENCES indicator (id),
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL CHECK (to_day >= from_day),
    target TEXT NOT NULL CHECK (target <> ''),
    PRIMARY KEY (indicator, to_day)
) STRICT, WITHOUT ROWID;
CREATE INDEX indicator_period_to ON indicator_period (to_day);

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

-- The value of a group, where an indicator is told apart.
CREATE TABLE indicator_part (
    indicator BLOB NOT NULL,
    reading INTEGER NOT NULL,
    dimension TEXT NOT NULL CHECK (dimension IN ('sex', 'place', 'class')),
    part TEXT NOT NULL CHECK (part <> ''),
    value TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (indicator, reading, dimension, part),
    FOREIGN KEY (indicator, reading) REFERENCES indicator_reading (indicator, no)
) STRICT, WITHOUT ROWID;

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
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    programme BLOB NOT NULL REFERENCES programme (id),
    no INTEGER NOT NULL CHECK (no > 0),
    -- What was put before the partners: initiatives with their cost, as JSON.
    plan TEXT NOT NULL,
    cost INTEGER NOT NULL CHECK (cost >= 0),
    met_on INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('waiting', 'agreed', 'returned')),
    decided_on INTEGER,
    decided_by BLOB REFERENCES person (id) CHECK (decided_by <> made_by),
    decision TEXT NOT NULL DEFAULT '',
    made_by BLOB NOT NULL REFERENCES person (id),
    UNIQUE (programme, no),
    CHECK ((state = 'waiting') = (decided_on IS NULL)),
    CHECK ((state = 'agreed') = (decided_by IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX plan_edition_one_waits ON plan_edition (programme) WHERE state = 'waiting';
CREATE INDEX plan_edition_made_by ON plan_edition (made_by);
CREATE INDEX plan_edition_decided_by ON plan_edition (decided_by);

-- What each of the partners said of it.
CREATE TABLE plan_consent (
    edition BLOB NOT NULL REFERENCES plan_edition (id),
    partner BLOB NOT NULL REFERENCES partner (party),
    answer TEXT NOT NULL CHECK (answer IN ('agrees', 'reserves', 'absent')),
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (edition, partner),
    CHECK (answer <> 'reserves' OR note <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_consent_partner ON plan_consent (partner);

CREATE TRIGGER plan_edition_is_agreed_by_another BEFORE UPDATE OF state ON plan_edition
WHEN new.state = 'agreed'
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.own_plan')
    WHERE NOT EXISTS (SELECT 1 FROM approval_hand WHERE step = 'programmes.plan' AND subject = old.id);
END;
CREATE TRIGGER plan_edition_stays BEFORE UPDATE ON plan_edition
WHEN old.state <> 'waiting' OR new.plan <> old.plan OR new.cost <> old.cost OR new.met_on <> old.met_on OR new.made_by <> old.made_by
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.edition_stays');
END;
CREATE TRIGGER plan_consent_stays BEFORE UPDATE ON plan_consent
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.edition_stays');
END;
CREATE TRIGGER plan_consent_is_kept BEFORE DELETE ON plan_consent
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

-- Where residents took part, and how many.
CREATE TABLE programme_gathering (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    programme BLOB NOT NULL REFERENCES programme (id),
    form TEXT NOT NULL CHECK (form IN ('workshop', 'meeting', 'survey', 'visit', 'online', 'other')),
    stage TEXT NOT NULL CHECK (stage IN ('study', 'planning', 'carrying_out', 'evaluation')),
    text TEXT NOT NULL CHECK (text <> ''),
    outcome TEXT NOT NULL DEFAULT '',
    day INTEGER NOT NULL,
    people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 1000000),
    women INTEGER CHECK (women BETWEEN 0 AND people),
    recorded_by BLOB NOT NULL REFERENCES person (id),
    removed_on INTEGER
) STRICT;
CREATE INDEX programme_gathering_programme ON programme_gathering (programme, day);
CREATE INDEX programme_gathering_recorded_by ON programme_gathering (recorded_by);

-- What was seen of an initiative beside its figures: an evaluation, a lesson, whether it lasts.
CREATE TABLE initiative_note (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    initiative BLOB NOT NULL REFERENCES initiative (id),
    kind TEXT NOT NULL CHECK (kind IN ('evaluation', 'lesson', 'lasting')),
    text TEXT NOT NULL CHECK (text <> ''),
    -- Of a check after its completion.
    lasts TEXT CHECK (lasts IN ('yes', 'partly', 'no')),
    evidence TEXT NOT NULL DEFAULT '',
    day INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES person (id),
    CHECK ((kind = 'lasting') = (lasts IS NOT NULL)),
    CHECK (kind <> 'lasting' OR evidence <> '')
) STRICT;
CREATE INDEX initiative_note_initiative ON initiative_note (initiative, day);
CREATE INDEX initiative_note_recorded_by ON initiative_note (recorded_by);
CREATE TRIGGER initiative_note_stays BEFORE UPDATE ON initiative_note
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.append_only');
END;
CREATE TRIGGER initiative_note_is_kept BEFORE DELETE ON initiative_note
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.append_only');
END;

-- What an association of the governorate was able to do on a day, and what it then did.
CREATE TABLE capacity_assessment (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    programme BLOB NOT NULL REFERENCES programme (id),
    partner BLOB NOT NULL REFERENCES partner (party),
    day INTEGER NOT NULL,
    evidence TEXT NOT NULL CHECK (evidence <> ''),
    -- Per cent of what it had planned for the year that it did.
    performance INTEGER CHECK (performance BETWEEN 0 AND 200),
    performance_note TEXT NOT NULL DEFAULT '',
    recorded_by BLOB NOT NULL REFERENCES person (id),
    UNIQUE (programme, partner, day)
) STRICT;
CREATE INDEX capacity_assessment_partner ON capacity_assessment (partner);
CREATE INDEX capacity_assessment_recorded_by ON capacity_assessment (recorded_by);

CREATE TABLE capacity_score (
    assessment BLOB NOT NULL REFERENCES capacity_assessment (id),
    domain TEXT NOT NULL CHECK (domain IN ('governance', 'planning', 'finance', 'people', 'programmes', 'partnerships', 'technology')),
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 4),
    PRIMARY KEY (assessment, domain)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER capacity_assessment_stays BEFORE UPDATE ON capacity_assessment
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.append_only');
END;
CREATE TRIGGER capacity_score_stays BEFORE UPDATE ON capacity_score
BEGIN
    SELECT RAISE(ABORT, 'refused: programmes.append_only');
END;

-- What an association does to become able to do more: agreed with it step by step, and seen done by another person.
CREATE TABLE capacity_step (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    programme BLOB NOT NULL REFERENCES programme (id),
    partner BLOB NOT NULL REFERENCES partner (party),
    domain TEXT NOT NULL CHECK (domain IN ('governance', 'planning', 'finance', 'people', 'programmes', 'partnerships', 'technology')),
    text TEXT NOT NULL CHECK (text <> ''),
    due INTEGER NOT NULL,
    mentor BLOB REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('proposed', 'agreed', 'done', 'verified')),
    -- Who of the association agreed, and when.
    agreed_with TEXT NOT NULL DEFAULT '',
    agreed_on INTEGER,
    done_on INTEGER,
    evidence TEXT NOT NULL DEFAULT '',
    done_by BLOB REFERENCES person (id),
    verified_by BLOB REFERENCES person (id) CHECK (verified_by <> done_by),
    verified_on INTEGER,
    CHECK ((state = 'proposed') = (agreed_on IS NULL)),
    CHECK ((agreed_on IS NULL) = (agreed_with = '')),
    CHECK ((state IN ('done', 'verified')) = (done_on IS NOT NULL)),
    CHECK ((done_on IS NULL) = (evidence = '')),
    CHECK ((done_on IS NULL) = (done_by IS NULL)),
    CHECK ((state = 'verified') = (verified_by IS NOT NULL)),
    CHECK ((verified_by IS NULL) = (verified_on IS NULL))
) STRICT;
CREATE INDEX capacity_step_programme ON capacity_step (programme, partner, due);
CREATE INDEX capacity_step_partner ON capacity_step (partner);
CREATE INDEX capacity_step_mentor ON capacity_step (mentor, state, due);
CREATE INDEX capacity_step_done_by ON capacity_step (done_by);
CREATE INDEX capacity_step_verified_by ON capacity_step (verified_by);

-- What an initiative brought to people, in money: resting on assumptions, which stand beside every figure. Never a target.
CREATE TABLE initiative_return (
    initiative BLOB NOT NULL REFERENCES initiative (id),
    no INTEGER NOT NULL CHECK (no > 0),
    text TEXT NOT NULL CHECK (text <> ''),
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
    -- The worth of one, and where it is taken from.
    proxy INTEGER NOT NULL CHECK (proxy > 0),
    source TEXT NOT NULL CHECK (source <> ''),
    -- Per cent that would have come anyway; that is ours; that goes away.
    deadweight INTEGER NOT NULL CHECK (deadweight BETWEEN 0 AND 100),
    attribution INTEGER NOT NULL CHECK (attribution BETWEEN 0 AND 100),
    drop_off INTEGER NOT NULL CHECK (drop_off BETWEEN 0 AND 100),
    PRIMARY KEY (initiative, no)
) STRICT, WITHOUT ROWID;

-- Holds: a project is halted by itself, one hold a loan at a time; what each names, and how another person ends it.

CREATE TABLE hold (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    -- A loan that goes with its import takes along what opened by itself on it.
    loan BLOB NOT NULL REFERENCES loan (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('open', 'released')),
    opened_on INTEGER NOT NULL,
    -- Who recorded what opened it; nobody where a day did.
    opened_by BLOB REFERENCES person (id),
    -- The decision that ended it, by whom and when.
    decision BLOB REFERENCES approval_request (id),
    released_on INTEGER,
    released_by BLOB REFERENCES person (id),
    CHECK ((state = 'released') = (released_on IS NOT NULL)),
    CHECK ((released_on IS NULL) = (released_by IS NULL)),
    CHECK ((released_on IS NULL) = (decision IS NULL))
) STRICT;
CREATE INDEX hold_loan ON hold (loan, opened_on);
CREATE UNIQUE INDEX hold_open ON hold (loan) WHERE state = 'open';
CREATE INDEX hold_opened_by ON hold (opened_by);
CREATE INDEX hold_decision_of ON hold (decision);
CREATE INDEX hold_released_by ON hold (released_by);

-- Why; appended only.
CREATE TABLE hold_cause (
    hold BLOB NOT NULL REFERENCES hold (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN (
        'dpd', 'visit_missed', 'signal', 'purchase_unverified', 'commitment_late', 'guarantee_expired', 'sales_down')),
    -- The record it is about, or the day of an arrear or a reading. The same pair is judged once.
    reference TEXT NOT NULL CHECK (reference <> ''),
    since INTEGER NOT NULL,
    found_on INTEGER NOT NULL,
    -- Of a signal: who saw it, and who wrote it down. Neither ends the hold.
    seen_by BLOB REFERENCES person (id),
    told_by BLOB REFERENCES person (id),
    PRIMARY KEY (hold, kind, reference)
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_cause_seen_by ON hold_cause (seen_by);
CREATE INDEX hold_cause_told_by ON hold_cause (told_by);

-- What was proposed to end it with, beside its request.
CREATE TABLE hold_decision (
    id BLOB PRIMARY KEY NOT NULL REFERENCES approval_request (id),
    hold BLOB NOT NULL REFERENCES hold (id),
    kind TEXT NOT NULL CHECK (kind IN ('coach_resume', 'reschedule', 'stop')),
    on_day INTEGER NOT NULL,
    -- What is done so that it goes well: a line each.
    interventions TEXT NOT NULL DEFAULT '',
    -- Of a stop: what was bought with the loan, and where it is.
    assets TEXT NOT NULL DEFAULT '',
    -- Of a rescheduling: the change of the loan and the plan it leads to, as JSON.
    content TEXT,
    plan TEXT,
    CHECK ((kind = 'reschedule') = (content IS NOT NULL)),
    CHECK ((content IS NULL) = (plan IS NULL))
) STRICT;
CREATE INDEX hold_decision_hold ON hold_decision (hold);

CREATE TRIGGER hold_stays BEFORE DELETE ON hold
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.subject = old.loan);
END;

CREATE TRIGGER hold_ends_once BEFORE UPDATE ON hold
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only')
    WHERE old.state = 'released' OR new.loan <> old.loan OR new.opened_on <> old.opened_on;
    SELECT RAISE(ABORT, 'refused: holds.visitor')
    WHERE new.released_by = old.opened_by
        OR EXISTS (
            SELECT 1 FROM hold_cause
            WHERE hold = old.id AND (seen_by = new.released_by OR told_by = new.released_by)
        );
END;

CREATE TRIGGER hold_cause_is_not_changed BEFORE UPDATE ON hold_cause
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only');
END;

CREATE TRIGGER hold_cause_stays BEFORE DELETE ON hold_cause
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only')
    WHERE EXISTS (
        SELECT 1 FROM hold h
        WHERE h.id = old.hold AND NOT EXISTS (SELECT 1 FROM import_going going WHERE going.subject = h.loan)
    );
END;

CREATE TRIGGER hold_decision_is_not_changed BEFORE UPDATE ON hold_decision
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only');
END;

CREATE TRIGGER hold_decision_stays BEFORE DELETE ON hold_decision
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only');
END;

-- What was paid for and nobody has verified. What an import brought was paid before this program.
CREATE VIEW loan_purchase AS
SELECT t.id, t.loan, max(s.on_day) AS paid_on
FROM tranche t
JOIN tranche_step s ON s.tranche = t.id AND s.step = 'paid' AND s.imported = 0
WHERE t.state = 'paid'
GROUP BY t.id, t.loan;

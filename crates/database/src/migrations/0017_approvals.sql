-- Four eyes are one thing: who asked for which step of which record, who approved it, how it ended. What was kept by each
-- feature for itself is taken over; whatever waited still waits.

CREATE TABLE approval_request (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    -- The step as the manifest of its feature names it: funds.voucher, loans.tranche …
    step TEXT NOT NULL CHECK (step <> ''),
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    -- 1, 2, 3 … of the requests for this step on this record.
    place INTEGER NOT NULL CHECK (place > 0),
    -- What limits are held against; none where no money is meant.
    amount INTEGER CHECK (amount >= 0),
    -- How many people beside who asked approve it.
    needed INTEGER NOT NULL CHECK (needed BETWEEN 1 AND 9),
    -- Whether nobody approves it above the limit of their role.
    limited INTEGER NOT NULL CHECK (limited IN (0, 1)),
    reason TEXT NOT NULL DEFAULT '',
    asked_by BLOB NOT NULL REFERENCES person (id),
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'returned', 'refused', 'withdrawn')),
    -- Unknown only for what fell away before this table was kept.
    closed_by BLOB REFERENCES person (id),
    closed_at INTEGER,
    -- Why it was returned, refused or taken back.
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (subject, step, place),
    CHECK ((state = 'waiting') = (closed_at IS NULL)),
    CHECK (state <> 'waiting' OR closed_by IS NULL)
) STRICT;

CREATE UNIQUE INDEX approval_request_waiting ON approval_request (subject, step) WHERE state = 'waiting';
CREATE INDEX approval_request_asked_by ON approval_request (asked_by, closed_at);
CREATE INDEX approval_request_closed_by ON approval_request (closed_by);

-- Who approved, first to last; only ever added to.
CREATE TABLE approval (
    request BLOB NOT NULL REFERENCES approval_request (id),
    place INTEGER NOT NULL CHECK (place > 0),
    person BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (request, place),
    UNIQUE (request, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX approval_person ON approval (person);

-- Vouchers. The amount is the sum of the debits; what only passes through the accounts between funds is counted once.
WITH amounts AS (
    SELECT d.id,
           coalesce(sum(line.value ->> 'debit') FILTER (WHERE a.nets_to_zero IS NULL), 0) AS own,
           coalesce(sum(line.value ->> 'debit'), 0) AS whole
    FROM voucher_draft d, json_each(d.content, '$.lines') line
    LEFT JOIN account a ON a.code = line.value ->> 'account'
    GROUP BY d.id
)
INSERT INTO approval_request (
    id, step, subject_kind, subject, place, amount, needed, limited, reason, asked_by, asked_at, state, closed_by, closed_at,
    note
)
SELECT randomblob(16), 'funds.voucher', 'draft', d.id, 1,
       CASE WHEN amounts.own > 0 THEN amounts.own ELSE max(coalesce(amounts.whole, 0), 0) END,
       CASE d.content ->> 'kind' WHEN 'payment' THEN 2 ELSE 1 END, 1, '', d.made_by, d.made_at,
       CASE d.state WHEN 'posted' THEN 'approved' ELSE d.state END, d.decided_by,
       CASE WHEN d.state <> 'waiting' THEN coalesce(d.decided_at, d.made_at) END, d.note
FROM voucher_draft d
LEFT JOIN amounts ON amounts.id = d.id;

INSERT INTO approval (request, place, person, at)
SELECT r.id, v.place, v.person, v.at
FROM voucher_approval v
JOIN approval_request r ON r.subject = v.draft AND r.step = 'funds.voucher';

-- Months somebody asks to open again, and those that were opened. The trail knows when.
WITH told AS (
    SELECT subject, max(at) FILTER (WHERE command = 'funds.ask_to_reopen') AS asked_at,
           max(at) FILTER (WHERE command = 'funds.reopen_period') AS opened_at
    FROM audit
    WHERE command IN ('funds.ask_to_reopen', 'funds.reopen_period') AND outcome = 'done'
    GROUP BY subject
)
INSERT INTO approval_request (
    id, step, subject_kind, subject, place, amount, needed, limited, reason, asked_by, asked_at, state, closed_by, closed_at
)
SELECT randomblob(16), 'funds.reopening', 'period', unhex(printf('%032x', p.id)), 1, NULL, 1, 0,
       coalesce(p.reopen_reason, ''), p.reopen_asked_by, coalesce(told.asked_at, p.last * 86400000000),
       CASE p.state WHEN 'closed' THEN 'waiting' WHEN 'open' THEN 'approved' ELSE 'withdrawn' END,
       CASE p.state WHEN 'open' THEN p.reopened_by END,
       CASE WHEN p.state <> 'closed' THEN coalesce(told.opened_at, told.asked_at, p.last * 86400000000) END
FROM period p
LEFT JOIN told ON told.subject = CAST(p.id AS TEXT)
WHERE p.reopen_asked_by IS NOT NULL AND (p.state <> 'open' OR p.reopened_by IS NOT NULL);

-- Loans. Nobody of this office asked for those an import brought. A loan that was given up after it was approved no longer
-- says who had approved it.
INSERT INTO approval_request (
    id, step, subject_kind, subject, place, amount, needed, limited, reason, asked_by, asked_at, state, closed_by, closed_at,
    note
)
SELECT randomblob(16), 'loans.loan', 'loan', l.id, 1, l.amount, 1, 0, '', l.asked_by, l.asked_at,
       CASE
           WHEN l.decision = 'rejected' AND l.decided_by <> l.asked_by THEN 'refused'
           WHEN l.decision IN ('rejected', 'cancelled') THEN 'withdrawn'
           ELSE l.decision
       END,
       l.decided_by, l.decided_at, CASE WHEN l.decision IN ('rejected', 'cancelled') THEN l.decision_note ELSE '' END
FROM loan l
WHERE l.imported = 0;

-- Tranches: each time one was asked for, and the step after it.
WITH asked AS (
    SELECT s.tranche, s.place, s.made_by, s.recorded_at, s.note,
           (SELECT min(after.place) FROM tranche_step after WHERE after.tranche = s.tranche AND after.place > s.place)
               AS next_place
    FROM tranche_step s
    WHERE s.step = 'requested' AND s.imported = 0
)
INSERT INTO approval_request (
    id, step, subject_kind, subject, place, amount, needed, limited, reason, asked_by, asked_at, state, closed_by, closed_at,
    note
)
SELECT randomblob(16), 'loans.tranche', 'tranche', asked.tranche,
       row_number() OVER (PARTITION BY asked.tranche ORDER BY asked.place), t.amount, 1, 0, asked.note, asked.made_by,
       asked.recorded_at,
       CASE
           WHEN next.step IS NULL AND t.state = 'requested' THEN 'waiting'
           WHEN next.step = 'approved' THEN 'approved'
           ELSE 'withdrawn'
       END,
       next.made_by,
       CASE WHEN next.step IS NOT NULL OR t.state <> 'requested' THEN coalesce(next.recorded_at, asked.recorded_at) END,
       CASE WHEN next.step = 'approved' THEN '' ELSE coalesce(next.note, '') END
FROM asked
JOIN tranche t ON t.id = asked.tranche
LEFT JOIN tranche_step next ON next.tranche = asked.tranche AND next.place = asked.next_place;

-- Refunds and forgiveness. Who dropped one, the trail knows.
WITH dropped AS (
    SELECT unhex(after ->> 'dropped', '-') AS request, person
    FROM audit
    WHERE command = 'loans.drop_request' AND outcome = 'done'
)
INSERT INTO approval_request (
    id, step, subject_kind, subject, place, amount, needed, limited, reason, asked_by, asked_at, state, closed_by, closed_at,
    note
)
SELECT q.id, CASE q.kind WHEN 'refund' THEN 'loans.refund' ELSE 'loans.forgiveness' END, 'loan', q.loan,
       row_number() OVER (PARTITION BY q.loan, q.kind ORDER BY q.asked_at, q.id), q.amount,
       CASE q.kind WHEN 'refund' THEN 2 ELSE 1 END, 1, q.reason, q.asked_by, q.asked_at,
       CASE
           WHEN q.state = 'waiting' THEN 'waiting'
           WHEN q.state = 'done' THEN 'approved'
           WHEN dropped.person <> q.asked_by THEN 'refused'
           ELSE 'withdrawn'
       END,
       CASE q.state
           WHEN 'dropped' THEN dropped.person
           WHEN 'done' THEN (
               SELECT a.person FROM loan_request_approval a WHERE a.request = q.id ORDER BY a.at DESC, a.person DESC LIMIT 1
           )
       END,
       q.decided_at, q.note
FROM loan_request q
LEFT JOIN dropped ON dropped.request = q.id;

INSERT INTO approval (request, place, person, at)
SELECT a.request, row_number() OVER (PARTITION BY a.request ORDER BY a.at, a.person), a.person, a.at
FROM loan_request_approval a;

-- What was approved by one person says so where it was closed.
INSERT INTO approval (request, place, person, at)
SELECT r.id, 1, r.closed_by, r.closed_at
FROM approval_request r
WHERE r.state = 'approved' AND r.closed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM approval a WHERE a.request = r.id);

DROP TABLE voucher_approval;
DROP TABLE loan_request_approval;

-- What a refund or a forgiveness will be, beside its request.
ALTER TABLE loan_request RENAME TO loan_request_before;

CREATE TABLE loan_request (
    id BLOB PRIMARY KEY NOT NULL REFERENCES approval_request (id),
    loan BLOB NOT NULL REFERENCES loan (id),
    kind TEXT NOT NULL CHECK (kind IN ('refund', 'forgive')),
    -- The value day.
    on_day INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- Of a refund.
    method TEXT CHECK (method IN ('transfer', 'deposit', 'cheque', 'pos', 'standing', 'cash')),
    reference TEXT NOT NULL DEFAULT '',
    CHECK ((kind = 'refund') = (method IS NOT NULL))
) STRICT;

INSERT INTO loan_request (id, loan, kind, on_day, amount, method, reference)
SELECT id, loan, kind, on_day, amount, method, reference FROM loan_request_before;

DROP TABLE loan_request_before;

CREATE INDEX loan_request_loan ON loan_request (loan);

-- The rules, whoever writes. They speak of persons: a role that was changed meanwhile changes nothing.

CREATE TRIGGER approval_request_begins_waiting BEFORE INSERT ON approval_request
BEGIN
    SELECT RAISE(ABORT, 'refused: database.recorded_already')
    WHERE EXISTS (SELECT 1 FROM approval_request WHERE id = new.id);
    SELECT RAISE(ABORT, 'refused: approvals.waits_already')
    WHERE EXISTS (
        SELECT 1 FROM approval_request WHERE subject = new.subject AND step = new.step AND state = 'waiting'
    );
    SELECT RAISE(ABORT, 'refused: approvals.append_only')
    WHERE new.state <> 'waiting' OR new.place <> 1 + (
        SELECT coalesce(max(place), 0) FROM approval_request WHERE subject = new.subject AND step = new.step
    );
END;

CREATE TRIGGER approval_request_is_closed_once BEFORE UPDATE ON approval_request
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only')
    WHERE (new.id, new.step, new.subject_kind, new.subject, new.place, coalesce(new.amount, -1), new.needed, new.limited,
           new.reason, new.asked_by, new.asked_at)
        <> (old.id, old.step, old.subject_kind, old.subject, old.place, coalesce(old.amount, -1), old.needed, old.limited,
            old.reason, old.asked_by, old.asked_at);
    SELECT RAISE(ABORT, 'refused: approvals.decided') WHERE old.state <> 'waiting';
    SELECT RAISE(ABORT, 'refused: approvals.append_only') WHERE new.state <> 'waiting' AND new.closed_by IS NULL;
    SELECT RAISE(ABORT, 'refused: approvals.own_request')
    WHERE new.state IN ('approved', 'returned', 'refused') AND new.closed_by = old.asked_by;
    SELECT RAISE(ABORT, 'refused: approvals.approval_missing')
    WHERE new.state = 'approved' AND old.needed > (SELECT count(*) FROM approval WHERE request = old.id);
END;

CREATE TRIGGER approval_request_is_not_removed BEFORE DELETE ON approval_request
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only');
END;

CREATE TRIGGER approval_is_anothers BEFORE INSERT ON approval
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.decided')
    WHERE NOT EXISTS (SELECT 1 FROM approval_request WHERE id = new.request AND state = 'waiting');
    SELECT RAISE(ABORT, 'refused: approvals.own_request')
    WHERE EXISTS (SELECT 1 FROM approval_request WHERE id = new.request AND asked_by = new.person);
    SELECT RAISE(ABORT, 'refused: approvals.answered_already')
    WHERE EXISTS (SELECT 1 FROM approval WHERE request = new.request AND person = new.person);
    SELECT RAISE(ABORT, 'refused: approvals.append_only')
    WHERE new.place <> 1 + (SELECT count(*) FROM approval WHERE request = new.request);
    SELECT RAISE(ABORT, 'refused: ledger.above_limit')
    FROM approval_request r
    JOIN person ON person.id = new.person
    JOIN approval_limit ON approval_limit.role = person.role
    WHERE r.id = new.request AND r.limited = 1 AND approval_limit.amount < r.amount;
END;

CREATE TRIGGER approval_is_not_changed BEFORE UPDATE ON approval
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only');
END;

CREATE TRIGGER approval_is_not_removed BEFORE DELETE ON approval
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only');
END;

-- Whose hands were in what was approved: who asked, and who approved.
CREATE VIEW approval_hand AS
SELECT r.step, r.subject_kind, r.subject, r.asked_by AS person
FROM approval_request r
WHERE r.state = 'approved'
UNION
SELECT r.step, r.subject_kind, r.subject, a.person
FROM approval_request r
JOIN approval a ON a.request = r.id
WHERE r.state = 'approved';

CREATE TRIGGER tranche_is_paid_by_another BEFORE INSERT ON tranche_step
WHEN new.step = 'paid' AND new.imported = 0
BEGIN
    SELECT RAISE(ABORT, 'refused: loans.own_payout')
    WHERE EXISTS (
        SELECT 1 FROM approval_hand
        WHERE subject = new.tranche AND step = 'loans.tranche' AND person = new.made_by
    );
END;

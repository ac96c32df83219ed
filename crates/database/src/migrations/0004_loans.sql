-- Interest-free loans: products, projects, loans with their tranches and events, and what is laid out from them.
--
-- Events are the truth; instalments and the shelf say nothing of their own and are laid anew after each event.

CREATE TABLE product (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE,
    -- The newest version; new loans are made by it.
    version INTEGER NOT NULL CHECK (version > 0),
    -- Whether new loans may be made by it.
    offered INTEGER NOT NULL CHECK (offered IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;

-- A loan keeps the version it was made by.
CREATE TABLE product_version (
    product BLOB NOT NULL REFERENCES product (id),
    version INTEGER NOT NULL CHECK (version > 0),
    -- Limits and habits, as JSON.
    terms TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL,
    PRIMARY KEY (product, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX product_version_made_by ON product_version (made_by);

-- A micro-project outlives its loans.
CREATE TABLE project (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    party BLOB NOT NULL REFERENCES party (id),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL,
    activity TEXT NOT NULL DEFAULT '',
    -- Nothing is paid out to a project that does not run.
    state TEXT NOT NULL CHECK (state IN ('running', 'halted', 'stopped', 'completed')),
    state_since INTEGER NOT NULL,
    state_reason TEXT NOT NULL DEFAULT '',
    opened_on INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX project_party ON project (party);
CREATE INDEX project_name ON project (name_fold, id);

CREATE TABLE loan (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    loan_no TEXT NOT NULL UNIQUE CHECK (loan_no <> ''),
    -- The Hijri year and the figure of a number the program gave; none for a number that came with an import.
    year INTEGER,
    number INTEGER,
    project BLOB NOT NULL REFERENCES project (id),
    party BLOB NOT NULL REFERENCES party (id),
    product BLOB NOT NULL REFERENCES product (id),
    product_version INTEGER NOT NULL CHECK (product_version > 0),
    fund BLOB NOT NULL REFERENCES fund (id),
    -- The whole amount as decided; what was paid out of it stands in the events.
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- The terms as decided, for the whole amount, as JSON.
    terms TEXT NOT NULL,
    purpose TEXT NOT NULL DEFAULT '',
    guarantee_kind TEXT CHECK (guarantee_kind IN (
        'social_security', 'project_team', 'guarantor', 'employer', 'group', 'other')),
    -- Who or what guarantees, in the words of the office.
    guarantee TEXT NOT NULL DEFAULT '',
    guarantee_until INTEGER,
    asked_by BLOB NOT NULL REFERENCES person (id),
    asked_at INTEGER NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('waiting', 'approved', 'rejected', 'cancelled')),
    -- Nobody of this office decided a loan that came with an import.
    decided_by BLOB REFERENCES person (id),
    decided_at INTEGER,
    decision_note TEXT NOT NULL DEFAULT '',
    imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1)),
    CHECK ((decision = 'waiting') = (decided_at IS NULL)),
    CHECK ((year IS NULL) = (number IS NULL)),
    -- Nobody decides what they asked for themselves; whoever asked may take it back.
    CHECK (decision <> 'approved' OR decided_by IS NULL OR decided_by <> asked_by)
) STRICT;

CREATE UNIQUE INDEX loan_number ON loan (year, number) WHERE year IS NOT NULL;
CREATE INDEX loan_project ON loan (project);
CREATE INDEX loan_party ON loan (party);
CREATE INDEX loan_product ON loan (product);
CREATE INDEX loan_fund ON loan (fund);
CREATE INDEX loan_asked_by ON loan (asked_by);
CREATE INDEX loan_decided_by ON loan (decided_by);
CREATE INDEX loan_waiting ON loan (asked_at) WHERE decision = 'waiting';

CREATE TABLE tranche (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    loan BLOB NOT NULL REFERENCES loan (id),
    no INTEGER NOT NULL CHECK (no > 0),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    kind TEXT NOT NULL CHECK (kind IN ('in_kind', 'cash')),
    supplier TEXT NOT NULL DEFAULT '',
    item TEXT NOT NULL DEFAULT '',
    invoice TEXT NOT NULL DEFAULT '',
    -- Only what is bought through a supplier is delivered.
    state TEXT NOT NULL CHECK (state IN ('planned', 'requested', 'approved', 'delivered', 'paid', 'verified', 'cancelled')),
    -- The event that made it owed by the borrower, while that event stands.
    event INTEGER CHECK (event > 0),
    UNIQUE (loan, no),
    CHECK (kind = 'in_kind' OR state <> 'delivered')
) STRICT;

-- Who did what with a tranche; only ever added to.
CREATE TABLE tranche_step (
    tranche BLOB NOT NULL REFERENCES tranche (id),
    place INTEGER NOT NULL CHECK (place > 0),
    -- The state it led to; taken_back, where a payout was undone.
    step TEXT NOT NULL CHECK (step IN (
        'planned', 'requested', 'approved', 'delivered', 'paid', 'verified', 'cancelled', 'taken_back')),
    on_day INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    method TEXT CHECK (method IN ('transfer', 'deposit', 'cheque', 'pos', 'standing', 'cash')),
    reference TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    -- The entry of the books this step made.
    entry BLOB REFERENCES entry (id),
    PRIMARY KEY (tranche, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX tranche_step_made_by ON tranche_step (made_by);
CREATE INDEX tranche_step_entry ON tranche_step (entry) WHERE entry IS NOT NULL;

-- What happened to a loan since its money went out. Never changed; an undo is an event of its own.
CREATE TABLE loan_event (
    loan BLOB NOT NULL REFERENCES loan (id),
    -- The order of entry within the loan.
    place INTEGER NOT NULL CHECK (place > 0),
    -- The value day; it may lie before that of events entered earlier.
    on_day INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'repay', 'refund', 'undo', 'fee', 'waive_fee', 'tranche', 'shift', 'extend', 'defer', 're_amortise', 're_age',
        'pause', 'resume', 'write_off', 'forgive')),
    -- Of events that have one; zero otherwise.
    amount INTEGER NOT NULL CHECK (amount >= 0),
    -- The same key twice in one loan adds nothing.
    key TEXT,
    -- The event as the engine takes it, as JSON.
    content TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    method TEXT CHECK (method IN ('transfer', 'deposit', 'cheque', 'pos', 'standing', 'cash')),
    reference TEXT NOT NULL DEFAULT '',
    -- The number on the receipt handed out before this program; empty where the voucher of the entry is the receipt.
    receipt TEXT NOT NULL DEFAULT '',
    -- Who brought the money, where it was not the borrower.
    payer TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    -- Its entry of the books; none where it lies before the opening day, whose balances hold it.
    entry BLOB REFERENCES entry (id),
    -- The undo that took it back. The only column that is ever written later.
    undone_by INTEGER CHECK (undone_by > place),
    PRIMARY KEY (loan, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX loan_event_day ON loan_event (on_day, kind, undone_by, amount);
CREATE INDEX loan_event_made_by ON loan_event (made_by);
CREATE INDEX loan_event_entry ON loan_event (entry) WHERE entry IS NOT NULL;
CREATE INDEX loan_event_receipt ON loan_event (receipt) WHERE receipt <> '';

CREATE TRIGGER loan_event_is_not_removed BEFORE DELETE ON loan_event
BEGIN
    SELECT RAISE(ABORT, 'refused: loans.append_only');
END;

CREATE TRIGGER loan_event_is_not_changed BEFORE UPDATE ON loan_event
BEGIN
    SELECT RAISE(ABORT, 'refused: loans.append_only')
    WHERE old.undone_by IS NOT NULL
        OR (new.loan, new.place, new.on_day, new.kind, new.amount, coalesce(new.key, ''), new.content, new.made_by,
            new.recorded_at, coalesce(new.method, ''), new.reference, new.receipt, new.payer, new.note,
            coalesce(new.entry, x''))
        <> (old.loan, old.place, old.on_day, old.kind, old.amount, coalesce(old.key, ''), old.content, old.made_by,
            old.recorded_at, coalesce(old.method, ''), old.reference, old.receipt, old.payer, old.note,
            coalesce(old.entry, x''));
END;

-- The rows of the plan as the events leave them today, of loans whose money is out.
CREATE TABLE instalment (
    loan BLOB NOT NULL REFERENCES loan (id),
    -- The place in the plan, from 1; by due day.
    no INTEGER NOT NULL CHECK (no > 0),
    due INTEGER NOT NULL,
    principal INTEGER NOT NULL CHECK (principal >= 0),
    paid INTEGER NOT NULL CHECK (paid BETWEEN 0 AND principal),
    PRIMARY KEY (loan, no)
) STRICT, WITHOUT ROWID;

CREATE INDEX instalment_due ON instalment (due, principal, paid);
CREATE INDEX instalment_unpaid ON instalment (due, loan, principal, paid) WHERE paid < principal;

-- One narrow row a loan: what lists, searches and dashboards read.
CREATE TABLE loan_shelf (
    loan BLOB PRIMARY KEY NOT NULL REFERENCES loan (id),
    loan_no TEXT NOT NULL,
    -- The borrower as of today: where the file was merged into another, that one.
    party BLOB NOT NULL,
    borrower TEXT NOT NULL,
    borrower_fold TEXT NOT NULL,
    mobile TEXT NOT NULL,
    project BLOB NOT NULL,
    project_name TEXT NOT NULL,
    -- The number, the borrower with identity number, the project: folded.
    search_fold TEXT NOT NULL,
    fund BLOB NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN (
        'waiting', 'rejected', 'cancelled', 'approved', 'active', 'overpaid', 'closed', 'written_off')),
    amount INTEGER NOT NULL,
    paid_out INTEGER NOT NULL,
    -- Repaid on rows; what no row took is credit.
    repaid INTEGER NOT NULL,
    outstanding INTEGER NOT NULL CHECK (outstanding >= 0),
    credit INTEGER NOT NULL CHECK (credit >= 0),
    -- The earliest row with something owed. The loan is late on every day after its due day.
    next_due INTEGER,
    next_amount INTEGER NOT NULL DEFAULT 0,
    last_paid_on INTEGER,
    last_paid INTEGER NOT NULL DEFAULT 0,
    first_paid_out_on INTEGER,
    restructured INTEGER NOT NULL CHECK (restructured IN (0, 1)),
    imported INTEGER NOT NULL CHECK (imported IN (0, 1)),
    asked_at INTEGER NOT NULL,
    CHECK ((next_due IS NULL) = (outstanding = 0))
) STRICT;

-- A search reads this index from end to end and touches the rows it found only.
CREATE INDEX loan_shelf_borrower ON loan_shelf (
    borrower_fold, loan, search_fold, phase, fund, party, project, next_due, outstanding
);
CREATE INDEX loan_shelf_number ON loan_shelf (loan_no, loan);
CREATE INDEX loan_shelf_due ON loan_shelf (next_due, loan) WHERE next_due IS NOT NULL;
CREATE INDEX loan_shelf_standing ON loan_shelf (phase, fund, next_due, outstanding, paid_out, repaid);
CREATE INDEX loan_shelf_outstanding ON loan_shelf (outstanding, loan);
CREATE INDEX loan_shelf_party ON loan_shelf (party);
CREATE INDEX loan_shelf_project ON loan_shelf (project);

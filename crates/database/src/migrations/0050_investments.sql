-- Investments of funds: ideas and what was decided of them, buildings with units, leases with their rents, cheques and deposits,
-- maintenance; and which entries of the books belong to which. What is owned, owed and paid follows from the books.

-- In which order the entries were sealed, and how a cheque stands, for registers of other features.
CREATE VIEW voucher_place AS SELECT entry, seq FROM entry_seal;
CREATE VIEW cheque_standing AS
SELECT c.received, c.amount, d.id AS cleared, d.day AS cleared_on
FROM cheque c
LEFT JOIN entry d ON d.id = c.cleared AND NOT EXISTS (SELECT 1 FROM entry undo WHERE undo.reverses = c.cleared);

CREATE TABLE investment (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    investment_no TEXT NOT NULL UNIQUE CHECK (investment_no <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('enterprise', 'property', 'service', 'social')),
    -- Of an enterprise only.
    size TEXT CHECK (size IN ('micro', 'small', 'medium')),
    name TEXT NOT NULL CHECK (name <> ''),
    -- The fund whose money it is; settled once it was put before somebody.
    fund BLOB NOT NULL REFERENCES fund (id),
    idea TEXT NOT NULL DEFAULT '',
    study TEXT NOT NULL DEFAULT '',
    risks TEXT NOT NULL DEFAULT '',
    expected_cost INTEGER CHECK (expected_cost > 0),
    -- Owned before the books began: its cost, which the opening balances hold.
    opened_cost INTEGER CHECK (opened_cost > 0),
    -- A year.
    expected_return INTEGER CHECK (expected_return >= 0),
    place TEXT NOT NULL DEFAULT '',
    -- Who runs it.
    manager TEXT NOT NULL DEFAULT '',
    -- The share of the fund in it, in hundredths of a per cent.
    share_points INTEGER CHECK (share_points BETWEEN 1 AND 10000),
    state TEXT NOT NULL CHECK (state IN ('idea', 'for_decision', 'approved', 'refused')),
    -- The most that may be paid for it, as it was decided, and by which decision.
    approved_cost INTEGER CHECK (approved_cost > 0),
    decision TEXT NOT NULL DEFAULT '',
    search_fold TEXT NOT NULL,
    proposed_on INTEGER NOT NULL,
    proposed_by BLOB NOT NULL REFERENCES person (id),
    decided_on INTEGER,
    decided_by BLOB REFERENCES person (id),
    CHECK (kind = 'enterprise' OR size IS NULL),
    CHECK ((state = 'approved') = (approved_cost IS NOT NULL)),
    CHECK ((decided_on IS NULL) = (decided_by IS NULL)),
    CHECK (state NOT IN ('approved', 'refused') OR decided_by IS NOT NULL),
    CHECK (decided_by IS NULL OR decided_by <> proposed_by)
) STRICT;
CREATE INDEX investment_fund ON investment (fund);
CREATE INDEX investment_kind ON investment (kind, state);
CREATE INDEX investment_proposed_by ON investment (proposed_by);
CREATE INDEX investment_decided_by ON investment (decided_by);

CREATE TRIGGER investment_begins_as_an_idea BEFORE INSERT ON investment
WHEN new.state <> 'idea'
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.not_approved');
END;
-- What was decided stays as it was decided.
CREATE TRIGGER investment_decided_stays BEFORE UPDATE ON investment
WHEN old.state = 'approved' AND (new.state <> old.state OR new.kind <> old.kind OR new.fund <> old.fund
    OR new.expected_cost IS NOT old.expected_cost OR new.opened_cost IS NOT old.opened_cost OR new.approved_cost IS NOT old.approved_cost
    OR new.decision <> old.decision OR new.decided_by IS NOT old.decided_by OR new.decided_on IS NOT old.decided_on)
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.decided_stays');
END;
-- Only what was put before another person is approved.
CREATE TRIGGER investment_is_decided_by_another BEFORE UPDATE OF state ON investment
WHEN new.state = 'approved' AND old.state <> 'approved'
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.not_approved') WHERE old.state <> 'for_decision';
    SELECT RAISE(ABORT, 'refused: investments.own_approval')
    WHERE NOT EXISTS (SELECT 1 FROM approval_hand h
        WHERE h.step = 'investments.purchase' AND h.subject = new.id AND h.person = new.decided_by)
        OR EXISTS (SELECT 1 FROM approval_request r
        WHERE r.step = 'investments.purchase' AND r.subject = new.id AND r.state = 'approved' AND r.asked_by = new.decided_by);
END;
CREATE TRIGGER investment_is_not_removed BEFORE DELETE ON investment
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;

-- What it was said to be worth on a day; posts nothing.
CREATE TABLE investment_value (
    investment BLOB NOT NULL REFERENCES investment (id),
    place INTEGER NOT NULL CHECK (place > 0),
    day INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),
    said_by TEXT NOT NULL CHECK (said_by <> ''),
    note TEXT NOT NULL DEFAULT '',
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (investment, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX investment_value_made_by ON investment_value (made_by);
CREATE TRIGGER investment_value_stays BEFORE UPDATE ON investment_value
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;
CREATE TRIGGER investment_value_is_not_removed BEFORE DELETE ON investment_value
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;

CREATE TABLE unit (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    investment BLOB NOT NULL REFERENCES investment (id),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL CHECK (name_fold <> ''),
    usage TEXT NOT NULL CHECK (usage IN ('flat', 'house', 'shop', 'office', 'store', 'other')),
    rooms INTEGER CHECK (rooms BETWEEN 1 AND 100),
    -- Whole square metres.
    area INTEGER CHECK (area BETWEEN 1 AND 1000000),
    -- What of the cost of the building is this unit's.
    cost INTEGER NOT NULL DEFAULT 0 CHECK (cost >= 0),
    -- What is asked for it a month.
    asked_rent INTEGER CHECK (asked_rent > 0),
    meter TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    -- The last day on which it was offered, where it is not any more.
    closed_on INTEGER,
    added_on INTEGER NOT NULL,
    added_by BLOB NOT NULL REFERENCES person (id),
    UNIQUE (investment, name_fold)
) STRICT;
CREATE INDEX unit_added_by ON unit (added_by);
CREATE TRIGGER unit_belongs_to_property BEFORE INSERT ON unit
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.not_property')
    WHERE NOT EXISTS (SELECT 1 FROM investment WHERE id = new.investment AND kind = 'property');
END;
CREATE TRIGGER unit_is_not_removed BEFORE DELETE ON unit
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;

CREATE TABLE lease (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    lease_no TEXT NOT NULL UNIQUE CHECK (lease_no <> ''),
    unit BLOB NOT NULL REFERENCES unit (id),
    tenant BLOB NOT NULL REFERENCES party (id),
    start INTEGER NOT NULL,
    months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 360),
    -- Rent of twelve months as it was signed; later ones are rows of their own.
    annual INTEGER NOT NULL CHECK (annual > 0),
    pays INTEGER NOT NULL CHECK (pays IN (1, 2, 4, 12)),
    calendar TEXT NOT NULL CHECK (calendar IN ('gregorian', 'hijri')),
    -- What the tenant leaves as a deposit, as it was agreed.
    deposit INTEGER CHECK (deposit > 0),
    -- By what the tenant was found to be of limited income.
    income_proof TEXT NOT NULL CHECK (income_proof IN ('none', 'file', 'paper')),
    notes TEXT NOT NULL DEFAULT '',
    -- Agreed, or the one it ended on early.
    last_day INTEGER NOT NULL,
    ended_on INTEGER,
    ended_reason TEXT NOT NULL DEFAULT '',
    search_fold TEXT NOT NULL,
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    CHECK (last_day >= start),
    CHECK ((ended_on IS NULL) = (ended_reason = '')),
    CHECK (ended_on IS NULL OR ended_on = last_day)
) STRICT;
CREATE INDEX lease_unit ON lease (unit, start);
CREATE INDEX lease_tenant ON lease (tenant);
CREATE INDEX lease_made_by ON lease (made_by);
-- Two leases of one unit share no day.
CREATE TRIGGER lease_does_not_overlap BEFORE INSERT ON lease
BEGIN
    SELECT RAISE(ABORT, 'refused: leases.overlap')
    WHERE EXISTS (SELECT 1 FROM lease WHERE unit = new.unit AND start <= new.last_day AND last_day >= new.start);
END;
CREATE TRIGGER lease_stays_as_signed BEFORE UPDATE ON lease
WHEN new.lease_no <> old.lease_no OR new.unit <> old.unit OR new.start <> old.start OR new.months <> old.months
    OR new.annual <> old.annual OR new.pays <> old.pays OR new.calendar <> old.calendar OR new.deposit IS NOT old.deposit
    OR new.last_day > old.last_day OR (old.ended_on IS NOT NULL AND new.ended_on IS NOT old.ended_on)
BEGIN
    SELECT RAISE(ABORT, 'refused: leases.signed_stays');
END;
CREATE TRIGGER lease_is_not_removed BEFORE DELETE ON lease
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;

-- Another rent from a due on, as if it had always been the rent.
CREATE TABLE lease_rent (
    lease BLOB NOT NULL REFERENCES lease (id),
    place INTEGER NOT NULL CHECK (place > 0),
    from_day INTEGER NOT NULL,
    annual INTEGER NOT NULL CHECK (annual > 0),
    reason TEXT NOT NULL CHECK (reason <> ''),
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (lease, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX lease_rent_made_by ON lease_rent (made_by);
CREATE TRIGGER lease_rent_stays BEFORE UPDATE ON lease_rent
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;
CREATE TRIGGER lease_rent_is_not_removed BEFORE DELETE ON lease_rent
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;

-- A cheque of a tenant that lies in the office until its day.
CREATE TABLE lease_cheque (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    lease BLOB NOT NULL REFERENCES lease (id),
    cheque_no TEXT NOT NULL CHECK (cheque_no <> ''),
    bank TEXT NOT NULL CHECK (bank <> ''),
    day INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    -- The entry that received it when it was presented.
    presented BLOB CHECK (length(presented) = 16),
    given_back_on INTEGER,
    given_back_reason TEXT NOT NULL DEFAULT '',
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    UNIQUE (lease, cheque_no, bank),
    CHECK (presented IS NULL OR given_back_on IS NULL),
    CHECK ((given_back_on IS NULL) = (given_back_reason = ''))
) STRICT;
CREATE INDEX lease_cheque_day ON lease_cheque (day) WHERE presented IS NULL AND given_back_on IS NULL;
CREATE UNIQUE INDEX lease_cheque_presented ON lease_cheque (presented) WHERE presented IS NOT NULL;
CREATE INDEX lease_cheque_made_by ON lease_cheque (made_by);
CREATE TRIGGER lease_cheque_stays BEFORE UPDATE ON lease_cheque
WHEN old.presented IS NOT NULL OR old.given_back_on IS NOT NULL OR new.lease <> old.lease OR new.amount <> old.amount
    OR new.cheque_no <> old.cheque_no OR new.bank <> old.bank OR new.day <> old.day
BEGIN
    SELECT RAISE(ABORT, 'refused: leases.cheque_settled');
END;
CREATE TRIGGER lease_cheque_is_not_removed BEFORE DELETE ON lease_cheque
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;

-- Which entry belongs to what. The entry is posted at once, or waits as a draft of the same identifier; one that was taken away
-- stands for nothing.
CREATE TABLE investment_entry (
    entry BLOB PRIMARY KEY NOT NULL CHECK (length(entry) = 16),
    investment BLOB NOT NULL REFERENCES investment (id),
    unit BLOB REFERENCES unit (id),
    lease BLOB REFERENCES lease (id),
    kind TEXT NOT NULL CHECK (kind IN ('bought', 'sold', 'returned', 'cost', 'due', 'rent', 'credit', 'deposit', 'deposit_back',
        'deposit_rent', 'deposit_damage', 'written_off')),
    -- Of a due: its number in the lease, and its day.
    due_no INTEGER CHECK (due_no > 0),
    due_day INTEGER,
    amount INTEGER NOT NULL CHECK (amount <> 0),
    -- Of a sale: the share that was sold, in hundredths of a per cent.
    share_points INTEGER CHECK (share_points BETWEEN 1 AND 10000),
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    CHECK ((kind = 'due') = (due_no IS NOT NULL)),
    CHECK ((due_no IS NULL) = (due_day IS NULL)),
    CHECK ((kind = 'sold') = (share_points IS NOT NULL)),
    CHECK (kind NOT IN ('due', 'rent', 'credit', 'deposit', 'deposit_back', 'deposit_rent', 'deposit_damage', 'written_off')
        OR lease IS NOT NULL)
) STRICT;
CREATE INDEX investment_entry_investment ON investment_entry (investment, kind);
CREATE INDEX investment_entry_unit ON investment_entry (unit);
CREATE INDEX investment_entry_lease ON investment_entry (lease, kind);
CREATE INDEX investment_entry_made_by ON investment_entry (made_by);
CREATE TRIGGER investment_entry_stays BEFORE UPDATE ON investment_entry
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;
CREATE TRIGGER investment_entry_is_not_removed BEFORE DELETE ON investment_entry
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;
-- Nothing is bought before somebody else decided it.
CREATE TRIGGER investment_entry_is_of_what_was_decided BEFORE INSERT ON investment_entry
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.not_approved')
    WHERE NOT EXISTS (SELECT 1 FROM investment WHERE id = new.investment AND state = 'approved');
END;

-- Every entry of the register that stands in the books, and every one that takes such an entry back.
CREATE VIEW investment_posting AS
SELECT e.entry AS register, v.id AS entry, v.day, e.investment, e.unit, e.lease, e.kind
FROM investment_entry e
JOIN voucher v ON v.id = e.entry
UNION ALL
SELECT e.entry AS register, v.id AS entry, v.day, e.investment, e.unit, e.lease, e.kind
FROM investment_entry e
JOIN voucher v ON v.reverses = e.entry;

CREATE TABLE maintenance (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    investment BLOB NOT NULL REFERENCES investment (id),
    unit BLOB REFERENCES unit (id),
    work TEXT NOT NULL CHECK (work <> ''),
    planned_on INTEGER NOT NULL,
    -- Planned anew so many months after it was done.
    every_months INTEGER CHECK (every_months BETWEEN 1 AND 120),
    done_on INTEGER,
    outcome TEXT NOT NULL DEFAULT '',
    -- The entry of its cost, where it cost something.
    entry BLOB CHECK (length(entry) = 16),
    -- Given up, and why.
    dropped_on INTEGER,
    dropped_reason TEXT NOT NULL DEFAULT '',
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    settled_by BLOB REFERENCES person (id),
    CHECK (done_on IS NULL OR dropped_on IS NULL),
    CHECK ((done_on IS NULL) = (outcome = '')),
    CHECK ((dropped_on IS NULL) = (dropped_reason = '')),
    CHECK (entry IS NULL OR done_on IS NOT NULL),
    CHECK ((done_on IS NULL AND dropped_on IS NULL) = (settled_by IS NULL))
) STRICT;
CREATE INDEX maintenance_investment ON maintenance (investment, planned_on);
CREATE INDEX maintenance_unit ON maintenance (unit);
CREATE INDEX maintenance_open ON maintenance (planned_on) WHERE done_on IS NULL AND dropped_on IS NULL;
CREATE INDEX maintenance_made_by ON maintenance (made_by);
CREATE INDEX maintenance_settled_by ON maintenance (settled_by);
CREATE TRIGGER maintenance_settled_stays BEFORE UPDATE ON maintenance
WHEN old.done_on IS NOT NULL OR old.dropped_on IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.settled_already');
END;
CREATE TRIGGER maintenance_is_not_removed BEFORE DELETE ON maintenance
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;

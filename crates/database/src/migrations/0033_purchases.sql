-- Purchases in kind for the project of a loan: quotes, an order that another person approves, what came, what was invoiced,
-- and what the project owns of it.

-- What a tranche buys, for whoever orders it.
CREATE VIEW loan_goods AS
SELECT id, loan, no, amount, kind, supplier, item, state FROM tranche;

CREATE TABLE purchase (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    loan BLOB NOT NULL REFERENCES loan (id),
    -- Whose money pays for it.
    tranche BLOB NOT NULL REFERENCES tranche (id),
    title TEXT NOT NULL CHECK (title <> ''),
    -- For which line of the budget, in words, where somebody said so.
    budget_line TEXT CHECK (budget_line <> ''),
    state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'ordered', 'part', 'came', 'verified', 'cancelled')),
    -- The day the supplier is to deliver by.
    due_on INTEGER,
    -- Why the cheapest quote was not taken.
    reason TEXT NOT NULL DEFAULT '',
    -- Of the quote that was taken, once it is ordered.
    supplier BLOB REFERENCES party (id),
    amount INTEGER CHECK (amount BETWEEN 1 AND 900000000000000),
    order_no TEXT UNIQUE CHECK (order_no <> ''),
    ordered_on INTEGER,
    search_fold TEXT NOT NULL,
    begun_by BLOB NOT NULL REFERENCES person (id),
    begun_at INTEGER NOT NULL,
    -- Another person than who recorded what came has seen it.
    verified_by BLOB REFERENCES person (id),
    verified_on INTEGER,
    verified_note TEXT NOT NULL DEFAULT '',
    -- Who did not want it any more.
    ended_why TEXT CHECK (ended_why IN ('ours', 'supplier')),
    ended_reason TEXT NOT NULL DEFAULT '',
    ended_by BLOB REFERENCES person (id),
    ended_at INTEGER,
    CHECK ((order_no IS NULL) = (ordered_on IS NULL)),
    CHECK ((supplier IS NULL) = (amount IS NULL)),
    CHECK (state NOT IN ('ordered', 'part', 'came', 'verified') OR order_no IS NOT NULL),
    CHECK (state IN ('draft', 'cancelled') OR supplier IS NOT NULL),
    CHECK ((state = 'verified') = (verified_on IS NOT NULL)),
    CHECK ((verified_on IS NULL) = (verified_by IS NULL)),
    CHECK ((state = 'cancelled') = (ended_at IS NOT NULL)),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CHECK ((ended_at IS NULL) = (ended_why IS NULL))
) STRICT;
CREATE INDEX purchase_loan ON purchase (loan);
CREATE INDEX purchase_tranche ON purchase (tranche);
CREATE INDEX purchase_supplier ON purchase (supplier) WHERE supplier IS NOT NULL;
CREATE INDEX purchase_state ON purchase (state, due_on);
CREATE INDEX purchase_begun_by ON purchase (begun_by);
CREATE INDEX purchase_verified_by ON purchase (verified_by);
CREATE INDEX purchase_ended_by ON purchase (ended_by);

CREATE TABLE purchase_line (
    purchase BLOB NOT NULL REFERENCES purchase (id),
    no INTEGER NOT NULL CHECK (no > 0),
    item TEXT NOT NULL CHECK (item <> ''),
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 9999),
    -- Of the whole line, with the tax.
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- Whether the project owns it afterwards, piece by piece; what is used up is no asset.
    is_asset INTEGER NOT NULL CHECK (is_asset IN (0, 1)),
    -- Pieces that came and stayed, and pieces that will not come.
    came INTEGER NOT NULL DEFAULT 0 CHECK (came >= 0),
    short INTEGER NOT NULL DEFAULT 0 CHECK (short >= 0),
    PRIMARY KEY (purchase, no),
    CHECK (came + short <= quantity)
) STRICT, WITHOUT ROWID;

CREATE TABLE purchase_quote (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    purchase BLOB NOT NULL REFERENCES purchase (id),
    supplier BLOB NOT NULL REFERENCES party (id),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    on_day INTEGER NOT NULL,
    -- The last day it holds, where it says so.
    until_day INTEGER,
    note TEXT NOT NULL DEFAULT '',
    chosen INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1)),
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL,
    -- Two quotes of one supplier are one.
    UNIQUE (purchase, supplier),
    CHECK (until_day >= on_day)
) STRICT;
CREATE INDEX purchase_quote_supplier ON purchase_quote (supplier);
CREATE INDEX purchase_quote_made_by ON purchase_quote (made_by);
CREATE UNIQUE INDEX purchase_quote_chosen ON purchase_quote (purchase) WHERE chosen = 1;

-- What came, and what went back; appended only.
CREATE TABLE purchase_arrival (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    purchase BLOB NOT NULL REFERENCES purchase (id),
    went_back INTEGER NOT NULL CHECK (went_back IN (0, 1)),
    on_day INTEGER NOT NULL,
    condition TEXT NOT NULL CHECK (condition IN ('good', 'damaged', 'incomplete', 'different')),
    -- Who received it and signed for it.
    received_by TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    -- What is not as ordered, or why it went back.
    said TEXT NOT NULL DEFAULT '',
    recorded_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    CHECK (went_back = 1 OR received_by <> ''),
    CHECK (said <> '' OR (went_back = 0 AND condition = 'good'))
) STRICT;
CREATE INDEX purchase_arrival_purchase ON purchase_arrival (purchase, recorded_at);
CREATE INDEX purchase_arrival_recorded_by ON purchase_arrival (recorded_by);

CREATE TABLE purchase_arrival_line (
    arrival BLOB NOT NULL REFERENCES purchase_arrival (id),
    no INTEGER NOT NULL CHECK (no > 0),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (arrival, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE purchase_invoice (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    purchase BLOB NOT NULL REFERENCES purchase (id),
    supplier BLOB NOT NULL REFERENCES party (id),
    invoice_no TEXT NOT NULL CHECK (invoice_no <> ''),
    -- As numbers are compared.
    invoice_fold TEXT NOT NULL CHECK (invoice_fold <> ''),
    on_day INTEGER NOT NULL,
    -- With the tax, as it stands on the invoice.
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    vat INTEGER NOT NULL CHECK (vat >= 0 AND vat < amount),
    -- Why it differs from the order.
    reason TEXT NOT NULL DEFAULT '',
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL,
    void_by BLOB REFERENCES person (id),
    void_at INTEGER,
    void_reason TEXT NOT NULL DEFAULT '',
    CHECK ((void_by IS NULL) = (void_at IS NULL))
) STRICT;
CREATE INDEX purchase_invoice_purchase ON purchase_invoice (purchase);
-- One invoice is paid once.
CREATE UNIQUE INDEX purchase_invoice_once ON purchase_invoice (supplier, invoice_fold) WHERE void_at IS NULL;
CREATE INDEX purchase_invoice_supplier ON purchase_invoice (supplier);
CREATE INDEX purchase_invoice_made_by ON purchase_invoice (made_by);
CREATE INDEX purchase_invoice_void_by ON purchase_invoice (void_by);

-- What a project owns; it stays in sight whatever becomes of it.
CREATE TABLE purchase_asset (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    project BLOB NOT NULL REFERENCES project (id),
    purchase BLOB NOT NULL REFERENCES purchase (id),
    line INTEGER NOT NULL CHECK (line > 0),
    arrival BLOB NOT NULL REFERENCES purchase_arrival (id),
    -- 1, 2, 3 … of the project.
    no INTEGER NOT NULL CHECK (no > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    serial TEXT NOT NULL DEFAULT '',
    serial_fold TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('in_use', 'damaged', 'lost', 'sold', 'returned')),
    state_on INTEGER NOT NULL,
    seen_on INTEGER,
    UNIQUE (project, no)
) STRICT;
CREATE INDEX purchase_asset_purchase ON purchase_asset (purchase);
CREATE INDEX purchase_asset_arrival ON purchase_asset (arrival);
CREATE INDEX purchase_asset_serial ON purchase_asset (serial_fold) WHERE serial_fold <> '';

-- What became of it, and when it was seen; appended only.
CREATE TABLE purchase_asset_event (
    asset BLOB NOT NULL REFERENCES purchase_asset (id),
    place INTEGER NOT NULL CHECK (place > 0),
    kind TEXT NOT NULL CHECK (kind IN ('in_use', 'damaged', 'lost', 'sold', 'returned', 'seen')),
    on_day INTEGER NOT NULL,
    said TEXT NOT NULL DEFAULT '',
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL,
    PRIMARY KEY (asset, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX purchase_asset_event_made_by ON purchase_asset_event (made_by);

-- What a product asks of purchases; nothing beyond the quotes where no row stands.
CREATE TABLE purchase_rule (
    product BLOB PRIMARY KEY NOT NULL REFERENCES product (id),
    -- As JSON.
    terms TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX purchase_rule_made_by ON purchase_rule (made_by);

CREATE TRIGGER purchase_stays BEFORE DELETE ON purchase
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.stays');
END;

CREATE TRIGGER purchase_asset_stays BEFORE DELETE ON purchase_asset
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.stays');
END;

CREATE TRIGGER purchase_arrival_stays BEFORE DELETE ON purchase_arrival
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.stays');
END;

CREATE TRIGGER purchase_arrival_is_not_changed BEFORE UPDATE ON purchase_arrival
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.stays');
END;

-- Nobody says of what they recorded as come that it is there.
CREATE TRIGGER purchase_is_verified_by_another BEFORE UPDATE ON purchase
WHEN new.verified_by IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.own_delivery')
    WHERE EXISTS (SELECT 1 FROM purchase_arrival WHERE purchase = new.id AND recorded_by = new.verified_by);
END;

-- Nothing of what came changes once it was verified.
CREATE TRIGGER purchase_arrival_before_verification BEFORE INSERT ON purchase_arrival
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.not_coming')
    WHERE EXISTS (SELECT 1 FROM purchase WHERE id = new.purchase AND state IN ('draft', 'waiting', 'verified', 'cancelled'));
END;

-- What was paid for in kind, and since when it is verified: each order of a tranche by itself, a tranche without one as a
-- whole.
CREATE VIEW purchase_known AS
SELECT COALESCE(p.id, t.id) AS id, t.loan, t.paid_on, p.verified_on
FROM loan_purchase t
LEFT JOIN purchase p ON p.tranche = t.id AND p.state IN ('ordered', 'part', 'came', 'verified');

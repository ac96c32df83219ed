-- The general assembly: its members with their numbers, and the fees they paid, each by a receipt of the books.

CREATE TABLE assembly_member (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    party BLOB NOT NULL UNIQUE REFERENCES party (id),
    number INTEGER NOT NULL UNIQUE CHECK (number > 0),
    kind TEXT NOT NULL CHECK (kind IN ('active', 'affiliate', 'honorary')),
    joined_on INTEGER NOT NULL,
    ended_on INTEGER,
    ended_reason TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    CHECK (ended_on IS NULL OR ended_on >= joined_on),
    CHECK ((ended_on IS NULL) = (ended_reason = ''))
) STRICT;
CREATE INDEX assembly_member_kind ON assembly_member (kind, ended_on);

-- What a member of a kind pays for a year.
CREATE TABLE assembly_due (
    year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    kind TEXT NOT NULL CHECK (kind IN ('active', 'affiliate', 'honorary')),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (year, kind)
) STRICT, WITHOUT ROWID;

-- That a member paid for a year: a receipt of the books says so. Appended only; a receipt that is reversed counts no more.
CREATE TABLE assembly_fee (
    member BLOB NOT NULL REFERENCES assembly_member (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    receipt BLOB NOT NULL REFERENCES entry (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    recorded_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (member, year, receipt)
) STRICT, WITHOUT ROWID;
CREATE INDEX assembly_fee_receipt ON assembly_fee (receipt);
CREATE INDEX assembly_fee_recorded_by ON assembly_fee (recorded_by);

CREATE TRIGGER assembly_fee_has_its_receipt BEFORE INSERT ON assembly_fee
BEGIN
    SELECT RAISE(ABORT, 'refused: assembly.receipt_unknown')
    WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = new.receipt AND kind = 'RV' AND reverses IS NULL)
        OR EXISTS (SELECT 1 FROM entry WHERE reverses = new.receipt);
    -- A receipt of something else pays no fees: these stand in the account of memberships, or in one of its own below it.
    SELECT RAISE(ABORT, 'refused: assembly.receipt_other')
    WHERE NOT EXISTS (SELECT 1 FROM line WHERE entry = new.receipt AND account >= '31205' AND account < '31206' AND amount < 0);
    -- No receipt pays more fees than it took in for them.
    SELECT RAISE(ABORT, 'refused: assembly.receipt_used')
    WHERE new.amount + (SELECT COALESCE(sum(amount), 0) FROM assembly_fee WHERE receipt = new.receipt)
        > (SELECT COALESCE(-sum(amount), 0) FROM line
            WHERE entry = new.receipt AND account >= '31205' AND account < '31206');
END;
CREATE TRIGGER assembly_fee_is_not_changed BEFORE UPDATE ON assembly_fee
BEGIN
    SELECT RAISE(ABORT, 'refused: assembly.append_only');
END;
CREATE TRIGGER assembly_fee_is_not_removed BEFORE DELETE ON assembly_fee
BEGIN
    SELECT RAISE(ABORT, 'refused: assembly.append_only');
END;

CREATE VIEW assembly_standing AS
SELECT m.id, m.number, m.kind, m.joined_on, m.ended_on FROM assembly_member m;

-- Who approved what: a payment written by hand by two people, a voucher taken back by another one than its maker, and
-- nobody above their limit. And the cheques that were received and wait to be paid.

ALTER TABLE entry ADD COLUMN second_approved_by BLOB REFERENCES person (id);

CREATE INDEX entry_second_approved_by ON entry (second_approved_by);

-- The approvals a draft has so far.
CREATE TABLE voucher_approval (
    draft BLOB NOT NULL REFERENCES voucher_draft (id),
    place INTEGER NOT NULL CHECK (place > 0),
    person BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (draft, place),
    UNIQUE (draft, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX voucher_approval_person ON voucher_approval (person);

-- The highest amount a role approves; a role without a row has no limit.
CREATE TABLE approval_limit (
    role TEXT PRIMARY KEY NOT NULL CHECK (role IN ('researcher', 'supervisor', 'finance', 'committee', 'administrator')),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 900000000000000)
) STRICT, WITHOUT ROWID;

-- The sub-ledger of the cheques under collection.
CREATE TABLE cheque (
    -- The entry that received it.
    received BLOB PRIMARY KEY NOT NULL REFERENCES entry (id),
    fund BLOB NOT NULL REFERENCES fund (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    -- The entry that moved it into the bank; it may have been taken back since.
    cleared BLOB REFERENCES entry (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX cheque_fund ON cheque (fund);
CREATE UNIQUE INDEX cheque_cleared ON cheque (cleared) WHERE cleared IS NOT NULL;

INSERT INTO cheque (received, fund, amount)
SELECT line.entry, line.fund, line.amount
FROM line JOIN entry ON entry.id = line.entry
WHERE line.account = '11104' AND line.amount > 0 AND entry.event = 'donation';

CREATE TRIGGER voucher_approval_is_anothers BEFORE INSERT ON voucher_approval
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.own_approval')
    WHERE EXISTS (SELECT 1 FROM voucher_draft WHERE id = new.draft AND made_by = new.person);
END;

CREATE TRIGGER entry_has_its_approvals BEFORE INSERT ON entry
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.own_approval') WHERE new.second_approved_by = new.made_by;
    SELECT RAISE(ABORT, 'refused: ledger.second_approval_missing')
    WHERE new.second_approved_by = new.approved_by
        OR (new.kind = 'PV' AND new.event = 'manual' AND new.second_approved_by IS NULL);
    SELECT RAISE(ABORT, 'refused: ledger.approval_missing')
    WHERE new.second_approved_by IS NOT NULL AND new.approved_by IS NULL;
    -- What belongs to a loan is taken back with its event, by the rules of loans.
    SELECT RAISE(ABORT, 'refused: ledger.approval_missing')
    WHERE new.approved_by IS NULL
        AND EXISTS (SELECT 1 FROM entry WHERE id = new.reverses AND event NOT LIKE 'loan.%');
END;

-- Money is counted once where it only passes through the accounts between funds.
CREATE TRIGGER entry_seal_is_within_the_limits BEFORE INSERT ON entry_seal
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.above_limit')
    FROM entry
    JOIN person ON person.id IN (entry.approved_by, entry.second_approved_by)
    JOIN approval_limit ON approval_limit.role = person.role
    WHERE entry.id = new.entry AND (entry.event IN ('manual', 'transfer') OR entry.reverses IS NOT NULL)
        AND approval_limit.amount < (SELECT coalesce(sum(line.amount), 0) FROM line
            JOIN account ON account.code = line.account
            WHERE line.entry = new.entry AND line.amount > 0 AND account.nets_to_zero IS NULL);
END;

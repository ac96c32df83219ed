-- Rules of allocation: which part of what comes to a fund, or of what its investments returned, goes to other funds. Each version
-- holds from a day, by a decision; each share that was computed names the version it was computed by.

CREATE TABLE allocation_rule (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE CHECK (name_fold <> ''),
    -- Of donations as they come, or of the net return of a period.
    base TEXT NOT NULL CHECK (base IN ('donations', 'return')),
    from_fund BLOB NOT NULL REFERENCES fund (id),
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX allocation_rule_from_fund ON allocation_rule (from_fund, base);
CREATE INDEX allocation_rule_made_by ON allocation_rule (made_by);
CREATE TRIGGER allocation_rule_stays BEFORE UPDATE ON allocation_rule
WHEN new.base <> old.base OR new.from_fund <> old.from_fund
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;
CREATE TRIGGER allocation_rule_is_not_removed BEFORE DELETE ON allocation_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;

CREATE TABLE allocation_version (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    rule BLOB NOT NULL REFERENCES allocation_rule (id),
    no INTEGER NOT NULL CHECK (no > 0),
    since INTEGER NOT NULL,
    -- With a receipt, or by hand once its period is over.
    applies TEXT NOT NULL CHECK (applies IN ('at_receipt', 'at_period_end')),
    carry_loss INTEGER NOT NULL DEFAULT 0 CHECK (carry_loss IN (0, 1)),
    -- What set it: the decision with its number and day.
    decision TEXT NOT NULL CHECK (decision <> ''),
    decided_on INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'refused')),
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    approved_on INTEGER,
    approved_by BLOB REFERENCES person (id),
    UNIQUE (rule, no),
    CHECK ((state = 'approved') = (approved_by IS NOT NULL)),
    CHECK ((approved_on IS NULL) = (approved_by IS NULL)),
    CHECK (approved_by IS NULL OR approved_by <> made_by)
) STRICT;
CREATE INDEX allocation_version_made_by ON allocation_version (made_by);
CREATE INDEX allocation_version_approved_by ON allocation_version (approved_by);
CREATE TRIGGER allocation_version_begins_waiting BEFORE INSERT ON allocation_version
WHEN new.state <> 'waiting'
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.not_approved');
END;
CREATE TRIGGER allocation_version_stays BEFORE UPDATE ON allocation_version
WHEN old.state <> 'waiting' OR new.rule <> old.rule OR new.no <> old.no OR new.since <> old.since OR new.applies <> old.applies
    OR new.carry_loss <> old.carry_loss OR new.decision <> old.decision OR new.decided_on <> old.decided_on
    OR new.made_by <> old.made_by
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.decided_stays');
END;
CREATE TRIGGER allocation_version_is_not_removed BEFORE DELETE ON allocation_version
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;

CREATE TABLE allocation_line (
    version BLOB NOT NULL REFERENCES allocation_version (id),
    no INTEGER NOT NULL CHECK (no > 0),
    to_fund BLOB NOT NULL REFERENCES fund (id),
    -- Hundredths of a per cent.
    points INTEGER NOT NULL CHECK (points BETWEEN 0 AND 10000),
    -- The most a fiscal year, over all versions.
    cap INTEGER CHECK (cap > 0),
    PRIMARY KEY (version, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX allocation_line_to_fund ON allocation_line (to_fund);
CREATE TRIGGER allocation_line_stays BEFORE UPDATE ON allocation_line
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.decided_stays');
END;
CREATE TRIGGER allocation_line_is_not_removed BEFORE DELETE ON allocation_line
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.decided_stays');
END;

-- What was computed by a version: of a receipt, or of a period. Where it moves something, a draft waits for another person.
CREATE TABLE allocation_share (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    version BLOB NOT NULL REFERENCES allocation_version (id),
    rule BLOB NOT NULL REFERENCES allocation_rule (id),
    -- The entry that brought the money; none where it is of a period.
    source BLOB CHECK (length(source) = 16),
    from_day INTEGER,
    until_day INTEGER,
    -- What the percentages were taken of, and what was carried into it from earlier losses.
    base INTEGER NOT NULL,
    carried INTEGER NOT NULL DEFAULT 0 CHECK (carried <= 0),
    decided INTEGER NOT NULL CHECK (decided >= 0),
    -- The draft that moves it, and with it the entry; another one where the first was taken away.
    entry BLOB NOT NULL UNIQUE CHECK (length(entry) = 16),
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    CHECK ((source IS NULL) = (from_day IS NOT NULL)),
    CHECK ((from_day IS NULL) = (until_day IS NULL)),
    CHECK (from_day IS NULL OR from_day <= until_day)
) STRICT;
CREATE UNIQUE INDEX allocation_share_source ON allocation_share (rule, source) WHERE source IS NOT NULL;
CREATE INDEX allocation_share_period ON allocation_share (rule, from_day);
CREATE INDEX allocation_share_version ON allocation_share (version);
CREATE INDEX allocation_share_made_by ON allocation_share (made_by);
CREATE TRIGGER allocation_share_is_of_an_approved_version BEFORE INSERT ON allocation_share
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.not_approved')
    WHERE NOT EXISTS (SELECT 1 FROM allocation_version WHERE id = new.version AND rule = new.rule AND state = 'approved');
    -- Days are shared once.
    SELECT RAISE(ABORT, 'refused: funds.period_shared')
    WHERE new.from_day IS NOT NULL AND EXISTS (SELECT 1 FROM allocation_share
        WHERE rule = new.rule AND from_day <= new.until_day AND until_day >= new.from_day);
END;
CREATE TRIGGER allocation_share_stays BEFORE UPDATE ON allocation_share
WHEN new.version <> old.version OR new.rule <> old.rule OR new.source IS NOT old.source OR new.from_day IS NOT old.from_day
    OR new.until_day IS NOT old.until_day OR new.base <> old.base OR new.carried <> old.carried OR new.decided <> old.decided
    OR EXISTS (SELECT 1 FROM voucher WHERE id = old.entry)
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;
CREATE TRIGGER allocation_share_is_not_removed BEFORE DELETE ON allocation_share
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;

CREATE TABLE allocation_share_line (
    share BLOB NOT NULL REFERENCES allocation_share (id),
    no INTEGER NOT NULL CHECK (no > 0),
    to_fund BLOB NOT NULL REFERENCES fund (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (share, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX allocation_share_line_to_fund ON allocation_share_line (to_fund);
CREATE TRIGGER allocation_share_line_stays BEFORE UPDATE ON allocation_share_line
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;
CREATE TRIGGER allocation_share_line_is_not_removed BEFORE DELETE ON allocation_share_line
BEGIN
    SELECT RAISE(ABORT, 'refused: investments.append_only');
END;

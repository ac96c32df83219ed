-- Periodic reports: the figures of a month as they stood when another person was asked to issue them, frozen from then on.

CREATE TABLE periodic_report (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    report_no TEXT NOT NULL UNIQUE CHECK (report_no <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('monthly')),
    calendar TEXT NOT NULL CHECK (calendar IN ('hijri', 'gregorian')),
    year INTEGER NOT NULL,
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    -- A later edition mends an issued one, which stays.
    edition INTEGER NOT NULL CHECK (edition > 0),
    from_day INTEGER NOT NULL,
    until_day INTEGER NOT NULL CHECK (until_day >= from_day),
    before_from INTEGER NOT NULL,
    before_until INTEGER NOT NULL CHECK (before_until = from_day - 1),
    state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'issued')),
    -- What figures do not say.
    summary TEXT NOT NULL DEFAULT '',
    went_well TEXT NOT NULL DEFAULT '',
    went_badly TEXT NOT NULL DEFAULT '',
    advice TEXT NOT NULL DEFAULT '',
    -- Why there is another edition.
    reason TEXT NOT NULL DEFAULT '',
    prepared_by BLOB NOT NULL REFERENCES person (id),
    prepared_on INTEGER NOT NULL,
    -- When the figures were frozen.
    frozen_at INTEGER,
    issued_by BLOB REFERENCES person (id),
    issued_on INTEGER,
    UNIQUE (kind, calendar, year, month, edition),
    CHECK ((state = 'draft') = (frozen_at IS NULL)),
    CHECK ((state = 'issued') = (issued_by IS NOT NULL)),
    CHECK ((issued_by IS NULL) = (issued_on IS NULL)),
    CHECK (issued_by IS NULL OR issued_by <> prepared_by),
    CHECK (edition = 1 OR reason <> '')
) STRICT;
CREATE INDEX periodic_report_until ON periodic_report (until_day, edition);
CREATE INDEX periodic_report_prepared_by ON periodic_report (prepared_by);
CREATE INDEX periodic_report_issued_by ON periodic_report (issued_by);

-- The figures as they stood.
CREATE TABLE report_figure (
    report BLOB NOT NULL REFERENCES periodic_report (id),
    place INTEGER NOT NULL CHECK (place > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    code TEXT NOT NULL,
    section TEXT NOT NULL CHECK (section <> ''),
    unit TEXT NOT NULL CHECK (unit <> ''),
    better TEXT NOT NULL CHECK (better IN ('more', 'less', 'neither')),
    value INTEGER,
    -- Of a share: so many of so many.
    n INTEGER,
    whole INTEGER,
    before INTEGER,
    PRIMARY KEY (report, place),
    UNIQUE (report, name),
    CHECK ((n IS NULL) = (whole IS NULL))
) STRICT, WITHOUT ROWID;

-- What belongs to a figure, as it stood.
CREATE TABLE report_part (
    report BLOB NOT NULL,
    place INTEGER NOT NULL,
    no INTEGER NOT NULL CHECK (no > 0),
    key TEXT NOT NULL CHECK (key <> ''),
    -- The key of its words, or a name.
    label_key TEXT NOT NULL,
    label TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit <> ''),
    value INTEGER,
    n INTEGER,
    whole INTEGER,
    PRIMARY KEY (report, place, no),
    FOREIGN KEY (report, place) REFERENCES report_figure (report, place),
    CHECK ((n IS NULL) = (whole IS NULL))
) STRICT, WITHOUT ROWID;

-- Whom it is for, and when each was handed it.
CREATE TABLE report_recipient (
    report BLOB NOT NULL REFERENCES periodic_report (id),
    place INTEGER NOT NULL CHECK (place > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    body TEXT NOT NULL DEFAULT '',
    handed_on INTEGER,
    channel TEXT CHECK (channel IN ('paper', 'email', 'meeting', 'message')),
    handed_by BLOB REFERENCES person (id),
    PRIMARY KEY (report, place),
    CHECK ((handed_on IS NULL) = (channel IS NULL)),
    CHECK ((handed_on IS NULL) = (handed_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX report_recipient_handed_by ON report_recipient (handed_by);

CREATE TRIGGER periodic_report_issued_stays BEFORE UPDATE ON periodic_report WHEN old.state = 'issued'
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays');
END;

CREATE TRIGGER periodic_report_stays BEFORE DELETE ON periodic_report WHEN old.state <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays');
END;

-- Issued by another person, out of what was asked for.
CREATE TRIGGER periodic_report_by_another BEFORE UPDATE OF state ON periodic_report WHEN new.state = 'issued'
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.own_report')
    WHERE old.state <> 'waiting' OR new.issued_by = old.prepared_by OR NOT EXISTS (
        SELECT 1 FROM approval_hand WHERE step = 'reports.issue' AND subject = old.id);
END;

-- What waits or is issued says what it said.
CREATE TRIGGER periodic_report_frozen BEFORE UPDATE ON periodic_report
WHEN old.state = 'waiting' AND new.state <> 'draft' AND (
    new.summary <> old.summary OR new.went_well <> old.went_well OR new.went_badly <> old.went_badly
    OR new.advice <> old.advice OR new.from_day <> old.from_day OR new.until_day <> old.until_day
    OR new.prepared_by <> old.prepared_by)
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays');
END;

CREATE TRIGGER report_figure_frozen BEFORE UPDATE ON report_figure
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays');
END;
CREATE TRIGGER report_figure_added BEFORE INSERT ON report_figure
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE (SELECT state FROM periodic_report WHERE id = new.report) <> 'draft';
END;
CREATE TRIGGER report_figure_stays BEFORE DELETE ON report_figure
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE (SELECT state FROM periodic_report WHERE id = old.report) <> 'draft';
END;
CREATE TRIGGER report_part_frozen BEFORE UPDATE ON report_part
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays');
END;
CREATE TRIGGER report_part_added BEFORE INSERT ON report_part
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE (SELECT state FROM periodic_report WHERE id = new.report) <> 'draft';
END;
CREATE TRIGGER report_part_stays BEFORE DELETE ON report_part
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE (SELECT state FROM periodic_report WHERE id = old.report) <> 'draft';
END;
-- Whom it is for is settled with it; that somebody was handed it is kept once.
CREATE TRIGGER report_recipient_added BEFORE INSERT ON report_recipient
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE (SELECT state FROM periodic_report WHERE id = new.report) <> 'draft';
END;
CREATE TRIGGER report_recipient_stays BEFORE DELETE ON report_recipient
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE (SELECT state FROM periodic_report WHERE id = old.report) <> 'draft';
END;
CREATE TRIGGER report_recipient_handed_once BEFORE UPDATE ON report_recipient
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE old.handed_on IS NOT NULL OR new.name <> old.name OR new.body <> old.body
        OR (SELECT state FROM periodic_report WHERE id = old.report) <> 'issued';
END;

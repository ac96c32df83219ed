-- The numbers people read: files, loans and what comes later count on from the last number of their series, which only
-- grows. Vouchers are counted by the books themselves.

CREATE TABLE number_series (
    -- What is counted: file, loan …
    series TEXT NOT NULL CHECK (series <> ''),
    -- The year it is counted in; 0 for a series that never begins anew.
    year INTEGER NOT NULL CHECK (year >= 0),
    last INTEGER NOT NULL CHECK (last >= 0),
    PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER number_series_only_grows BEFORE UPDATE ON number_series
BEGIN
    SELECT RAISE(ABORT, 'refused: numbers.only_grow')
    WHERE new.last < old.last OR new.series <> old.series OR new.year <> old.year;
END;

CREATE TRIGGER number_series_stays BEFORE DELETE ON number_series
BEGIN
    SELECT RAISE(ABORT, 'refused: numbers.only_grow');
END;

-- Files begin at 1001.
INSERT INTO number_series (series, year, last)
SELECT 'file', 0, max(1000, coalesce(max(number), 0)) FROM case_file;

INSERT INTO number_series (series, year, last)
SELECT 'loan', year, max(number) FROM loan WHERE year IS NOT NULL GROUP BY year;

-- Identity numbers are found only whole: where they stood among what is searched, a form stands now that nobody can type a
-- part of (`kernel::arabic::found_whole`): each letter and digit moved into the plane from U+F0000 on, which stands alone at
-- both ends.

CREATE TABLE whole_number (number TEXT PRIMARY KEY NOT NULL, form TEXT NOT NULL) STRICT;

INSERT INTO whole_number (number, form)
WITH RECURSIVE
    plain (number) AS (
        SELECT DISTINCT lower(replace(replace(replace(number, '-', ''), '/', ''), ' ', '')) FROM party_identifier
    ),
    moved (number, place, form) AS (
        SELECT number, 0, char(983040) FROM plain WHERE number <> ''
        UNION ALL
        SELECT number, place + 1, form || char(983040 + unicode(substr(number, place + 1, 1)))
        FROM moved WHERE place < length(number)
    )
SELECT number, form || char(983040) FROM moved WHERE place = length(number);

UPDATE file_shelf SET search_fold = (
    WITH RECURSIVE walked (rest, done) AS (
        SELECT file_shelf.search_fold || '|', ''
        UNION ALL
        SELECT substr(rest, instr(rest, '|') + 1),
            done || '|' || COALESCE(
                (SELECT form FROM whole_number WHERE number = substr(walked.rest, 1, instr(walked.rest, '|') - 1)),
                substr(rest, 1, instr(rest, '|') - 1)
            )
        FROM walked WHERE rest <> ''
    )
    SELECT substr(done, 2) FROM walked WHERE rest = ''
);

UPDATE loan_shelf SET search_fold = (
    WITH RECURSIVE walked (rest, done) AS (
        SELECT loan_shelf.search_fold || '|', ''
        UNION ALL
        SELECT substr(rest, instr(rest, '|') + 1),
            done || '|' || COALESCE(
                (SELECT form FROM whole_number WHERE number = substr(walked.rest, 1, instr(walked.rest, '|') - 1)),
                substr(rest, 1, instr(rest, '|') - 1)
            )
        FROM walked WHERE rest <> ''
    )
    SELECT substr(done, 2) FROM walked WHERE rest = ''
);

DROP TABLE whole_number;

-- Parties stand apart from files: what a merge did to a file is kept beside the merge of its party, and what others read
-- of a party says nothing of its file.

CREATE TABLE file_merge (
    -- As in `party_merge`.
    merged BLOB NOT NULL REFERENCES party (id),
    number INTEGER NOT NULL CHECK (number > 0),
    -- What the kept file said before and after, as JSON.
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (merged, number)
) STRICT, WITHOUT ROWID;

-- Merges of before kept both in one text; each reader takes the fields it knows.
INSERT INTO file_merge (merged, number, before, after) SELECT merged, number, before, after FROM party_merge;

-- One version for a party and what is kept of it.
UPDATE record_version SET subject = 'party' WHERE subject = 'file';

DROP VIEW party_card;
CREATE VIEW party_card AS
SELECT p.id, p.kind, p.name, p.sex, p.born_on, p.merged_into, COALESCE(i.number, '') AS number,
       COALESCE(c.value, '') AS mobile
FROM party p
LEFT JOIN party_identifier i ON i.party = p.id
LEFT JOIN party_contact c ON c.party = p.id AND c.kind = 'mobile';

CREATE VIEW file_number AS SELECT party, file_no FROM case_file;

-- Why a person's name stands with fewer than the four parts a file needs: many residents' documents have fewer.
ALTER TABLE party ADD COLUMN name_exception TEXT NOT NULL DEFAULT '';

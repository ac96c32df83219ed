-- What waits is known by its sheet, too: a table may stand on several.
ALTER TABLE import_waiting ADD COLUMN sheet TEXT NOT NULL DEFAULT '';

-- The letters of the column whose sum makes the row, where months stand across.
ALTER TABLE import_waiting ADD COLUMN sheet_column TEXT NOT NULL DEFAULT '';

INSERT INTO document (id, subject_kind, subject, kind, title, file_name, mime, size, sha256, added_at, added_by, expires_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

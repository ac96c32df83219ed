SELECT a.id, a.party, a.kind, a.title, a.mime, a.size, a.added_at, s.name AS added_by_name, a.removed_at, a.removed_reason
FROM attachment a JOIN user_name s ON s.id = a.added_by
WHERE a.id = $1

SELECT d.id, d.subject_kind, d.subject, d.kind, d.title, d.file_name, d.mime, d.size, d.added_at, d.added_by,
       a.name AS added_by_name, d.removed_at, d.removed_reason, d.expires_on, d.review, d.reviewed_at,
       COALESCE(r.name, '') AS reviewed_by_name, d.review_method, d.review_note
FROM document d
JOIN user_name a ON a.id = d.added_by
LEFT JOIN user_name r ON r.id = d.reviewed_by
WHERE d.id = $1

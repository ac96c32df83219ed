SELECT m.merged, p.name, m.reason, m.at, s.name AS by_name
FROM party_merge m
JOIN party p ON p.id = m.merged
JOIN user_name s ON s.id = m.by
WHERE m.kept = $1 AND m.undone_at IS NULL AND p.merged_into = $1
ORDER BY m.at DESC

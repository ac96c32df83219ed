SELECT count(*) AS files, COALESCE(sum(CASE WHEN a.id IS NULL THEN 0 ELSE 1 END), 0) AS studied
FROM file_standing s
LEFT JOIN assessment a ON a.party = s.party AND a.newest = 1
WHERE s.status IN ('registered', 'active', 'suspended')

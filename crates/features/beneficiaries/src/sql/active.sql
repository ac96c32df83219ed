SELECT count(*) AS files, COALESCE(sum(COALESCE(family_size, 1)), 0) AS people
FROM file_shelf
WHERE status = 'active'

SELECT status, count(*) AS files,
       CAST(sum(COALESCE(family_size, 1)) AS BIGINT) AS persons,
       CAST(sum(CASE WHEN opened_on >= $1 THEN 1 ELSE 0 END) AS BIGINT) AS opened
FROM file_standing
WHERE opened_on <= $2
GROUP BY status

SELECT status, class, researcher_name, city, COALESCE(social_security, 0) AS secured,
       CASE WHEN identity_expires_on < $1 AND status IN ('registered', 'active', 'suspended') THEN 1 ELSE 0 END AS expiring,
       CASE WHEN next_review_on <= $2 AND status IN ('registered', 'active', 'suspended') THEN 1 ELSE 0 END AS due,
       count(*) AS files
FROM file_shelf
WHERE ($3 IS NULL OR search_fold LIKE $3)
    AND ($4 IS NULL OR search_fold LIKE $4)
    AND ($5 IS NULL OR search_fold LIKE $5)
    AND ($6 IS NULL OR search_fold LIKE $6)
    AND ($7 IS NULL OR search_fold LIKE $7)
    AND ($8 IS NULL OR search_fold LIKE $8)
GROUP BY status, class, researcher_name, city, secured, expiring, due

SELECT COALESCE(sum(CASE WHEN identity_expires_on < $1 THEN 1 ELSE 0 END), 0) AS expired,
       COALESCE(sum(CASE WHEN identity_expires_on >= $1 AND identity_expires_on <= $2 THEN 1 ELSE 0 END), 0) AS expiring,
       COALESCE(sum(CASE WHEN next_review_on <= $1 THEN 1 ELSE 0 END), 0) AS overdue,
       COALESCE(sum(CASE WHEN next_review_on > $1 AND next_review_on <= $3 THEN 1 ELSE 0 END), 0) AS near
FROM file_shelf
WHERE status IN ('registered', 'active', 'suspended') AND ($4 IS NULL OR researcher = $4)

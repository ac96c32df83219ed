SELECT count(*) AS planned, COALESCE(sum(CASE WHEN planned_on < $1 THEN 1 ELSE 0 END), 0) AS late,
       (SELECT count(*) FROM activity WHERE state = 'done' AND closed_with IS NULL AND from_register IS NOT 'past') AS to_review,
       (SELECT count(*) FROM activity WHERE signal = 'distress') AS distress
FROM activity
WHERE state = 'planned'

SELECT a.researcher, w.name, sum(CASE WHEN a.state = 'planned' AND a.planned_on < $1 THEN 1 ELSE 0 END) AS late,
       sum(CASE WHEN a.state = 'planned' AND a.planned_on >= $1 THEN 1 ELSE 0 END) AS planned,
       sum(CASE WHEN a.state <> 'planned' THEN 1 ELSE 0 END) AS done
FROM (
    SELECT researcher, state, planned_on FROM activity WHERE state = 'planned' AND planned_on < $1
    UNION ALL
    SELECT researcher, state, planned_on FROM activity
    WHERE state = 'planned' AND planned_on >= $1 AND planned_on BETWEEN $2 AND $3
    UNION ALL
    SELECT researcher, state, planned_on FROM activity
    WHERE state IN ('done', 'reviewed') AND done_on BETWEEN $2 AND $3
) a
JOIN user_name w ON w.id = a.researcher
GROUP BY a.researcher, w.name
ORDER BY late DESC, planned DESC, w.name

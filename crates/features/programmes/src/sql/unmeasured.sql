SELECT i.id, i.title, min(p.to_day) AS since, count(*) AS n
FROM indicator_period p
JOIN indicator d ON d.id = p.indicator
JOIN initiative_result t ON t.id = d.result
JOIN initiative i ON i.id = t.initiative
JOIN programme g ON g.id = i.programme
WHERE d.removed_on IS NULL AND i.keeper = $1 AND p.to_day < $2 AND i.state IN ('running', 'halted', 'completed')
    AND g.state = 'running'
    AND NOT EXISTS (SELECT 1 FROM indicator_reading r WHERE r.indicator = p.indicator AND r.to_day = p.to_day)
GROUP BY i.id, i.title
ORDER BY min(p.to_day)
LIMIT $3

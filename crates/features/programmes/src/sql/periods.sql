SELECT p.indicator, p.from_day, p.to_day, p.target
FROM indicator_period p
JOIN indicator i ON i.id = p.indicator
JOIN initiative_result r ON r.id = i.result
WHERE r.initiative = $1 AND i.removed_on IS NULL
ORDER BY p.indicator, p.to_day

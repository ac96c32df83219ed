SELECT i.id, i.title, count(*) AS n
FROM indicator_reading r
JOIN indicator d ON d.id = r.indicator
JOIN initiative_result t ON t.id = d.result
JOIN initiative i ON i.id = t.initiative
WHERE r.approved_by IS NULL AND r.entered_by <> $1
GROUP BY i.id, i.title
ORDER BY i.title
LIMIT $2

SELECT r.indicator, r.no, r.from_day, r.to_day, r.target, r.actual, r.narrative, r.entered_by, e.name AS entered_by_name,
       COALESCE(a.name, '') AS approved_by_name, r.approved_on
FROM indicator_reading r
JOIN indicator i ON i.id = r.indicator
JOIN initiative_result t ON t.id = i.result
JOIN user_name e ON e.id = r.entered_by
LEFT JOIN user_name a ON a.id = r.approved_by
WHERE t.initiative = $1
ORDER BY r.indicator, r.to_day DESC, r.no DESC

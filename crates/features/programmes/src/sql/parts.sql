SELECT p.indicator, p.reading, p.dimension, p.part, p.value
FROM indicator_part p
JOIN indicator i ON i.id = p.indicator
JOIN initiative_result r ON r.id = i.result
WHERE r.initiative = $1
ORDER BY p.indicator, p.reading, p.dimension DESC, p.part

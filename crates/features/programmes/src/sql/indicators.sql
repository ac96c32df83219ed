SELECT i.id, i.result, i.text, i.unit, i.kind, i.baseline, i.baseline_on, i.target, i.source, i.frequency, i.by_sex, i.by_place,
       i.by_class
FROM indicator i
JOIN initiative_result r ON r.id = i.result
WHERE r.initiative = $1 AND i.removed_on IS NULL
ORDER BY r.place, i.id

SELECT i.id, i.title, i.check_due
FROM initiative i
WHERE i.keeper = $1 AND i.check_due <= $2
    AND NOT EXISTS (SELECT 1 FROM initiative_note n WHERE n.initiative = i.id AND n.kind = 'lasting')
ORDER BY i.check_due
LIMIT $3

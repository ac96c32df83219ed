SELECT i.id, i.title, h.reason, h.opened_on
FROM initiative_halt h
JOIN initiative i ON i.id = h.initiative
WHERE h.released_on IS NULL AND h.corrected_on IS NULL AND i.keeper = $1 AND i.state = 'halted'
ORDER BY h.opened_on
LIMIT $2

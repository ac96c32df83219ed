SELECT h.id, h.visit, h.reason, h.opened_on, h.opened_by, COALESCE(o.name, '') AS opened_by_name, h.seen_by,
       COALESCE(s.name, '') AS seen_by_name, h.corrected, h.corrected_on, COALESCE(c.name, '') AS corrected_by_name, h.released_on,
       COALESCE(r.name, '') AS released_by_name, h.released_note
FROM initiative_halt h
LEFT JOIN user_name o ON o.id = h.opened_by
LEFT JOIN user_name s ON s.id = h.seen_by
LEFT JOIN user_name c ON c.id = h.corrected_by
LEFT JOIN user_name r ON r.id = h.released_by
WHERE h.initiative = $1
ORDER BY h.released_on IS NOT NULL, h.opened_on DESC, h.id DESC

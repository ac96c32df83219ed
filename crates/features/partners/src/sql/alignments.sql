SELECT a.programme, g.name, a.score, a.note, a.set_on, u.name AS set_by_name
FROM partner_alignment a
JOIN alignment_programme g ON g.id = a.programme
JOIN user_name u ON u.id = a.set_by
WHERE a.partner = $1
ORDER BY a.score DESC, g.name_fold

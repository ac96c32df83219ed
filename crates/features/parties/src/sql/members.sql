SELECT p.id, p.name, l.kind, p.sex, p.born_on, COALESCE(i.number, '') AS number, l.note, l.since
FROM party_link l
JOIN party p ON p.id = l.from_party
LEFT JOIN party_identifier i ON i.party = p.id
WHERE l.until IS NULL AND (l.to_party = $1 OR l.to_party IN (SELECT id FROM party WHERE merged_into = $1))
ORDER BY l.kind = 'head' DESC, l.kind = 'spouse' DESC, p.born_on IS NULL, p.born_on, p.name_fold, l.to_party = $1 DESC

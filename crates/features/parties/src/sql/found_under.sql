SELECT p.name, COALESCE(i.number, '') AS number
FROM party_link l JOIN party p ON p.id = l.from_party LEFT JOIN party_identifier i ON i.party = p.id
WHERE l.until IS NULL AND (l.to_party = $1 OR l.to_party IN (SELECT id FROM party WHERE merged_into = $1))
UNION
SELECT p.name, COALESCE(i.number, '') AS number
FROM party p LEFT JOIN party_identifier i ON i.party = p.id
WHERE p.merged_into = $1

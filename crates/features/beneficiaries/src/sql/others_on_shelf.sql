SELECT p.name, i.number
FROM party_link l JOIN party p ON p.id = l.from_party LEFT JOIN party_identifier i ON i.party = p.id
WHERE l.to_party = $1 AND l.until IS NULL
UNION ALL
SELECT p.name, i.number
FROM party p LEFT JOIN party_identifier i ON i.party = p.id
WHERE p.merged_into = $1

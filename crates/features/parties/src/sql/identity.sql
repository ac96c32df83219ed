SELECT i.kind, i.number, i.expires_on, i.checked_on, i.checked_by, s.name AS checked_by_name, i.exception
FROM party_identifier i LEFT JOIN user_name s ON s.id = i.checked_by
WHERE i.party = $1

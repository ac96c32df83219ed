SELECT p.id, p.name, COALESCE(i.number, '') AS number, COALESCE(c.value, '') AS mobile, COALESCE(f.file_no, '') AS file_no
FROM party p
LEFT JOIN party_identifier i ON i.party = p.id
LEFT JOIN party_contact c ON c.party = p.id AND c.kind = 'mobile'
LEFT JOIN case_file f ON f.party = p.id
WHERE p.id = (SELECT COALESCE(merged_into, id) FROM party WHERE id = $1)

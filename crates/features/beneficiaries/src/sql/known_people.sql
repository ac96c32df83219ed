SELECT p.id, p.name, COALESCE(i.number, '') AS number, COALESCE(f.file_no, '') AS file_no, p.born_on,
       COALESCE(c.value, '') AS mobile, p.sex
FROM party p
LEFT JOIN party_identifier i ON i.party = p.id
LEFT JOIN party_contact c ON c.party = p.id AND c.kind = 'mobile'
LEFT JOIN case_file f ON f.party = p.id
WHERE p.merged_into IS NULL
ORDER BY p.id

SELECT p.id, p.name, p.number, COALESCE(f.file_no, '') AS file_no, p.born_on, p.mobile, p.sex
FROM party_card p
LEFT JOIN case_file f ON f.party = p.id
WHERE p.merged_into IS NULL
ORDER BY p.id

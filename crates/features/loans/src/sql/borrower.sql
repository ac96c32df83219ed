SELECT c.id, c.name, c.number, c.mobile, COALESCE(f.file_no, '') AS file_no
FROM party_card c LEFT JOIN file_number f ON f.party = c.id
WHERE c.id = (SELECT COALESCE(merged_into, id) FROM party_name WHERE id = $1)

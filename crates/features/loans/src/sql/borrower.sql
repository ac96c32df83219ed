SELECT id, name, number, mobile, file_no
FROM party_card
WHERE id = (SELECT COALESCE(merged_into, id) FROM party_name WHERE id = $1)

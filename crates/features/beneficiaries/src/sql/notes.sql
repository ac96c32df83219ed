SELECT n.number, n.at, s.name AS by_name, n.text
FROM case_note n JOIN user_name s ON s.id = n.by
WHERE n.party = $1 OR n.party IN (SELECT id FROM party_name WHERE merged_into = $1)
ORDER BY n.at DESC, n.number DESC

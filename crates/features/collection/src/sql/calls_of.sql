FROM collection_call c
JOIN loan_standing s ON s.loan = c.loan
JOIN user_name who ON who.id = c.made_by
WHERE s.party = $1
ORDER BY c.at DESC, c.id
LIMIT $2

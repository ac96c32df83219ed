FROM loan_standing s
JOIN collection_call c ON c.id = (SELECT one.id FROM collection_call one WHERE one.loan = s.loan ORDER BY one.at DESC LIMIT 1)
JOIN user_name who ON who.id = c.made_by
WHERE s.next_due < $1

FROM collection_call c
JOIN loan_standing s ON s.loan = c.loan
JOIN user_name who ON who.id = c.made_by
WHERE ($1 IS NULL OR c.outcome = $1)
    AND ($2 IS NULL OR c.on_day >= $2)
    AND ($3 IS NULL OR c.on_day <= $3)
    AND ($4 IS NULL OR c.loan = $4)
    AND ($5 IS NULL OR s.search_fold LIKE $5)
    AND ($6 IS NULL OR s.search_fold LIKE $6)
    AND ($7 IS NULL OR s.search_fold LIKE $7)
    AND ($8 IS NULL OR s.search_fold LIKE $8)

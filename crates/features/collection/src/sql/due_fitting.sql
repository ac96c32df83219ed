    AND instalment.due BETWEEN $1 AND $2
    AND ($3 IS NULL OR shelf.fund = $3)
    AND ($4 IS NULL OR shelf.search_fold LIKE $4)
    AND ($5 IS NULL OR shelf.search_fold LIKE $5)
    AND ($6 IS NULL OR shelf.search_fold LIKE $6)
    AND ($7 IS NULL OR shelf.search_fold LIKE $7)

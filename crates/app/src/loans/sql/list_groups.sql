SELECT phase, fund, COALESCE(next_due < $1, 0) AS late, restructured, count(*) AS loans, sum(outstanding) AS outstanding
FROM loan_shelf
WHERE ($2 IS NULL OR party = $2)
    AND ($3 IS NULL OR project = $3)
    AND ($4 IS NULL OR search_fold LIKE $4)
    AND ($5 IS NULL OR search_fold LIKE $5)
    AND ($6 IS NULL OR search_fold LIKE $6)
    AND ($7 IS NULL OR search_fold LIKE $7)
    AND ($8 IS NULL OR search_fold LIKE $8)
GROUP BY phase, fund, late, restructured

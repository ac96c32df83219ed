-- The phase is grouped as a value of its own, so that the words are read along one index and not row by row.
SELECT COALESCE(phase, '') AS phase, fund, next_due, restructured, count(*) AS loans, sum(outstanding) AS outstanding
FROM loan_shelf
WHERE borrower_fold >= ''
    AND ($1 IS NULL OR party = $1)
    AND ($2 IS NULL OR project = $2)
    AND ($3 IS NULL OR search_fold LIKE $3)
    AND ($4 IS NULL OR search_fold LIKE $4)
    AND ($5 IS NULL OR search_fold LIKE $5)
    AND ($6 IS NULL OR search_fold LIKE $6)
    AND ($7 IS NULL OR search_fold LIKE $7)
GROUP BY COALESCE(phase, ''), fund, next_due, restructured

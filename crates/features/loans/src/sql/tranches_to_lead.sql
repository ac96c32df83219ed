FROM tranche t
JOIN loan_shelf s ON s.loan = t.loan
JOIN fund_name f ON f.id = s.fund
JOIN tranche_step step ON step.tranche = t.id
    AND step.place = (SELECT max(last.place) FROM tranche_step last WHERE last.tranche = t.id)
JOIN user_name who ON who.id = step.made_by
WHERE (CASE WHEN $1 = 'approval' THEN t.state = 'requested'
       ELSE t.state = 'delivered' OR t.state = 'approved' AND t.kind = 'cash' END)
    AND ($2 IS NULL OR s.fund = $2)
    AND ($3 IS NULL OR s.search_fold LIKE $3)
    AND ($4 IS NULL OR s.search_fold LIKE $4)
    AND ($5 IS NULL OR s.search_fold LIKE $5)
    AND ($6 IS NULL OR s.search_fold LIKE $6)

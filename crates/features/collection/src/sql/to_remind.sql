SELECT i.loan, i.no, i.due, i.principal - i.paid AS unpaid, s.loan_no, s.party, s.borrower, s.mobile, g.product
FROM loan_instalment i
JOIN loan_standing s ON s.loan = i.loan
JOIN loan_guarantee g ON g.loan = i.loan
WHERE i.paid < i.principal
    AND i.due BETWEEN $1 AND $2
    AND s.phase IN ('active', 'overpaid')
    AND ($3 IS NULL OR s.party = $3)
    AND ($4 IS NULL OR s.fund = $4)
    AND ($5 IS NULL OR s.search_fold LIKE $5)
    AND ($6 IS NULL OR s.search_fold LIKE $6)
    AND ($7 IS NULL OR s.search_fold LIKE $7)
    AND ($8 IS NULL OR s.search_fold LIKE $8)
ORDER BY s.party, i.due, i.loan, i.no

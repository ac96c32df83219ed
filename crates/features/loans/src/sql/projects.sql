SELECT p.id, p.party, COALESCE(k.name, b.name) AS borrower, p.name, p.activity, p.state, p.state_since, p.state_reason,
       p.opened_on,
       (SELECT count(*) FROM loan_shelf s WHERE s.project = p.id) AS loans,
       (SELECT COALESCE(sum(s.outstanding), 0) FROM loan_shelf s WHERE s.project = p.id) AS outstanding
FROM project p
JOIN party_name b ON b.id = p.party
LEFT JOIN party_name k ON k.id = b.merged_into
WHERE ($1 IS NULL OR p.id = $1)
    AND ($2 IS NULL OR p.party = $2 OR b.merged_into = $2)
    AND ($3 IS NULL OR p.state = $3)
    AND ($4 IS NULL OR p.name_fold LIKE $4)
-- in order
LIMIT $5 OFFSET $6

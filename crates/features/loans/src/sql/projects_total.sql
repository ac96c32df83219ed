SELECT count(*) AS total
FROM project p
JOIN party_name b ON b.id = p.party
WHERE ($1 IS NULL OR p.party = $1 OR b.merged_into = $1)
    AND ($2 IS NULL OR p.state = $2)
    AND ($3 IS NULL OR p.name_fold LIKE $3)

-- Policies that are to be looked at again by a day ($1): of whoever sees to them ($2), and of those nobody sees to.
SELECT p.id, p.title, e.review_on
FROM policy p
JOIN policy_edition e ON e.policy = p.id AND e.state = 'approved'
WHERE p.retired_on IS NULL AND e.review_on <= $1 AND (p.owner = $2 OR (p.owner IS NULL AND $3 = 1))
ORDER BY e.review_on, p.title_fold
LIMIT $4

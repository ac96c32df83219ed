-- Editions in force a person ($1) has not signed yet.
SELECT p.id, p.title, e.no, c.due
FROM policy_circulation c
JOIN policy_edition e ON e.id = c.edition AND e.state = 'approved'
JOIN policy p ON p.id = e.policy AND p.retired_on IS NULL
LEFT JOIN policy_acknowledgement a ON a.edition = c.edition AND a.person = c.person
WHERE c.person = $1 AND a.edition IS NULL
ORDER BY c.due, p.title_fold
LIMIT $2

-- Decisions a person is to carry out ($1), the nearest day first.
SELECT d.id, d.decision_no, d.title, d.due
FROM committee_decision d
WHERE d.owner = $1 AND d.state = 'open'
ORDER BY d.due, d.number
LIMIT $2

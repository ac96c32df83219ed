SELECT p.hold, p.text, p.due, s.project_name
FROM hold_step p
JOIN hold h ON h.id = p.hold
JOIN loan_standing s ON s.loan = h.loan
WHERE p.state = 'open' AND p.owner = $1 AND p.due <= $2
ORDER BY p.due, p.id
LIMIT $3

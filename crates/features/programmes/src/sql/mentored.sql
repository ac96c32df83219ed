SELECT s.programme, s.text, s.due, c.name
FROM capacity_step s
JOIN partner_card c ON c.party = s.partner
JOIN programme p ON p.id = s.programme
WHERE s.mentor = $1 AND s.state = 'agreed' AND s.due <= $2 AND p.state = 'running'
ORDER BY s.due, s.id
LIMIT $3

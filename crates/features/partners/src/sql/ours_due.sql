SELECT o.agreement, o.text, o.due, c.name AS partner_name
FROM agreement_obligation o
JOIN agreement a ON a.id = o.agreement
JOIN partner_card c ON c.party = a.partner
WHERE o.state = 'open' AND o.side = 'ours' AND o.keeper = $1 AND o.due <= $2 AND a.signed_on IS NOT NULL
ORDER BY o.due, o.id
LIMIT $3

SELECT p.partner, c.name, p.role, p.signs, p.represented_by
FROM agreement_party p
JOIN partner_card c ON c.party = p.partner
WHERE p.agreement = $1
ORDER BY p.role, c.name

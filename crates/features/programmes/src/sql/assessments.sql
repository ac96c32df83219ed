SELECT a.id, a.partner, c.name, a.day, a.evidence, a.performance, a.performance_note, u.name AS recorded_by_name
FROM capacity_assessment a
JOIN partner_card c ON c.party = a.partner
JOIN user_name u ON u.id = a.recorded_by
WHERE a.programme = $1
ORDER BY c.name, a.partner, a.day DESC

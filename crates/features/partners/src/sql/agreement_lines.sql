SELECT a.id, a.agreement_no, a.kind, a.title, a.partner, c.name AS partner_name, a.state, a.proposed_on, a.signed_on, a.event,
       a.starts, a.ends, a.amount, a.ended_on, a.search_fold, s.starts AS successor
FROM agreement a
JOIN partner_card c ON c.party = a.partner
LEFT JOIN agreement s ON s.renews = a.id AND s.state IN ('signed', 'terminated')
-- which
ORDER BY a.proposed_on DESC, a.agreement_no DESC

SELECT o.id, o.agreement, a.agreement_no, a.title, a.partner, c.name AS partner_name, a.signed_on, o.side, o.text, o.site, o.due,
       o.amount, o.keeper, COALESCE(k.name, '') AS keeper_name, o.basis, o.state, o.done_on, o.evidence_kind, o.evidence,
       o.reason, COALESCE(s.name, '') AS settled_by_name
FROM agreement_obligation o
JOIN agreement a ON a.id = o.agreement
JOIN partner_card c ON c.party = a.partner
LEFT JOIN user_name k ON k.id = o.keeper
LEFT JOIN user_name s ON s.id = o.settled_by
-- which, in order, one page

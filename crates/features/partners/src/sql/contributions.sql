SELECT c.id, c.kind, c.text, c.amount, c.day, c.agreement, COALESCE(a.agreement_no, '') AS agreement_no, c.receipt, c.evidence,
       u.name AS recorded_by_name, c.void_on, c.void_reason
FROM partner_contribution c
JOIN user_name u ON u.id = c.recorded_by
LEFT JOIN agreement a ON a.id = c.agreement
WHERE c.partner = $1
ORDER BY c.day DESC, c.id DESC

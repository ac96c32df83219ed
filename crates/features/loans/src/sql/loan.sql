SELECT l.id, l.loan_no, l.project, l.party, l.product, l.product_version, l.fund, l.amount, l.terms, l.purpose,
       l.guarantee_kind, l.guarantee, l.guarantee_until, l.asked_by, a.name AS asked_by_name, l.asked_at, l.decision,
       l.decided_by, d.name AS decided_by_name, l.decided_at, l.decision_note, l.imported
FROM loan l JOIN user_name a ON a.id = l.asked_by LEFT JOIN user_name d ON d.id = l.decided_by
WHERE l.id = $1

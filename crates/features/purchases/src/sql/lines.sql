SELECT p.id, p.loan, s.loan_no, s.borrower, s.project_name, p.tranche, g.no AS tranche_no, p.title, p.state, p.order_no,
       p.ordered_on, COALESCE(p.supplier, q.supplier) AS supplier, COALESCE(n.name, '') AS supplier_name,
       COALESCE(p.amount, q.amount, cheap.amount) AS amount, COALESCE(cheap.quotes, 0) AS quotes, p.due_on,
       COALESCE(l.pieces, 0) AS pieces, COALESCE(l.came, 0) AS came, COALESCE(i.invoiced, 0) AS invoiced, p.verified_on
FROM purchase p
JOIN loan_standing s ON s.loan = p.loan
JOIN loan_goods g ON g.id = p.tranche
LEFT JOIN purchase_quote q ON q.purchase = p.id AND q.chosen = 1
LEFT JOIN party_name n ON n.id = COALESCE(p.supplier, q.supplier)
LEFT JOIN (
    SELECT purchase, min(amount) AS amount, count(*) AS quotes FROM purchase_quote GROUP BY purchase
) cheap ON cheap.purchase = p.id
LEFT JOIN (
    SELECT purchase, sum(quantity) AS pieces, sum(came) AS came FROM purchase_line GROUP BY purchase
) l ON l.purchase = p.id
LEFT JOIN (
    SELECT purchase, sum(amount) AS invoiced FROM purchase_invoice WHERE void_at IS NULL GROUP BY purchase
) i ON i.purchase = p.id
-- which

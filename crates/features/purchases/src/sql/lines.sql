SELECT p.id, p.loan, s.loan_no, s.borrower, s.project_name, p.tranche, g.no AS tranche_no, p.title, p.state, p.order_no,
       p.ordered_on, COALESCE(p.supplier, q.supplier) AS supplier, COALESCE(n.name, '') AS supplier_name,
       COALESCE(p.amount, q.amount, (SELECT min(c.amount) FROM purchase_quote c WHERE c.purchase = p.id)) AS amount,
       (SELECT count(*) FROM purchase_quote c WHERE c.purchase = p.id) AS quotes, p.due_on,
       (SELECT COALESCE(sum(l.quantity), 0) FROM purchase_line l WHERE l.purchase = p.id) AS pieces,
       (SELECT COALESCE(sum(l.came), 0) FROM purchase_line l WHERE l.purchase = p.id) AS came,
       (
           SELECT COALESCE(sum(i.amount), 0) FROM purchase_invoice i WHERE i.purchase = p.id AND i.void_at IS NULL
       ) AS invoiced, p.verified_on
FROM purchase p
JOIN loan_standing s ON s.loan = p.loan
JOIN loan_goods g ON g.id = p.tranche
LEFT JOIN purchase_quote q ON q.purchase = p.id AND q.chosen = 1
LEFT JOIN party_name n ON n.id = COALESCE(p.supplier, q.supplier)
-- which

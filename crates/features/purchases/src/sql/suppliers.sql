SELECT n.id AS party, n.name, count(*) AS quotes, COALESCE(sum(CASE WHEN q.chosen = 1 AND o.id IS NOT NULL THEN 1 ELSE 0 END), 0) AS orders,
       COALESCE(sum(CASE WHEN q.chosen = 1 AND o.state IN ('ordered', 'part') AND o.due_on < $1 THEN 1 ELSE 0 END), 0) AS late,
       COALESCE(sum(CASE WHEN q.chosen = 1 THEN o.amount ELSE 0 END), 0) AS amount
FROM purchase_quote q
JOIN party_name n ON n.id = q.supplier
LEFT JOIN purchase o ON o.id = q.purchase AND o.state IN ('ordered', 'part', 'came', 'verified')
GROUP BY n.id, n.name
ORDER BY n.name, n.id

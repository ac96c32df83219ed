SELECT o.agreement, o.due, count(*) AS n
FROM agreement_obligation o
JOIN agreement a ON a.id = o.agreement
WHERE o.state = 'open' AND a.signed_on IS NOT NULL AND ($1 IS NULL OR a.partner = $1)
GROUP BY o.agreement, o.due

-- Reports to be issued by a day ($1): of whoever sees to them ($2), and of those nobody sees to.
SELECT r.id, r.title, r.due
FROM report_duty r
WHERE r.issued_on IS NULL AND r.due <= $1 AND (r.owner = $2 OR (r.owner IS NULL AND $3 = 1))
ORDER BY r.due
LIMIT $4

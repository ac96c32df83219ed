SELECT p.id, p.name, p.version, p.offered, v.terms, (SELECT count(*) FROM loan l WHERE l.product = p.id) AS loans
FROM product p JOIN product_version v ON v.product = p.id AND v.version = p.version
ORDER BY p.offered DESC, p.created_at, p.id

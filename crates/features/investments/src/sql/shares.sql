SELECT s.id, s.rule, r.name AS rule_name, n.no, s.from_day, s.until_day, s.base, s.carried, s.decided, s.entry, s.made_on,
       (SELECT COALESCE(sum(l.points), 0) FROM allocation_line l WHERE l.version = s.version) AS points,
       v.kind, v.year, v.voucher_no, u.id AS undone,
       o.day AS source_day, o.kind AS source_kind, o.year AS source_year, o.voucher_no AS source_no, w.id AS source_undone
FROM allocation_share s
JOIN allocation_rule r ON r.id = s.rule
JOIN allocation_version n ON n.id = s.version
LEFT JOIN voucher v ON v.id = s.entry
LEFT JOIN voucher u ON u.reverses = s.entry
LEFT JOIN voucher o ON o.id = s.source
LEFT JOIN voucher w ON w.reverses = s.source
WHERE $1 IS NULL OR s.id = $1
ORDER BY COALESCE(s.until_day, o.day) DESC, s.made_on DESC, s.id DESC

SELECT place, key, label_key, label, unit, value, n, whole
FROM report_part
WHERE report = $1
ORDER BY place, no

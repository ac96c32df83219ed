SELECT place, name, code, section, unit, better, value, n, whole, before
FROM report_figure
WHERE report = $1
ORDER BY place

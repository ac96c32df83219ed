INSERT INTO report_figure (report, place, name, code, section, unit, better, value, n, whole, before)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

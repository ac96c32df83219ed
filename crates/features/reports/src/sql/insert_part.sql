INSERT INTO report_part (report, place, no, key, label_key, label, unit, value, n, whole)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

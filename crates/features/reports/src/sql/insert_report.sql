INSERT INTO periodic_report (id, report_no, kind, calendar, year, month, edition, from_day, until_day, before_from, before_until,
    state, reason, prepared_by, prepared_on)
VALUES ($1, $2, 'monthly', $3, $4, $5, $6, $7, $8, $9, $10, 'draft', $11, $12, $13)

SELECT max(day) AS last_day
FROM (SELECT max(on_day) AS day FROM loan_event UNION ALL SELECT max(first_paid_out_on) AS day FROM loan_shelf) known

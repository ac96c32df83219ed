SELECT max(on_day) AS last_day
FROM loan_event

SELECT r.id, r.loan, r.kind, r.on_day, r.amount, r.method, r.reference, r.reason, r.asked_by, p.name AS asked_by_name,
       r.asked_at, r.state
FROM loan_request r
JOIN user_name p ON p.id = r.asked_by

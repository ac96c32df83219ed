SELECT q.id, q.loan, q.kind, q.on_day, q.amount, q.method, q.reference, q.place, q.content, q.cause, q.plan
FROM loan_request q
WHERE q.id = $1

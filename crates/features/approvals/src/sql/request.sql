SELECT r.id, r.step, r.subject, r.amount, r.needed, r.reason, r.asked_by, person.name AS asked_by_name, r.asked_at, r.state,
       r.note
FROM approval_request r
JOIN user_name person ON person.id = r.asked_by

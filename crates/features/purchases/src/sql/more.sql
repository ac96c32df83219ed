SELECT p.budget_line, p.reason, b.name AS begun_by_name, p.begun_at, v.name AS verified_by_name, p.verified_note,
       p.ended_why, p.ended_reason, e.name AS ended_by_name
FROM purchase p
JOIN user_name b ON b.id = p.begun_by
LEFT JOIN user_name v ON v.id = p.verified_by
LEFT JOIN user_name e ON e.id = p.ended_by
WHERE p.id = $1

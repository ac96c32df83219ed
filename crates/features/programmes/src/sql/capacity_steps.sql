SELECT s.id, s.partner, s.domain, s.text, s.due, s.mentor, COALESCE(m.name, '') AS mentor_name, s.state, s.agreed_with, s.agreed_on,
       s.done_on, s.evidence, s.done_by, COALESCE(d.name, '') AS done_by_name, COALESCE(v.name, '') AS verified_by_name, s.verified_on
FROM capacity_step s
LEFT JOIN user_name m ON m.id = s.mentor
LEFT JOIN user_name d ON d.id = s.done_by
LEFT JOIN user_name v ON v.id = s.verified_by
WHERE s.programme = $1
ORDER BY s.partner, s.due, s.id

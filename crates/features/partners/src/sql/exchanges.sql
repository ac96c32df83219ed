SELECT x.id, x.direction, x.form, x.text, x.outcome, x.day, x.people, u.name AS recorded_by_name, x.void_on, x.void_reason
FROM partner_exchange x
JOIN user_name u ON u.id = x.recorded_by
WHERE x.partner = $1
ORDER BY x.day DESC, x.id DESC

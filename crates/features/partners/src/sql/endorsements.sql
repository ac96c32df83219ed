SELECT e.id, e.form, e.text, e.day, e.programme, COALESCE(g.name, '') AS programme_name, u.name AS recorded_by_name, e.void_on,
       e.void_reason
FROM partner_endorsement e
JOIN user_name u ON u.id = e.recorded_by
LEFT JOIN alignment_programme g ON g.id = e.programme
WHERE e.partner = $1
ORDER BY e.day DESC, e.id DESC

SELECT c.person, u.name, c.sent_at, c.due, a.at AS signed_at
FROM policy_circulation c
JOIN user_name u ON u.id = c.person
LEFT JOIN policy_acknowledgement a ON a.edition = c.edition AND a.person = c.person
WHERE c.edition = $1
ORDER BY a.at IS NOT NULL, u.name

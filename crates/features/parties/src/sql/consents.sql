SELECT c.number, c.purpose, c.text_version, c.text, c.form, c.given_on, c.withdrawn_on, s.name AS by_name
FROM consent c JOIN user_name s ON s.id = c.recorded_by
WHERE c.party = $1
ORDER BY c.number DESC

-- Meetings a person ($1) is invited to, from a day ($2) on.
SELECT m.id, c.name, m.minutes_no, m.on_day, m.starts
FROM committee_meeting m
JOIN committee c ON c.id = m.committee
JOIN meeting_attendance a ON a.meeting = m.id
JOIN committee_member s ON s.id = a.member AND s.person = $1
WHERE m.state = 'called' AND m.on_day >= $2
ORDER BY m.on_day, m.starts
LIMIT $3

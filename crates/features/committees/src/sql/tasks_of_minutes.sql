-- Minutes that wait for the word of a person ($1) who was there.
SELECT m.id, c.name, m.minutes_no, m.confirm_by
FROM committee_meeting m
JOIN committee c ON c.id = m.committee
JOIN meeting_attendance a ON a.meeting = m.id AND a.presence IN ('present', 'remote')
JOIN committee_member s ON s.id = a.member AND s.person = $1
LEFT JOIN meeting_confirmation f ON f.meeting = m.id AND f.member = a.member
WHERE m.state = 'minuted' AND f.meeting IS NULL
ORDER BY m.confirm_by
LIMIT $2

-- Minutes a person ($1) who was there may seal: they drew them up not themselves, and everybody has spoken or had the days.
SELECT m.id, c.name, m.minutes_no, m.confirm_by
FROM committee_meeting m
JOIN committee c ON c.id = m.committee
JOIN meeting_attendance a ON a.meeting = m.id AND a.presence IN ('present', 'remote')
JOIN committee_member s ON s.id = a.member AND s.person = $1
WHERE m.state = 'minuted' AND m.minuted_by <> $1
    AND (m.confirm_by < $2 OR NOT EXISTS (
        SELECT 1 FROM meeting_attendance o
        LEFT JOIN meeting_confirmation f ON f.meeting = o.meeting AND f.member = o.member
        WHERE o.meeting = m.id AND o.presence IN ('present', 'remote') AND f.meeting IS NULL
    ))
ORDER BY m.confirm_by
LIMIT $3

-- Who was invited to a meeting, in the order of their roles; what they declared last, and what they said of the minutes.
SELECT a.member, s.person, s.name, s.role, s.votes, a.presence, a.note,
       (SELECT i.interests FROM committee_interest i WHERE i.member = a.member
        ORDER BY i.on_day DESC, i.recorded_at DESC LIMIT 1) AS interests,
       c.answer, c.note AS answer_note, c.at AS answer_at, c.on_paper
FROM meeting_attendance a
JOIN committee_seat s ON s.id = a.member
LEFT JOIN meeting_confirmation c ON c.meeting = a.meeting AND c.member = a.member
WHERE a.meeting = $1
ORDER BY CASE s.role WHEN 'chair' THEN 1 WHEN 'deputy' THEN 2 WHEN 'member' THEN 3 ELSE 4 END, s.since, a.member

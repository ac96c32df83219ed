SELECT m.id, m.committee, c.name AS committee_name, m.term, m.no, m.minutes_no, m.on_day, m.starts, m.place, m.way, m.elsewhere,
       m.state, m.note, caller.name AS called_by_name, m.held_at, m.minuted_by, writer.name AS minuted_by_name, m.minuted_at,
       m.confirm_by, sealer.name AS sealed_by_name, m.sealed_at, m.ended_reason,
       (SELECT count(*) FROM meeting_item i WHERE i.meeting = m.id) AS items,
       (SELECT count(*) FROM committee_decision d WHERE d.meeting = m.id) AS decisions,
       (SELECT count(*) FROM meeting_attendance a JOIN committee_member s ON s.id = a.member
        WHERE a.meeting = m.id AND s.votes = 1 AND a.presence IN ('present', 'remote')) AS present,
       (SELECT count(*) FROM meeting_attendance a JOIN committee_member s ON s.id = a.member
        WHERE a.meeting = m.id AND s.votes = 1) AS members
FROM committee_meeting m
JOIN committee c ON c.id = m.committee
JOIN user_name caller ON caller.id = m.called_by
LEFT JOIN user_name writer ON writer.id = m.minuted_by
LEFT JOIN user_name sealer ON sealer.id = m.sealed_by

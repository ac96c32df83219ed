-- Every committee with what it has: those that go on first.
SELECT c.id, c.name, c.kind, c.term, t.from_day, t.to_day, c.ended_on,
       (SELECT s.name FROM committee_seat s WHERE s.committee = c.id AND s.role = 'chair' AND s.until IS NULL) AS chair,
       (SELECT count(*) FROM committee_member m WHERE m.committee = c.id AND m.until IS NULL) AS members,
       (SELECT count(*) FROM committee_meeting m WHERE m.committee = c.id AND m.state <> 'cancelled') AS meetings,
       (SELECT count(*) FROM committee_decision d WHERE d.committee = c.id AND d.state = 'open') AS open_decisions,
       (SELECT count(*) FROM committee_decision d WHERE d.committee = c.id AND d.state = 'open' AND d.due < $1)
           AS late_decisions,
       (SELECT min(m.on_day) FROM committee_meeting m WHERE m.committee = c.id AND m.state = 'called' AND m.on_day >= $1)
           AS next_meeting
FROM committee c
JOIN committee_term t ON t.committee = c.id AND t.no = c.term
ORDER BY c.ended_on IS NOT NULL, CASE c.kind WHEN 'board' THEN 1 WHEN 'executive' THEN 2 ELSE 3 END, c.name_fold

SELECT s.id, s.hold, s.text, s.side, s.owner, n.name AS owner_name, s.due, s.first_due, s.state, s.settled_on, s.outcome
FROM hold_step s
JOIN user_name n ON n.id = s.owner

SELECT h.opened_on, h.released_on, d.on_day,
       (SELECT min(s.settled_on) FROM hold_step s WHERE s.hold = h.id AND s.state = 'done') AS helped_on
FROM hold h
JOIN hold_decision d ON d.id = h.decision
WHERE h.released_on BETWEEN $1 AND $2
ORDER BY h.released_on, h.id

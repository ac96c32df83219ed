SELECT c.hold, c.kind, c.reference, c.since, c.found_on, c.side, c.said, c.seen_by, seer.name AS seen_by_name, c.told_by,
       teller.name AS told_by_name
FROM hold_cause c
LEFT JOIN user_name seer ON seer.id = c.seen_by
LEFT JOIN user_name teller ON teller.id = c.told_by

SELECT c.hold, c.kind, c.reference, c.since, c.found_on, c.seen_by, c.told_by, teller.name AS told_by_name
FROM hold_cause c
LEFT JOIN user_name teller ON teller.id = c.told_by

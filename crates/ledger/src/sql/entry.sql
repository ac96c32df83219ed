SELECT entry.id, seal.seq, entry.kind, entry.year, entry.voucher_no, entry.day, entry.event, entry.narration,
    entry.counterparty, entry.method, entry.reference, entry.reverses,
    (SELECT undo.id FROM entry undo WHERE undo.reverses = entry.id) AS reversed_by,
    entry.made_by, maker.name AS made_by_name, entry.approved_by, checker.name AS approved_by_name, entry.recorded_at
FROM entry
JOIN entry_seal seal ON seal.entry = entry.id
JOIN person maker ON maker.id = entry.made_by
LEFT JOIN person checker ON checker.id = entry.approved_by
WHERE entry.id = $1

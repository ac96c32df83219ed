SELECT entry.id, seal.seq, entry.kind, entry.year, entry.voucher_no, entry.day, entry.event, entry.narration,
    entry.counterparty, entry.method, entry.reference, entry.reverses,
    (SELECT CAST(coalesce(sum(line.amount) FILTER (WHERE account.nets_to_zero IS NULL), sum(line.amount)) AS BIGINT)
        FROM line JOIN account ON account.code = line.account
        WHERE line.entry = entry.id AND line.amount > 0) AS amount,
    (SELECT undo.id FROM entry undo WHERE undo.reverses = entry.id) AS reversed_by,
    entry.made_by, maker.name AS made_by_name, entry.approved_by, checker.name AS approved_by_name,
    entry.second_approved_by, second.name AS second_approved_by_name, entry.recorded_at
FROM entry
JOIN entry_seal seal ON seal.entry = entry.id
JOIN user_name maker ON maker.id = entry.made_by
LEFT JOIN user_name checker ON checker.id = entry.approved_by
LEFT JOIN user_name second ON second.id = entry.second_approved_by
WHERE entry.id = $1

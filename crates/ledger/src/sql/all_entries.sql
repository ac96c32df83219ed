SELECT entry.id, entry.kind, entry.year, entry.voucher_no, entry.day, entry.event, entry.rule_version,
    entry.narration, entry.counterparty, entry.method, entry.reference, entry.reverses, entry.made_by,
    entry.approved_by, entry.second_approved_by, entry.recorded_at, seal.seq, seal.prev_hash, seal.hash
FROM entry_seal seal
JOIN entry ON entry.id = seal.entry
ORDER BY seal.seq

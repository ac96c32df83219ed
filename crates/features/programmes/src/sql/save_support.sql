INSERT INTO programme_support (id, programme, initiative, source, partner, name, stage, amount, next_on, closes_on, note, evidence,
    pledged_on, received_on, keeper)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
ON CONFLICT (id) DO UPDATE SET initiative = excluded.initiative, source = excluded.source, partner = excluded.partner,
    name = excluded.name, stage = excluded.stage, amount = excluded.amount, next_on = excluded.next_on,
    closes_on = excluded.closes_on, note = excluded.note, evidence = excluded.evidence, pledged_on = excluded.pledged_on,
    received_on = excluded.received_on, keeper = excluded.keeper
WHERE programme_support.programme = excluded.programme

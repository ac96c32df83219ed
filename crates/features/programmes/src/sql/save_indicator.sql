INSERT INTO indicator (id, result, text, unit, kind, baseline, baseline_on, target, source, frequency, by_sex, by_place, by_class)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
ON CONFLICT (id) DO UPDATE SET result = excluded.result, text = excluded.text, unit = excluded.unit, kind = excluded.kind,
    baseline = excluded.baseline, baseline_on = excluded.baseline_on, target = excluded.target, source = excluded.source,
    frequency = excluded.frequency, by_sex = excluded.by_sex, by_place = excluded.by_place, by_class = excluded.by_class

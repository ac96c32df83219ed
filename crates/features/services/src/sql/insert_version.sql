INSERT INTO service_version (id, service, number, state, about, process, gives, programme, fund, decision, opens_on, closes_on,
    capacity, ceiling, term_days, visit_policy, written_by, written_at)
VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)

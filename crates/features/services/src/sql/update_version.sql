UPDATE service_version
SET about = $1, process = $2, gives = $3, programme = $4, fund = $5, decision = $6, opens_on = $7, closes_on = $8, capacity = $9,
    ceiling = $10, term_days = $11, visit_policy = $12, written_by = $13, written_at = $14, sent_back = ''
WHERE id = $15

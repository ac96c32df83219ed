INSERT INTO programme (id, programme_no, name, governorate, vision, vision_basis, coverage_percent, quorum, decision, state, opened_on,
    opened_by, search_fold)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'running', $10, $11, $12)

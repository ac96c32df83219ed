INSERT INTO activity (id, activity_no, kind, subject_kind, subject, subject_name, party, search_fold, state, planned_on,
    researcher, planned_by, purpose, comes_from, unplanned)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'planned', $9, $10, $11, $12, $13, $14)

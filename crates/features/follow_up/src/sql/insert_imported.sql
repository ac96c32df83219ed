INSERT INTO activity (id, activity_no, kind, subject_kind, subject, subject_name, party, search_fold, state, planned_on,
    researcher, planned_by, unplanned, done_on, done_by, recorded_by, recorded_at, findings, signal, action, action_owner,
    action_due, action_done_on, action_done_by, action_note, from_register)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'done', $9, $10, $11, 1, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
    $21)

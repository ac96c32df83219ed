SELECT id, kind, subject, planned_on, done_on, done_by, signal, state, comes_from
FROM follow_up_visit
WHERE subject_kind = $1
-- of one
ORDER BY planned_on, id

SELECT id, subject, side, due, met_on, state, depends_on
FROM follow_up_commitment
WHERE subject_kind = $1
-- of one
ORDER BY due, id

SELECT id, subject_kind, subject, subject_name, side, text, due, keeper, state, met_on, evidence, reason, activity, depends_on,
       made_on
FROM commitment
WHERE id = $1

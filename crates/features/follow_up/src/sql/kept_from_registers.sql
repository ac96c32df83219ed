SELECT (SELECT count(*) FROM activity WHERE subject_kind = $1 AND subject = $2 AND from_register IS NOT NULL)
    + (SELECT count(*) FROM commitment WHERE subject_kind = $1 AND subject = $2 AND from_register IS NOT NULL) AS kept

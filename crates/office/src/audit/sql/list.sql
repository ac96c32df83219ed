SELECT audit.seq, audit.at, audit.person, coalesce(person.name, '') AS person_name, audit.command, audit.action,
       coalesce(audit.subject_kind, '') AS subject_kind, coalesce(audit.subject, '') AS subject, audit.summary,
       audit.before, audit.after, audit.outcome
FROM audit LEFT JOIN person ON person.id = audit.person
WHERE audit.seq < $1
  AND audit.at >= $2 AND audit.at < $3
  AND ($4 IS NULL OR audit.person = $4)
  AND ($5 IS NULL OR audit.action = $5)
  AND ($6 IS NULL OR substr(audit.command, 1, length($6) + 1) = $6 || '.')
  AND ($7 IS NULL OR audit.subject = $7)
  AND ($8 IS NULL OR audit.summary_fold LIKE '%' || $8 || '%')
ORDER BY audit.seq DESC
LIMIT $9

SELECT audit.seq, audit.at, audit.person, coalesce(person.name, '') AS person_name, audit.command, audit.action,
       coalesce(audit.subject_kind, '') AS subject_kind, coalesce(audit.subject, '') AS subject, audit.summary,
       audit.before, audit.after, audit.outcome
FROM audit LEFT JOIN person ON person.id = audit.person
WHERE audit.subject = $1 AND audit.outcome = 'done' AND audit.action IN ('change', 'print', 'view')
ORDER BY audit.seq DESC
LIMIT $2

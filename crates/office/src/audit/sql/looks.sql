SELECT audit.seq, audit.at, audit.person, coalesce(person.name, '') AS person_name, audit.command, audit.action,
       coalesce(audit.subject_kind, '') AS subject_kind, coalesce(audit.subject, '') AS subject, audit.summary,
       audit.before, audit.after, audit.outcome
FROM audit LEFT JOIN person ON person.id = audit.person
-- which, in order, one page

SELECT audit.seq, audit.at, coalesce(person.name, '') AS by, audit.command, coalesce(audit.subject, '') AS subject,
       audit.before, audit.after
FROM audit LEFT JOIN person ON person.id = audit.person
WHERE audit.seq > $1 AND audit.outcome = 'done' AND audit.action = 'change'
ORDER BY audit.seq

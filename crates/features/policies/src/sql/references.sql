-- The register of references; of one policy where it is named ($1).
SELECT r.id, r.title, r.number, r.issuer, r.issued_on, r.place, r.note,
       (SELECT count(*) FROM policy_reference p WHERE p.reference = r.id) AS policies
FROM reference r
WHERE $1 IS NULL OR EXISTS (SELECT 1 FROM policy_reference p WHERE p.reference = r.id AND p.policy = $1)
ORDER BY r.title_fold

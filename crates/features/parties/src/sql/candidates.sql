SELECT p.id, p.name, p.sex, p.born_on, p.city, COALESCE(i.number, '') AS number, COALESCE(c.value, '') AS mobile
FROM (
    SELECT id FROM party WHERE first_token = $1 AND first_token <> ''
    UNION SELECT id FROM party WHERE family_token = $2 AND family_token <> ''
    UNION SELECT party FROM party_contact WHERE value = $3 AND value <> ''
    UNION SELECT party FROM party_identifier WHERE number = $4 AND number <> ''
) found
JOIN party p ON p.id = found.id
LEFT JOIN party_identifier i ON i.party = p.id
LEFT JOIN party_contact c ON c.party = p.id AND c.kind = 'mobile'
WHERE p.merged_into IS NULL
    AND ($5 IS NULL OR (p.id <> $5 AND NOT EXISTS (
        SELECT 1 FROM duplicate_verdict v
        WHERE v.verdict = 'different' AND ((v.first = p.id AND v.second = $5) OR (v.first = $5 AND v.second = p.id)))))

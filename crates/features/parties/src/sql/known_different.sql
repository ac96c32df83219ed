SELECT v.first, v.second, a.name AS first_name, b.name AS second_name, COALESCE(i.number, '') AS first_number,
       COALESCE(j.number, '') AS second_number
FROM duplicate_verdict v
JOIN party a ON a.id = v.first
JOIN party b ON b.id = v.second
LEFT JOIN party_identifier i ON i.party = v.first
LEFT JOIN party_identifier j ON j.party = v.second
WHERE v.verdict = 'different'
ORDER BY v.first, v.second

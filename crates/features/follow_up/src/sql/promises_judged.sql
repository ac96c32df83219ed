SELECT a.id AS activity, j.side, j.text, a.done_on AS day, j.kept, a.subject_kind, a.subject, a.subject_name,
       COALESCE(p.merged_into, p.id) AS party, COALESCE(k.name, '') AS party_name,
       COALESCE(k.mobile, '') AS mobile, COALESCE(k.city, '') AS city, COALESCE(k.district, '') AS district,
       COALESCE(k.street, '') AS street, COALESCE(k.building_no, '') AS building_no,
       COALESCE(k.short_address, '') AS short_address
FROM activity a
JOIN activity_kept j ON j.activity = a.id
LEFT JOIN party_place p ON p.id = a.party
LEFT JOIN party_place k ON k.id = COALESCE(p.merged_into, p.id)
WHERE a.done_on BETWEEN $1 AND $2 AND j.commitment IS NULL

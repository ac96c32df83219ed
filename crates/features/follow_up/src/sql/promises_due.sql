SELECT c.id, c.activity, c.side, c.text, c.due AS day, c.state, c.met_on, c.subject_kind, c.subject, c.subject_name,
       COALESCE(p.merged_into, p.id) AS party, COALESCE(k.name, '') AS party_name,
       COALESCE(k.mobile, '') AS mobile, COALESCE(k.city, '') AS city, COALESCE(k.district, '') AS district,
       COALESCE(k.street, '') AS street, COALESCE(k.building_no, '') AS building_no,
       COALESCE(k.short_address, '') AS short_address
FROM commitment c
LEFT JOIN party_place p ON p.id = c.party
LEFT JOIN party_place k ON k.id = COALESCE(p.merged_into, p.id)
WHERE c.due BETWEEN $1 AND $2

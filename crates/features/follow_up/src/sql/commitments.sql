SELECT c.id, c.subject_kind, c.subject, c.subject_name, COALESCE(p.merged_into, p.id) AS party, c.side, c.text, c.due, c.keeper,
       COALESCE(w.name, '') AS keeper_name, c.state, c.met_on, c.evidence, c.reason, c.activity,
       COALESCE(a.activity_no, '') AS activity_no, c.depends_on, c.made_on, m.name AS made_by_name,
       COALESCE(k.name, '') AS party_name, COALESCE(k.mobile, '') AS mobile, COALESCE(k.city, '') AS city,
       COALESCE(k.district, '') AS district, COALESCE(k.street, '') AS street, COALESCE(k.building_no, '') AS building_no,
       COALESCE(k.short_address, '') AS short_address
FROM commitment c
JOIN user_name m ON m.id = c.made_by
LEFT JOIN user_name w ON w.id = c.keeper
LEFT JOIN activity a ON a.id = c.activity
LEFT JOIN party_place p ON p.id = c.party
LEFT JOIN party_place k ON k.id = COALESCE(p.merged_into, p.id)
-- which, in order, one page

SELECT a.id, a.activity_no, a.kind, a.subject_kind, a.subject, a.subject_name, COALESCE(p.merged_into, p.id) AS party, a.state,
       a.planned_on, a.researcher, w.name AS researcher_name, a.purpose, a.reason, a.done_on,
       COALESCE(d.name, '') AS done_by_name, a.signal, a.action, COALESCE(o.name, '') AS action_owner_name, a.action_due,
       a.action_done_on, COALESCE(k.name, '') AS party_name, COALESCE(k.mobile, '') AS mobile, COALESCE(k.city, '') AS city,
       COALESCE(k.district, '') AS district, COALESCE(k.street, '') AS street, COALESCE(k.building_no, '') AS building_no,
       COALESCE(k.short_address, '') AS short_address,
       (SELECT s.signal FROM activity s
        WHERE s.subject_kind = a.subject_kind AND s.subject = a.subject AND s.signal IS NOT NULL
        ORDER BY s.done_on DESC, s.recorded_at DESC LIMIT 1) AS last_signal
FROM activity a
JOIN user_name w ON w.id = a.researcher
LEFT JOIN user_name d ON d.id = a.done_by
LEFT JOIN user_name o ON o.id = a.action_owner
LEFT JOIN party_place p ON p.id = a.party
LEFT JOIN party_place k ON k.id = COALESCE(p.merged_into, p.id)
-- which, in order, one page

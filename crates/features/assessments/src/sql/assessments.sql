SELECT a.id, a.assessment_no, COALESCE(p.merged_into, p.id) AS party, k.name, COALESCE(f.file_no, '') AS file_no, k.city, a.kind,
       a.state, a.done_on, b.name AS begun_by_name, COALESCE(r.name, '') AS reviewed_by_name, a.score, a.class, a.manual_class,
       a.manual_reason, a.final_class, a.class_before, a.rule_version, a.newest, a.sent_back
FROM assessment a
JOIN party_place p ON p.id = a.party
JOIN party_place k ON k.id = COALESCE(p.merged_into, p.id)
LEFT JOIN file_number f ON f.party = k.id
JOIN user_name b ON b.id = a.begun_by
LEFT JOIN user_name r ON r.id = a.reviewed_by
-- which, in order, one page

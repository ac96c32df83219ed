SELECT r.id, r.request_no, COALESCE(k.name, r.applicant_name) AS name, COALESCE(k.mobile, r.applicant_mobile) AS mobile,
       e.name AS entity_name, f.service, f.appointment, f.unanswered
FROM case_referral f
JOIN case_request r ON r.id = f.request
JOIN referral_entity e ON e.id = f.entity
LEFT JOIN party_place k ON k.id = r.party
-- which, in order, one page

SELECT r.id, r.request_no, COALESCE(p.name, r.applicant_name) AS name, t.name AS entity_name,
       COALESCE(w.name, '') AS researcher_name
FROM case_referral f
JOIN case_request r ON r.id = f.request
JOIN referral_entity t ON t.id = f.entity
LEFT JOIN party_name p ON p.id = r.party
LEFT JOIN user_name w ON w.id = r.researcher

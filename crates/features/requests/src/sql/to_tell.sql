SELECT r.id, COALESCE(p.name, r.applicant_name) AS name, e.name AS entity_name, f.consent_on
FROM case_referral f
JOIN case_request r ON r.id = f.request
JOIN referral_entity e ON e.id = f.entity
LEFT JOIN party_name p ON p.id = r.party
-- which, in order, one page

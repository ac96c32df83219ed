SELECT r.id, r.request_no, COALESCE(p.name, d.name, r.applicant_name) AS name, r.subject,
       COALESCE(w.name, '') AS researcher_name
FROM case_request r
LEFT JOIN party_name p ON p.id = r.party
LEFT JOIN department d ON d.id = r.asking
LEFT JOIN user_name w ON w.id = r.researcher

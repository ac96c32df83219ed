SELECT r.id, r.request_no, r.kind, r.state, r.outcome, f.stage, COALESCE(p.merged_into, p.id) AS party,
       COALESCE(n.file_no, '') AS file_no, COALESCE(p.name, d.name, r.applicant_name) AS name, r.anonymous, r.restricted, r.subject,
       r.body, r.channel, r.received_on, r.due, f.callback_from, r.researcher, COALESCE(w.name, '') AS researcher_name,
       cs.service, COALESCE(sc.name, '') AS service_name, sc.term_days AS term,
       r.from_register IS 'history' AS history
FROM case_request r
LEFT JOIN party_name p ON p.id = r.party
LEFT JOIN file_number n ON n.party = COALESCE(p.merged_into, p.id)
LEFT JOIN department d ON d.id = r.asking
LEFT JOIN user_name w ON w.id = r.researcher
LEFT JOIN case_referral f ON f.request = r.id
LEFT JOIN case_service cs ON cs.request = r.id
LEFT JOIN service_card sc ON sc.version = cs.version
-- which, in order, one page

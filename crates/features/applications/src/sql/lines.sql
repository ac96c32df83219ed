SELECT a.id, a.application_no, COALESCE(p.merged_into, a.party) AS party, kept.name AS applicant, a.product, a.project_name,
       COALESCE(a.rec_amount, a.amount) AS amount, COALESCE(a.rec_instalments, a.instalments) AS instalments, a.state,
       a.opened_on, COALESCE(studies.name, '') AS researcher_name, a.loan, a.state_on
FROM loan_application a
JOIN party_name p ON p.id = a.party
JOIN party_name kept ON kept.id = COALESCE(p.merged_into, a.party)
LEFT JOIN user_name studies ON studies.id = a.researcher
-- which, in order, one page

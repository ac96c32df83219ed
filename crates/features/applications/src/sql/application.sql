SELECT a.id, a.application_no, COALESCE(p.merged_into, a.party) AS party, kept.name AS applicant,
       COALESCE(f.file_no, '') AS file_no, a.product, a.amount, a.instalments, a.project, a.project_name, a.activity, a.needs,
       a.wishes, a.market, a.state, a.opened_by, opener.name AS opened_by_name, a.opened_on, a.submitted_on, a.researcher,
       COALESCE(studies.name, '') AS researcher_name, a.missing, COALESCE(back.name, '') AS returned_by_name, a.returned_on,
       a.recommends, a.rec_amount, a.rec_instalments, a.rec_calendar, a.rec_first_due, a.rec_fund,
       COALESCE(fund.name, '') AS fund_name, a.opinion, a.conditions, a.recommended_by,
       COALESCE(said.name, '') AS recommended_by_name, a.recommended_at, a.rule_version, a.decided_by,
       COALESCE(decider.name, '') AS decided_by_name, a.decided_at, a.decision_note, a.loan,
       COALESCE(loan.loan_no, '') AS loan_no
FROM loan_application a
JOIN party_name p ON p.id = a.party
JOIN party_name kept ON kept.id = COALESCE(p.merged_into, a.party)
LEFT JOIN file_number f ON f.party = COALESCE(p.merged_into, a.party)
JOIN user_name opener ON opener.id = a.opened_by
LEFT JOIN user_name studies ON studies.id = a.researcher
LEFT JOIN user_name back ON back.id = a.returned_by
LEFT JOIN user_name said ON said.id = a.recommended_by
LEFT JOIN user_name decider ON decider.id = a.decided_by
LEFT JOIN fund_name fund ON fund.id = a.rec_fund
LEFT JOIN loan_guarantee loan ON loan.loan = a.loan
WHERE a.id = $1

SELECT p.id, p.party, p.borrower, p.name, p.activity, p.opened_on, p.standing, p.place,
       COALESCE(now.name, '') AS stage_name, now.due AS stage_due,
       (SELECT count(*) FROM project_stage s WHERE s.project = p.id) AS stages,
       (SELECT count(*) FROM project_stage s WHERE s.project = p.id AND s.state = 'passed') AS passed,
       (SELECT count(*) FROM loan_guarantee g WHERE g.project = p.id) AS loans,
       (SELECT COALESCE(sum(l.outstanding), 0) FROM loan_guarantee g JOIN loan_standing l ON l.loan = g.loan
           WHERE g.project = p.id) AS outstanding
-- found
LEFT JOIN project_stage now ON now.id = p.stage_now
-- in order

SELECT h.id, h.loan, s.loan_no, s.party, s.borrower, s.project_name, s.phase, s.outstanding, h.state, h.opened_on,
       h.opened_by, opener.name AS opened_by_name, h.released_on, h.decision,
       (SELECT max(m.on_day) FROM loan_movement m WHERE m.loan = h.loan) AS moved_on
FROM hold h
JOIN loan_standing s ON s.loan = h.loan
LEFT JOIN user_name opener ON opener.id = h.opened_by

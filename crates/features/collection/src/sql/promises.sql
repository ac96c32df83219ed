SELECT p.id, p.loan, s.loan_no, s.party, s.borrower, p.amount, p.due, p.made_on, p.after_place, p.ended, p.ended_on, p.reason,
       made.name AS by_name, ending.name AS ended_by_name
FROM payment_promise p
JOIN loan_standing s ON s.loan = p.loan
JOIN user_name made ON made.id = p.made_by
LEFT JOIN user_name ending ON ending.id = p.ended_by

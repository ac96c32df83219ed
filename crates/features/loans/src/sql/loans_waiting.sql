SELECT loan.id AS loan, loan.loan_no, loan.amount, loan.asked_at, party.name AS borrower, person.name AS asked_by
FROM loan
JOIN party_name party ON party.id = loan.party
JOIN user_name person ON person.id = loan.asked_by
WHERE loan.decision = 'waiting' AND loan.asked_by <> $1
ORDER BY loan.asked_at, loan.id
LIMIT $2

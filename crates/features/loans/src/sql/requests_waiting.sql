SELECT request.loan, request.amount, request.asked_at, loan.loan_no, party.name AS borrower, person.name AS asked_by
FROM loan_request request
JOIN loan ON loan.id = request.loan
JOIN party_name party ON party.id = loan.party
JOIN user_name person ON person.id = request.asked_by
WHERE request.state = 'waiting' AND request.kind = $1 AND request.asked_by <> $2
    AND NOT EXISTS (SELECT 1 FROM loan_request_approval own WHERE own.request = request.id AND own.person = $2)
ORDER BY request.asked_at, request.id
LIMIT $3

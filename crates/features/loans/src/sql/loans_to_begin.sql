-- Loans of one person that were approved and of which no tranche was asked for yet.
SELECT loan.id AS loan, loan.loan_no, loan.amount, loan.decided_at, party.name AS borrower
FROM loan_shelf shelf
JOIN loan ON loan.id = shelf.loan
JOIN party_name party ON party.id = loan.party
WHERE shelf.phase = 'approved' AND loan.imported = 0 AND loan.asked_by = $1
    AND NOT EXISTS (SELECT 1 FROM tranche WHERE tranche.loan = loan.id AND tranche.state NOT IN ('planned', 'cancelled'))
ORDER BY loan.decided_at, loan.id
LIMIT $2

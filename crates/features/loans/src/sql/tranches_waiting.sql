SELECT tranche.id, tranche.loan, tranche.no, tranche.amount, loan.loan_no, party.name AS borrower, step.on_day
FROM tranche
JOIN loan ON loan.id = tranche.loan
JOIN party_name party ON party.id = loan.party
JOIN tranche_step step ON step.tranche = tranche.id
    AND step.place = (SELECT max(last.place) FROM tranche_step last WHERE last.tranche = tranche.id)
WHERE tranche.state = $1 AND step.made_by <> $2 AND ($3 IS NULL OR tranche.kind = $3)
ORDER BY step.on_day, tranche.id
LIMIT $4

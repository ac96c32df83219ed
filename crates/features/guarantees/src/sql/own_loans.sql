SELECT loan_no
FROM loan_standing
WHERE party = $1 AND phase IN ('waiting', 'approved', 'active', 'overpaid', 'written_off')
ORDER BY loan_no

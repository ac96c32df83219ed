SELECT count(*) AS loans
FROM guarantee g
JOIN loan_standing s ON s.loan = g.loan
WHERE (g.party = $1 OR g.party IN (SELECT id FROM party_name WHERE merged_into = $1))
    AND g.state IN ('proposed', 'verified') AND g.loan <> $2
    AND s.phase IN ('waiting', 'approved', 'active', 'overpaid', 'written_off')

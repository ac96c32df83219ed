SELECT g.id, g.loan, s.loan_no, s.phase, s.party AS borrower, s.borrower AS borrower_name, g.no, g.kind,
       COALESCE(kept.id, p.id) AS party, COALESCE(kept.name, p.name, '') AS name, g.said, g.income, g.residence_months,
       g.until_day, g.state, g.proposed_by, proposer.name AS proposed_by_name, g.proposed_at, g.verified_by,
       verifier.name AS verified_by_name, g.verified_at, g.checked, g.note, g.replaces, ender.name AS ended_by_name,
       g.ended_at, g.ended_reason, g.of_loan
FROM guarantee_known g
JOIN loan_standing s ON s.loan = g.loan
LEFT JOIN party_name p ON p.id = g.party
LEFT JOIN party_name kept ON kept.id = p.merged_into
JOIN user_name proposer ON proposer.id = g.proposed_by
LEFT JOIN user_name verifier ON verifier.id = g.verified_by
LEFT JOIN user_name ender ON ender.id = g.ended_by

SELECT g.id, g.application, g.kind, COALESCE(p.merged_into, g.party) AS party, COALESCE(kept.name, '') AS name, g.said, g.income,
       g.residence_months, g.until_day, g.note, g.state, g.proposed_by, proposer.name AS proposed_by_name, g.proposed_at,
       g.verified_by, COALESCE(verifier.name, '') AS verified_by_name, g.verified_at, g.checked, g.dropped_reason
FROM application_guarantee g
LEFT JOIN party_name p ON p.id = g.party
LEFT JOIN party_name kept ON kept.id = COALESCE(p.merged_into, g.party)
JOIN user_name proposer ON proposer.id = g.proposed_by
LEFT JOIN user_name verifier ON verifier.id = g.verified_by

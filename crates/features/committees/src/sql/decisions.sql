SELECT d.id, d.item, d.meeting, d.decision_no, d.title, d.text, d.outcome, d.votes_for, d.votes_against, d.abstained, d.recused,
       d.present, d.quorum, d.owner, COALESCE(owner.name, d.owner_name) AS owner_said, d.due, d.decided_on, d.issued_by,
       issuer.name AS issued_by_name, d.state, d.ended_on, ender.name AS ended_by_name, d.ended_note
FROM committee_decision d
JOIN user_name issuer ON issuer.id = d.issued_by
LEFT JOIN user_name owner ON owner.id = d.owner
LEFT JOIN user_name ender ON ender.id = d.ended_by

SELECT e.id, e.policy, e.no, e.text, e.changes, e.state, e.prepared_by, u.name AS prepared_by_name, e.prepared_at, e.decision,
       d.decision_no, d.meeting, e.approved_elsewhere, e.approved_on, e.effective_on, e.review_on, e.published_at, e.published_on
FROM policy_edition e
JOIN user_name u ON u.id = e.prepared_by
LEFT JOIN decision_standing d ON d.id = e.decision

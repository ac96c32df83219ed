-- Policies with the edition in force, the one in hand, and how each stands today ($1).
FROM (
    SELECT p.id, p.title, p.title_fold, p.kind, p.issuer, e.no, e.approved_on, e.effective_on, e.review_on, d.decision_no,
           h.state AS in_hand,
           (SELECT count(*) FROM policy_circulation c WHERE c.edition = e.id) AS circulated,
           (SELECT count(*) FROM policy_acknowledgement a WHERE a.edition = e.id) AS signed,
           CASE WHEN p.retired_on IS NOT NULL THEN 'retired' WHEN e.id IS NULL THEN 'prepared'
                WHEN e.review_on < $1 THEN 'late_review' ELSE 'in_force' END AS standing
    FROM policy p
    LEFT JOIN policy_edition e ON e.policy = p.id AND e.state = 'approved'
    LEFT JOIN policy_edition h ON h.policy = p.id AND h.state IN ('draft', 'waiting')
    LEFT JOIN decision_standing d ON d.id = e.decision
) p

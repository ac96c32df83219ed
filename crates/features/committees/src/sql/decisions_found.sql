-- Decisions with how each stands today ($1).
FROM (
    SELECT d.id, d.number, d.decision_no, d.committee, c.name AS committee_name, d.meeting, m.no AS meeting_no, d.title,
           d.title_fold, d.outcome, COALESCE(u.name, d.owner_name) AS owner_said, d.decided_on, d.due, d.ended_on,
           d.year, CASE WHEN d.state = 'open' AND d.due < $1 THEN 'late' ELSE d.state END AS standing
    FROM committee_decision d
    JOIN committee c ON c.id = d.committee
    JOIN committee_meeting m ON m.id = d.meeting
    LEFT JOIN user_name u ON u.id = d.owner
) d

FROM (
    SELECT k.id, k.party, k.borrower, k.name, k.name_fold, k.activity, k.opened_on, k.standing, k.stage_now, CASE
            WHEN k.stage_now IS NULL AND k.any_stage = 0 THEN 'none'
            WHEN k.stage_now IS NULL THEN 'passed'
            WHEN n.state = 'open' AND n.due < $1 THEN 'late'
            WHEN n.state = 'planned' THEN 'ready'
            ELSE n.state
        END AS place
    FROM (
        SELECT p.id, p.party, COALESCE(m.name, b.name) AS borrower, p.name, p.name_fold, p.activity, p.opened_on,
               CASE WHEN p.state = 'running' AND EXISTS (
                    SELECT 1 FROM loan_guarantee g JOIN hold_standing h ON h.loan = g.loan WHERE g.project = p.id
               ) THEN 'halted' ELSE p.state END AS standing,
               (SELECT s.id FROM project_stage s WHERE s.project = p.id AND s.state <> 'passed' ORDER BY s.no LIMIT 1)
                   AS stage_now,
               EXISTS (SELECT 1 FROM project_stage s WHERE s.project = p.id) AS any_stage
        FROM project_card p
        JOIN party_name b ON b.id = p.party
        LEFT JOIN party_name m ON m.id = b.merged_into
        WHERE ($2 IS NULL OR p.party = $2 OR b.merged_into = $2) AND ($3 IS NULL OR p.name_fold LIKE $3)
    ) k
    LEFT JOIN project_stage n ON n.id = k.stage_now
) p

SELECT t.id, t.loan, g.loan_no, t.no, t.amount, t.kind, t.item, t.supplier, t.state, p.stage
FROM loan_guarantee g
JOIN loan_goods t ON t.loan = g.loan
LEFT JOIN project_stage_tranche p ON p.tranche = t.id
WHERE g.project = $1 AND g.decision IN ('waiting', 'approved') AND t.state <> 'cancelled'
ORDER BY g.loan_no, t.no

SELECT i.id, i.investment_no, i.name, i.kind, i.size, i.fund, f.name AS fund_name, i.manager, i.share_points, i.state,
       i.opened_cost, i.search_fold, i.proposed_on,
       (SELECT max(v.done_on) FROM follow_up_visit v WHERE v.subject_kind = 'investment' AND v.subject = i.id) AS visited_on
FROM investment i
JOIN fund_name f ON f.id = i.fund
ORDER BY i.proposed_on DESC, i.investment_no DESC

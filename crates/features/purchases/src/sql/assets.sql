SELECT a.id, a.no, a.purchase, COALESCE(p.order_no, '') AS order_no, a.line, s.loan_no, a.name, a.serial, a.state,
       a.state_on, r.on_day AS came_on, a.seen_on, u.name AS verified_by_name, p.verified_on
FROM purchase_asset a
JOIN purchase p ON p.id = a.purchase
JOIN loan_standing s ON s.loan = p.loan
JOIN purchase_arrival r ON r.id = a.arrival
LEFT JOIN user_name u ON u.id = p.verified_by
-- which
ORDER BY a.no

SELECT r.id, f.card_on, e.day, e.word
FROM case_referral f
JOIN case_request r ON r.id = f.request
LEFT JOIN case_event e ON e.request = f.request AND e.kind IN ('staged', 'called')

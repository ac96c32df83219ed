SELECT n.id, n.loan, n.note_no, n.amount, n.due_on, n.issued_on, n.place_of_issue, n.place_of_payment, n.signed_on, n.kept_at,
       n.signed_told_by, n.ended, n.ended_on, n.ended_note, drawer.name AS drawn_by_name, teller.name AS signed_told_by_name,
       ender.name AS ended_by_name
FROM promissory_note n
JOIN user_name drawer ON drawer.id = n.drawn_by
LEFT JOIN user_name teller ON teller.id = n.signed_told_by
LEFT JOIN user_name ender ON ender.id = n.ended_by
WHERE n.loan = $1
ORDER BY n.year, n.number

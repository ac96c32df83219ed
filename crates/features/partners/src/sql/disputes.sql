SELECT d.request, d.linked_on, u.name AS linked_by_name
FROM agreement_dispute d
JOIN user_name u ON u.id = d.linked_by
WHERE d.agreement = $1
ORDER BY d.linked_on, d.request

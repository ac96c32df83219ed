SELECT i.id, i.member, i.on_day, i.interests, i.on_paper, u.name AS recorded_by_name
FROM committee_interest i
JOIN committee_member m ON m.id = i.member
JOIN user_name u ON u.id = i.made_by
WHERE m.committee = $1
ORDER BY i.on_day DESC, i.recorded_at DESC

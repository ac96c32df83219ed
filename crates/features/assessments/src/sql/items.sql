SELECT i.id, i.need, n.text AS need_text, COALESCE(p.merged_into, p.id) AS party, k.name, COALESCE(f.file_no, '') AS file_no,
       i.action, i.service, i.partner, i.goal, i.owner, o.name AS owner_name, i.due, i.state, i.outcome, i.goal_reached, i.closed_on
FROM care_item i
JOIN care_need n ON n.id = i.need
JOIN party_place p ON p.id = i.party
JOIN party_place k ON k.id = COALESCE(p.merged_into, p.id)
LEFT JOIN file_number f ON f.party = k.id
JOIN user_name o ON o.id = i.owner
-- which, in order, one page

SELECT n.domain, a.final_class AS class, i.service, i.partner, CASE WHEN i.service = '' AND i.partner = '' THEN i.action ELSE '' END AS action,
       count(*) AS n
FROM care_item i
JOIN care_need n ON n.id = i.need AND n.state = 'open'
JOIN assessment a ON a.party = n.party AND a.newest = 1
JOIN file_standing s ON s.party = n.party AND s.status IN ('registered', 'active', 'suspended')
WHERE i.state IN ('planned', 'in_progress')
GROUP BY n.domain, a.final_class, i.service, i.partner, CASE WHEN i.service = '' AND i.partner = '' THEN i.action ELSE '' END

SELECT g.domain, g.class, count(*) AS families, COALESCE(sum(COALESCE(g.family_size, 1)), 0) AS persons,
       COALESCE(sum(g.high), 0) AS high, COALESCE(sum(g.unplanned), 0) AS unplanned
FROM (
    SELECT n.domain, a.final_class AS class, n.party, max(a.family_size) AS family_size,
           max(CASE n.priority WHEN 'high' THEN 1 ELSE 0 END) AS high,
           sum(CASE WHEN EXISTS (SELECT 1 FROM care_item i WHERE i.need = n.id AND i.state <> 'cancelled') THEN 0 ELSE 1 END)
               AS unplanned
    FROM care_need n
    JOIN assessment a ON a.party = n.party AND a.newest = 1
    JOIN file_standing s ON s.party = n.party AND s.status IN ('registered', 'active', 'suspended')
    WHERE n.state = 'open'
    GROUP BY n.domain, a.final_class, n.party
) g
GROUP BY g.domain, g.class
ORDER BY g.class, families DESC, g.domain

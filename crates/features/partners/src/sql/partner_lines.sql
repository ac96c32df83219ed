SELECT p.party, c.name, p.kind, p.sector, COALESCE(l.city, '') AS city, p.since, p.keeper, COALESCE(k.name, '') AS keeper_name,
       p.closed_on, p.search_fold,
       COALESCE((SELECT sum(t.score) FROM partner_alignment t JOIN alignment_programme g ON g.id = t.programme
                 WHERE t.partner = p.party AND g.active = 1), 0) AS alignment,
       COALESCE((SELECT sum(n.amount) FROM partner_contribution n WHERE n.partner = p.party AND n.void_on IS NULL), 0) AS given,
       COALESCE(o.ours, 0) AS ours_late, COALESCE(o.theirs, 0) AS theirs_late
FROM partner p
JOIN partner_card c ON c.party = p.party
LEFT JOIN party_place l ON l.id = p.party
LEFT JOIN user_name k ON k.id = p.keeper
LEFT JOIN (
    SELECT a.partner, sum(CASE WHEN d.side = 'ours' THEN 1 ELSE 0 END) AS ours,
           sum(CASE WHEN d.side = 'theirs' THEN 1 ELSE 0 END) AS theirs
    FROM agreement_obligation d
    JOIN agreement a ON a.id = d.agreement
    WHERE d.state = 'open' AND d.due < $1 AND a.signed_on IS NOT NULL
    GROUP BY a.partner
) o ON o.partner = p.party
ORDER BY c.name

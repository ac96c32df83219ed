SELECT
-- stands
       AS stands, count(*) AS n
FROM guarantee_known g
JOIN loan_standing s ON s.loan = g.loan
LEFT JOIN party_name p ON p.id = g.party
LEFT JOIN party_name kept ON kept.id = p.merged_into
-- which, in order, one page
GROUP BY stands

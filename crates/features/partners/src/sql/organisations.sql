SELECT c.id, c.name, c.mobile
FROM party_card c
WHERE c.kind = 'organisation' AND c.merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM partner p WHERE p.party = c.id)
ORDER BY c.name

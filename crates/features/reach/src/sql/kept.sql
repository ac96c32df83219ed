SELECT s.party, s.governorate, s.researcher, s.family_size, s.search_fold,
       CASE WHEN EXISTS (SELECT 1 FROM party_consented c WHERE c.party = s.party) THEN 1 ELSE 0 END AS consented
FROM file_card s
WHERE s.status = 'active'

SELECT count(*) AS sent,
       COALESCE(sum(CASE WHEN f.stage <> 'handed_over' THEN 1 ELSE 0 END), 0) AS contacted,
       COALESCE(sum(CASE WHEN f.arrived_on IS NOT NULL THEN 1 ELSE 0 END), 0) AS arrived,
       COALESCE(sum(CASE WHEN f.stage = 'served' THEN 1 ELSE 0 END), 0) AS served
FROM case_referral f
WHERE f.entity = $1 AND f.stage IS NOT NULL AND f.card_on >= $2

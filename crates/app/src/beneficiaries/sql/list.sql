SELECT party, file_no, name, status, class, researcher_name, city, district, identity_masked, identity_expires_on, mobile,
       family_size, monthly_income, social_security, next_review_on, opened_on
FROM file_shelf
WHERE status IN ($1, $2, $3, $4, $5)
    AND ($6 IS NULL OR class = $6)
    AND ($7 IS NULL OR researcher_name = $7)
    AND ($8 IS NULL OR city = $8)
    AND ($9 IS NULL OR COALESCE(social_security, 0) = $9)
    AND ($10 IS NULL OR (identity_expires_on < $10 AND status IN ('registered', 'active', 'suspended')))
    AND ($11 IS NULL OR (next_review_on <= $11 AND status IN ('registered', 'active', 'suspended')))
    AND ($12 IS NULL OR search_fold LIKE $12)
    AND ($13 IS NULL OR search_fold LIKE $13)
    AND ($14 IS NULL OR search_fold LIKE $14)
    AND ($15 IS NULL OR search_fold LIKE $15)
    AND ($16 IS NULL OR search_fold LIKE $16)
    AND ($17 IS NULL OR search_fold LIKE $17)

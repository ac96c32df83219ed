INSERT INTO party (id, kind, name, name_fold, first_token, family_token, sex, born_on, marital_status, region,
                   governorate, city, district, street, building_no, unit_no, postal_code, additional_no, short_address,
                   created_at, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20)

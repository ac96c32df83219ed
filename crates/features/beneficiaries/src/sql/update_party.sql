UPDATE party
SET name = $1, name_fold = $2, first_token = $3, family_token = $4, sex = $5, born_on = $6, marital_status = $7,
    region = $8, governorate = $9, city = $10, district = $11, street = $12, building_no = $13, unit_no = $14,
    postal_code = $15, additional_no = $16, short_address = $17, changed_at = $18
WHERE id = $19

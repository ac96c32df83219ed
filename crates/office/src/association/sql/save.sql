UPDATE association
SET name_ar = $1, name_en = $2, licence_no = $3, unified_no = $4, region = $5, city = $6, phone = $7, email = $8,
    website = $9, logo = $10, logo_mime = $11, fiscal_year_start_month = $12, digits = $13, calendar = $14,
    idle_minutes = $15

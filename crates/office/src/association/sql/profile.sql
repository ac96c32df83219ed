SELECT name_ar, name_en, licence_no, unified_no, region, city, phone, email, website, logo, logo_mime,
       fiscal_year_start_month, digits, calendar, idle_minutes
FROM association

SELECT p.id, p.kind, p.name, p.sex, p.born_on, p.marital_status, p.region, p.governorate, p.city, p.district, p.street,
       p.building_no, p.unit_no, p.postal_code, p.additional_no, p.short_address, p.merged_into, p.changed_at,
       COALESCE(f.target_group, '') AS target_group, COALESCE(f.class, '') AS class,
       COALESCE(f.researcher_name, '') AS researcher_name, f.researcher, f.next_review_on, f.family_size,
       f.monthly_income, f.social_security, f.social_security_amount, COALESCE(f.iban, '') AS iban,
       COALESCE(f.notes, '') AS notes
FROM party p LEFT JOIN case_file f ON f.party = p.id
WHERE p.id = $1

SELECT k.name AS party_name, k.mobile, k.city, k.district, k.street, k.building_no, k.short_address
FROM party_place p
JOIN party_place k ON k.id = COALESCE(p.merged_into, p.id)
WHERE p.id = $1

INSERT INTO referral_entity (id, name, name_fold, place, phone, contact, hours, active)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_fold = excluded.name_fold, place = excluded.place,
    phone = excluded.phone, contact = excluded.contact, hours = excluded.hours, active = excluded.active

SELECT s.party, s.file_no, s.name, s.status, s.class, s.researcher_name, s.family_size, s.opened_on, p.number, p.expires_on,
       p.checked_on, p.contacts, p.city, p.district, p.short_address
FROM file_shelf s
JOIN party_identified p ON p.id = s.party
WHERE s.opened_on <= $1
ORDER BY s.name_fold, s.party

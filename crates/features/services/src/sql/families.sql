SELECT f.party, f.file_no, f.name, f.name_fold, f.status, f.class AS file_class, f.city, f.district, f.mobile, f.family_size AS file_size,
       f.social_security, f.identity_expires_on, f.opened_on, p.sex, p.born_on, p.marital_status, p.governorate, a.done_on, a.score,
       a.per_capita, a.income_total, a.family_size, a.dependants, a.widow, a.orphan_n, a.disabled_n, a.elderly_n, a.tenure, a.rooms,
       a.earning, a.rent, a.debts
FROM file_known f
JOIN party_known p ON p.id = f.party
LEFT JOIN assessment_newest a ON a.party = f.party
-- which, in order, one page

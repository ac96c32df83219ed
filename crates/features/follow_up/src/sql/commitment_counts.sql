SELECT COALESCE(sum(CASE WHEN side = 'beneficiary' AND due < $1 THEN 1 ELSE 0 END), 0) AS late_beneficiary,
       COALESCE(sum(CASE WHEN side = 'association' AND due < $1 THEN 1 ELSE 0 END), 0) AS late_association,
       count(*) AS open_in_all
FROM commitment
WHERE state = 'open'

SELECT subject, before
FROM audit
WHERE at >= $1 AND command = 'beneficiaries.change_status' AND outcome = 'done'
ORDER BY seq

SELECT subject, before
FROM audit
WHERE at >= $1 AND command IN ('beneficiaries.change_status', 'beneficiaries.activate_many') AND outcome = 'done'
ORDER BY seq

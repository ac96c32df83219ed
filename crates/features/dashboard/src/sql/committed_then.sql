SELECT CAST(coalesce(sum(tranche.amount), 0) AS BIGINT) AS committed
FROM loan_tranche tranche
JOIN loan_tranche_step step ON step.tranche = tranche.id
WHERE step.step IN ('approved', 'delivered')
    AND step.place = (SELECT max(known.place) FROM loan_tranche_step known
        WHERE known.tranche = tranche.id AND known.on_day <= $1)

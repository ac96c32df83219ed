UPDATE case_referral
SET entity = $1, service = $2, appointment = $3, appointment_time = $4, stage = $5, stage_on = $6, arrived_on = $7, consent = $8,
    consent_on = $9, shared = $10, card_on = $11, unanswered = $12, told_on = $13, callback_from = $14
WHERE request = $15

SELECT entity, service, appointment, appointment_time, stage, stage_on, arrived_on, consent, consent_on, shared, card_on, unanswered,
       told_on, callback_from
FROM case_referral
WHERE request = $1

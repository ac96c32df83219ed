UPDATE periodic_report
SET state = $1, summary = $2, went_well = $3, went_badly = $4, advice = $5, prepared_by = $6, frozen_at = $7, issued_by = $8,
    issued_on = $9
WHERE id = $10

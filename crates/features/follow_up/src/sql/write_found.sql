UPDATE activity
SET place = $1, present = $2, findings = $3, action = $4, action_owner = $5, action_due = $6
WHERE id = $7

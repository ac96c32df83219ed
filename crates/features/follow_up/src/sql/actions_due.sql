SELECT id, subject_name, action, action_due
FROM activity
WHERE action_owner = $1 AND action_done_on IS NULL AND action_due <= $2
ORDER BY action_due
LIMIT $3

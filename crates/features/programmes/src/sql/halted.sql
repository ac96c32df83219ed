SELECT id, title, reason, state_since
FROM initiative
WHERE state = 'halted' AND halted_by <> $1
ORDER BY state_since
LIMIT $2

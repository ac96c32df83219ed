SELECT request, day, from_state, to_state
FROM case_event
WHERE from_state IN ('awaiting_applicant', 'on_hold') OR to_state IN ('awaiting_applicant', 'on_hold')
ORDER BY request, no

SELECT id, activity_no, kind, subject_kind, subject, subject_name, party, state, planned_on, researcher, purpose, reason,
       comes_from, done_on, done_by, recorded_by, place, present, findings, signal, closed_with, action, action_owner,
       action_due, action_done_on, action_note, reviewed_by, review_note
FROM activity
WHERE id = $1

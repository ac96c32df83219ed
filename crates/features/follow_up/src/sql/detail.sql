SELECT a.place, a.present, a.findings, a.done_by, a.recorded_by, COALESCE(r.name, '') AS recorded_by_name, a.recorded_at,
       a.action_owner, COALESCE(f.name, '') AS action_done_by_name, a.action_note, COALESCE(v.name, '') AS reviewed_by_name,
       a.reviewed_at, a.review_note, a.comes_from, a.closed_with
FROM activity a
LEFT JOIN user_name r ON r.id = a.recorded_by
LEFT JOIN user_name f ON f.id = a.action_done_by
LEFT JOIN user_name v ON v.id = a.reviewed_by
WHERE a.id = $1

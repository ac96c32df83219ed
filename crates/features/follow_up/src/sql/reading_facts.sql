SELECT subject, activity, done_on, max(CASE WHEN kind = 'sales' THEN value END) AS sales,
       max(CASE WHEN kind = 'income' THEN value END) AS net
FROM follow_up_reading
WHERE subject_kind = $1
-- of one
GROUP BY subject, activity, done_on
ORDER BY done_on, activity

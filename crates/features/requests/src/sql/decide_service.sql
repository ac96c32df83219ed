UPDATE case_service
SET amount = $1, exception = $2, judged = $3, points = $4, days = $5, class = $6, governorate = $7, sex = $8
WHERE request = $9

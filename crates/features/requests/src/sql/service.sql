SELECT service, version, asked, amount, exception_reason, exception_by, exception_on, exception, judged, points, verified_on, taken_by
FROM case_service
WHERE request = $1

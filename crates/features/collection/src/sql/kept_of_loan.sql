SELECT (SELECT count(*) FROM collection_call WHERE loan = $1) + (SELECT count(*) FROM payment_promise WHERE loan = $1)
    + (SELECT count(*) FROM reminder WHERE loan = $1) + (SELECT count(*) FROM loan_satisfaction WHERE loan = $1)
    + (SELECT count(*) FROM impact_visit WHERE loan = $1) AS kept

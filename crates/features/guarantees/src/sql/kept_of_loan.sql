SELECT (SELECT count(*) FROM guarantee WHERE loan = $1) + (SELECT count(*) FROM promissory_note WHERE loan = $1) AS kept

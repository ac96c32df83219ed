INSERT INTO case_request (id, request_no, kind, state, party, applicant_name, applicant_mobile, asking, anonymous, on_behalf_of,
    channel, subject, body, department, against, restricted, parent, contests, received_on, received_by, urgency, search_fold)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)

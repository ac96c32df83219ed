INSERT INTO case_request (id, request_no, register_no, from_register, kind, state, back, party, applicant_name, applicant_mobile,
    anonymous, channel, subject, body, department, against, restricted, parent, received_on, received_by, researcher, outcome, reason,
    decided_by, decided_on, executed_on, executed_note, answer, ended, ended_on, urgency, search_fold)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27,
    $28, $29, $30, $31, $32)

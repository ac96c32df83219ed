SELECT id, request_no, kind, state, back, party, applicant_name, applicant_mobile, asking, anonymous, on_behalf_of, channel, subject,
       body, department, against, restricted, parent, contests, received_on, received_by, researcher, outcome, reason, decided_by,
       decided_on, letter_on, executed_on, executed_by, executed_note, answer, due, register_no, from_register
FROM case_request
WHERE id = $1

SELECT s.party, s.file_no, s.name, s.identity_masked, s.identity_expires_on, s.mobile, s.researcher_name
FROM file_card s
-- which, in order, one page

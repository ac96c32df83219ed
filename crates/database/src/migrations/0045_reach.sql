-- Figures of casework, and what they are counted from.

-- When the term of a request ends or ended: kept on when its clock has stopped.
ALTER TABLE case_request ADD COLUMN term_due INTEGER;
CREATE INDEX case_request_decided ON case_request (decided_on) WHERE decided_on IS NOT NULL;
CREATE INDEX case_request_ended_on ON case_request (ended_on) WHERE ended_on IS NOT NULL;
CREATE INDEX case_request_term ON case_request (kind, term_due);
-- The few steps by which clocks stand and go on.
CREATE INDEX case_event_pause ON case_event (request, no, day, from_state, to_state)
WHERE from_state IN ('awaiting_applicant', 'on_hold') OR to_state IN ('awaiting_applicant', 'on_hold');

-- How a party is known: for whoever looks over many at once.
CREATE VIEW party_identified AS
SELECT p.id, p.kind, p.name, p.sex, p.governorate, p.city, p.district, p.short_address, p.merged_into,
       COALESCE(i.number, '') AS number, i.expires_on, i.checked_on,
       (SELECT count(*) FROM party_contact c WHERE c.party = p.id) AS contacts
FROM party p
LEFT JOIN party_identifier i ON i.party = p.id;

-- What a list says of a file.
-- The governorate somebody lives in.
CREATE VIEW party_seat AS SELECT id, governorate FROM party;

CREATE VIEW file_card AS
SELECT s.party, s.file_no, s.name, s.name_fold, s.search_fold, s.status, s.class, s.researcher, s.researcher_name, s.city,
       s.district, p.governorate, s.mobile, s.family_size, s.identity_masked, s.identity_expires_on, s.next_review_on,
       s.opened_on
FROM file_shelf s
JOIN party_seat p ON p.id = s.party;

-- When somebody was last spoken to: read for every file at once.
CREATE INDEX activity_contact ON activity (party, done_on) WHERE done_on IS NOT NULL;
CREATE INDEX activity_coming ON activity (party, planned_on) WHERE state = 'planned';
CREATE INDEX case_request_contact ON case_request (party, received_on) WHERE restricted = 0;
CREATE INDEX reception_of_party ON reception (party, day);

CREATE VIEW follow_up_contact AS
SELECT party, kind, state, planned_on, done_on, researcher FROM activity WHERE party IS NOT NULL;

-- Nothing of what is restricted: that somebody complained must not show in a list of others.
CREATE VIEW request_contact AS
SELECT party, received_on AS day FROM case_request WHERE restricted = 0 AND party IS NOT NULL;
CREATE VIEW reception_contact AS
SELECT v.party, v.day FROM reception v LEFT JOIN case_request r ON r.id = v.request
WHERE v.party IS NOT NULL AND (r.id IS NULL OR r.restricted = 0);

-- Who has agreed that their data are kept.
CREATE VIEW party_consented AS
SELECT DISTINCT party FROM consent WHERE purpose = 'keep' AND withdrawn_on IS NULL;

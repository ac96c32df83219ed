-- Committees and their members, meetings from the call to the seal, and what was decided. What others must be able to trust
-- is kept by triggers: a meeting that was sealed stays, a decision has its quorum and its majority, and an approval that
-- waited is given by the person who issued the decision, in their own name.

CREATE TABLE committee (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('executive', 'board', 'coordination', 'audit', 'media', 'other')),
    purpose TEXT NOT NULL DEFAULT '',
    -- The term it is in.
    term INTEGER NOT NULL CHECK (term > 0),
    -- How many must be present; none: more than half of those who may vote on an item.
    quorum INTEGER CHECK (quorum > 0),
    -- Days in which members read the minutes before they are sealed without a word of theirs.
    confirm_days INTEGER NOT NULL CHECK (confirm_days BETWEEN 1 AND 60),
    ended_on INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE committee_term (
    committee BLOB NOT NULL REFERENCES committee (id),
    no INTEGER NOT NULL CHECK (no > 0),
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL,
    PRIMARY KEY (committee, no),
    CHECK (to_day >= from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE committee_member (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    committee BLOB NOT NULL REFERENCES committee (id),
    term INTEGER NOT NULL CHECK (term > 0),
    -- Somebody of the office, who signs in, or a party from outside.
    person BLOB REFERENCES person (id),
    party BLOB REFERENCES party (id),
    role TEXT NOT NULL CHECK (role IN ('chair', 'deputy', 'member', 'secretary')),
    votes INTEGER NOT NULL CHECK (votes IN (0, 1)),
    since INTEGER NOT NULL,
    until INTEGER,
    ended_reason TEXT NOT NULL DEFAULT '',
    CHECK ((person IS NULL) <> (party IS NULL)),
    CHECK (until IS NULL OR until >= since),
    CHECK (role <> 'chair' OR votes = 1)
) STRICT;
CREATE INDEX committee_member_committee ON committee_member (committee, term);
CREATE UNIQUE INDEX committee_member_person ON committee_member (committee, person) WHERE until IS NULL AND person IS NOT NULL;
CREATE UNIQUE INDEX committee_member_party ON committee_member (committee, party) WHERE until IS NULL AND party IS NOT NULL;
CREATE UNIQUE INDEX committee_member_chair ON committee_member (committee) WHERE until IS NULL AND role = 'chair';
CREATE UNIQUE INDEX committee_member_secretary ON committee_member (committee) WHERE until IS NULL AND role = 'secretary';
CREATE INDEX committee_member_of_person ON committee_member (person);
CREATE INDEX committee_member_of_party ON committee_member (party);

-- What a member declared of their interests; empty: that there are none. Appended only.
CREATE TABLE committee_interest (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    member BLOB NOT NULL REFERENCES committee_member (id),
    on_day INTEGER NOT NULL,
    interests TEXT NOT NULL DEFAULT '',
    -- Whether a paper signed by the member says so; else the member did, signed in.
    on_paper INTEGER NOT NULL CHECK (on_paper IN (0, 1)),
    made_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX committee_interest_member ON committee_interest (member, on_day);
CREATE INDEX committee_interest_made_by ON committee_interest (made_by);

CREATE TABLE committee_meeting (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    committee BLOB NOT NULL REFERENCES committee (id),
    term INTEGER NOT NULL CHECK (term > 0),
    -- Its place among the meetings of the term, from 1.
    no INTEGER NOT NULL CHECK (no > 0),
    -- The number of its minutes: the place of the meeting among those of the committee in a year, and the year.
    minutes_no TEXT NOT NULL CHECK (minutes_no <> ''),
    on_day INTEGER NOT NULL,
    -- Hours and minutes: 10:05.
    starts TEXT NOT NULL CHECK (length(starts) = 5),
    place TEXT NOT NULL CHECK (place <> ''),
    way TEXT NOT NULL CHECK (way IN ('in_person', 'remote', 'both')),
    -- Held without the program, and entered whole afterwards.
    elsewhere INTEGER NOT NULL CHECK (elsewhere IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('called', 'held', 'minuted', 'sealed', 'cancelled')),
    note TEXT NOT NULL DEFAULT '',
    called_by BLOB NOT NULL REFERENCES person (id),
    called_at INTEGER NOT NULL,
    held_at INTEGER,
    minuted_by BLOB REFERENCES person (id),
    minuted_at INTEGER,
    -- The last day on which members may object.
    confirm_by INTEGER,
    sealed_by BLOB REFERENCES person (id),
    sealed_at INTEGER,
    ended_reason TEXT NOT NULL DEFAULT '',
    UNIQUE (committee, term, no),
    CHECK ((state IN ('minuted', 'sealed')) = (minuted_by IS NOT NULL)),
    CHECK ((minuted_by IS NULL) = (minuted_at IS NULL)),
    CHECK ((minuted_by IS NULL) = (confirm_by IS NULL)),
    CHECK ((state = 'sealed') = (sealed_by IS NOT NULL)),
    CHECK ((sealed_by IS NULL) = (sealed_at IS NULL)),
    -- Whoever wrote the minutes does not seal them.
    CHECK (sealed_by IS NULL OR sealed_by <> minuted_by),
    CHECK ((state = 'cancelled') = (ended_reason <> ''))
) STRICT;
CREATE INDEX committee_meeting_day ON committee_meeting (on_day);
CREATE INDEX committee_meeting_called_by ON committee_meeting (called_by);
CREATE INDEX committee_meeting_minuted_by ON committee_meeting (minuted_by);
CREATE INDEX committee_meeting_sealed_by ON committee_meeting (sealed_by);

-- Who was invited, and who came.
CREATE TABLE meeting_attendance (
    meeting BLOB NOT NULL REFERENCES committee_meeting (id),
    member BLOB NOT NULL REFERENCES committee_member (id),
    presence TEXT NOT NULL CHECK (presence IN ('invited', 'present', 'remote', 'excused', 'absent')),
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (meeting, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_attendance_member ON meeting_attendance (member);

CREATE TABLE meeting_item (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    meeting BLOB NOT NULL REFERENCES committee_meeting (id),
    no INTEGER NOT NULL CHECK (no > 0),
    title TEXT NOT NULL CHECK (title <> ''),
    text TEXT NOT NULL DEFAULT '',
    -- What waits in the program and is decided here: the step, the record and the very request.
    step TEXT,
    subject BLOB CHECK (subject IS NULL OR length(subject) = 16),
    request BLOB REFERENCES approval_request (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'decided', 'postponed')),
    -- Why it was postponed.
    note TEXT NOT NULL DEFAULT '',
    added_by BLOB NOT NULL REFERENCES person (id),
    added_at INTEGER NOT NULL,
    UNIQUE (meeting, no),
    CHECK ((step IS NULL) = (request IS NULL)),
    CHECK ((subject IS NULL) = (request IS NULL)),
    CHECK ((state = 'postponed') = (note <> ''))
) STRICT;
CREATE UNIQUE INDEX meeting_item_request ON meeting_item (request) WHERE state = 'open' AND request IS NOT NULL;
CREATE INDEX meeting_item_of_request ON meeting_item (request);
CREATE INDEX meeting_item_added_by ON meeting_item (added_by);

CREATE TABLE meeting_vote (
    item BLOB NOT NULL REFERENCES meeting_item (id),
    member BLOB NOT NULL REFERENCES committee_member (id),
    vote TEXT NOT NULL CHECK (vote IN ('for', 'against', 'abstain', 'recused')),
    -- Why somebody stepped aside.
    reason TEXT NOT NULL DEFAULT '',
    recorded_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (item, member),
    CHECK (vote <> 'recused' OR reason <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_vote_member ON meeting_vote (member);
CREATE INDEX meeting_vote_recorded_by ON meeting_vote (recorded_by);

CREATE TABLE committee_decision (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    item BLOB NOT NULL UNIQUE REFERENCES meeting_item (id),
    meeting BLOB NOT NULL REFERENCES committee_meeting (id),
    committee BLOB NOT NULL REFERENCES committee (id),
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    decision_no TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (title <> ''),
    title_fold TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    outcome TEXT NOT NULL CHECK (outcome IN ('approved', 'rejected', 'noted')),
    votes_for INTEGER NOT NULL CHECK (votes_for >= 0),
    votes_against INTEGER NOT NULL CHECK (votes_against >= 0),
    abstained INTEGER NOT NULL CHECK (abstained >= 0),
    recused INTEGER NOT NULL CHECK (recused >= 0),
    -- Of those who may vote: how many were present, and how many had to be.
    present INTEGER NOT NULL CHECK (present > 0),
    quorum INTEGER NOT NULL CHECK (quorum > 0),
    -- Who carries it out, and until when; none where nothing follows from it.
    owner BLOB REFERENCES person (id),
    owner_name TEXT NOT NULL DEFAULT '',
    due INTEGER,
    decided_on INTEGER NOT NULL,
    issued_by BLOB NOT NULL REFERENCES person (id),
    issued_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    ended_on INTEGER,
    ended_by BLOB REFERENCES person (id),
    ended_note TEXT NOT NULL DEFAULT '',
    UNIQUE (year, number),
    CHECK (present >= quorum),
    CHECK (votes_for + votes_against + abstained <= present),
    -- More than half of those present; at half, the side of the chair.
    CHECK (outcome <> 'approved' OR votes_for * 2 >= present),
    CHECK ((due IS NULL) = (owner IS NULL AND owner_name = '')),
    CHECK (due IS NULL OR due >= decided_on),
    CHECK (outcome <> 'approved' OR due IS NOT NULL),
    CHECK ((state = 'open') = (ended_on IS NULL)),
    CHECK (due IS NOT NULL OR state = 'done'),
    CHECK (ended_on IS NULL OR ended_on >= decided_on)
) STRICT;
CREATE INDEX committee_decision_meeting ON committee_decision (meeting);
CREATE INDEX committee_decision_committee ON committee_decision (committee, decided_on);
CREATE INDEX committee_decision_due ON committee_decision (state, due);
CREATE INDEX committee_decision_owner ON committee_decision (owner);
CREATE INDEX committee_decision_issued_by ON committee_decision (issued_by);
CREATE INDEX committee_decision_ended_by ON committee_decision (ended_by);

-- That a person gave their own approval, or their own no, to what waited, because of a decision.
CREATE TABLE committee_decision_act (
    decision BLOB NOT NULL REFERENCES committee_decision (id),
    person BLOB NOT NULL REFERENCES person (id),
    request BLOB NOT NULL REFERENCES approval_request (id),
    act TEXT NOT NULL CHECK (act IN ('approved', 'refused')),
    at INTEGER NOT NULL,
    PRIMARY KEY (decision, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX committee_decision_act_person ON committee_decision_act (person);
CREATE INDEX committee_decision_act_request ON committee_decision_act (request);

CREATE TABLE meeting_confirmation (
    meeting BLOB NOT NULL REFERENCES committee_meeting (id),
    member BLOB NOT NULL REFERENCES committee_member (id),
    answer TEXT NOT NULL CHECK (answer IN ('confirmed', 'objected')),
    note TEXT NOT NULL DEFAULT '',
    -- Whether a paper the member signed says so; members of the office answer themselves.
    on_paper INTEGER NOT NULL CHECK (on_paper IN (0, 1)),
    recorded_by BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (meeting, member),
    CHECK (answer <> 'objected' OR note <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_confirmation_member ON meeting_confirmation (member);
CREATE INDEX meeting_confirmation_recorded_by ON meeting_confirmation (recorded_by);

-- ── What is sealed stays ────────────────────────────────────────────────────────────────────────────────────────────
CREATE TRIGGER committee_meeting_stays BEFORE DELETE ON committee_meeting
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed');
END;

CREATE TRIGGER committee_meeting_is_sealed_once BEFORE UPDATE ON committee_meeting
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed')
    WHERE old.state IN ('sealed', 'cancelled')
        OR new.committee <> old.committee OR new.term <> old.term OR new.no <> old.no
        OR (old.state = 'minuted' AND (
            new.state <> 'sealed' OR new.on_day <> old.on_day OR new.starts <> old.starts OR new.place <> old.place
            OR new.way <> old.way OR new.note <> old.note OR new.minuted_by <> old.minuted_by
            OR new.confirm_by <> old.confirm_by
        ));
    SELECT RAISE(ABORT, 'refused: committees.step')
    WHERE (new.state = 'sealed' AND old.state <> 'minuted')
        OR (new.state = 'minuted' AND old.state NOT IN ('held', 'minuted'))
        OR (new.state = 'called' AND old.state <> 'called')
        OR (new.state = 'cancelled' AND old.state <> 'called');
    SELECT RAISE(ABORT, 'refused: committees.items_open')
    WHERE new.state = 'minuted' AND old.state <> 'minuted'
        AND EXISTS (SELECT 1 FROM meeting_item WHERE meeting = old.id AND state = 'open');
END;

CREATE TRIGGER meeting_attendance_is_not_added BEFORE INSERT ON meeting_attendance
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed')
    WHERE NOT EXISTS (SELECT 1 FROM committee_meeting WHERE id = new.meeting AND state IN ('called', 'held'));
END;
CREATE TRIGGER meeting_attendance_is_not_changed BEFORE UPDATE ON meeting_attendance
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed')
    WHERE NOT EXISTS (SELECT 1 FROM committee_meeting WHERE id = old.meeting AND state IN ('called', 'held'));
END;
CREATE TRIGGER meeting_attendance_is_not_removed BEFORE DELETE ON meeting_attendance
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed');
END;

CREATE TRIGGER meeting_item_is_not_added BEFORE INSERT ON meeting_item
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed')
    WHERE NOT EXISTS (SELECT 1 FROM committee_meeting WHERE id = new.meeting AND state IN ('called', 'held'));
END;
CREATE TRIGGER meeting_item_is_not_changed BEFORE UPDATE ON meeting_item
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed')
    WHERE old.state <> 'open'
        OR NOT EXISTS (SELECT 1 FROM committee_meeting WHERE id = old.meeting AND state IN ('called', 'held'));
END;
CREATE TRIGGER meeting_item_is_not_removed BEFORE DELETE ON meeting_item
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed')
    WHERE old.state <> 'open'
        OR NOT EXISTS (SELECT 1 FROM committee_meeting WHERE id = old.meeting AND state IN ('called', 'held'));
END;

CREATE TRIGGER meeting_vote_is_not_added BEFORE INSERT ON meeting_vote
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed')
    WHERE NOT EXISTS (
        SELECT 1 FROM meeting_item i JOIN committee_meeting m ON m.id = i.meeting
        WHERE i.id = new.item AND i.state = 'open' AND m.state = 'held'
    );
    SELECT RAISE(ABORT, 'refused: committees.not_present')
    WHERE NOT EXISTS (
        SELECT 1 FROM meeting_item i JOIN meeting_attendance a ON a.meeting = i.meeting
        JOIN committee_member c ON c.id = a.member
        WHERE i.id = new.item AND a.member = new.member AND a.presence IN ('present', 'remote') AND c.votes = 1
    );
END;
CREATE TRIGGER meeting_vote_is_not_changed BEFORE UPDATE ON meeting_vote
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed')
    WHERE new.item <> old.item OR new.member <> old.member OR NOT EXISTS (
        SELECT 1 FROM meeting_item i JOIN committee_meeting m ON m.id = i.meeting
        WHERE i.id = old.item AND i.state = 'open' AND m.state = 'held'
    );
END;
CREATE TRIGGER meeting_vote_is_not_removed BEFORE DELETE ON meeting_vote
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed')
    WHERE NOT EXISTS (
        SELECT 1 FROM meeting_item i JOIN committee_meeting m ON m.id = i.meeting
        WHERE i.id = old.item AND i.state = 'open' AND m.state IN ('called', 'held')
    );
END;

CREATE TRIGGER committee_decision_is_of_its_meeting BEFORE INSERT ON committee_decision
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.step')
    WHERE NOT EXISTS (
        SELECT 1 FROM meeting_item i JOIN committee_meeting m ON m.id = i.meeting
        WHERE i.id = new.item AND i.meeting = new.meeting AND i.state = 'open' AND m.state = 'held'
            AND m.committee = new.committee
    );
END;
-- What was decided stays; what became of it is said once.
CREATE TRIGGER committee_decision_stays BEFORE UPDATE ON committee_decision
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.decided')
    WHERE old.state <> 'open' OR new.state = 'open' OR new.decision_no <> old.decision_no OR new.title <> old.title
        OR new.text <> old.text OR new.outcome <> old.outcome OR new.votes_for <> old.votes_for
        OR new.votes_against <> old.votes_against OR new.abstained <> old.abstained OR new.recused <> old.recused
        OR new.present <> old.present OR new.quorum <> old.quorum OR new.due <> old.due
        OR new.decided_on <> old.decided_on OR new.issued_by <> old.issued_by OR new.item <> old.item;
END;
CREATE TRIGGER committee_decision_is_not_removed BEFORE DELETE ON committee_decision
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.decided');
END;

-- ── Nobody does two people's part ───────────────────────────────────────────────────────────────────────────────────
CREATE TRIGGER committee_decision_act_is_ones_own BEFORE INSERT ON committee_decision_act
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.own_request')
    WHERE EXISTS (SELECT 1 FROM approval_request WHERE id = new.request AND asked_by = new.person);
    SELECT RAISE(ABORT, 'refused: committees.approval_missing')
    WHERE (new.act = 'approved' AND NOT EXISTS (
            SELECT 1 FROM approval WHERE request = new.request AND person = new.person
        ))
        OR (new.act = 'refused' AND NOT EXISTS (
            SELECT 1 FROM approval_request
            WHERE id = new.request AND closed_by = new.person AND state IN ('refused', 'returned')
        ));
    -- It is the request the item names, and the decision says the same.
    SELECT RAISE(ABORT, 'refused: committees.changed_since')
    WHERE NOT EXISTS (
        SELECT 1 FROM committee_decision d JOIN meeting_item i ON i.id = d.item
        WHERE d.id = new.decision AND i.request = new.request
            AND d.outcome = CASE new.act WHEN 'approved' THEN 'approved' ELSE 'rejected' END
    );
    -- A present member of the committee who did not step aside.
    SELECT RAISE(ABORT, 'refused: committees.recused')
    WHERE EXISTS (
        SELECT 1 FROM committee_decision d JOIN meeting_vote v ON v.item = d.item
        JOIN committee_member c ON c.id = v.member
        WHERE d.id = new.decision AND v.vote = 'recused' AND c.person = new.person
    );
    SELECT RAISE(ABORT, 'refused: committees.not_present')
    WHERE NOT EXISTS (
        SELECT 1 FROM committee_decision d JOIN meeting_attendance a ON a.meeting = d.meeting
        JOIN committee_member c ON c.id = a.member
        WHERE d.id = new.decision AND a.presence IN ('present', 'remote') AND c.person = new.person
    );
END;
CREATE TRIGGER committee_decision_act_is_not_changed BEFORE UPDATE ON committee_decision_act
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.decided');
END;
CREATE TRIGGER committee_decision_act_is_not_removed BEFORE DELETE ON committee_decision_act
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.decided');
END;

-- Whoever signs in confirms for themselves.
CREATE TRIGGER meeting_confirmation_is_ones_own BEFORE INSERT ON meeting_confirmation
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed')
    WHERE NOT EXISTS (SELECT 1 FROM committee_meeting WHERE id = new.meeting AND state = 'minuted');
    SELECT RAISE(ABORT, 'refused: committees.own_word')
    WHERE EXISTS (
        SELECT 1 FROM committee_member
        WHERE id = new.member AND person IS NOT NULL AND (person <> new.recorded_by OR new.on_paper = 1)
    );
    SELECT RAISE(ABORT, 'refused: committees.not_present')
    WHERE NOT EXISTS (
        SELECT 1 FROM meeting_attendance
        WHERE meeting = new.meeting AND member = new.member AND presence IN ('present', 'remote')
    );
END;
CREATE TRIGGER meeting_confirmation_is_not_changed BEFORE UPDATE ON meeting_confirmation
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed');
END;
CREATE TRIGGER meeting_confirmation_is_not_removed BEFORE DELETE ON meeting_confirmation
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed');
END;
CREATE TRIGGER committee_interest_is_not_changed BEFORE UPDATE ON committee_interest
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed');
END;
CREATE TRIGGER committee_interest_is_not_removed BEFORE DELETE ON committee_interest
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed');
END;

-- What others may read: what was decided, committees with their terms, meetings.
CREATE VIEW decision_standing AS
SELECT d.id, d.committee, d.meeting, d.decision_no, d.title, d.outcome, d.decided_on, d.due, d.state, d.ended_on, d.owner
FROM committee_decision d;
CREATE VIEW committee_card AS
SELECT c.id, c.name, c.kind, c.term, c.ended_on, t.from_day, t.to_day
FROM committee c
JOIN committee_term t ON t.committee = c.id AND t.no = c.term;
CREATE VIEW committee_seat AS
SELECT m.id, m.committee, m.term, m.role, m.votes, m.since, m.until, m.person, COALESCE(u.name, p.name) AS name
FROM committee_member m
LEFT JOIN user_name u ON u.id = m.person
LEFT JOIN party_name p ON p.id = m.party;
CREATE VIEW meeting_standing AS
SELECT m.id, m.committee, m.term, m.no, m.minutes_no, m.on_day, m.state, m.elsewhere FROM committee_meeting m;
CREATE VIEW interest_standing AS
SELECT i.member, max(i.on_day) AS on_day FROM committee_interest i GROUP BY i.member;
-- Which request of the program a decision was about, and on the agenda of which meeting one stands.
CREATE VIEW decision_matter AS
SELECT d.id AS decision, i.step, i.subject, i.request
FROM committee_decision d
JOIN meeting_item i ON i.id = d.item
WHERE i.request IS NOT NULL;
CREATE VIEW agenda_matter AS
SELECT i.meeting, i.step, i.subject, i.request FROM meeting_item i WHERE i.state = 'open' AND i.request IS NOT NULL;

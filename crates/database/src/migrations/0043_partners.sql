-- Partners: who they are, what they want and give; agreements with them, and what each side owes the other.

-- Components of the community, for the map of stakeholders. Those the program brings have no name: their words are its own.
CREATE TABLE community_component (
    code TEXT PRIMARY KEY NOT NULL CHECK (code <> ''),
    name TEXT NOT NULL DEFAULT '',
    place INTEGER NOT NULL,
    -- Whether new partners may name it; what named it stays.
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
INSERT INTO community_component (code, place) VALUES
    ('government', 10), ('private_sector', 20), ('non_profit', 30), ('endowments', 40), ('education', 50), ('health', 60),
    ('neighbourhoods', 70), ('notables', 80), ('families', 90), ('youth', 100), ('women', 110), ('media', 120);

-- Targets of Vision 2030, likewise.
CREATE TABLE vision_target (
    code TEXT PRIMARY KEY NOT NULL CHECK (code <> ''),
    name TEXT NOT NULL DEFAULT '',
    pillar TEXT NOT NULL CHECK (pillar IN ('society', 'economy', 'nation')),
    place INTEGER NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
INSERT INTO vision_target (code, pillar, place) VALUES
    ('liveable_cities', 'society', 10), ('housing', 'society', 20), ('family', 'society', 30), ('health', 'society', 40),
    ('women_at_work', 'economy', 50), ('employment', 'economy', 60), ('small_business', 'economy', 70), ('skills', 'economy', 80),
    ('local_content', 'economy', 90), ('non_profit_growth', 'nation', 100), ('non_profit_impact', 'nation', 110),
    ('social_responsibility', 'nation', 120), ('volunteering', 'nation', 130), ('self_reliance', 'nation', 140),
    ('sustainability', 'nation', 150);

-- Programmes of the association that partners are weighed against.
CREATE TABLE alignment_programme (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE CHECK (name_fold <> ''),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE partner (
    party BLOB PRIMARY KEY NOT NULL REFERENCES party (id),
    kind TEXT NOT NULL CHECK (kind IN ('government', 'donor', 'company', 'association', 'waqf', 'university',
        'neighbourhood_centre', 'media', 'other')),
    sector TEXT NOT NULL DEFAULT '',
    -- The body it belongs to.
    parent BLOB REFERENCES partner (party) CHECK (parent <> party),
    -- What it works for, what either side wants of the other, and its plan of social responsibility.
    orientation TEXT NOT NULL DEFAULT '',
    our_interest TEXT NOT NULL DEFAULT '',
    their_interest TEXT NOT NULL DEFAULT '',
    responsibility_plan TEXT NOT NULL DEFAULT '',
    -- Who of the office sees to it.
    keeper BLOB REFERENCES person (id),
    -- Since when it is a partner; nothing where nobody knows.
    since INTEGER,
    -- Whether it is active follows from its agreements; only that nothing more is wanted of it is written.
    closed_on INTEGER,
    closed_reason TEXT NOT NULL DEFAULT '',
    search_fold TEXT NOT NULL,
    added_on INTEGER NOT NULL,
    added_by BLOB NOT NULL REFERENCES person (id),
    CHECK ((closed_on IS NULL) = (closed_reason = ''))
) STRICT;
CREATE INDEX partner_parent ON partner (parent);
CREATE INDEX partner_keeper ON partner (keeper);
CREATE INDEX partner_added_by ON partner (added_by);

CREATE TABLE partner_component (
    partner BLOB NOT NULL REFERENCES partner (party),
    component TEXT NOT NULL REFERENCES community_component (code),
    PRIMARY KEY (partner, component)
) STRICT, WITHOUT ROWID;
CREATE INDEX partner_component_component ON partner_component (component);

CREATE TABLE partner_contact (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    partner BLOB NOT NULL REFERENCES partner (party),
    name TEXT NOT NULL CHECK (name <> ''),
    duty TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    ended_on INTEGER
) STRICT;
CREATE INDEX partner_contact_partner ON partner_contact (partner, ended_on);

-- How far a partner's orientation agrees with a programme.
CREATE TABLE partner_alignment (
    partner BLOB NOT NULL REFERENCES partner (party),
    programme BLOB NOT NULL REFERENCES alignment_programme (id),
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 3),
    note TEXT NOT NULL DEFAULT '',
    set_on INTEGER NOT NULL,
    set_by BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (partner, programme)
) STRICT, WITHOUT ROWID;
CREATE INDEX partner_alignment_programme ON partner_alignment (programme);
CREATE INDEX partner_alignment_set_by ON partner_alignment (set_by);

CREATE TABLE agreement (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    agreement_no TEXT NOT NULL UNIQUE CHECK (agreement_no <> ''),
    partner BLOB NOT NULL REFERENCES partner (party),
    kind TEXT NOT NULL CHECK (kind IN ('mou', 'agreement', 'contract', 'sponsorship')),
    title TEXT NOT NULL CHECK (title <> ''),
    purpose TEXT NOT NULL DEFAULT '',
    fields TEXT NOT NULL DEFAULT '',
    our_interest TEXT NOT NULL DEFAULT '',
    their_interest TEXT NOT NULL DEFAULT '',
    our_rights TEXT NOT NULL DEFAULT '',
    their_rights TEXT NOT NULL DEFAULT '',
    our_duties TEXT NOT NULL DEFAULT '',
    their_duties TEXT NOT NULL DEFAULT '',
    default_terms TEXT NOT NULL DEFAULT '',
    liability_limits TEXT NOT NULL DEFAULT '',
    dispute_clause TEXT NOT NULL DEFAULT '',
    amount INTEGER CHECK (amount > 0),
    our_signatory TEXT NOT NULL DEFAULT '',
    their_signatory TEXT NOT NULL DEFAULT '',
    starts INTEGER,
    ends INTEGER,
    -- Days before its end on which its renewal becomes a task; nothing where the setting holds.
    renewal_days INTEGER CHECK (renewal_days BETWEEN 1 AND 365),
    -- Active, expired and renewed are never written: they follow from the days and from what renews it.
    state TEXT NOT NULL CHECK (state IN ('proposed', 'negotiating', 'for_approval', 'approved', 'signed', 'terminated', 'declined')),
    -- The decision it was approved by, and where and when it was signed.
    decision TEXT NOT NULL DEFAULT '',
    signed_on INTEGER,
    event TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    ended_on INTEGER,
    reason TEXT NOT NULL DEFAULT '',
    renews BLOB REFERENCES agreement (id) CHECK (renews <> id),
    search_fold TEXT NOT NULL,
    proposed_on INTEGER NOT NULL,
    proposed_by BLOB NOT NULL REFERENCES person (id),
    CHECK ((signed_on IS NOT NULL) = (state IN ('signed', 'terminated'))),
    CHECK (signed_on IS NULL OR (starts IS NOT NULL AND ends IS NOT NULL)),
    CHECK (ends IS NULL OR (starts IS NOT NULL AND ends >= starts)),
    CHECK ((ended_on IS NOT NULL) = (state IN ('terminated', 'declined'))),
    CHECK ((ended_on IS NULL) = (reason = ''))
) STRICT;
CREATE INDEX agreement_partner ON agreement (partner);
CREATE INDEX agreement_state ON agreement (state, ends);
CREATE UNIQUE INDEX agreement_renewed_once ON agreement (renews) WHERE renews IS NOT NULL AND state <> 'declined';
CREATE INDEX agreement_proposed_by ON agreement (proposed_by);

CREATE TRIGGER agreement_stays BEFORE DELETE ON agreement
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.signed_stays');
END;

-- Approved out of the hands of another person, and signed as it was approved.
CREATE TRIGGER agreement_is_approved_by_another BEFORE UPDATE OF state ON agreement
WHEN new.state = 'approved' AND old.state <> 'approved'
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.own_approval')
    WHERE old.state <> 'for_approval'
        OR NOT EXISTS (SELECT 1 FROM approval_hand WHERE step = 'partners.agreement' AND subject = old.id);
END;
CREATE TRIGGER agreement_is_signed_as_approved BEFORE UPDATE OF state ON agreement
WHEN new.state = 'signed' AND old.state <> 'signed'
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.not_approved') WHERE old.state <> 'approved';
END;
CREATE TRIGGER agreement_is_proposed_first BEFORE INSERT ON agreement
WHEN new.state <> 'proposed'
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.not_approved');
END;
-- What was approved is changed only by going back to negotiating; what was signed is not changed at all.
CREATE TRIGGER agreement_terms_stay BEFORE UPDATE ON agreement
WHEN old.state IN ('approved', 'signed', 'terminated', 'declined') AND new.state <> 'negotiating' AND (
    new.agreement_no <> old.agreement_no OR new.partner <> old.partner OR new.kind <> old.kind OR new.title <> old.title
    OR new.purpose <> old.purpose OR new.fields <> old.fields OR new.our_interest <> old.our_interest
    OR new.their_interest <> old.their_interest OR new.our_rights <> old.our_rights OR new.their_rights <> old.their_rights
    OR new.our_duties <> old.our_duties OR new.their_duties <> old.their_duties OR new.default_terms <> old.default_terms
    OR new.liability_limits <> old.liability_limits OR new.dispute_clause <> old.dispute_clause
    OR new.amount IS NOT old.amount OR new.renews IS NOT old.renews
    OR (old.signed_on IS NOT NULL AND (new.signed_on IS NOT old.signed_on OR new.starts IS NOT old.starts
        OR new.ends IS NOT old.ends OR new.event <> old.event OR new.place <> old.place)))
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.signed_stays');
END;
CREATE TRIGGER agreement_that_ended_stays BEFORE UPDATE OF state ON agreement
WHEN old.state IN ('signed', 'terminated', 'declined') AND new.state <> old.state AND NOT (old.state = 'signed' AND new.state = 'terminated')
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.signed_stays');
END;

-- Who stands in it beside the association and its partner: a body above the partner, which need not sign.
CREATE TABLE agreement_party (
    agreement BLOB NOT NULL REFERENCES agreement (id),
    partner BLOB NOT NULL REFERENCES partner (party),
    role TEXT NOT NULL CHECK (role IN ('parent', 'third')),
    signs INTEGER NOT NULL CHECK (signs IN (0, 1)),
    represented_by TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (agreement, partner)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_party_partner ON agreement_party (partner);

CREATE TABLE agreement_target (
    agreement BLOB NOT NULL REFERENCES agreement (id),
    target TEXT NOT NULL REFERENCES vision_target (code),
    PRIMARY KEY (agreement, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_target_target ON agreement_target (target);

CREATE TABLE agreement_obligation (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    agreement BLOB NOT NULL REFERENCES agreement (id),
    -- Whose it is.
    side TEXT NOT NULL CHECK (side IN ('ours', 'theirs')),
    text TEXT NOT NULL CHECK (text <> ''),
    site TEXT NOT NULL DEFAULT '',
    due INTEGER NOT NULL,
    amount INTEGER CHECK (amount > 0),
    -- Who of the office sees to ours.
    keeper BLOB REFERENCES person (id),
    -- What it rests on, where it came after the signature.
    basis TEXT NOT NULL DEFAULT '',
    -- Late is never written: it follows from the day.
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'excused')),
    done_on INTEGER,
    evidence_kind TEXT CHECK (evidence_kind IN ('voucher', 'report', 'photo', 'visit', 'minutes', 'other')),
    evidence TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    settled_by BLOB REFERENCES person (id),
    search_fold TEXT NOT NULL,
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    CHECK ((state = 'done') = (done_on IS NOT NULL)),
    CHECK ((state = 'excused') = (reason <> '')),
    CHECK ((evidence_kind IS NULL) = (evidence = '')),
    CHECK (evidence = '' OR state = 'done'),
    CHECK ((state = 'open') = (settled_by IS NULL)),
    CHECK (side = 'theirs' OR keeper IS NOT NULL),
    -- Nobody excuses what they were to do themselves.
    CHECK (state <> 'excused' OR side = 'theirs' OR settled_by <> keeper)
) STRICT;
CREATE INDEX agreement_obligation_agreement ON agreement_obligation (agreement, side, due);
CREATE INDEX agreement_obligation_due ON agreement_obligation (state, side, due);
CREATE INDEX agreement_obligation_day ON agreement_obligation (due);
CREATE INDEX agreement_obligation_keeper ON agreement_obligation (keeper, state, due);
CREATE INDEX agreement_obligation_settled_by ON agreement_obligation (settled_by);
CREATE INDEX agreement_obligation_made_by ON agreement_obligation (made_by);

-- What both signed is not worded anew, put off or taken out; what came of it is said once, evidence may follow.
CREATE TRIGGER agreement_obligation_stays BEFORE DELETE ON agreement_obligation
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.obligation_stays')
    WHERE EXISTS (SELECT 1 FROM agreement WHERE id = old.agreement AND state NOT IN ('proposed', 'negotiating'));
END;
CREATE TRIGGER agreement_obligation_is_not_reworded BEFORE UPDATE ON agreement_obligation
WHEN new.agreement <> old.agreement OR new.side <> old.side OR new.text <> old.text OR new.site <> old.site OR new.due <> old.due
    OR new.amount IS NOT old.amount OR new.basis <> old.basis OR new.made_by <> old.made_by
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.obligation_stays')
    WHERE new.agreement <> old.agreement OR new.made_by <> old.made_by
        OR EXISTS (SELECT 1 FROM agreement WHERE id = old.agreement AND state NOT IN ('proposed', 'negotiating'));
END;
CREATE TRIGGER agreement_obligation_is_settled_once BEFORE UPDATE ON agreement_obligation
WHEN old.state <> 'open' AND (new.state <> old.state OR new.done_on IS NOT old.done_on OR new.reason <> old.reason
    OR new.settled_by IS NOT old.settled_by OR (old.evidence <> '' AND new.evidence <> old.evidence))
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.settled_already');
END;
-- Before the signature nobody owes anything.
CREATE TRIGGER agreement_obligation_is_owed_once_signed BEFORE UPDATE OF state ON agreement_obligation
WHEN old.state = 'open' AND new.state <> 'open'
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.not_signed')
    WHERE EXISTS (SELECT 1 FROM agreement WHERE id = old.agreement AND signed_on IS NULL);
END;

-- Requests that are disputes about an agreement.
CREATE TABLE agreement_dispute (
    agreement BLOB NOT NULL REFERENCES agreement (id),
    request BLOB NOT NULL CHECK (length(request) = 16),
    linked_on INTEGER NOT NULL,
    linked_by BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (agreement, request)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_dispute_linked_by ON agreement_dispute (linked_by);

-- What a partner gave.
CREATE TABLE partner_contribution (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    partner BLOB NOT NULL REFERENCES partner (party),
    kind TEXT NOT NULL CHECK (kind IN ('money', 'in_kind', 'expertise')),
    text TEXT NOT NULL CHECK (text <> ''),
    -- Halalas; of what is no money its worth, where somebody knows it.
    amount INTEGER CHECK (amount > 0),
    day INTEGER NOT NULL,
    agreement BLOB REFERENCES agreement (id),
    -- The number of the receipt voucher in the books.
    receipt TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT '',
    recorded_on INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES person (id),
    void_on INTEGER,
    void_by BLOB REFERENCES person (id),
    void_reason TEXT NOT NULL DEFAULT '',
    CHECK (kind <> 'money' OR amount IS NOT NULL),
    CHECK (receipt = '' OR kind = 'money'),
    CHECK ((void_on IS NULL) = (void_by IS NULL)),
    CHECK ((void_on IS NULL) = (void_reason = ''))
) STRICT;
CREATE INDEX partner_contribution_partner ON partner_contribution (partner, day);
CREATE INDEX partner_contribution_agreement ON partner_contribution (agreement);
CREATE INDEX partner_contribution_recorded_by ON partner_contribution (recorded_by);
CREATE INDEX partner_contribution_void_by ON partner_contribution (void_by);

-- That somebody of the community stands behind what the association does; its papers hang on it.
CREATE TABLE partner_endorsement (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    partner BLOB NOT NULL REFERENCES partner (party),
    form TEXT NOT NULL CHECK (form IN ('letter', 'statement', 'attendance', 'media', 'decision', 'other')),
    text TEXT NOT NULL CHECK (text <> ''),
    day INTEGER NOT NULL,
    programme BLOB REFERENCES alignment_programme (id),
    recorded_on INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES person (id),
    void_on INTEGER,
    void_by BLOB REFERENCES person (id),
    void_reason TEXT NOT NULL DEFAULT '',
    CHECK ((void_on IS NULL) = (void_by IS NULL)),
    CHECK ((void_on IS NULL) = (void_reason = ''))
) STRICT;
CREATE INDEX partner_endorsement_partner ON partner_endorsement (partner, day);
CREATE INDEX partner_endorsement_programme ON partner_endorsement (programme);
CREATE INDEX partner_endorsement_recorded_by ON partner_endorsement (recorded_by);
CREATE INDEX partner_endorsement_void_by ON partner_endorsement (void_by);

-- Experience that went from one to the other.
CREATE TABLE partner_exchange (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    partner BLOB NOT NULL REFERENCES partner (party),
    direction TEXT NOT NULL CHECK (direction IN ('given', 'received', 'both')),
    form TEXT NOT NULL CHECK (form IN ('visit', 'workshop', 'course', 'consultation', 'tool', 'other')),
    text TEXT NOT NULL CHECK (text <> ''),
    outcome TEXT NOT NULL DEFAULT '',
    day INTEGER NOT NULL,
    people INTEGER CHECK (people BETWEEN 1 AND 100000),
    recorded_on INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES person (id),
    void_on INTEGER,
    void_by BLOB REFERENCES person (id),
    void_reason TEXT NOT NULL DEFAULT '',
    CHECK ((void_on IS NULL) = (void_by IS NULL)),
    CHECK ((void_on IS NULL) = (void_reason = ''))
) STRICT;
CREATE INDEX partner_exchange_partner ON partner_exchange (partner, day);
CREATE INDEX partner_exchange_recorded_by ON partner_exchange (recorded_by);
CREATE INDEX partner_exchange_void_by ON partner_exchange (void_by);

-- What was given and said is not rewritten: it is struck out, and recorded anew.
CREATE TRIGGER partner_contribution_stays BEFORE DELETE ON partner_contribution
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.append_only');
END;
CREATE TRIGGER partner_endorsement_stays BEFORE DELETE ON partner_endorsement
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.append_only');
END;
CREATE TRIGGER partner_exchange_stays BEFORE DELETE ON partner_exchange
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.append_only');
END;
CREATE TRIGGER partner_contribution_is_not_rewritten BEFORE UPDATE ON partner_contribution
WHEN old.void_on IS NOT NULL OR new.partner <> old.partner OR new.kind <> old.kind OR new.text <> old.text
    OR new.amount IS NOT old.amount OR new.day <> old.day OR new.agreement IS NOT old.agreement OR new.receipt <> old.receipt
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.append_only');
END;

-- Partners and agreements by name, for those who stand above.
CREATE VIEW partner_card AS
SELECT p.party, n.name, p.kind, p.closed_on, p.search_fold FROM partner p JOIN party_name n ON n.id = p.party;
CREATE VIEW agreement_card AS
SELECT id, agreement_no, partner, title, state, starts, ends FROM agreement;

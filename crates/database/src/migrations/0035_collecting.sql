-- Collecting: what is said to borrowers and what they promise, messages that remind of instalments, the rules of both by
-- version, and what a loan leaves behind when it is closed.

-- Rules the association sets, each by version; what is shipped is no row. A version is never changed.
CREATE TABLE collection_rule (
    name TEXT NOT NULL CHECK (name IN ('reminders', 'contact', 'provision', 'closing')),
    version INTEGER NOT NULL CHECK (version > 0),
    -- As JSON.
    content TEXT NOT NULL CHECK (content <> ''),
    -- By which decision, in words.
    decided TEXT NOT NULL DEFAULT '',
    set_by BLOB NOT NULL REFERENCES person (id),
    set_at INTEGER NOT NULL,
    PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_rule_set_by ON collection_rule (set_by);

-- Somebody called a borrower about a loan.
CREATE TABLE collection_call (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    loan BLOB NOT NULL REFERENCES loan (id),
    on_day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    outcome TEXT NOT NULL CHECK (outcome IN (
        'answered', 'no_answer', 'wrong_number', 'promise', 'refuses', 'hardship')),
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX collection_call_loan ON collection_call (loan, at);
CREATE INDEX collection_call_day ON collection_call (on_day, at);
CREATE INDEX collection_call_made_by ON collection_call (made_by);

-- A borrower's word to pay so much by a day. Kept or broken is never written: it follows from what was repaid.
CREATE TABLE payment_promise (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    loan BLOB NOT NULL REFERENCES loan (id),
    call BLOB REFERENCES collection_call (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    due INTEGER NOT NULL,
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    -- The last event of the loan when it was given: what was repaid before counts for no promise.
    after_place INTEGER NOT NULL CHECK (after_place >= 0),
    ended TEXT CHECK (ended IN ('withdrawn', 'replaced')),
    ended_on INTEGER,
    ended_by BLOB REFERENCES person (id),
    reason TEXT NOT NULL DEFAULT '',
    replaced_by BLOB REFERENCES payment_promise (id) CHECK (replaced_by <> id),
    CHECK (due >= made_on),
    CHECK ((ended IS NULL) = (ended_on IS NULL)),
    CHECK ((ended IS NULL) = (ended_by IS NULL)),
    CHECK ((ended IS NULL) = (reason = '')),
    CHECK ((replaced_by IS NOT NULL) = (ended IS NOT NULL AND ended = 'replaced'))
) STRICT;
CREATE INDEX payment_promise_loan ON payment_promise (loan, made_on);
CREATE INDEX payment_promise_due ON payment_promise (due);
CREATE INDEX payment_promise_call ON payment_promise (call);
CREATE INDEX payment_promise_made_by ON payment_promise (made_by);
CREATE INDEX payment_promise_ended_by ON payment_promise (ended_by);
CREATE INDEX payment_promise_replaced_by ON payment_promise (replaced_by);

-- A message that was prepared for a borrower; sending itself is outside.
CREATE TABLE reminder_message (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    text TEXT NOT NULL CHECK (text <> ''),
    prepared_on INTEGER NOT NULL,
    prepared_at INTEGER NOT NULL,
    prepared_by BLOB NOT NULL REFERENCES person (id),
    sent_on INTEGER,
    sent_by BLOB REFERENCES person (id),
    channel TEXT CHECK (channel IN ('whatsapp', 'sms', 'call', 'in_person')),
    CHECK ((sent_on IS NULL) = (sent_by IS NULL)),
    CHECK ((sent_on IS NULL) = (channel IS NULL))
) STRICT;
CREATE INDEX reminder_message_day ON reminder_message (prepared_on, prepared_at);
CREATE INDEX reminder_message_prepared_by ON reminder_message (prepared_by);
CREATE INDEX reminder_message_sent_by ON reminder_message (sent_by);

-- The instalments it reminds of; never twice of one instalment and step.
CREATE TABLE reminder (
    loan BLOB NOT NULL REFERENCES loan (id),
    no INTEGER NOT NULL CHECK (no > 0),
    due INTEGER NOT NULL,
    -- Days after the due day; below zero before it.
    step INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    message BLOB NOT NULL REFERENCES reminder_message (id),
    PRIMARY KEY (loan, no, due, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_of_message ON reminder (message);

-- Who does not want messages.
CREATE TABLE contact_wish (
    party BLOB PRIMARY KEY NOT NULL REFERENCES party (id),
    messages INTEGER NOT NULL CHECK (messages IN (0, 1)),
    said TEXT NOT NULL DEFAULT '',
    said_on INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX contact_wish_recorded_by ON contact_wish (recorded_by);

-- What a borrower says of a loan that is closed.
CREATE TABLE loan_satisfaction (
    loan BLOB PRIMARY KEY NOT NULL REFERENCES loan (id),
    answer INTEGER NOT NULL CHECK (answer BETWEEN 1 AND 5),
    channel TEXT NOT NULL CHECK (channel IN ('call', 'whatsapp', 'sms', 'in_person', 'paper')),
    said TEXT NOT NULL DEFAULT '',
    asked_on INTEGER NOT NULL,
    asked_by BLOB NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX loan_satisfaction_asked_by ON loan_satisfaction (asked_by);

-- The visit that looks what became of a loan after it was closed; one that was called off with its loan is no row.
CREATE TABLE impact_visit (
    loan BLOB PRIMARY KEY NOT NULL REFERENCES loan (id),
    activity BLOB NOT NULL UNIQUE REFERENCES activity (id)
) STRICT;

CREATE TRIGGER collection_rule_is_not_changed BEFORE UPDATE ON collection_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only');
END;
CREATE TRIGGER collection_rule_stays BEFORE DELETE ON collection_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only');
END;
CREATE TRIGGER collection_call_is_not_changed BEFORE UPDATE ON collection_call
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only');
END;
CREATE TRIGGER collection_call_stays BEFORE DELETE ON collection_call
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only');
END;
CREATE TRIGGER payment_promise_ends_once BEFORE UPDATE ON payment_promise
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only')
    WHERE old.ended IS NOT NULL OR new.loan <> old.loan OR new.amount <> old.amount OR new.due <> old.due
        OR new.made_on <> old.made_on OR new.after_place <> old.after_place;
END;
CREATE TRIGGER payment_promise_stays BEFORE DELETE ON payment_promise
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only');
END;
CREATE TRIGGER reminder_is_not_changed BEFORE UPDATE ON reminder
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only');
END;
CREATE TRIGGER reminder_stays BEFORE DELETE ON reminder
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only');
END;

-- Who took back the consent that their data are kept, and has not given it again.
CREATE VIEW party_unconsented AS
SELECT party FROM consent WHERE purpose = 'keep'
GROUP BY party
HAVING count(*) = count(withdrawn_on);

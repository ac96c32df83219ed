-- An event of a loan is taken back by two people, as money is handed back: what is asked for names the event.

ALTER TABLE loan_request RENAME TO loan_request_before;

-- What a refund, a forgiveness or an undo will be, beside its request.
CREATE TABLE loan_request (
    id BLOB PRIMARY KEY NOT NULL REFERENCES approval_request (id),
    loan BLOB NOT NULL REFERENCES loan (id),
    kind TEXT NOT NULL CHECK (kind IN ('refund', 'forgive', 'undo')),
    -- The value day.
    on_day INTEGER NOT NULL,
    -- Of an undo, that of its event, which may have none.
    amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 900000000000000),
    -- Of a refund.
    method TEXT CHECK (method IN ('transfer', 'deposit', 'cheque', 'pos', 'standing', 'cash')),
    reference TEXT NOT NULL DEFAULT '',
    -- The event an undo takes back.
    place INTEGER CHECK (place > 0),
    CHECK ((kind = 'refund') = (method IS NOT NULL)),
    CHECK ((kind = 'undo') = (place IS NOT NULL)),
    CHECK (kind = 'undo' OR amount > 0)
) STRICT;

INSERT INTO loan_request (id, loan, kind, on_day, amount, method, reference)
SELECT id, loan, kind, on_day, amount, method, reference FROM loan_request_before;

DROP TABLE loan_request_before;

CREATE INDEX loan_request_loan ON loan_request (loan);

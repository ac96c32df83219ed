-- Who had a hand in an order before it was approved: who began or changed it, gathered its quotes, took one, or submitted it.
CREATE TABLE purchase_hand (
    purchase BLOB NOT NULL REFERENCES purchase (id),
    person BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (purchase, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX purchase_hand_person ON purchase_hand (person);

INSERT INTO purchase_hand (purchase, person)
SELECT id, begun_by FROM purchase
UNION
SELECT purchase, made_by FROM purchase_quote
UNION
SELECT subject, asked_by FROM approval_request WHERE step = 'purchases.order';

CREATE TRIGGER purchase_hand_stays BEFORE DELETE ON purchase_hand
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.stays');
END;

-- Nobody approves an order they had a hand in, whoever submitted it and whatever role they have.
CREATE TRIGGER approval_is_not_of_the_buyer BEFORE INSERT ON approval
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.own_order')
    FROM approval_request r
    JOIN purchase_hand h ON h.purchase = r.subject AND h.person = new.person
    WHERE r.id = new.request AND r.step = 'purchases.order';
END;

-- More was lent by a loan than was decided first: by which request, and the tranche it was planned as.
CREATE TABLE loan_top_up (
    request BLOB PRIMARY KEY NOT NULL REFERENCES loan_request (id),
    loan BLOB NOT NULL REFERENCES loan (id),
    tranche BLOB NOT NULL UNIQUE REFERENCES tranche (id),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_top_up_loan ON loan_top_up (loan);

CREATE TRIGGER loan_top_up_stays BEFORE DELETE ON loan_top_up
BEGIN
    SELECT RAISE(ABORT, 'refused: loans.append_only');
END;

CREATE TRIGGER loan_top_up_is_not_changed BEFORE UPDATE ON loan_top_up
BEGIN
    SELECT RAISE(ABORT, 'refused: loans.append_only');
END;

-- It said what `loan_goods` says.
DROP VIEW loan_tranche_line;

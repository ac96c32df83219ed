-- What an office of schema 15 held about approvals, of each kind something that waits and something that is over; for the
-- test of the step that takes it over. People: 00 asks, 11 and 22 approve.
INSERT INTO person (id, name, name_fold, login, role, created_at)
SELECT unhex(column1), column2, column2, column2, 'finance', 0
FROM (VALUES ('00000000000000000000000000000000', 'nouf'), ('11111111111111111111111111111111', 'saad'),
             ('22222222222222222222222222222222', 'fahd'));

-- a1 a payment with one approval of two · a2 a transfer that waits · a3 posted · a4 returned after an approval · a5 posted
-- before approvals were rows · a6 without a line
INSERT INTO voucher_draft (id, made_by, made_at, day, narration, content, state, decided_by, decided_at, note)
SELECT unhex(column1 || '000000000000000000000000000000'), zeroblob(16), column2, 20000, column1, column3, column4,
       unhex(column5), column6, column7
FROM (VALUES
    ('a1', 1001, '{"kind":"payment","lines":[{"account":"41205","debit":700,"credit":0},{"account":"11101","debit":0,"credit":700}]}', 'waiting', NULL, NULL, ''),
    ('a2', 1002, '{"kind":"transfer","lines":[{"account":"11407","debit":600,"credit":0},{"account":"11101","debit":0,"credit":600},{"account":"11101","debit":600,"credit":0},{"account":"11407","debit":0,"credit":600}]}', 'waiting', NULL, NULL, ''),
    ('a3', 1003, '{"kind":"journal","lines":[{"account":"41205","debit":5,"credit":0}]}', 'posted', '11111111111111111111111111111111', 2003, ''),
    ('a4', 1004, '{"kind":"payment","lines":[{"account":"41205","debit":9,"credit":0}]}', 'returned', '22222222222222222222222222222222', 2004, 'المبلغ'),
    ('a5', 1005, '{"kind":"journal","lines":[{"account":"41205","debit":8,"credit":0}]}', 'posted', '22222222222222222222222222222222', 2005, ''),
    ('a6', 1006, '{"kind":"journal","lines":[]}', 'waiting', NULL, NULL, ''));

INSERT INTO voucher_approval (draft, place, person, at)
SELECT unhex(column1 || '000000000000000000000000000000'), 1, unhex('11111111111111111111111111111111'), column2
FROM (VALUES ('a1', 1501), ('a3', 2003), ('a4', 1504));

-- September was asked for, October was granted and stands open, November was never asked for; the year before is locked.
INSERT INTO period (id, first, last, state, reopen_asked_by, reopen_reason, reopened_by)
SELECT column1, column2, column2 + 29, column3, unhex(column4), column5, unhex(column6)
FROM (VALUES
    (202409, 19900, 'locked', '00000000000000000000000000000000', 'تسوية', NULL),
    (202509, 20300, 'closed', '00000000000000000000000000000000', 'سند متأخر', NULL),
    (202510, 20330, 'open', '00000000000000000000000000000000', 'سند آخر', '22222222222222222222222222222222'),
    (202511, 20360, 'open', NULL, NULL, NULL));

INSERT INTO party (id, kind, name, name_fold, first_token, family_token, created_at, changed_at)
VALUES (zeroblob(16), 'person', 'نورة', 'نوره', '', '', 0, 0);
INSERT INTO project (id, party, name, name_fold, state, state_since, opened_on, created_at)
VALUES (zeroblob(16), zeroblob(16), 'مشغل', 'مشغل', 'running', 0, 0, 0);
INSERT INTO product (id, name, name_fold, version, offered, created_at) VALUES (zeroblob(16), 'قرض', 'قرض', 1, 1, 0);
INSERT INTO fund (id, name, name_fold, class, kind, created_at)
VALUES (zeroblob(16), 'صندوق', 'صندوق', 'unrestricted', 'loan_pool', 0);

-- b1 waits · b2 approved · b3 rejected · b4 cancelled by who asked · b5 rejected by who asked, as was once possible · b6 of
-- an import
INSERT INTO loan (id, loan_no, project, party, product, product_version, fund, amount, terms, asked_by, asked_at, decision,
                  decided_by, decided_at, decision_note, imported)
SELECT unhex(column1 || '000000000000000000000000000000'), column1, zeroblob(16), zeroblob(16), zeroblob(16), 1, zeroblob(16),
       12, '{}', zeroblob(16), 3000, column2, unhex(column3), column4, column5, column6
FROM (VALUES
    ('b1', 'waiting', NULL, NULL, '', 0),
    ('b2', 'approved', '11111111111111111111111111111111', 3002, 'نعم', 0),
    ('b3', 'rejected', '22222222222222222222222222222222', 3003, 'مشروع مثله', 0),
    ('b4', 'cancelled', '00000000000000000000000000000000', 3004, 'عدلت', 0),
    ('b5', 'rejected', '00000000000000000000000000000000', 3005, 'لا', 0),
    ('b6', 'approved', NULL, 3006, '', 1));

-- c1 was asked for, planned anew, asked for by another and waits · c2 paid · c3 given up while it waited · c4 of an import
INSERT INTO tranche (id, loan, no, amount, kind, state)
SELECT unhex(column1 || '000000000000000000000000000000'), unhex(column2 || '000000000000000000000000000000'), column3, 12,
       'cash', column4
FROM (VALUES ('c1', 'b2', 1, 'requested'), ('c2', 'b2', 2, 'paid'), ('c3', 'b2', 3, 'cancelled'), ('c4', 'b6', 1, 'paid'));

INSERT INTO tranche_step (tranche, place, step, on_day, made_by, recorded_at, note, imported)
SELECT unhex(column1 || '000000000000000000000000000000'), column2, column3, 20000,
       unhex(column4 || column4 || column4 || column4 || column4 || column4 || column4 || column4), 4000 + column2, column5,
       column6
FROM (VALUES
    ('c1', 1, 'planned', '0000', '', 0), ('c1', 2, 'requested', '0000', 'عاجل', 0), ('c1', 3, 'planned', '1111', '', 0),
    ('c1', 4, 'requested', '1111', '', 0),
    ('c2', 1, 'planned', '0000', '', 0), ('c2', 2, 'requested', '0000', '', 0), ('c2', 3, 'approved', '1111', 'نعم', 0),
    ('c2', 4, 'paid', '2222', '', 0),
    ('c3', 1, 'planned', '0000', '', 0), ('c3', 2, 'requested', '0000', '', 0), ('c3', 3, 'cancelled', '1111', 'تركت', 0),
    ('c4', 1, 'paid', '0000', '', 1));

-- d1 a refund with one approval of two · d2 a refund that was done · d3 forgiving that another dropped · d4 that who asked
-- dropped · d5 whose line is not in the trail
INSERT INTO loan_request (id, loan, kind, on_day, amount, method, reference, reason, asked_by, asked_at, state, decided_at,
                          note)
SELECT unhex(column1 || '000000000000000000000000000000'), unhex(column2 || '000000000000000000000000000000'), column3, 20000,
       12, column4, '', 'سبب', zeroblob(16), column5, column6, column7, column8
FROM (VALUES
    ('d1', 'b2', 'refund', 'transfer', 5001, 'waiting', NULL, ''), ('d2', 'b2', 'refund', 'cash', 5000, 'done', 5500, ''),
    ('d3', 'b2', 'forgive', NULL, 5003, 'dropped', 5503, 'لا'), ('d4', 'b2', 'forgive', NULL, 5004, 'dropped', 5504, 'تركت'),
    ('d5', 'b3', 'forgive', NULL, 5005, 'dropped', 5505, ''));

INSERT INTO loan_request_approval (request, person, at)
SELECT unhex(column1 || '000000000000000000000000000000'),
       unhex(column2 || column2 || column2 || column2 || column2 || column2 || column2 || column2), column3
FROM (VALUES ('d1', '2222', 5101), ('d2', '2222', 5100), ('d2', '1111', 5500));

INSERT INTO audit (seq, at, person, command, action, subject_kind, subject, summary, summary_fold, after, outcome, prev_hash,
                   hash)
SELECT column1, column2, unhex(column3 || column3 || column3 || column3 || column3 || column3 || column3 || column3), column4,
       'change', 'x', column5, '', '', column6, 'done', unhex(printf('%064d', column1 - 1)), unhex(printf('%064d', column1))
FROM (VALUES
    (1, 7001, '0000', 'funds.ask_to_reopen', '202509', '{}'), (2, 7002, '0000', 'funds.ask_to_reopen', '202510', '{}'),
    (3, 7003, '2222', 'funds.reopen_period', '202510', '{}'),
    (4, 7004, '1111', 'loans.drop_request', 'b2', '{"dropped":"d3000000-0000-0000-0000-000000000000","reason":"لا"}'),
    (5, 7005, '0000', 'loans.drop_request', 'b2', '{"dropped":"d4000000-0000-0000-0000-000000000000","reason":"تركت"}'),
    (6, 7006, '0000', 'loans.drop_request', 'b2', '{"reason":"بلا طلب"}'));

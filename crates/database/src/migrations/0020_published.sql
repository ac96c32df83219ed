-- What features may read of each other. A view names the columns that are meant for others, so that its owner can change
-- the table beneath; `cargo xtask check` refuses statements that name another's table.

-- The office: who did something.
CREATE VIEW user_name AS SELECT id, name FROM person;

-- Beneficiaries: whom something is about, and how the files stand.
CREATE VIEW party_name AS SELECT id, name, merged_into FROM party;
CREATE VIEW party_card AS
SELECT p.id, p.name, p.merged_into, COALESCE(i.number, '') AS number, COALESCE(c.value, '') AS mobile,
       COALESCE(f.file_no, '') AS file_no
FROM party p
LEFT JOIN party_identifier i ON i.party = p.id
LEFT JOIN party_contact c ON c.party = p.id AND c.kind = 'mobile'
LEFT JOIN case_file f ON f.party = p.id;
CREATE VIEW file_standing AS SELECT party, status, family_size, opened_on FROM file_shelf;

-- Funds: the books as lists and figures read them.
CREATE VIEW fund_name AS SELECT id, name FROM fund;
CREATE VIEW voucher AS
SELECT id, kind, year, voucher_no, day, event, narration, counterparty, reverses FROM entry;
CREATE VIEW voucher_line AS SELECT entry, no, account, fund, amount FROM line;

-- Loans: how each stands today, what is due when, what happened, and what is planned to be paid out.
CREATE VIEW loan_standing AS
SELECT loan, loan_no, party, borrower, mobile, project_name, search_fold, fund, phase, paid_out, repaid, outstanding, credit,
       next_due, last_paid_on, restructured
FROM loan_shelf;
CREATE VIEW loan_instalment AS SELECT loan, no, due, principal, paid FROM instalment;
CREATE VIEW loan_movement AS
SELECT loan, place, on_day, kind, amount, method, reference, receipt, payer, entry, undone_by FROM loan_event;
CREATE VIEW loan_tranche AS SELECT id, loan, amount, state FROM tranche;
CREATE VIEW loan_tranche_step AS SELECT tranche, place, step, on_day FROM tranche_step;

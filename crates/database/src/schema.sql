-- The tables of today, in the order in which the migrations first laid them, each with its indices and triggers.
-- Written by `cargo xtask bindings` from crates/database/src/migrations. Do not edit.

CREATE TABLE person (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL,
    -- Folded; what a person types to sign in.
    login TEXT NOT NULL UNIQUE CHECK (login <> ''),
    role TEXT NOT NULL CHECK (role IN ('researcher', 'supervisor', 'finance', 'committee', 'administrator')),
    -- An administrator gave the password; its owner chooses another at the next sign-in.
    must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1)),
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER,
    archived_at INTEGER
) STRICT;

CREATE TABLE association (
    -- One office, one association.
    one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
    name_ar TEXT NOT NULL,
    name_en TEXT NOT NULL,
    licence_no TEXT NOT NULL,
    unified_no TEXT NOT NULL,
    region TEXT NOT NULL,
    city TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    website TEXT NOT NULL DEFAULT '',
    logo BLOB,
    logo_mime TEXT,
    fiscal_year_start_month INTEGER NOT NULL DEFAULT 1 CHECK (fiscal_year_start_month BETWEEN 1 AND 12),
    digits TEXT NOT NULL CHECK (digits IN ('latin', 'arabic')),
    calendar TEXT NOT NULL CHECK (calendar IN ('hijri', 'gregorian')),
    idle_minutes INTEGER NOT NULL DEFAULT 15 CHECK (idle_minutes BETWEEN 1 AND 240),
    recovery_confirmed_at INTEGER,
    demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1)),
    created_at INTEGER NOT NULL,
    CHECK ((logo IS NULL) = (logo_mime IS NULL))
) STRICT;

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY NOT NULL CHECK (seq > 0),
    at INTEGER NOT NULL,
    person BLOB REFERENCES person (id),
    command TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT,
    subject TEXT,
    summary TEXT NOT NULL,
    -- Folded, for the search.
    summary_fold TEXT NOT NULL,
    before TEXT,
    after TEXT,
    outcome TEXT NOT NULL,
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
, told TEXT) STRICT;
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_person ON audit (person, seq);
CREATE INDEX audit_subject ON audit (subject, seq);
CREATE INDEX audit_told ON audit (seq) WHERE told IS NOT NULL;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'refused: audit.append_only');
END;

CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'refused: audit.append_only');
END;

CREATE TRIGGER audit_grows_at_its_end BEFORE INSERT ON audit
WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
    OR new.prev_hash <> coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN
    SELECT RAISE(ABORT, 'refused: audit.append_only');
END;

CREATE TABLE request (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    command TEXT NOT NULL,
    person BLOB REFERENCES person (id),
    input_hash BLOB NOT NULL CHECK (length(input_hash) = 32),
    answer TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX request_at ON request (at);

CREATE TABLE preference (
    person BLOB NOT NULL REFERENCES person (id),
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (person, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE backup (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    made_at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('daily', 'weekly', 'monthly', 'manual', 'before_upgrade', 'before_restore')),
    file TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    audit_seq INTEGER NOT NULL,
    audit_head BLOB NOT NULL CHECK (length(audit_head) = 32),
    verified_at INTEGER,
    -- The rotation or a person removed the file; the line stays.
    removed_at INTEGER
) STRICT;
CREATE INDEX backup_made_at ON backup (made_at);

CREATE TABLE account (
    -- The official code, 1, 2, 3, 5 or 8 digits; never changed and never used for another account.
    code TEXT PRIMARY KEY NOT NULL CHECK (length(code) IN (1, 2, 3, 5, 8)),
    name TEXT NOT NULL CHECK (name <> ''),
    type TEXT NOT NULL CHECK (type IN ('asset', 'liability', 'net_assets', 'income', 'expense')),
    parent TEXT REFERENCES account (code),
    -- A group holds accounts, never lines.
    postable INTEGER NOT NULL CHECK (postable IN (0, 1)),
    cash_kind TEXT CHECK (cash_kind IN ('bank', 'deposit', 'box')),
    -- Whose sub-ledger adds up to this account.
    control_of TEXT CHECK (control_of IN ('loan', 'borrower', 'supplier', 'cheque', 'investment', 'grant')),
    -- Accounts of one such group cancel out inside every entry.
    nets_to_zero TEXT CHECK (nets_to_zero IN ('transfer', 'release', 'interfund')),
    restriction_class TEXT CHECK (restriction_class IN ('unrestricted', 'restricted', 'endowment')),
    origin TEXT NOT NULL CHECK (origin IN ('chart', 'proposed', 'own')),
    -- Whether a person has compared the row with the official chart.
    checked INTEGER NOT NULL DEFAULT 0 CHECK (checked IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX account_parent ON account (parent);

CREATE TRIGGER account_keeps_its_meaning BEFORE UPDATE ON account
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.code_kept') WHERE new.code <> old.code;
    SELECT RAISE(ABORT, 'refused: ledger.account_in_use')
    WHERE (new.type, new.postable, coalesce(new.cash_kind, ''), coalesce(new.control_of, ''),
            coalesce(new.nets_to_zero, ''), coalesce(new.restriction_class, ''))
        <> (old.type, old.postable, coalesce(old.cash_kind, ''), coalesce(old.control_of, ''),
            coalesce(old.nets_to_zero, ''), coalesce(old.restriction_class, ''))
        AND EXISTS (SELECT 1 FROM line WHERE account = old.code);
END;

CREATE TRIGGER account_is_not_removed BEFORE DELETE ON account
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.code_kept');
END;

CREATE TABLE fund (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE,
    class TEXT NOT NULL CHECK (class IN ('unrestricted', 'restricted', 'endowment')),
    kind TEXT NOT NULL CHECK (kind IN ('operating', 'loan_pool', 'investment_pool', 'grant', 'waqf', 'zakat')),
    opens_on INTEGER,
    closes_on INTEGER,
    may_overdraw INTEGER NOT NULL DEFAULT 0 CHECK (may_overdraw IN (0, 1)),
    bank_account TEXT,
    notes TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL, withdrawn_at INTEGER,
    CHECK (opens_on IS NULL OR closes_on IS NULL OR opens_on <= closes_on)
) STRICT;

CREATE TRIGGER fund_keeps_its_meaning BEFORE UPDATE ON fund
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.fund_in_use')
    WHERE (new.id, new.class) <> (old.id, old.class) AND EXISTS (SELECT 1 FROM line WHERE fund = old.id);
END;

CREATE TRIGGER fund_is_not_removed BEFORE DELETE ON fund
WHEN EXISTS (SELECT 1 FROM line WHERE fund = old.id)
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.fund_in_use');
END;

CREATE TRIGGER fund_stays_withdrawn BEFORE UPDATE ON fund
WHEN old.withdrawn_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.fund_withdrawn');
END;

CREATE TRIGGER fund_is_withdrawn_empty BEFORE UPDATE ON fund
WHEN new.withdrawn_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.fund_in_use')
    WHERE EXISTS (SELECT 1 FROM line WHERE fund = old.id GROUP BY account HAVING sum(amount) <> 0);
END;

CREATE TABLE period (
    -- Year and month in one number: 202610.
    id INTEGER PRIMARY KEY NOT NULL CHECK (id % 100 BETWEEN 1 AND 12),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last > first),
    state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'locked')),
    reopen_asked_by BLOB REFERENCES person (id),
    reopen_reason TEXT,
    reopened_by BLOB REFERENCES person (id)
) STRICT;
CREATE INDEX period_asked ON period (reopen_asked_by);
CREATE INDEX period_reopened ON period (reopened_by);

CREATE TRIGGER period_opens_by_two BEFORE UPDATE ON period
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.append_only')
    WHERE (new.id, new.first, new.last) <> (old.id, old.first, old.last);
    SELECT RAISE(ABORT, 'refused: ledger.year_locked') WHERE old.state = 'locked' AND new.state <> 'locked';
    SELECT RAISE(ABORT, 'refused: ledger.reopening_needs_two')
    WHERE old.state = 'closed' AND new.state = 'open' AND (coalesce(new.reopen_reason, '') = ''
        OR new.reopen_asked_by IS NULL OR new.reopened_by IS NULL OR new.reopen_asked_by = new.reopened_by);
END;

CREATE TRIGGER period_is_not_removed BEFORE DELETE ON period
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.append_only');
END;

CREATE TRIGGER period_lies_after_closed_ones BEFORE INSERT ON period
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.period_closed')
    WHERE EXISTS (SELECT 1 FROM period WHERE id > new.id AND state <> 'open');
END;

CREATE TABLE voucher_counter (
    year INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('RV', 'PV', 'JV', 'IK', 'OV', 'CV')),
    last INTEGER NOT NULL CHECK (last > 0),
    PRIMARY KEY (year, kind)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER voucher_counter_starts_at_its_entry BEFORE INSERT ON voucher_counter
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.counter_reset')
    WHERE new.last <> (SELECT coalesce(max(voucher_no), 0) FROM entry WHERE year = new.year AND kind = new.kind);
END;

CREATE TRIGGER voucher_counter_follows_its_entries BEFORE UPDATE ON voucher_counter
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.counter_reset')
    WHERE (new.year, new.kind) <> (old.year, old.kind)
        OR new.last <> (SELECT coalesce(max(voucher_no), 0) FROM entry WHERE year = new.year AND kind = new.kind);
END;

CREATE TRIGGER voucher_counter_is_not_removed BEFORE DELETE ON voucher_counter
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.counter_reset');
END;

CREATE TABLE entry (
    -- Every entry has its seal when the transaction commits, or nothing of it is kept.
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16)
        REFERENCES entry_seal (entry) DEFERRABLE INITIALLY DEFERRED,
    period INTEGER NOT NULL REFERENCES period (id),
    year INTEGER NOT NULL CHECK (year = period / 100),
    kind TEXT NOT NULL CHECK (kind IN ('RV', 'PV', 'JV', 'IK', 'OV', 'CV')),
    voucher_no INTEGER NOT NULL CHECK (voucher_no > 0),
    day INTEGER NOT NULL,
    -- The event that the posting rule answers to: donation, loan.tranche …
    event TEXT NOT NULL CHECK (event <> ''),
    rule_version INTEGER NOT NULL CHECK (rule_version > 0),
    narration TEXT NOT NULL CHECK (narration <> ''),
    -- Narration, counterparty and reference, folded for the search.
    search_fold TEXT NOT NULL,
    -- Who paid or was paid, as the voucher names them.
    counterparty TEXT,
    method TEXT CHECK (method IN ('transfer', 'deposit', 'cheque', 'pos', 'standing', 'cash')),
    reference TEXT,
    reverses BLOB REFERENCES entry (id),
    made_by BLOB NOT NULL REFERENCES person (id),
    approved_by BLOB REFERENCES person (id),
    recorded_at INTEGER NOT NULL, second_approved_by BLOB REFERENCES person (id),
    UNIQUE (year, kind, voucher_no)
) STRICT;
CREATE INDEX entry_period ON entry (period, day);
CREATE INDEX entry_day ON entry (day);
CREATE UNIQUE INDEX entry_reverses ON entry (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX entry_made_by ON entry (made_by);
CREATE INDEX entry_approved_by ON entry (approved_by);
CREATE INDEX entry_second_approved_by ON entry (second_approved_by);

CREATE TRIGGER entry_is_lawful BEFORE INSERT ON entry
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.duplicate_id') WHERE EXISTS (SELECT 1 FROM entry WHERE id = new.id);
    SELECT RAISE(ABORT, 'refused: ledger.read_only')
    WHERE EXISTS (SELECT 1 FROM setting WHERE key = 'ledger.read_only');
    SELECT RAISE(ABORT, 'refused: ledger.period_closed')
    WHERE EXISTS (SELECT 1 FROM period WHERE id = new.period AND state <> 'open');
    SELECT RAISE(ABORT, 'refused: ledger.day_outside_period')
    WHERE EXISTS (SELECT 1 FROM period WHERE id = new.period AND new.day NOT BETWEEN first AND last);
    -- The civil day in Riyadh (UTC+3) of the instant of recording.
    SELECT RAISE(ABORT, 'refused: ledger.future_day')
    WHERE new.day > (new.recorded_at + 10800000000) / 86400000000;
    SELECT RAISE(ABORT, 'refused: ledger.own_approval') WHERE new.approved_by = new.made_by;
    SELECT RAISE(ABORT, 'refused: ledger.approval_missing')
    WHERE new.event IN ('manual', 'transfer') AND new.approved_by IS NULL;
    SELECT RAISE(ABORT, 'refused: ledger.voucher_order')
    WHERE new.voucher_no <> 1
        + coalesce((SELECT last FROM voucher_counter WHERE year = new.year AND kind = new.kind), 0);
    SELECT RAISE(ABORT, 'refused: ledger.reversal_of_reversal')
    WHERE EXISTS (SELECT 1 FROM entry WHERE id = new.reverses AND reverses IS NOT NULL);
    SELECT RAISE(ABORT, 'refused: ledger.reversed_already')
    WHERE EXISTS (SELECT 1 FROM entry WHERE reverses = new.reverses);
END;

CREATE TRIGGER entry_moves_its_counter AFTER INSERT ON entry
BEGIN
    INSERT INTO voucher_counter (year, kind, last) VALUES (new.year, new.kind, new.voucher_no)
    ON CONFLICT (year, kind) DO UPDATE SET last = excluded.last;
END;

CREATE TRIGGER entry_is_not_changed BEFORE UPDATE ON entry
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.append_only');
END;

CREATE TRIGGER entry_is_not_removed BEFORE DELETE ON entry
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.append_only');
END;

CREATE TRIGGER entry_has_its_approvals BEFORE INSERT ON entry
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.own_approval') WHERE new.second_approved_by = new.made_by;
    SELECT RAISE(ABORT, 'refused: ledger.second_approval_missing')
    WHERE new.second_approved_by = new.approved_by
        OR (new.kind = 'PV' AND new.event = 'manual' AND new.second_approved_by IS NULL);
    SELECT RAISE(ABORT, 'refused: ledger.approval_missing')
    WHERE new.second_approved_by IS NOT NULL AND new.approved_by IS NULL;
    -- What belongs to a loan is taken back with its event, by the rules of loans.
    SELECT RAISE(ABORT, 'refused: ledger.approval_missing')
    WHERE new.approved_by IS NULL
        AND EXISTS (SELECT 1 FROM entry WHERE id = new.reverses AND event NOT LIKE 'loan.%');
END;

CREATE TRIGGER loan_entry_has_its_approvals BEFORE INSERT ON entry
WHEN new.event IN (
        'loan.refunded', 'loan.forgiven', 'loan.written_off', 'loan.released', 'loan.fee_charged', 'loan.fee_waived')
    AND new.reverses IS NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.approval_missing') WHERE new.approved_by IS NULL;
    SELECT RAISE(ABORT, 'refused: ledger.second_approval_missing')
    WHERE new.event = 'loan.refunded' AND new.second_approved_by IS NULL;
END;

CREATE TABLE line (
    entry BLOB NOT NULL REFERENCES entry (id),
    no INTEGER NOT NULL CHECK (no > 0),
    account TEXT NOT NULL REFERENCES account (code),
    fund BLOB NOT NULL REFERENCES fund (id),
    -- Whole halalas: debit above zero, credit below.
    amount INTEGER NOT NULL CHECK (amount BETWEEN -900000000000000 AND 900000000000000),
    party BLOB CHECK (length(party) = 16),
    loan BLOB CHECK (length(loan) = 16),
    memo TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (entry, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX line_account ON line (account, fund);
CREATE INDEX line_fund ON line (fund, account);
CREATE INDEX line_loan ON line (loan) WHERE loan IS NOT NULL;
CREATE INDEX line_party ON line (party) WHERE party IS NOT NULL;

CREATE TRIGGER line_is_lawful BEFORE INSERT ON line
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.sealed') WHERE EXISTS (SELECT 1 FROM entry_seal WHERE entry = new.entry);
    SELECT RAISE(ABORT, 'refused: ledger.zero_line') WHERE new.amount = 0;
    SELECT RAISE(ABORT, 'refused: ledger.group_account')
    WHERE EXISTS (SELECT 1 FROM account WHERE code = new.account AND postable = 0);
    -- The opening of a fund stands for all its loans at once; each loan brings its own story.
    SELECT RAISE(ABORT, 'refused: ledger.loan_missing')
    WHERE new.loan IS NULL
        AND EXISTS (SELECT 1 FROM account WHERE code = new.account AND control_of = 'loan')
        AND NOT EXISTS (SELECT 1 FROM entry WHERE id = new.entry AND (kind = 'OV' OR reverses IS NOT NULL));
    SELECT RAISE(ABORT, 'refused: ledger.other_restriction')
    WHERE EXISTS (SELECT 1 FROM account JOIN fund ON fund.id = new.fund
        WHERE account.code = new.account AND account.restriction_class <> fund.class);
    SELECT RAISE(ABORT, 'refused: ledger.fund_not_open')
    WHERE EXISTS (SELECT 1 FROM fund JOIN entry ON entry.id = new.entry
        WHERE fund.id = new.fund AND (entry.day < fund.opens_on OR entry.day > fund.closes_on));
END;

CREATE TRIGGER line_is_not_changed BEFORE UPDATE ON line
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.append_only');
END;

CREATE TRIGGER line_is_not_removed BEFORE DELETE ON line
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.append_only');
END;

CREATE TRIGGER line_is_of_a_standing_fund BEFORE INSERT ON line
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.fund_withdrawn')
    WHERE EXISTS (SELECT 1 FROM fund WHERE id = new.fund AND withdrawn_at IS NOT NULL);
END;

CREATE TABLE entry_seal (
    seq INTEGER PRIMARY KEY NOT NULL CHECK (seq > 0),
    entry BLOB NOT NULL UNIQUE REFERENCES entry (id),
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER entry_seal_closes_a_lawful_entry BEFORE INSERT ON entry_seal
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.sealed') WHERE EXISTS (SELECT 1 FROM entry_seal WHERE entry = new.entry);
    SELECT RAISE(ABORT, 'refused: ledger.chain')
    WHERE new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry_seal)
        OR new.prev_hash <> coalesce((SELECT hash FROM entry_seal ORDER BY seq DESC LIMIT 1), zeroblob(32));
    SELECT RAISE(ABORT, 'refused: ledger.too_few_lines')
    WHERE (SELECT count(*) FROM line WHERE entry = new.entry) < 2;
    SELECT RAISE(ABORT, 'refused: ledger.unbalanced')
    WHERE (SELECT sum(amount) FROM line WHERE entry = new.entry) <> 0;
    SELECT RAISE(ABORT, 'refused: ledger.unbalanced_in_fund')
    WHERE EXISTS (SELECT fund FROM line WHERE entry = new.entry GROUP BY fund HAVING sum(amount) <> 0);
    SELECT RAISE(ABORT, 'refused: ledger.one_sided_transfer')
    WHERE EXISTS (SELECT account.nets_to_zero FROM line JOIN account ON account.code = line.account
        WHERE line.entry = new.entry AND account.nets_to_zero IS NOT NULL
        GROUP BY account.nets_to_zero HAVING sum(line.amount) <> 0);
    -- A reversal holds the lines of its entry, each with the other sign, and no other line.
    SELECT RAISE(ABORT, 'refused: ledger.not_a_reversal')
    FROM entry WHERE entry.id = new.entry AND entry.reverses IS NOT NULL
        AND ((SELECT count(*) FROM line WHERE entry = new.entry)
                <> (SELECT count(*) FROM line WHERE line.entry = entry.reverses)
            OR EXISTS (SELECT 1 FROM line mine WHERE mine.entry = new.entry AND NOT EXISTS (
                SELECT 1 FROM line theirs WHERE theirs.entry = entry.reverses AND theirs.no = mine.no
                    AND theirs.account = mine.account AND theirs.fund = mine.fund AND theirs.amount = -mine.amount
                    AND theirs.loan IS NOT DISTINCT FROM mine.loan
                    AND theirs.party IS NOT DISTINCT FROM mine.party)));
END;

CREATE TRIGGER entry_seal_keeps_the_balances AFTER INSERT ON entry_seal
BEGIN
    INSERT INTO balance (fund, account, period, debit, credit)
    SELECT line.fund, line.account, entry.period,
        sum(CASE WHEN line.amount > 0 THEN line.amount ELSE 0 END),
        sum(CASE WHEN line.amount < 0 THEN -line.amount ELSE 0 END)
    FROM line JOIN entry ON entry.id = line.entry
    WHERE line.entry = new.entry
    GROUP BY line.fund, line.account, entry.period
    ON CONFLICT (fund, account, period)
        DO UPDATE SET debit = balance.debit + excluded.debit, credit = balance.credit + excluded.credit;
    -- Only a fund this entry takes money from can be overdrawn by it.
    SELECT RAISE(ABORT, 'refused: ledger.fund_overdrawn')
    WHERE EXISTS (
        SELECT line.fund FROM line
            JOIN account ON account.code = line.account
            JOIN fund ON fund.id = line.fund
        WHERE line.entry = new.entry AND account.cash_kind IS NOT NULL AND fund.may_overdraw = 0
        GROUP BY line.fund
        HAVING sum(line.amount) < 0 AND (SELECT sum(balance.debit - balance.credit) FROM account cash
            JOIN balance ON balance.fund = line.fund AND balance.account = cash.code
            WHERE cash.cash_kind IS NOT NULL) < 0);
END;

CREATE TRIGGER entry_seal_is_not_changed BEFORE UPDATE ON entry_seal
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.append_only');
END;

CREATE TRIGGER entry_seal_is_not_removed BEFORE DELETE ON entry_seal
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.append_only');
END;

CREATE TRIGGER entry_seal_is_within_the_limits BEFORE INSERT ON entry_seal
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.above_limit')
    FROM entry
    JOIN person ON person.id IN (entry.approved_by, entry.second_approved_by)
    JOIN approval_limit ON approval_limit.role = person.role
    WHERE entry.id = new.entry AND (entry.event IN ('manual', 'transfer') OR entry.reverses IS NOT NULL)
        AND approval_limit.amount < (SELECT coalesce(sum(line.amount), 0) FROM line
            JOIN account ON account.code = line.account
            WHERE line.entry = new.entry AND line.amount > 0 AND account.nets_to_zero IS NULL);
END;

CREATE TABLE balance (
    fund BLOB NOT NULL REFERENCES fund (id),
    account TEXT NOT NULL REFERENCES account (code),
    period INTEGER NOT NULL REFERENCES period (id),
    debit INTEGER NOT NULL CHECK (debit >= 0),
    credit INTEGER NOT NULL CHECK (credit >= 0),
    PRIMARY KEY (fund, account, period)
) STRICT, WITHOUT ROWID;
CREATE INDEX balance_account ON balance (account);
CREATE INDEX balance_period ON balance (period);

CREATE TABLE voucher_draft (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    narration TEXT NOT NULL CHECK (narration <> ''),
    -- The lines as the command took them.
    content TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'posted', 'returned')),
    decided_by BLOB REFERENCES person (id),
    decided_at INTEGER,
    note TEXT NOT NULL DEFAULT '',
    entry BLOB REFERENCES entry (id),
    CHECK ((state = 'waiting') = (decided_by IS NULL))
) STRICT;
CREATE INDEX voucher_draft_made_by ON voucher_draft (made_by);
CREATE INDEX voucher_draft_decided_by ON voucher_draft (decided_by);
CREATE INDEX voucher_draft_entry ON voucher_draft (entry);
CREATE INDEX voucher_draft_state ON voucher_draft (state, day);

CREATE TABLE party (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'household', 'organisation')),
    -- As on the identity card; never split.
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL,
    -- The first and the family name as they are compared, to find people who may be the same.
    first_token TEXT NOT NULL,
    family_token TEXT NOT NULL,
    sex TEXT CHECK (sex IN ('male', 'female')),
    born_on INTEGER,
    -- One of the codes, or what an older register said.
    marital_status TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    governorate TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    district TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL DEFAULT '',
    building_no TEXT NOT NULL DEFAULT '',
    unit_no TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    additional_no TEXT NOT NULL DEFAULT '',
    short_address TEXT NOT NULL DEFAULT '',
    -- The party this one turned out to be; both rows stay.
    merged_into BLOB REFERENCES party (id) CHECK (merged_into <> id),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
, name_exception TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX party_first_token ON party (first_token);
CREATE INDEX party_family_token ON party (family_token);
CREATE INDEX party_merged_into ON party (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE party_identifier (
    -- The one record a party is known by.
    party BLOB PRIMARY KEY NOT NULL REFERENCES party (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'national_id', 'iqama', 'family_card', 'gcc_id', 'passport', 'travel_card', 'border_no', 'unified_no', 'licence_no')),
    -- Latin digits and capital letters, without spaces.
    number TEXT NOT NULL CHECK (number <> ''),
    expires_on INTEGER,
    -- When and by whom the original was seen.
    checked_on INTEGER,
    checked_by BLOB REFERENCES person (id),
    -- Why a supervisor let a number stand that another party has, or that fails its check digit.
    exception TEXT NOT NULL DEFAULT '',
    CHECK ((checked_on IS NULL) = (checked_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX party_identifier_number ON party_identifier (number, kind) WHERE exception = '';
CREATE INDEX party_identifier_any_number ON party_identifier (number);
CREATE INDEX party_identifier_checked_by ON party_identifier (checked_by);

CREATE TABLE party_contact (
    party BLOB NOT NULL REFERENCES party (id),
    kind TEXT NOT NULL CHECK (kind IN ('mobile', 'other_mobile', 'phone', 'email')),
    value TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (party, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_contact_value ON party_contact (value);

CREATE TABLE party_link (
    from_party BLOB NOT NULL REFERENCES party (id),
    to_party BLOB NOT NULL REFERENCES party (id),
    kind TEXT NOT NULL CHECK (kind IN ('head', 'spouse', 'child', 'parent', 'sibling', 'guardian', 'agent', 'member')),
    note TEXT NOT NULL DEFAULT '',
    since INTEGER NOT NULL,
    until INTEGER,
    PRIMARY KEY (from_party, to_party),
    CHECK (from_party <> to_party)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_link_to ON party_link (to_party, until);

CREATE TABLE case_file (
    party BLOB PRIMARY KEY NOT NULL REFERENCES party (id),
    file_no TEXT NOT NULL UNIQUE CHECK (file_no <> ''),
    -- The figure in the number, from which the next one is made.
    number INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL CHECK (status IN ('registered', 'active', 'suspended', 'graduated', 'closed')),
    status_since INTEGER NOT NULL,
    status_reason TEXT NOT NULL DEFAULT '',
    opened_on INTEGER NOT NULL,
    imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1)),
    target_group TEXT NOT NULL DEFAULT '',
    class TEXT NOT NULL DEFAULT '' CHECK (class IN ('', 'a', 'b', 'c', 'd')),
    -- A name; and the person of the office, where it is one.
    researcher_name TEXT NOT NULL DEFAULT '',
    researcher BLOB REFERENCES person (id),
    next_review_on INTEGER,
    -- People in the family, the head included; unknown until somebody says.
    family_size INTEGER CHECK (family_size BETWEEN 0 AND 99),
    monthly_income INTEGER CHECK (monthly_income >= 0),
    social_security INTEGER CHECK (social_security IN (0, 1)),
    social_security_amount INTEGER CHECK (social_security_amount >= 0),
    iban TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX case_file_number ON case_file (number);
CREATE INDEX case_file_researcher ON case_file (researcher);

CREATE TABLE file_shelf (
    party BLOB PRIMARY KEY NOT NULL REFERENCES case_file (party),
    file_no TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    search_fold TEXT NOT NULL,
    status TEXT NOT NULL,
    class TEXT NOT NULL,
    researcher_name TEXT NOT NULL,
    researcher BLOB,
    city TEXT NOT NULL,
    district TEXT NOT NULL,
    identity_masked TEXT NOT NULL,
    identity_expires_on INTEGER,
    mobile TEXT NOT NULL,
    family_size INTEGER,
    monthly_income INTEGER,
    social_security INTEGER,
    next_review_on INTEGER,
    opened_on INTEGER NOT NULL
) STRICT;
CREATE INDEX file_shelf_name ON file_shelf (
    name_fold, party, search_fold, status, class, researcher_name, city, social_security, identity_expires_on,
    next_review_on, family_size
);
CREATE INDEX file_shelf_number ON file_shelf (number, party);
CREATE INDEX file_shelf_review ON file_shelf (next_review_on, party);
CREATE INDEX file_shelf_expiry ON file_shelf (identity_expires_on, party);

CREATE TABLE case_note (
    party BLOB NOT NULL REFERENCES party (id),
    number INTEGER NOT NULL CHECK (number > 0),
    at INTEGER NOT NULL,
    by BLOB NOT NULL REFERENCES person (id),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (party, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_note_by ON case_note (by);

CREATE TABLE consent (
    party BLOB NOT NULL REFERENCES party (id),
    number INTEGER NOT NULL CHECK (number > 0),
    purpose TEXT NOT NULL CHECK (purpose IN ('keep', 'share', 'photo')),
    text_version TEXT NOT NULL,
    text TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('signed', 'spoken', 'electronic')),
    given_on INTEGER NOT NULL,
    withdrawn_on INTEGER,
    recorded_by BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (party, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_recorded_by ON consent (recorded_by);

CREATE TABLE duplicate_verdict (
    first BLOB NOT NULL REFERENCES party (id),
    second BLOB NOT NULL REFERENCES party (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('different', 'same')),
    points INTEGER NOT NULL CHECK (points BETWEEN 0 AND 100),
    reason TEXT NOT NULL,
    by BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (first, second),
    CHECK (first < second)
) STRICT, WITHOUT ROWID;
CREATE INDEX duplicate_verdict_second ON duplicate_verdict (second);
CREATE INDEX duplicate_verdict_by ON duplicate_verdict (by);

CREATE TABLE party_merge (
    merged BLOB NOT NULL REFERENCES party (id),
    number INTEGER NOT NULL CHECK (number > 0),
    kept BLOB NOT NULL REFERENCES party (id),
    reason TEXT NOT NULL,
    -- The kept party before and after, as JSON.
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    at INTEGER NOT NULL,
    by BLOB NOT NULL REFERENCES person (id),
    undone_at INTEGER,
    undone_by BLOB REFERENCES person (id),
    undone_reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (merged, number),
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX party_merge_kept ON party_merge (kept);
CREATE INDEX party_merge_by ON party_merge (by);
CREATE INDEX party_merge_undone_by ON party_merge (undone_by);

CREATE TABLE product (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE,
    -- The newest version; new loans are made by it.
    version INTEGER NOT NULL CHECK (version > 0),
    -- Whether new loans may be made by it.
    offered INTEGER NOT NULL CHECK (offered IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE product_version (
    product BLOB NOT NULL REFERENCES product (id),
    version INTEGER NOT NULL CHECK (version > 0),
    -- Limits and habits, as JSON.
    terms TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL,
    PRIMARY KEY (product, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_version_made_by ON product_version (made_by);

CREATE TABLE project (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    party BLOB NOT NULL REFERENCES party (id),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL,
    activity TEXT NOT NULL DEFAULT '',
    -- Nothing is paid out to a project that does not run.
    state TEXT NOT NULL CHECK (state IN ('running', 'halted', 'stopped', 'completed')),
    state_since INTEGER NOT NULL,
    state_reason TEXT NOT NULL DEFAULT '',
    opened_on INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX project_party ON project (party);
CREATE INDEX project_name ON project (name_fold, id);

CREATE TABLE loan (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    loan_no TEXT NOT NULL UNIQUE CHECK (loan_no <> ''),
    -- The Hijri year and the figure of a number the program gave; none for a number that came with an import.
    year INTEGER,
    number INTEGER,
    project BLOB NOT NULL REFERENCES project (id),
    party BLOB NOT NULL REFERENCES party (id),
    product BLOB NOT NULL REFERENCES product (id),
    product_version INTEGER NOT NULL CHECK (product_version > 0),
    fund BLOB NOT NULL REFERENCES fund (id),
    -- The whole amount as decided; what was paid out of it stands in the events.
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- The terms as decided, for the whole amount, as JSON.
    terms TEXT NOT NULL,
    purpose TEXT NOT NULL DEFAULT '',
    guarantee_kind TEXT CHECK (guarantee_kind IN (
        'social_security', 'project_team', 'guarantor', 'employer', 'group', 'other')),
    -- Who or what guarantees, in the words of the office.
    guarantee TEXT NOT NULL DEFAULT '',
    guarantee_until INTEGER,
    asked_by BLOB NOT NULL REFERENCES person (id),
    asked_at INTEGER NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('waiting', 'approved', 'rejected', 'cancelled')),
    -- Nobody of this office decided a loan that came with an import.
    decided_by BLOB REFERENCES person (id),
    decided_at INTEGER,
    decision_note TEXT NOT NULL DEFAULT '',
    imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1)),
    CHECK ((decision = 'waiting') = (decided_at IS NULL)),
    CHECK ((year IS NULL) = (number IS NULL)),
    -- Nobody decides what they asked for themselves; whoever asked may take it back.
    CHECK (decision <> 'approved' OR decided_by IS NULL OR decided_by <> asked_by)
) STRICT;
CREATE UNIQUE INDEX loan_number ON loan (year, number) WHERE year IS NOT NULL;
CREATE INDEX loan_project ON loan (project);
CREATE INDEX loan_party ON loan (party);
CREATE INDEX loan_product ON loan (product);
CREATE INDEX loan_fund ON loan (fund);
CREATE INDEX loan_asked_by ON loan (asked_by);
CREATE INDEX loan_decided_by ON loan (decided_by);
CREATE INDEX loan_waiting ON loan (asked_at) WHERE decision = 'waiting';

CREATE TABLE tranche (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    loan BLOB NOT NULL REFERENCES loan (id),
    no INTEGER NOT NULL CHECK (no > 0),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    kind TEXT NOT NULL CHECK (kind IN ('in_kind', 'cash')),
    supplier TEXT NOT NULL DEFAULT '',
    item TEXT NOT NULL DEFAULT '',
    invoice TEXT NOT NULL DEFAULT '',
    -- Only what is bought through a supplier is delivered.
    state TEXT NOT NULL CHECK (state IN ('planned', 'requested', 'approved', 'delivered', 'paid', 'verified', 'cancelled')),
    -- The event that made it owed by the borrower, while that event stands.
    event INTEGER CHECK (event > 0),
    UNIQUE (loan, no),
    CHECK (kind = 'in_kind' OR state <> 'delivered')
) STRICT;
CREATE INDEX tranche_state ON tranche (state, amount);

CREATE TABLE tranche_step (
    tranche BLOB NOT NULL REFERENCES tranche (id),
    place INTEGER NOT NULL CHECK (place > 0),
    -- The state it led to; taken_back, where a payout was undone.
    step TEXT NOT NULL CHECK (step IN (
        'planned', 'requested', 'approved', 'delivered', 'paid', 'verified', 'cancelled', 'taken_back')),
    on_day INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    method TEXT CHECK (method IN ('transfer', 'deposit', 'cheque', 'pos', 'standing', 'cash')),
    reference TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    -- The entry of the books this step made.
    entry BLOB REFERENCES entry (id), imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1)),
    PRIMARY KEY (tranche, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX tranche_step_made_by ON tranche_step (made_by);
CREATE INDEX tranche_step_entry ON tranche_step (entry) WHERE entry IS NOT NULL;

CREATE TRIGGER tranche_is_paid_by_another BEFORE INSERT ON tranche_step
WHEN new.step = 'paid' AND new.imported = 0
BEGIN
    SELECT RAISE(ABORT, 'refused: loans.own_payout')
    WHERE EXISTS (
        SELECT 1 FROM approval_hand
        WHERE subject = new.tranche AND step = 'loans.tranche' AND person = new.made_by
    );
END;

CREATE TABLE instalment (
    loan BLOB NOT NULL REFERENCES loan (id),
    -- The place in the plan, from 1; by due day.
    no INTEGER NOT NULL CHECK (no > 0),
    due INTEGER NOT NULL,
    principal INTEGER NOT NULL CHECK (principal >= 0),
    paid INTEGER NOT NULL CHECK (paid BETWEEN 0 AND principal),
    PRIMARY KEY (loan, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX instalment_due ON instalment (due, principal, paid);
CREATE INDEX instalment_unpaid ON instalment (due, loan, principal, paid) WHERE paid < principal;

CREATE TABLE loan_shelf (
    loan BLOB PRIMARY KEY NOT NULL REFERENCES loan (id),
    loan_no TEXT NOT NULL,
    -- The borrower as of today: where the file was merged into another, that one.
    party BLOB NOT NULL,
    borrower TEXT NOT NULL,
    borrower_fold TEXT NOT NULL,
    mobile TEXT NOT NULL,
    project BLOB NOT NULL,
    project_name TEXT NOT NULL,
    -- The number, the borrower with identity number, the project: folded.
    search_fold TEXT NOT NULL,
    fund BLOB NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN (
        'waiting', 'rejected', 'cancelled', 'approved', 'active', 'overpaid', 'closed', 'written_off')),
    amount INTEGER NOT NULL,
    paid_out INTEGER NOT NULL,
    -- Repaid on rows; what no row took is credit.
    repaid INTEGER NOT NULL,
    outstanding INTEGER NOT NULL CHECK (outstanding >= 0),
    credit INTEGER NOT NULL CHECK (credit >= 0),
    -- The earliest row with something owed. The loan is late on every day after its due day.
    next_due INTEGER,
    next_amount INTEGER NOT NULL DEFAULT 0,
    last_paid_on INTEGER,
    last_paid INTEGER NOT NULL DEFAULT 0,
    first_paid_out_on INTEGER,
    restructured INTEGER NOT NULL CHECK (restructured IN (0, 1)),
    imported INTEGER NOT NULL CHECK (imported IN (0, 1)),
    asked_at INTEGER NOT NULL,
    CHECK ((next_due IS NULL) = (outstanding = 0))
) STRICT;
CREATE INDEX loan_shelf_number ON loan_shelf (loan_no, loan);
CREATE INDEX loan_shelf_due ON loan_shelf (next_due, loan) WHERE next_due IS NOT NULL;
CREATE INDEX loan_shelf_outstanding ON loan_shelf (outstanding, loan);
CREATE INDEX loan_shelf_party ON loan_shelf (party);
CREATE INDEX loan_shelf_project ON loan_shelf (project);
CREATE INDEX loan_shelf_apart ON loan_shelf (fund, phase, credit, restructured, outstanding, paid_out, repaid, loan)
WHERE credit > 0 OR restructured = 1 OR phase = 'written_off';
CREATE INDEX loan_shelf_borrower ON loan_shelf (
    borrower_fold, loan, search_fold, phase, fund, party, project, next_due, restructured, outstanding
);
CREATE INDEX loan_shelf_standing ON loan_shelf (phase, fund, next_due, restructured, outstanding, paid_out, repaid);

CREATE TABLE approval_limit (
    role TEXT PRIMARY KEY NOT NULL CHECK (role IN ('researcher', 'supervisor', 'finance', 'committee', 'administrator')),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 900000000000000)
) STRICT, WITHOUT ROWID;

CREATE TABLE cheque (
    -- The entry that received it.
    received BLOB PRIMARY KEY NOT NULL REFERENCES entry (id),
    fund BLOB NOT NULL REFERENCES fund (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    -- The entry that moved it into the bank; it may have been taken back since.
    cleared BLOB REFERENCES entry (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cheque_fund ON cheque (fund);
CREATE UNIQUE INDEX cheque_cleared ON cheque (cleared) WHERE cleared IS NOT NULL;

CREATE TABLE import_run (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    file_name TEXT NOT NULL,
    file_sha256 BLOB NOT NULL CHECK (length(file_sha256) = 32),
    saved_at INTEGER NOT NULL,
    saved_by BLOB NOT NULL REFERENCES person (id),
    -- How the rows ended.
    ready INTEGER NOT NULL CHECK (ready >= 0),
    ask INTEGER NOT NULL CHECK (ask >= 0),
    refused INTEGER NOT NULL CHECK (refused >= 0),
    skipped INTEGER NOT NULL CHECK (skipped >= 0)
, asked INTEGER NOT NULL DEFAULT 0 CHECK (asked >= 0), after_line INTEGER NOT NULL DEFAULT 0 CHECK (after_line >= 0), remembered INTEGER NOT NULL DEFAULT 0 CHECK (remembered IN (0, 1)), taken_back_at INTEGER, taken_back_by BLOB REFERENCES person (id), subject TEXT NOT NULL DEFAULT 'beneficiaries'
    CHECK (subject IN ('beneficiaries', 'loans', 'openings', 'follow_up', 'case_registers'))) STRICT;
CREATE INDEX import_run_saved_by ON import_run (saved_by);
CREATE INDEX import_run_file ON import_run (file_sha256, saved_at);
CREATE INDEX import_run_saved_at ON import_run (saved_at);
CREATE INDEX import_run_taken_back_by ON import_run (taken_back_by) WHERE taken_back_by IS NOT NULL;

CREATE TRIGGER import_run_is_taken_back_by_another BEFORE UPDATE ON import_run
WHEN new.taken_back_at IS NOT NULL OR old.taken_back_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: importing.taken_back') WHERE old.taken_back_at IS NOT NULL;
    SELECT RAISE(ABORT, 'refused: importing.own_taking_back')
    WHERE new.taken_back_by IS NULL OR new.taken_back_by = old.saved_by;
    SELECT RAISE(ABORT, 'refused: approvals.approval_missing')
    WHERE NOT EXISTS (
        SELECT 1 FROM approval_request request
        JOIN approval ON approval.request = request.id
        WHERE request.subject = old.id AND request.step = 'importing.taking_back' AND request.state = 'approved'
            AND approval.person = new.taken_back_by
    );
END;

CREATE TRIGGER import_run_keeps_who_and_when BEFORE UPDATE ON import_run
WHEN (new.id, new.subject, new.file_name, new.file_sha256, new.saved_at, new.saved_by, new.ready, new.ask, new.refused,
        new.skipped, new.asked, new.after_line, new.remembered)
    <> (old.id, old.subject, old.file_name, old.file_sha256, old.saved_at, old.saved_by, old.ready, old.ask, old.refused,
        old.skipped, old.asked, old.after_line, old.remembered)
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only');
END;

CREATE TABLE import_refused_identity (
    run BLOB NOT NULL REFERENCES import_run (id),
    number TEXT NOT NULL CHECK (number <> ''),
    PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_version (
    subject TEXT NOT NULL CHECK (subject <> ''),
    id TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    changed_by BLOB NOT NULL REFERENCES person (id),
    changed_by_name TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (subject, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_version_changed_by ON record_version (changed_by);

CREATE TABLE status_change (
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    -- 1, 2, 3 … within the record, in the order in which it happened.
    number INTEGER NOT NULL CHECK (number > 0),
    -- Nothing for the status a record begins with.
    from_status TEXT CHECK (from_status <> ''),
    to_status TEXT NOT NULL CHECK (to_status <> ''),
    -- The civil day in Riyadh.
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    -- Unknown only for records whose beginning stood in no line of its own before this table was kept.
    by BLOB REFERENCES person (id),
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (subject_kind, subject, number),
    CHECK ((from_status IS NULL) = (number = 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX status_change_day ON status_change (subject_kind, day);
CREATE INDEX status_change_by ON status_change (by);

CREATE TRIGGER status_change_is_not_changed BEFORE UPDATE ON status_change
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only');
END;

CREATE TRIGGER status_change_follows BEFORE INSERT ON status_change
WHEN new.number <> (
        SELECT coalesce(max(number), 0) + 1 FROM status_change
        WHERE subject_kind = new.subject_kind AND subject = new.subject
    )
    OR new.from_status IS NOT (
        SELECT to_status FROM status_change
        WHERE subject_kind = new.subject_kind AND subject = new.subject
        ORDER BY number DESC LIMIT 1
    )
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only');
END;

CREATE TRIGGER status_change_is_not_removed BEFORE DELETE ON status_change
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only')
    WHERE NOT EXISTS (
        SELECT 1 FROM import_going going
        WHERE going.subject = old.subject AND going.kind = old.subject_kind
            AND going.kind IN ('file', 'guarantee', 'activity', 'commitment', 'request', 'assessment')
    );
END;

CREATE TABLE number_series (
    -- What is counted: file, loan …
    series TEXT NOT NULL CHECK (series <> ''),
    -- The year it is counted in; 0 for a series that never begins anew.
    year INTEGER NOT NULL CHECK (year >= 0),
    last INTEGER NOT NULL CHECK (last >= 0),
    PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER number_series_only_grows BEFORE UPDATE ON number_series
BEGIN
    SELECT RAISE(ABORT, 'refused: numbers.only_grow')
    WHERE new.last < old.last OR new.series <> old.series OR new.year <> old.year;
END;

CREATE TRIGGER number_series_stays BEFORE DELETE ON number_series
BEGIN
    SELECT RAISE(ABORT, 'refused: numbers.only_grow');
END;

CREATE TABLE approval_request (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    -- The step as the manifest of its feature names it: funds.voucher, loans.tranche …
    step TEXT NOT NULL CHECK (step <> ''),
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    -- 1, 2, 3 … of the requests for this step on this record.
    place INTEGER NOT NULL CHECK (place > 0),
    -- What limits are held against; none where no money is meant.
    amount INTEGER CHECK (amount >= 0),
    -- How many people beside who asked approve it.
    needed INTEGER NOT NULL CHECK (needed BETWEEN 1 AND 9),
    -- Whether nobody approves it above the limit of their role.
    limited INTEGER NOT NULL CHECK (limited IN (0, 1)),
    reason TEXT NOT NULL DEFAULT '',
    asked_by BLOB NOT NULL REFERENCES person (id),
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'returned', 'refused', 'withdrawn')),
    -- Unknown only for what fell away before this table was kept.
    closed_by BLOB REFERENCES person (id),
    closed_at INTEGER,
    -- Why it was returned, refused or taken back.
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (subject, step, place),
    CHECK ((state = 'waiting') = (closed_at IS NULL)),
    CHECK (state <> 'waiting' OR closed_by IS NULL)
) STRICT;
CREATE UNIQUE INDEX approval_request_waiting ON approval_request (subject, step) WHERE state = 'waiting';
CREATE INDEX approval_request_asked_by ON approval_request (asked_by, closed_at);
CREATE INDEX approval_request_closed_by ON approval_request (closed_by);

CREATE TRIGGER approval_request_begins_waiting BEFORE INSERT ON approval_request
BEGIN
    SELECT RAISE(ABORT, 'refused: database.recorded_already')
    WHERE EXISTS (SELECT 1 FROM approval_request WHERE id = new.id);
    SELECT RAISE(ABORT, 'refused: approvals.waits_already')
    WHERE EXISTS (
        SELECT 1 FROM approval_request WHERE subject = new.subject AND step = new.step AND state = 'waiting'
    );
    SELECT RAISE(ABORT, 'refused: approvals.append_only')
    WHERE new.state <> 'waiting' OR new.place <> 1 + (
        SELECT coalesce(max(place), 0) FROM approval_request WHERE subject = new.subject AND step = new.step
    );
END;

CREATE TRIGGER approval_request_is_closed_once BEFORE UPDATE ON approval_request
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only')
    WHERE (new.id, new.step, new.subject_kind, new.subject, new.place, coalesce(new.amount, -1), new.needed, new.limited,
           new.reason, new.asked_by, new.asked_at)
        <> (old.id, old.step, old.subject_kind, old.subject, old.place, coalesce(old.amount, -1), old.needed, old.limited,
            old.reason, old.asked_by, old.asked_at);
    SELECT RAISE(ABORT, 'refused: approvals.decided') WHERE old.state <> 'waiting';
    SELECT RAISE(ABORT, 'refused: approvals.append_only') WHERE new.state <> 'waiting' AND new.closed_by IS NULL;
    SELECT RAISE(ABORT, 'refused: approvals.own_request')
    WHERE new.state IN ('approved', 'returned', 'refused') AND new.closed_by = old.asked_by;
    SELECT RAISE(ABORT, 'refused: approvals.approval_missing')
    WHERE new.state = 'approved' AND old.needed > (SELECT count(*) FROM approval WHERE request = old.id);
END;

CREATE TRIGGER approval_request_is_not_removed BEFORE DELETE ON approval_request
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only');
END;

CREATE TABLE approval (
    request BLOB NOT NULL REFERENCES approval_request (id),
    place INTEGER NOT NULL CHECK (place > 0),
    person BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (request, place),
    UNIQUE (request, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX approval_person ON approval (person);

CREATE TRIGGER approval_is_anothers BEFORE INSERT ON approval
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.decided')
    WHERE NOT EXISTS (SELECT 1 FROM approval_request WHERE id = new.request AND state = 'waiting');
    SELECT RAISE(ABORT, 'refused: approvals.own_request')
    WHERE EXISTS (SELECT 1 FROM approval_request WHERE id = new.request AND asked_by = new.person);
    SELECT RAISE(ABORT, 'refused: approvals.answered_already')
    WHERE EXISTS (SELECT 1 FROM approval WHERE request = new.request AND person = new.person);
    SELECT RAISE(ABORT, 'refused: approvals.append_only')
    WHERE new.place <> 1 + (SELECT count(*) FROM approval WHERE request = new.request);
    SELECT RAISE(ABORT, 'refused: ledger.above_limit')
    FROM approval_request r
    JOIN person ON person.id = new.person
    JOIN approval_limit ON approval_limit.role = person.role
    WHERE r.id = new.request AND r.limited = 1 AND approval_limit.amount < r.amount;
END;

CREATE TRIGGER approval_is_not_changed BEFORE UPDATE ON approval
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only');
END;

CREATE TRIGGER approval_is_not_removed BEFORE DELETE ON approval
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only');
END;

CREATE TRIGGER approval_is_not_of_the_appraiser BEFORE INSERT ON approval
BEGIN
    SELECT RAISE(ABORT, 'refused: applications.own_appraisal')
    FROM approval_request r
    JOIN loan_application a ON a.id = r.subject OR a.loan = r.subject
    JOIN application_hand h ON h.application = a.id AND h.person = new.person
    WHERE r.id = new.request
        AND r.step IN ('applications.decision', 'applications.decision_above', 'loans.loan');
END;

CREATE TRIGGER approval_is_not_of_the_buyer BEFORE INSERT ON approval
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.own_order')
    FROM approval_request r
    JOIN purchase_hand h ON h.purchase = r.subject AND h.person = new.person
    WHERE r.id = new.request AND r.step = 'purchases.order';
END;

CREATE TABLE document (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    -- Which record it hangs on: a kind of record, as its feature names it, and the record's identifier.
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('identity', 'family_card', 'income', 'social_security', 'address', 'photo', 'consent',
        'contract', 'invoice', 'receipt', 'transfer', 'guarantee', 'other')),
    title TEXT NOT NULL CHECK (title <> ''),
    -- As it was called where it came from; unknown for what was attached before names were kept.
    file_name TEXT NOT NULL DEFAULT '',
    mime TEXT NOT NULL CHECK (mime IN ('application/pdf', 'image/png', 'image/jpeg')),
    size INTEGER NOT NULL CHECK (size > 0),
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    added_at INTEGER NOT NULL,
    added_by BLOB NOT NULL REFERENCES person (id),
    removed_at INTEGER,
    removed_by BLOB REFERENCES person (id),
    removed_reason TEXT NOT NULL DEFAULT '',
    -- The last day on which it holds, where it ends. That it has ended is never written: it follows from the day.
    expires_on INTEGER,
    review TEXT NOT NULL DEFAULT 'not_reviewed' CHECK (review IN ('not_reviewed', 'genuine', 'doubtful', 'rejected')),
    reviewed_at INTEGER,
    reviewed_by BLOB REFERENCES person (id),
    review_method TEXT CHECK (review_method IN ('original_seen', 'issuer_asked', 'electronic_service', 'site_seen', 'other')),
    review_note TEXT NOT NULL DEFAULT '',
    CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
    CHECK ((review = 'not_reviewed') = (reviewed_at IS NULL)),
    CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL)),
    CHECK ((reviewed_at IS NULL) = (review_method IS NULL)),
    -- One pair of eyes is none.
    CHECK (reviewed_by IS NULL OR reviewed_by <> added_by)
) STRICT;
CREATE INDEX document_subject ON document (subject_kind, subject, added_at);
CREATE INDEX document_added_by ON document (added_by);
CREATE INDEX document_removed_by ON document (removed_by);
CREATE INDEX document_reviewed_by ON document (reviewed_by);

CREATE TABLE document_content (
    document BLOB PRIMARY KEY NOT NULL REFERENCES document (id),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE file_merge (
    -- As in `party_merge`.
    merged BLOB NOT NULL REFERENCES party (id),
    number INTEGER NOT NULL CHECK (number > 0),
    -- What the kept file said before and after, as JSON.
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (merged, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE integrity_notice (
    -- 1, 2, 3 … in the order in which they were found.
    number INTEGER PRIMARY KEY NOT NULL CHECK (number > 0),
    found_at INTEGER NOT NULL,
    -- The key of its sentence.
    kind TEXT NOT NULL CHECK (kind <> ''),
    -- What tells it apart from others of its kind: a seal, a record and its field.
    subject TEXT NOT NULL,
    -- What fills the sentence, as JSON.
    args TEXT NOT NULL,
    acknowledged_by BLOB REFERENCES person (id),
    acknowledged_at INTEGER,
    word TEXT NOT NULL DEFAULT '',
    CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL)),
    CHECK ((acknowledged_by IS NULL) = (word = ''))
) STRICT;
CREATE INDEX integrity_notice_by ON integrity_notice (acknowledged_by);

CREATE TRIGGER integrity_notice_is_answered_once BEFORE UPDATE ON integrity_notice
WHEN old.acknowledged_by IS NOT NULL OR (new.number, new.found_at, new.kind, new.subject, new.args)
    <> (old.number, old.found_at, old.kind, old.subject, old.args)
BEGIN
    SELECT RAISE(ABORT, 'refused: audit.append_only');
END;

CREATE TRIGGER integrity_notice_is_not_removed BEFORE DELETE ON integrity_notice
BEGIN
    SELECT RAISE(ABORT, 'refused: audit.append_only');
END;

CREATE TABLE import_waiting (
    run BLOB NOT NULL REFERENCES import_run (id),
    -- The order they are posted in.
    place INTEGER NOT NULL CHECK (place > 0),
    kind TEXT NOT NULL CHECK (kind IN ('paid_out', 'paid_back', 'reversed')),
    -- The row of its sheet; 0 where the row of the loan itself tells of it.
    sheet_row INTEGER NOT NULL CHECK (sheet_row >= 0),
    loan_no TEXT NOT NULL CHECK (loan_no <> ''),
    fund BLOB NOT NULL REFERENCES fund (id),
    on_day INTEGER NOT NULL,
    -- Without a sign.
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- The judged row, as JSON.
    content TEXT NOT NULL, sheet TEXT NOT NULL DEFAULT '', sheet_column TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_waiting_fund ON import_waiting (fund);

CREATE TRIGGER import_waiting_is_complete BEFORE INSERT ON import_waiting
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only')
    WHERE EXISTS (SELECT 1 FROM approval_request WHERE subject = new.run AND step = 'importing.movements');
END;

CREATE TRIGGER import_waiting_is_not_changed BEFORE UPDATE ON import_waiting
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only');
END;

CREATE TRIGGER import_waiting_is_not_removed BEFORE DELETE ON import_waiting
BEGIN
    SELECT RAISE(ABORT, 'refused: approvals.append_only')
    WHERE EXISTS (
        SELECT 1 FROM approval_request WHERE subject = old.run AND step = 'importing.movements' AND state = 'waiting'
    );
END;

CREATE TABLE loan_event (
    loan BLOB NOT NULL REFERENCES loan (id),
    -- The order of entry within the loan.
    place INTEGER NOT NULL CHECK (place > 0),
    -- The value day; it may lie before that of events entered earlier.
    on_day INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'repay', 'refund', 'undo', 'fee', 'waive_fee', 'tranche', 'shift', 'extend', 'defer', 're_amortise', 're_age',
        'pause', 'resume', 'write_off', 'recover', 'forgive')),
    -- Of events that have one; zero otherwise.
    amount INTEGER NOT NULL CHECK (amount >= 0),
    -- The same key twice in one loan adds nothing.
    key TEXT,
    -- The event as the engine takes it, as JSON.
    content TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    method TEXT CHECK (method IN ('transfer', 'deposit', 'cheque', 'pos', 'standing', 'cash')),
    reference TEXT NOT NULL DEFAULT '',
    -- The number on the receipt handed out before this program; empty where the voucher of the entry is the receipt.
    receipt TEXT NOT NULL DEFAULT '',
    -- Who brought the money, where it was not the borrower.
    payer TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    -- Its entry of the books; none where it moved no money, or lies before the opening day, whose balances hold it.
    entry BLOB REFERENCES entry (id),
    -- The undo that took it back. The only column that is ever written later.
    undone_by INTEGER CHECK (undone_by > place),
    imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1)),
    PRIMARY KEY (loan, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_event_day ON loan_event (on_day, kind, undone_by, amount);
CREATE INDEX loan_event_made_by ON loan_event (made_by);
CREATE INDEX loan_event_entry ON loan_event (entry) WHERE entry IS NOT NULL;
CREATE INDEX loan_event_receipt ON loan_event (receipt) WHERE receipt <> '';

CREATE TRIGGER loan_event_is_not_removed BEFORE DELETE ON loan_event
BEGIN
    SELECT RAISE(ABORT, 'refused: loans.append_only')
    WHERE NOT EXISTS (
        SELECT 1 FROM import_going going
        WHERE going.subject = old.loan AND going.kind = 'event' AND going.place = old.place
    );
END;

CREATE TRIGGER loan_event_is_not_changed BEFORE UPDATE ON loan_event
BEGIN
    SELECT RAISE(ABORT, 'refused: loans.append_only')
    WHERE (new.loan, new.place, new.on_day, new.kind, new.amount, coalesce(new.key, ''), new.content, new.made_by,
            new.recorded_at, coalesce(new.method, ''), new.reference, new.receipt, new.payer, new.note,
            coalesce(new.entry, x''))
        <> (old.loan, old.place, old.on_day, old.kind, old.amount, coalesce(old.key, ''), old.content, old.made_by,
            old.recorded_at, coalesce(old.method, ''), old.reference, old.receipt, old.payer, old.note,
            coalesce(old.entry, x''));
    SELECT RAISE(ABORT, 'refused: loans.append_only')
    WHERE old.undone_by IS NOT NULL
        AND (new.undone_by IS NOT NULL OR NOT EXISTS (
            SELECT 1 FROM import_going going
            WHERE going.subject = old.loan AND going.kind = 'event' AND going.place = old.undone_by
        ));
END;

CREATE TABLE loan_request (
    id BLOB PRIMARY KEY NOT NULL REFERENCES approval_request (id),
    loan BLOB NOT NULL REFERENCES loan (id),
    -- What is owed is given up, as the committee decides, or only laid out anew.
    kind TEXT NOT NULL CHECK (kind IN ('refund', 'forgive', 'undo', 'change', 'give_up')),
    -- The value day.
    on_day INTEGER NOT NULL,
    -- Of an undo, that of its event, which may have none; of a change, what is given up by it.
    amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 900000000000000),
    -- Of a refund.
    method TEXT CHECK (method IN ('transfer', 'deposit', 'cheque', 'pos', 'standing', 'cash')),
    reference TEXT NOT NULL DEFAULT '',
    -- The event an undo takes back.
    place INTEGER CHECK (place > 0),
    -- The change, as JSON.
    content TEXT,
    cause TEXT,
    -- The rows that are open before it and after it, as JSON: what was proposed, and nothing else is approved.
    plan TEXT,
    CHECK ((kind = 'refund') = (method IS NOT NULL)),
    CHECK ((kind = 'undo') = (place IS NOT NULL)),
    CHECK (kind IN ('undo', 'change') OR amount > 0),
    CHECK ((kind IN ('change', 'give_up')) = (content IS NOT NULL)),
    CHECK ((content IS NULL) = (cause IS NULL) AND (content IS NULL) = (plan IS NULL))
) STRICT;
CREATE INDEX loan_request_loan ON loan_request (loan);

CREATE TABLE loan_deferral (
    id BLOB PRIMARY KEY NOT NULL,
    -- The value day of the events.
    on_day INTEGER NOT NULL,
    -- Which instalments: the first of each loan that falls due in these days.
    due_from INTEGER NOT NULL,
    due_until INTEGER NOT NULL CHECK (due_until >= due_from),
    fund BLOB REFERENCES fund (id),
    product BLOB REFERENCES product (id),
    periods INTEGER NOT NULL CHECK (periods BETWEEN 1 AND 24),
    cause TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX loan_deferral_product ON loan_deferral (product);
CREATE INDEX loan_deferral_fund ON loan_deferral (fund);

CREATE TABLE loan_deferral_loan (
    deferral BLOB NOT NULL REFERENCES loan_deferral (id),
    loan BLOB NOT NULL REFERENCES loan (id),
    from_due INTEGER NOT NULL,
    -- As of a request.
    plan TEXT NOT NULL,
    PRIMARY KEY (deferral, loan)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_deferral_loan_loan ON loan_deferral_loan (loan);

CREATE TABLE guarantee_kind (
    code TEXT PRIMARY KEY NOT NULL CHECK (code IN (
        'social_security', 'project_team', 'guarantor', 'employer', 'group', 'other')),
    place INTEGER NOT NULL UNIQUE,
    -- Who stands for the loan: the borrower by a fact in the file, a person with an identity number, or a text.
    stands TEXT NOT NULL CHECK (stands IN ('fact', 'person', 'text')),
    -- What whoever verifies says they have seen, one by one.
    checks TEXT NOT NULL,
    needs_income INTEGER NOT NULL CHECK (needs_income IN (0, 1)),
    needs_residence INTEGER NOT NULL CHECK (needs_residence IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE guarantee (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    loan BLOB NOT NULL REFERENCES loan (id),
    -- 1, 2, 3 … of the loan.
    no INTEGER NOT NULL CHECK (no > 0),
    kind TEXT NOT NULL REFERENCES guarantee_kind (code),
    -- Who guarantees, where it is a person.
    party BLOB REFERENCES party (id),
    -- Who or what guarantees, in the words of the office.
    said TEXT NOT NULL DEFAULT '',
    -- A month, in halalas.
    income INTEGER CHECK (income BETWEEN 0 AND 900000000000000),
    residence_months INTEGER CHECK (residence_months BETWEEN 0 AND 1200),
    -- The last day it holds, where it has one. That it has expired follows from the day.
    until_day INTEGER,
    -- That it is released with its loan follows from the loan.
    state TEXT NOT NULL CHECK (state IN ('proposed', 'verified', 'called', 'released')),
    proposed_by BLOB NOT NULL REFERENCES person (id),
    proposed_at INTEGER NOT NULL,
    verified_by BLOB REFERENCES person (id),
    verified_at INTEGER,
    -- What was seen, of the checks of its kind.
    checked TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    -- The one it came instead of.
    replaces BLOB REFERENCES guarantee (id),
    ended_by BLOB REFERENCES person (id),
    ended_at INTEGER,
    ended_reason TEXT NOT NULL DEFAULT '',
    -- Whether the loan said so before guarantees were records, or said it when it was asked for.
    of_loan INTEGER NOT NULL DEFAULT 0 CHECK (of_loan IN (0, 1)), imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1)),
    UNIQUE (loan, no),
    CHECK ((verified_by IS NULL) = (verified_at IS NULL)),
    CHECK (state <> 'proposed' OR verified_by IS NULL),
    CHECK (state <> 'verified' OR verified_by IS NOT NULL OR of_loan = 1),
    CHECK ((state IN ('called', 'released')) = (ended_at IS NOT NULL)),
    CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
    -- Nobody says of a guarantee they brought that it holds.
    CHECK (verified_by IS NULL OR verified_by <> proposed_by)
) STRICT;
CREATE INDEX guarantee_party ON guarantee (party) WHERE party IS NOT NULL;
CREATE INDEX guarantee_kind_of ON guarantee (kind);
CREATE INDEX guarantee_replaces ON guarantee (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX guarantee_proposed_by ON guarantee (proposed_by);
CREATE INDEX guarantee_verified_by ON guarantee (verified_by);
CREATE INDEX guarantee_ended_by ON guarantee (ended_by);

CREATE TRIGGER guarantee_ends_once BEFORE UPDATE ON guarantee
WHEN old.state IN ('called', 'released')
BEGIN
    SELECT RAISE(ABORT, 'refused: guarantees.ended');
END;

CREATE TRIGGER guarantee_stays BEFORE DELETE ON guarantee
BEGIN
    SELECT RAISE(ABORT, 'refused: guarantees.stays')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'guarantee' AND going.subject = old.id);
END;

CREATE TABLE guarantee_rule (
    product BLOB PRIMARY KEY NOT NULL REFERENCES product (id),
    -- As JSON.
    terms TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX guarantee_rule_made_by ON guarantee_rule (made_by);

CREATE TABLE promissory_note (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    loan BLOB NOT NULL REFERENCES loan (id),
    note_no TEXT NOT NULL UNIQUE CHECK (note_no <> ''),
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- At sight where none is named.
    due_on INTEGER,
    issued_on INTEGER NOT NULL,
    place_of_issue TEXT NOT NULL CHECK (place_of_issue <> ''),
    place_of_payment TEXT NOT NULL CHECK (place_of_payment <> ''),
    drawn_by BLOB NOT NULL REFERENCES person (id),
    drawn_at INTEGER NOT NULL,
    -- Signed by the borrower, and where the paper lies.
    signed_on INTEGER,
    kept_at TEXT NOT NULL DEFAULT '',
    signed_told_by BLOB REFERENCES person (id),
    -- Handed back to whoever made it, or void before that, with the reason.
    ended TEXT CHECK (ended IN ('returned', 'void')),
    ended_on INTEGER,
    ended_note TEXT NOT NULL DEFAULT '',
    ended_by BLOB REFERENCES person (id),
    UNIQUE (year, number),
    CHECK ((signed_on IS NULL) = (signed_told_by IS NULL)),
    CHECK ((ended IS NULL) = (ended_on IS NULL)),
    CHECK ((ended IS NULL) = (ended_by IS NULL)),
    CHECK (ended <> 'returned' OR signed_on IS NOT NULL)
) STRICT;
CREATE INDEX promissory_note_loan ON promissory_note (loan);
CREATE INDEX promissory_note_drawn_by ON promissory_note (drawn_by);
CREATE INDEX promissory_note_told_by ON promissory_note (signed_told_by);
CREATE INDEX promissory_note_ended_by ON promissory_note (ended_by);

CREATE TRIGGER promissory_note_stays BEFORE DELETE ON promissory_note
BEGIN
    SELECT RAISE(ABORT, 'refused: guarantees.stays');
END;

CREATE TABLE reading_kind (
    code TEXT PRIMARY KEY NOT NULL CHECK (code <> ''),
    name TEXT NOT NULL DEFAULT '',
    -- Of what so many are counted: meals a week. Empty where the words of the program say it.
    unit TEXT NOT NULL DEFAULT '',
    -- Whole halalas, or a whole number.
    measure TEXT NOT NULL CHECK (measure IN ('money', 'count')),
    below_zero INTEGER NOT NULL DEFAULT 0 CHECK (below_zero IN (0, 1)),
    place INTEGER NOT NULL,
    -- Whether new visits ask for it; what was read stays.
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE reading_asked (
    kind TEXT NOT NULL REFERENCES reading_kind (code),
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    PRIMARY KEY (kind, subject_kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    -- The code on its form.
    activity_no TEXT NOT NULL UNIQUE CHECK (activity_no <> ''),
    kind TEXT NOT NULL CHECK (kind IN (
        'interview', 'visit', 'call', 'session', 'inspection', 'mentoring', 'committee_check')),
    -- The record it is about, as its feature names it; the name it had when it was planned, and whom it is about.
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    subject_name TEXT NOT NULL,
    party BLOB REFERENCES party (id),
    -- The number, the name of the person, the name of the record: folded.
    search_fold TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'reviewed', 'missed', 'cancelled')),
    planned_on INTEGER NOT NULL,
    -- Nobody had planned it: it is no visit that could be late.
    unplanned INTEGER NOT NULL DEFAULT 0 CHECK (unplanned IN (0, 1)),
    -- Who is to go, and who planned it.
    researcher BLOB NOT NULL REFERENCES person (id),
    planned_by BLOB NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL DEFAULT '',
    -- Takes the place of one that was missed, or was planned when that one was recorded.
    comes_from BLOB REFERENCES activity (id),
    -- Why it was missed or called off.
    reason TEXT NOT NULL DEFAULT '',
    done_on INTEGER,
    done_by BLOB REFERENCES person (id),
    recorded_by BLOB REFERENCES person (id),
    recorded_at INTEGER,
    place TEXT NOT NULL DEFAULT '',
    present TEXT NOT NULL DEFAULT '',
    findings TEXT NOT NULL DEFAULT '',
    signal TEXT CHECK (signal IN ('sound', 'watch', 'distress')),
    -- It was late when another one was made at the same place, which tells of both.
    closed_with BLOB REFERENCES activity (id) CHECK (closed_with <> id),
    action TEXT NOT NULL DEFAULT '',
    action_owner BLOB REFERENCES person (id),
    action_due INTEGER,
    action_done_on INTEGER,
    action_done_by BLOB REFERENCES person (id),
    action_note TEXT NOT NULL DEFAULT '',
    reviewed_by BLOB REFERENCES person (id),
    reviewed_at INTEGER,
    review_note TEXT NOT NULL DEFAULT '', from_register TEXT CHECK (from_register IN ('past', 'judged')),
    CHECK ((state IN ('done', 'reviewed')) = (done_on IS NOT NULL)),
    CHECK ((done_on IS NULL) = (done_by IS NULL)),
    CHECK ((done_on IS NULL) = (recorded_by IS NULL)),
    CHECK ((done_on IS NULL) = (recorded_at IS NULL)),
    CHECK ((state IN ('missed', 'cancelled')) = (reason <> '')),
    CHECK (signal IS NULL OR (done_on IS NOT NULL AND closed_with IS NULL)),
    CHECK (closed_with IS NULL OR done_on IS NOT NULL),
    CHECK ((action = '') = (action_owner IS NULL)),
    CHECK ((action = '') = (action_due IS NULL)),
    CHECK (action_done_on IS NULL OR action <> ''),
    CHECK ((action_done_on IS NULL) = (action_done_by IS NULL)),
    -- Distress says what was seen, what is done about it, by whom and until when.
    CHECK (signal IS NULL OR signal <> 'distress' OR (findings <> '' AND action <> '')),
    CHECK ((state = 'reviewed') = (reviewed_by IS NOT NULL)),
    CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL)),
    -- Who was there, and who wrote it down, does not say that it is well.
    CHECK (reviewed_by IS NULL OR (reviewed_by <> done_by AND reviewed_by <> recorded_by))
) STRICT;
CREATE INDEX activity_planned ON activity (state, planned_on);
CREATE INDEX activity_by_day ON activity (planned_on, state, done_on, researcher);
CREATE INDEX activity_done ON activity (done_on) WHERE done_on IS NOT NULL;
CREATE INDEX activity_subject ON activity (subject_kind, subject, planned_on);
CREATE INDEX activity_party ON activity (party);
CREATE INDEX activity_signal ON activity (signal, state) WHERE signal IS NOT NULL;
CREATE INDEX activity_researcher ON activity (researcher, state, planned_on);
CREATE INDEX activity_planned_by ON activity (planned_by);
CREATE INDEX activity_done_by ON activity (done_by);
CREATE INDEX activity_recorded_by ON activity (recorded_by);
CREATE INDEX activity_reviewed_by ON activity (reviewed_by);
CREATE INDEX activity_comes_from ON activity (comes_from);
CREATE INDEX activity_closed_with ON activity (closed_with);
CREATE INDEX activity_action_owner ON activity (action_owner, action_done_on, action_due);
CREATE INDEX activity_action_done_by ON activity (action_done_by);
CREATE INDEX activity_contact ON activity (party, done_on) WHERE done_on IS NOT NULL;
CREATE INDEX activity_coming ON activity (party, planned_on) WHERE state = 'planned';

CREATE TABLE activity_reading (
    activity BLOB NOT NULL REFERENCES activity (id),
    kind TEXT NOT NULL REFERENCES reading_kind (code),
    value INTEGER,
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (activity, kind),
    CHECK ((value IS NULL) = (reason <> ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_reading_kind ON activity_reading (kind);

CREATE TABLE commitment (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    subject_name TEXT NOT NULL,
    party BLOB REFERENCES party (id),
    search_fold TEXT NOT NULL,
    -- Whose promise it is.
    side TEXT NOT NULL CHECK (side IN ('beneficiary', 'association')),
    text TEXT NOT NULL CHECK (text <> ''),
    due INTEGER NOT NULL,
    -- Who of the office sees to a promise of the association.
    keeper BLOB REFERENCES person (id),
    -- Late is never written: it follows from the day.
    state TEXT NOT NULL CHECK (state IN ('open', 'met', 'excused')),
    met_on INTEGER,
    evidence TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    -- The activity in which it was agreed, and the promise it waits for.
    activity BLOB REFERENCES activity (id),
    depends_on BLOB REFERENCES commitment (id) CHECK (depends_on <> id),
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id), from_register TEXT CHECK (from_register IN ('past', 'judged')),
    CHECK ((state = 'met') = (met_on IS NOT NULL)),
    CHECK ((state = 'excused') = (reason <> '')),
    CHECK ((side = 'association') = (keeper IS NOT NULL))
) STRICT;
CREATE INDEX commitment_subject ON commitment (subject_kind, subject, due);
CREATE INDEX commitment_due ON commitment (state, side, due);
CREATE INDEX commitment_by_day ON commitment (due);
CREATE INDEX commitment_party ON commitment (party);
CREATE INDEX commitment_keeper ON commitment (keeper, state, due);
CREATE INDEX commitment_activity ON commitment (activity);
CREATE INDEX commitment_depends_on ON commitment (depends_on);
CREATE INDEX commitment_made_by ON commitment (made_by);

CREATE TABLE activity_kept (
    activity BLOB NOT NULL REFERENCES activity (id),
    no INTEGER NOT NULL CHECK (no > 0),
    side TEXT NOT NULL CHECK (side IN ('beneficiary', 'association')),
    text TEXT NOT NULL CHECK (text <> ''),
    commitment BLOB REFERENCES commitment (id),
    kept TEXT NOT NULL CHECK (kept IN ('kept', 'partly', 'broken')),
    PRIMARY KEY (activity, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_kept_commitment ON activity_kept (commitment);

CREATE TABLE hold (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    -- A loan that goes with its import takes along what opened by itself on it.
    loan BLOB NOT NULL REFERENCES loan (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('open', 'released')),
    opened_on INTEGER NOT NULL,
    -- Who recorded what opened it; nobody where a day did.
    opened_by BLOB REFERENCES person (id),
    -- The decision that ended it, by whom and when.
    decision BLOB REFERENCES approval_request (id),
    released_on INTEGER,
    released_by BLOB REFERENCES person (id),
    CHECK ((state = 'released') = (released_on IS NOT NULL)),
    CHECK ((released_on IS NULL) = (released_by IS NULL)),
    CHECK ((released_on IS NULL) = (decision IS NULL))
) STRICT;
CREATE INDEX hold_loan ON hold (loan, opened_on);
CREATE UNIQUE INDEX hold_open ON hold (loan) WHERE state = 'open';
CREATE INDEX hold_opened_by ON hold (opened_by);
CREATE INDEX hold_decision_of ON hold (decision);
CREATE INDEX hold_released_by ON hold (released_by);

CREATE TRIGGER hold_stays BEFORE DELETE ON hold
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.subject = old.loan);
END;

CREATE TRIGGER hold_ends_once BEFORE UPDATE ON hold
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only')
    WHERE old.state = 'released' OR new.loan <> old.loan OR new.opened_on <> old.opened_on;
    SELECT RAISE(ABORT, 'refused: holds.visitor')
    WHERE new.released_by = old.opened_by
        OR EXISTS (
            SELECT 1 FROM hold_cause
            WHERE hold = old.id AND (seen_by = new.released_by OR told_by = new.released_by)
        );
    -- Whoever proposed how it ends does not end it, whatever asks for it.
    SELECT RAISE(ABORT, 'refused: holds.own_decision')
    WHERE EXISTS (SELECT 1 FROM approval_request WHERE id = new.decision AND asked_by = new.released_by);
END;

CREATE TABLE hold_decision (
    id BLOB PRIMARY KEY NOT NULL REFERENCES approval_request (id),
    hold BLOB NOT NULL REFERENCES hold (id),
    kind TEXT NOT NULL CHECK (kind IN ('coach_resume', 'reschedule', 'stop')),
    on_day INTEGER NOT NULL,
    -- What is done so that it goes well: a line each.
    interventions TEXT NOT NULL DEFAULT '',
    -- Of a stop: what was bought with the loan, and where it is.
    assets TEXT NOT NULL DEFAULT '',
    -- Of a rescheduling: the change of the loan and the plan it leads to, as JSON.
    content TEXT,
    plan TEXT,
    CHECK ((kind = 'reschedule') = (content IS NOT NULL)),
    CHECK ((content IS NULL) = (plan IS NULL))
) STRICT;
CREATE INDEX hold_decision_hold ON hold_decision (hold);

CREATE TRIGGER hold_decision_is_not_changed BEFORE UPDATE ON hold_decision
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only');
END;

CREATE TRIGGER hold_decision_stays BEFORE DELETE ON hold_decision
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only');
END;

CREATE TABLE hold_cause (
    hold BLOB NOT NULL REFERENCES hold (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN (
        'dpd', 'visit_missed', 'signal', 'purchase_unverified', 'commitment_late', 'guarantee_expired', 'sales_down',
        'told')),
    -- The record it is about, or the day of an arrear or a reading. The same pair is judged once.
    reference TEXT NOT NULL CHECK (reference <> ''),
    since INTEGER NOT NULL,
    found_on INTEGER NOT NULL,
    -- Of a signal: who saw it, and who wrote it down; of what was told: who told it. Neither ends the hold.
    seen_by BLOB REFERENCES person (id),
    told_by BLOB REFERENCES person (id),
    side TEXT CHECK (side IN ('beneficiary', 'association', 'market')),
    said TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (hold, kind, reference),
    CHECK ((kind = 'told') = (side IS NOT NULL)),
    CHECK ((kind = 'told') = (said <> '')),
    CHECK (kind <> 'told' OR told_by IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_cause_seen_by ON hold_cause (seen_by);
CREATE INDEX hold_cause_told_by ON hold_cause (told_by);

CREATE TRIGGER hold_cause_is_not_changed BEFORE UPDATE ON hold_cause
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only');
END;

CREATE TRIGGER hold_cause_stays BEFORE DELETE ON hold_cause
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only')
    WHERE EXISTS (
        SELECT 1 FROM hold h
        WHERE h.id = old.hold AND NOT EXISTS (SELECT 1 FROM import_going going WHERE going.subject = h.loan)
    );
END;

CREATE TABLE hold_step (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    hold BLOB NOT NULL REFERENCES hold (id),
    text TEXT NOT NULL CHECK (text <> ''),
    side TEXT NOT NULL CHECK (side IN ('beneficiary', 'association')),
    -- Who of the office does it, or sees to it that the borrower does.
    owner BLOB NOT NULL REFERENCES person (id),
    due INTEGER NOT NULL,
    -- The day that was named first; later than it says that the step was put off.
    first_due INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    settled_on INTEGER,
    -- What came of it, or why it is not done.
    outcome TEXT NOT NULL DEFAULT '',
    settled_by BLOB REFERENCES person (id),
    added_by BLOB NOT NULL REFERENCES person (id),
    added_on INTEGER NOT NULL,
    CHECK ((state = 'open') = (settled_on IS NULL)),
    CHECK ((settled_on IS NULL) = (settled_by IS NULL)),
    CHECK (state = 'open' OR outcome <> '')
) STRICT;
CREATE INDEX hold_step_hold ON hold_step (hold, due);
CREATE INDEX hold_step_owner ON hold_step (owner, due) WHERE state = 'open';
CREATE INDEX hold_step_of ON hold_step (owner);
CREATE INDEX hold_step_settled_by ON hold_step (settled_by);
CREATE INDEX hold_step_added_by ON hold_step (added_by);

CREATE TRIGGER hold_step_is_settled_once BEFORE UPDATE ON hold_step
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only')
    WHERE old.state <> 'open' OR new.hold <> old.hold OR new.first_due <> old.first_due;
END;

CREATE TRIGGER hold_step_stays BEFORE DELETE ON hold_step
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only');
END;

CREATE TABLE hold_rule (
    version INTEGER PRIMARY KEY NOT NULL CHECK (version >= 1),
    content TEXT NOT NULL,
    -- The decision it rests on.
    reason TEXT NOT NULL CHECK (reason <> ''),
    set_by BLOB NOT NULL REFERENCES person (id),
    set_at INTEGER NOT NULL
) STRICT;
CREATE INDEX hold_rule_set_by ON hold_rule (set_by);

CREATE TRIGGER hold_rule_is_not_changed BEFORE UPDATE ON hold_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only');
END;

CREATE TRIGGER hold_rule_stays BEFORE DELETE ON hold_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: holds.append_only');
END;

CREATE TABLE purchase (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    loan BLOB NOT NULL REFERENCES loan (id),
    -- Whose money pays for it.
    tranche BLOB NOT NULL REFERENCES tranche (id),
    title TEXT NOT NULL CHECK (title <> ''),
    -- For which line of the budget, in words, where somebody said so.
    budget_line TEXT CHECK (budget_line <> ''),
    state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'ordered', 'part', 'came', 'verified', 'cancelled')),
    -- The day the supplier is to deliver by.
    due_on INTEGER,
    -- Why the cheapest quote was not taken.
    reason TEXT NOT NULL DEFAULT '',
    -- Of the quote that was taken, once it is ordered.
    supplier BLOB REFERENCES party (id),
    amount INTEGER CHECK (amount BETWEEN 1 AND 900000000000000),
    order_no TEXT UNIQUE CHECK (order_no <> ''),
    ordered_on INTEGER,
    search_fold TEXT NOT NULL,
    begun_by BLOB NOT NULL REFERENCES person (id),
    begun_at INTEGER NOT NULL,
    -- Another person than who recorded what came has seen it.
    verified_by BLOB REFERENCES person (id),
    verified_on INTEGER,
    verified_note TEXT NOT NULL DEFAULT '',
    -- Who did not want it any more.
    ended_why TEXT CHECK (ended_why IN ('ours', 'supplier')),
    ended_reason TEXT NOT NULL DEFAULT '',
    ended_by BLOB REFERENCES person (id),
    ended_at INTEGER,
    CHECK ((order_no IS NULL) = (ordered_on IS NULL)),
    CHECK ((supplier IS NULL) = (amount IS NULL)),
    CHECK (state NOT IN ('ordered', 'part', 'came', 'verified') OR order_no IS NOT NULL),
    CHECK (state IN ('draft', 'cancelled') OR supplier IS NOT NULL),
    CHECK ((state = 'verified') = (verified_on IS NOT NULL)),
    CHECK ((verified_on IS NULL) = (verified_by IS NULL)),
    CHECK ((state = 'cancelled') = (ended_at IS NOT NULL)),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CHECK ((ended_at IS NULL) = (ended_why IS NULL))
) STRICT;
CREATE INDEX purchase_loan ON purchase (loan);
CREATE INDEX purchase_tranche ON purchase (tranche);
CREATE INDEX purchase_supplier ON purchase (supplier) WHERE supplier IS NOT NULL;
CREATE INDEX purchase_state ON purchase (state, due_on);
CREATE INDEX purchase_begun_by ON purchase (begun_by);
CREATE INDEX purchase_verified_by ON purchase (verified_by);
CREATE INDEX purchase_ended_by ON purchase (ended_by);

CREATE TRIGGER purchase_stays BEFORE DELETE ON purchase
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.stays');
END;

CREATE TRIGGER purchase_is_verified_by_another BEFORE UPDATE ON purchase
WHEN new.verified_by IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.own_delivery')
    WHERE EXISTS (SELECT 1 FROM purchase_arrival WHERE purchase = new.id AND recorded_by = new.verified_by);
END;

CREATE TABLE purchase_line (
    purchase BLOB NOT NULL REFERENCES purchase (id),
    no INTEGER NOT NULL CHECK (no > 0),
    item TEXT NOT NULL CHECK (item <> ''),
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 9999),
    -- Of the whole line, with the tax.
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- Whether the project owns it afterwards, piece by piece; what is used up is no asset.
    is_asset INTEGER NOT NULL CHECK (is_asset IN (0, 1)),
    -- Pieces that came and stayed, and pieces that will not come.
    came INTEGER NOT NULL DEFAULT 0 CHECK (came >= 0),
    short INTEGER NOT NULL DEFAULT 0 CHECK (short >= 0),
    PRIMARY KEY (purchase, no),
    CHECK (came + short <= quantity)
) STRICT, WITHOUT ROWID;

CREATE TABLE purchase_quote (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    purchase BLOB NOT NULL REFERENCES purchase (id),
    supplier BLOB NOT NULL REFERENCES party (id),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    on_day INTEGER NOT NULL,
    -- The last day it holds, where it says so.
    until_day INTEGER,
    note TEXT NOT NULL DEFAULT '',
    chosen INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1)),
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL,
    -- Two quotes of one supplier are one.
    UNIQUE (purchase, supplier),
    CHECK (until_day >= on_day)
) STRICT;
CREATE INDEX purchase_quote_supplier ON purchase_quote (supplier);
CREATE INDEX purchase_quote_made_by ON purchase_quote (made_by);
CREATE UNIQUE INDEX purchase_quote_chosen ON purchase_quote (purchase) WHERE chosen = 1;

CREATE TABLE purchase_arrival (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    purchase BLOB NOT NULL REFERENCES purchase (id),
    went_back INTEGER NOT NULL CHECK (went_back IN (0, 1)),
    on_day INTEGER NOT NULL,
    condition TEXT NOT NULL CHECK (condition IN ('good', 'damaged', 'incomplete', 'different')),
    -- Who received it and signed for it.
    received_by TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    -- What is not as ordered, or why it went back.
    said TEXT NOT NULL DEFAULT '',
    recorded_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    CHECK (went_back = 1 OR received_by <> ''),
    CHECK (said <> '' OR (went_back = 0 AND condition = 'good'))
) STRICT;
CREATE INDEX purchase_arrival_purchase ON purchase_arrival (purchase, recorded_at);
CREATE INDEX purchase_arrival_recorded_by ON purchase_arrival (recorded_by);

CREATE TRIGGER purchase_arrival_stays BEFORE DELETE ON purchase_arrival
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.stays');
END;

CREATE TRIGGER purchase_arrival_is_not_changed BEFORE UPDATE ON purchase_arrival
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.stays');
END;

CREATE TRIGGER purchase_arrival_before_verification BEFORE INSERT ON purchase_arrival
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.not_coming')
    WHERE EXISTS (SELECT 1 FROM purchase WHERE id = new.purchase AND state IN ('draft', 'waiting', 'verified', 'cancelled'));
END;

CREATE TABLE purchase_arrival_line (
    arrival BLOB NOT NULL REFERENCES purchase_arrival (id),
    no INTEGER NOT NULL CHECK (no > 0),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (arrival, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE purchase_invoice (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    purchase BLOB NOT NULL REFERENCES purchase (id),
    supplier BLOB NOT NULL REFERENCES party (id),
    invoice_no TEXT NOT NULL CHECK (invoice_no <> ''),
    -- As numbers are compared.
    invoice_fold TEXT NOT NULL CHECK (invoice_fold <> ''),
    on_day INTEGER NOT NULL,
    -- With the tax, as it stands on the invoice.
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    vat INTEGER NOT NULL CHECK (vat >= 0 AND vat < amount),
    -- Why it differs from the order.
    reason TEXT NOT NULL DEFAULT '',
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL,
    void_by BLOB REFERENCES person (id),
    void_at INTEGER,
    void_reason TEXT NOT NULL DEFAULT '',
    CHECK ((void_by IS NULL) = (void_at IS NULL))
) STRICT;
CREATE INDEX purchase_invoice_purchase ON purchase_invoice (purchase);
CREATE UNIQUE INDEX purchase_invoice_once ON purchase_invoice (supplier, invoice_fold) WHERE void_at IS NULL;
CREATE INDEX purchase_invoice_supplier ON purchase_invoice (supplier);
CREATE INDEX purchase_invoice_made_by ON purchase_invoice (made_by);
CREATE INDEX purchase_invoice_void_by ON purchase_invoice (void_by);

CREATE TABLE purchase_asset (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    project BLOB NOT NULL REFERENCES project (id),
    purchase BLOB NOT NULL REFERENCES purchase (id),
    line INTEGER NOT NULL CHECK (line > 0),
    arrival BLOB NOT NULL REFERENCES purchase_arrival (id),
    -- 1, 2, 3 … of the project.
    no INTEGER NOT NULL CHECK (no > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    serial TEXT NOT NULL DEFAULT '',
    serial_fold TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('in_use', 'damaged', 'lost', 'sold', 'returned')),
    state_on INTEGER NOT NULL,
    seen_on INTEGER,
    UNIQUE (project, no)
) STRICT;
CREATE INDEX purchase_asset_purchase ON purchase_asset (purchase);
CREATE INDEX purchase_asset_arrival ON purchase_asset (arrival);
CREATE INDEX purchase_asset_serial ON purchase_asset (serial_fold) WHERE serial_fold <> '';

CREATE TRIGGER purchase_asset_stays BEFORE DELETE ON purchase_asset
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.stays');
END;

CREATE TABLE purchase_asset_event (
    asset BLOB NOT NULL REFERENCES purchase_asset (id),
    place INTEGER NOT NULL CHECK (place > 0),
    kind TEXT NOT NULL CHECK (kind IN ('in_use', 'damaged', 'lost', 'sold', 'returned', 'seen')),
    on_day INTEGER NOT NULL,
    said TEXT NOT NULL DEFAULT '',
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL,
    PRIMARY KEY (asset, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX purchase_asset_event_made_by ON purchase_asset_event (made_by);

CREATE TABLE purchase_rule (
    product BLOB PRIMARY KEY NOT NULL REFERENCES product (id),
    -- As JSON.
    terms TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX purchase_rule_made_by ON purchase_rule (made_by);

CREATE TABLE stage_template (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    -- The kind of activity it is for.
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE,
    -- The newest version; what was laid over a project stays as it is there.
    version INTEGER NOT NULL CHECK (version > 0),
    -- Whether it is offered for new projects.
    offered INTEGER NOT NULL CHECK (offered IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE stage_template_version (
    template BLOB NOT NULL REFERENCES stage_template (id),
    version INTEGER NOT NULL CHECK (version > 0),
    -- The stages in their order, as JSON.
    stages TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL,
    PRIMARY KEY (template, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX stage_template_version_made_by ON stage_template_version (made_by);

CREATE TABLE project_stage (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    project BLOB NOT NULL REFERENCES project (id),
    -- Its place among the stages of the project, from 1.
    no INTEGER NOT NULL CHECK (no > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    -- What must be achieved.
    goal TEXT NOT NULL DEFAULT '',
    -- Days it is planned to take, and visits it takes to judge it.
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 1000),
    visits INTEGER NOT NULL CHECK (visits BETWEEN 0 AND 20),
    state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'in_review', 'passed', 'failed')),
    -- The day it opened last, and the day it is to be done by. Late is never written: it follows from the day.
    opened_on INTEGER,
    due INTEGER,
    ended_on INTEGER,
    -- Where it came from.
    template BLOB REFERENCES stage_template (id),
    template_version INTEGER,
    UNIQUE (project, no),
    CHECK ((state = 'planned') = (opened_on IS NULL)),
    CHECK ((opened_on IS NULL) = (due IS NULL)),
    CHECK ((state IN ('passed', 'failed')) = (ended_on IS NOT NULL)),
    CHECK ((template IS NULL) = (template_version IS NULL))
) STRICT;
CREATE UNIQUE INDEX project_stage_one_at_a_time ON project_stage (project) WHERE state IN ('open', 'in_review');
CREATE INDEX project_stage_state ON project_stage (state, due);
CREATE INDEX project_stage_template ON project_stage (template);

CREATE TRIGGER project_stage_opens_in_order BEFORE UPDATE OF state ON project_stage
WHEN new.state <> old.state AND new.state IN ('open', 'in_review', 'passed')
BEGIN
    SELECT RAISE(ABORT, 'refused: stages.before')
    WHERE EXISTS (SELECT 1 FROM project_stage WHERE project = new.project AND no < new.no AND state <> 'passed');
END;

CREATE TRIGGER project_stage_passes_by_another BEFORE UPDATE OF state ON project_stage
WHEN new.state = 'passed' AND old.state <> 'passed'
BEGIN
    SELECT RAISE(ABORT, 'refused: stages.own_review')
    WHERE old.state <> 'in_review'
        OR NOT EXISTS (SELECT 1 FROM approval_hand WHERE step = 'stages.review' AND subject = old.id);
END;

CREATE TRIGGER project_stage_that_passed_stays BEFORE UPDATE ON project_stage
WHEN old.state = 'passed'
BEGIN
    SELECT RAISE(ABORT, 'refused: stages.passed_stays');
END;

CREATE TRIGGER project_stage_that_began_stays BEFORE DELETE ON project_stage
WHEN old.state <> 'planned'
BEGIN
    SELECT RAISE(ABORT, 'refused: stages.passed_stays');
END;

CREATE TRIGGER project_stage_is_added_behind BEFORE INSERT ON project_stage
BEGIN
    SELECT RAISE(ABORT, 'refused: stages.passed_stays')
    WHERE new.state <> 'planned'
        OR EXISTS (SELECT 1 FROM project_stage WHERE project = new.project AND no >= new.no AND state <> 'planned');
END;

CREATE TABLE project_stage_condition (
    stage BLOB NOT NULL REFERENCES project_stage (id),
    no INTEGER NOT NULL CHECK (no > 0),
    text TEXT NOT NULL CHECK (text <> ''),
    -- Whether a document that hangs on the stage must show it.
    paper INTEGER NOT NULL CHECK (paper IN (0, 1)),
    -- Who has seen it, when, and what shows it.
    ticked_by BLOB REFERENCES person (id),
    ticked_on INTEGER,
    evidence TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (stage, no),
    CHECK ((ticked_by IS NULL) = (ticked_on IS NULL)),
    CHECK ((ticked_by IS NULL) = (evidence = ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX project_stage_condition_ticked_by ON project_stage_condition (ticked_by);

CREATE TABLE project_stage_step (
    stage BLOB NOT NULL REFERENCES project_stage (id),
    place INTEGER NOT NULL CHECK (place > 0),
    step TEXT NOT NULL CHECK (step IN ('opened', 'asked', 'returned', 'passed', 'failed', 'changed')),
    on_day INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (stage, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_stage_step_made_by ON project_stage_step (made_by);

CREATE TRIGGER project_stage_step_is_not_changed BEFORE UPDATE ON project_stage_step
BEGIN
    SELECT RAISE(ABORT, 'refused: stages.passed_stays');
END;

CREATE TABLE project_stage_tranche (
    tranche BLOB PRIMARY KEY NOT NULL REFERENCES tranche (id),
    stage BLOB NOT NULL REFERENCES project_stage (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_stage_tranche_stage ON project_stage_tranche (stage);

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

CREATE TRIGGER collection_rule_is_not_changed BEFORE UPDATE ON collection_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only');
END;

CREATE TRIGGER collection_rule_stays BEFORE DELETE ON collection_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only');
END;

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

CREATE TRIGGER collection_call_is_not_changed BEFORE UPDATE ON collection_call
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only');
END;

CREATE TRIGGER collection_call_stays BEFORE DELETE ON collection_call
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only');
END;

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

CREATE TRIGGER reminder_is_not_changed BEFORE UPDATE ON reminder
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only');
END;

CREATE TRIGGER reminder_stays BEFORE DELETE ON reminder
BEGIN
    SELECT RAISE(ABORT, 'refused: collection.append_only');
END;

CREATE TABLE contact_wish (
    party BLOB PRIMARY KEY NOT NULL REFERENCES party (id),
    messages INTEGER NOT NULL CHECK (messages IN (0, 1)),
    said TEXT NOT NULL DEFAULT '',
    said_on INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX contact_wish_recorded_by ON contact_wish (recorded_by);

CREATE TABLE loan_satisfaction (
    loan BLOB PRIMARY KEY NOT NULL REFERENCES loan (id),
    answer INTEGER NOT NULL CHECK (answer BETWEEN 1 AND 5),
    channel TEXT NOT NULL CHECK (channel IN ('call', 'whatsapp', 'sms', 'in_person', 'paper')),
    said TEXT NOT NULL DEFAULT '',
    asked_on INTEGER NOT NULL,
    asked_by BLOB NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX loan_satisfaction_asked_by ON loan_satisfaction (asked_by);

CREATE TABLE impact_visit (
    loan BLOB PRIMARY KEY NOT NULL REFERENCES loan (id),
    activity BLOB NOT NULL UNIQUE REFERENCES activity (id)
) STRICT;

CREATE TABLE loan_application (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    application_no TEXT NOT NULL UNIQUE CHECK (application_no <> ''),
    party BLOB NOT NULL REFERENCES party (id),
    product BLOB NOT NULL REFERENCES product (id),
    -- What was asked for.
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    instalments INTEGER NOT NULL CHECK (instalments BETWEEN 1 AND 600),
    -- The project there is already; none where one is opened with the loan.
    project BLOB REFERENCES project (id),
    project_name TEXT NOT NULL CHECK (project_name <> ''),
    activity TEXT NOT NULL DEFAULT '',
    needs TEXT NOT NULL DEFAULT '',
    wishes TEXT NOT NULL DEFAULT '',
    -- The market and the family's experience in it, as the study found them.
    market TEXT NOT NULL DEFAULT '',
    -- Number, name and project, as they are searched.
    search_fold TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN (
        'draft', 'submitted', 'in_appraisal', 'returned', 'recommended', 'approved', 'rejected', 'withdrawn')),
    -- Since when.
    state_on INTEGER NOT NULL,
    opened_by BLOB NOT NULL REFERENCES person (id),
    opened_on INTEGER NOT NULL,
    submitted_on INTEGER,
    -- Who studies it.
    researcher BLOB REFERENCES person (id),
    -- What is missing, one a line; only while it is returned.
    missing TEXT NOT NULL DEFAULT '',
    returned_by BLOB REFERENCES person (id),
    returned_on INTEGER,
    -- What the study recommends.
    recommends TEXT CHECK (recommends IN ('approve', 'refuse')),
    rec_amount INTEGER CHECK (rec_amount BETWEEN 1 AND 900000000000000),
    rec_instalments INTEGER CHECK (rec_instalments BETWEEN 1 AND 600),
    rec_calendar TEXT CHECK (rec_calendar IN ('gregorian', 'hijri')),
    rec_first_due INTEGER,
    rec_fund BLOB REFERENCES fund (id),
    opinion TEXT NOT NULL DEFAULT '',
    conditions TEXT NOT NULL DEFAULT '',
    recommended_by BLOB REFERENCES person (id),
    recommended_at INTEGER,
    -- The rules it was measured by, once it was recommended.
    rule_version INTEGER,
    decided_by BLOB REFERENCES person (id),
    decided_at INTEGER,
    decision_note TEXT NOT NULL DEFAULT '',
    loan BLOB UNIQUE REFERENCES loan (id),
    CHECK ((state = 'approved') = (loan IS NOT NULL)),
    CHECK ((state IN ('approved', 'rejected', 'withdrawn')) = (decided_at IS NOT NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((recommends IS NULL) = (recommended_by IS NULL)),
    CHECK ((recommends IS NULL) = (recommended_at IS NULL)),
    CHECK (state NOT IN ('recommended', 'approved', 'rejected') OR recommends IS NOT NULL),
    CHECK (recommends IS NOT 'approve' OR (
        rec_amount IS NOT NULL AND rec_instalments IS NOT NULL AND rec_calendar IS NOT NULL AND rec_fund IS NOT NULL)),
    CHECK (state <> 'approved' OR recommends = 'approve'),
    -- Nobody decides what they recommended.
    CHECK (state NOT IN ('approved', 'rejected') OR decided_by <> recommended_by)
) STRICT;
CREATE INDEX loan_application_party ON loan_application (party, state);
CREATE INDEX loan_application_state ON loan_application (state, opened_on);
CREATE INDEX loan_application_product ON loan_application (product);
CREATE INDEX loan_application_project ON loan_application (project);
CREATE INDEX loan_application_opened_by ON loan_application (opened_by);
CREATE INDEX loan_application_researcher ON loan_application (researcher, state);
CREATE INDEX loan_application_returned_by ON loan_application (returned_by);
CREATE INDEX loan_application_fund ON loan_application (rec_fund);
CREATE INDEX loan_application_recommended_by ON loan_application (recommended_by);
CREATE INDEX loan_application_decided_by ON loan_application (decided_by);

CREATE TRIGGER loan_application_stays BEFORE DELETE ON loan_application
BEGIN
    SELECT RAISE(ABORT, 'refused: applications.append_only');
END;

CREATE TRIGGER loan_application_ends_once BEFORE UPDATE ON loan_application
WHEN old.state IN ('approved', 'rejected', 'withdrawn')
BEGIN
    -- Only how it is searched follows who asked.
    SELECT RAISE(ABORT, 'refused: applications.decided')
    WHERE new.state <> old.state OR new.loan IS NOT old.loan OR new.decided_by IS NOT old.decided_by
        OR new.amount <> old.amount OR new.rec_amount IS NOT old.rec_amount OR new.recommended_by IS NOT old.recommended_by;
END;

CREATE TRIGGER loan_application_is_decided_by_another BEFORE UPDATE ON loan_application
WHEN new.state IN ('approved', 'rejected') AND old.state <> new.state
BEGIN
    SELECT RAISE(ABORT, 'refused: applications.own_appraisal')
    WHERE EXISTS (SELECT 1 FROM application_hand WHERE application = old.id AND person = new.decided_by);
    SELECT RAISE(ABORT, 'refused: applications.not_recommended') WHERE old.state <> 'recommended';
END;

CREATE TABLE application_row (
    application BLOB NOT NULL REFERENCES loan_application (id),
    place INTEGER NOT NULL CHECK (place > 0),
    side TEXT NOT NULL CHECK (side IN ('income', 'costs', 'sales', 'variable', 'fixed')),
    label TEXT NOT NULL CHECK (label <> ''),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 900000000000000),
    PRIMARY KEY (application, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE application_line (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    application BLOB NOT NULL REFERENCES loan_application (id),
    place INTEGER NOT NULL CHECK (place > 0),
    -- With which payment it is to be bought: 1, 2, 3 …
    batch INTEGER NOT NULL CHECK (batch BETWEEN 1 AND 12),
    item TEXT NOT NULL CHECK (item <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('in_kind', 'operating')),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- The supplier whose quote is taken; the reason where it is not the cheapest.
    chosen TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (application, place)
) STRICT;

CREATE TABLE application_quote (
    line BLOB NOT NULL REFERENCES application_line (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place > 0),
    supplier TEXT NOT NULL CHECK (supplier <> ''),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
    -- The last day it stands.
    until_day INTEGER,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (line, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE application_guarantee (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    application BLOB NOT NULL REFERENCES loan_application (id),
    kind TEXT NOT NULL REFERENCES guarantee_kind (code),
    party BLOB REFERENCES party (id),
    said TEXT NOT NULL DEFAULT '',
    income INTEGER CHECK (income BETWEEN 0 AND 900000000000000),
    residence_months INTEGER CHECK (residence_months BETWEEN 0 AND 1200),
    until_day INTEGER,
    note TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('proposed', 'verified', 'dropped')),
    proposed_by BLOB NOT NULL REFERENCES person (id),
    proposed_at INTEGER NOT NULL,
    verified_by BLOB REFERENCES person (id),
    verified_at INTEGER,
    checked TEXT NOT NULL DEFAULT '',
    dropped_by BLOB REFERENCES person (id),
    dropped_at INTEGER,
    dropped_reason TEXT NOT NULL DEFAULT '',
    CHECK ((verified_by IS NULL) = (verified_at IS NULL)),
    CHECK (state <> 'verified' OR verified_by IS NOT NULL),
    CHECK ((state = 'dropped') = (dropped_by IS NOT NULL)),
    CHECK ((dropped_by IS NULL) = (dropped_at IS NULL)),
    -- Nobody says of a guarantee they brought that it holds.
    CHECK (verified_by IS NULL OR verified_by <> proposed_by)
) STRICT;
CREATE INDEX application_guarantee_of ON application_guarantee (application);
CREATE INDEX application_guarantee_kind_of ON application_guarantee (kind);
CREATE INDEX application_guarantee_party ON application_guarantee (party);
CREATE INDEX application_guarantee_proposed_by ON application_guarantee (proposed_by);
CREATE INDEX application_guarantee_verified_by ON application_guarantee (verified_by);
CREATE INDEX application_guarantee_dropped_by ON application_guarantee (dropped_by);

CREATE TABLE application_hand (
    application BLOB NOT NULL REFERENCES loan_application (id),
    person BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (application, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX application_hand_person ON application_hand (person);

CREATE TRIGGER application_hand_stays BEFORE DELETE ON application_hand
BEGIN
    SELECT RAISE(ABORT, 'refused: applications.append_only');
END;

CREATE TABLE application_rule (
    version INTEGER PRIMARY KEY NOT NULL CHECK (version > 0),
    -- As JSON.
    terms TEXT NOT NULL,
    -- The decision that adopted them: its number or day, in the words of the office.
    adopted TEXT NOT NULL DEFAULT '',
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX application_rule_made_by ON application_rule (made_by);

CREATE TRIGGER application_rule_is_not_changed BEFORE UPDATE ON application_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: applications.append_only');
END;

CREATE TRIGGER application_rule_stays BEFORE DELETE ON application_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: applications.append_only');
END;

CREATE TABLE assessment_rule (
    version INTEGER PRIMARY KEY NOT NULL CHECK (version > 0),
    content TEXT NOT NULL CHECK (content <> ''),
    decision TEXT NOT NULL DEFAULT '',
    decided_on INTEGER,
    set_by BLOB REFERENCES person (id),
    set_at INTEGER,
    CHECK ((decision = '') = (decided_on IS NULL)),
    CHECK ((set_by IS NULL) = (set_at IS NULL))
) STRICT;
CREATE INDEX assessment_rule_set_by ON assessment_rule (set_by);

CREATE TRIGGER assessment_rule_is_not_changed BEFORE UPDATE ON assessment_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only');
END;

CREATE TRIGGER assessment_rule_stays BEFORE DELETE ON assessment_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only');
END;

CREATE TABLE assessment (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    assessment_no TEXT NOT NULL UNIQUE CHECK (assessment_no <> ''),
    party BLOB NOT NULL REFERENCES case_file (party),
    kind TEXT NOT NULL CHECK (kind IN ('intake', 'periodic', 'closure', 'impact')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'completed', 'reviewed', 'dropped')),
    -- The number, the name of the person, the number of the file: folded.
    search_fold TEXT NOT NULL,
    begun_by BLOB NOT NULL REFERENCES person (id),
    begun_on INTEGER NOT NULL,
    done_on INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    -- What was found; nothing is unknown, and no zero.
    family_size INTEGER CHECK (family_size >= 0),
    dependants INTEGER CHECK (dependants >= 0),
    widow INTEGER CHECK (widow IN (0, 1)),
    orphan_n INTEGER CHECK (orphan_n >= 0),
    disabled_n INTEGER CHECK (disabled_n >= 0),
    elderly_n INTEGER CHECK (elderly_n >= 0),
    -- Of a month, whole halalas.
    social_security INTEGER CHECK (social_security >= 0),
    citizen_account INTEGER CHECK (citizen_account >= 0),
    salary INTEGER CHECK (salary >= 0),
    pension INTEGER CHECK (pension >= 0),
    project_income INTEGER CHECK (project_income >= 0),
    piecework INTEGER CHECK (piecework >= 0),
    other_income INTEGER CHECK (other_income >= 0),
    rent INTEGER CHECK (rent >= 0),
    debts INTEGER CHECK (debts >= 0),
    other_obligation INTEGER CHECK (other_obligation >= 0),
    tenure TEXT CHECK (tenure IN ('own', 'waqf', 'rent', 'hosted')),
    rooms INTEGER CHECK (rooms >= 0),
    -- What is unsound in the dwelling, a space between; nothing where nobody looked, empty where all is sound.
    unsound TEXT,
    earning TEXT CHECK (earning IN ('running_project', 'employed', 'halted_project', 'unemployed', 'unable')),
    findings TEXT NOT NULL DEFAULT '',
    -- Kept when it was completed: by which version of the rule, and what it came to.
    rule_version INTEGER REFERENCES assessment_rule (version),
    per_capita INTEGER,
    income_total INTEGER,
    score INTEGER CHECK (score BETWEEN 0 AND 100),
    parts TEXT NOT NULL DEFAULT '',
    class TEXT NOT NULL DEFAULT '' CHECK (class IN ('', 'a', 'b', 'c', 'd')),
    manual_class TEXT NOT NULL DEFAULT '' CHECK (manual_class IN ('', 'a', 'b', 'c', 'd')),
    manual_reason TEXT NOT NULL DEFAULT '',
    completed_by BLOB REFERENCES person (id),
    completed_at INTEGER,
    reviewed_by BLOB REFERENCES person (id),
    reviewed_at INTEGER,
    review_note TEXT NOT NULL DEFAULT '',
    -- What the review made of the file's class, and what it was before.
    final_class TEXT NOT NULL DEFAULT '' CHECK (final_class IN ('', 'a', 'b', 'c', 'd')),
    class_before TEXT NOT NULL DEFAULT '' CHECK (class_before IN ('', 'a', 'b', 'c', 'd')),
    -- Why it was sent back to a draft, or dropped.
    sent_back TEXT NOT NULL DEFAULT '',
    sent_back_by BLOB REFERENCES person (id),
    -- The newest reviewed one of its file, and the first.
    newest INTEGER NOT NULL DEFAULT 0 CHECK (newest IN (0, 1)),
    first INTEGER NOT NULL DEFAULT 0 CHECK (first IN (0, 1)), from_register INTEGER NOT NULL DEFAULT 0 CHECK (from_register IN (0, 1)), register_score TEXT NOT NULL DEFAULT '',
    CHECK ((state = 'reviewed') = (reviewed_by IS NOT NULL)),
    CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL)),
    CHECK ((reviewed_by IS NULL) = (final_class = '')),
    CHECK ((state IN ('completed', 'reviewed')) = (completed_by IS NOT NULL)),
    CHECK ((completed_by IS NULL) = (completed_at IS NULL)),
    CHECK (state NOT IN ('completed', 'reviewed') OR (score IS NOT NULL AND class <> '' AND rule_version IS NOT NULL)),
    CHECK (state <> 'dropped' OR sent_back <> ''),
    CHECK ((newest = 0 AND first = 0) OR state = 'reviewed'),
    -- A class given by hand says why, and is another one than the computed.
    CHECK (state NOT IN ('completed', 'reviewed') OR (manual_class = '') = (manual_reason = '')),
    CHECK (state NOT IN ('completed', 'reviewed') OR manual_class <> class),
    CHECK (reviewed_by IS NULL OR reviewed_by <> completed_by)
) STRICT;
CREATE INDEX assessment_party ON assessment (party, done_on);
CREATE UNIQUE INDEX assessment_open ON assessment (party) WHERE state IN ('draft', 'completed');
CREATE UNIQUE INDEX assessment_newest_of ON assessment (party) WHERE newest = 1;
CREATE UNIQUE INDEX assessment_first_of ON assessment (party) WHERE first = 1;
CREATE INDEX assessment_state ON assessment (state, done_on);
CREATE INDEX assessment_done ON assessment (done_on);
CREATE INDEX assessment_exception ON assessment (manual_class, state) WHERE manual_class <> '';
CREATE INDEX assessment_begun_by ON assessment (begun_by, state);
CREATE INDEX assessment_completed_by ON assessment (completed_by);
CREATE INDEX assessment_reviewed_by ON assessment (reviewed_by);
CREATE INDEX assessment_sent_back_by ON assessment (sent_back_by);
CREATE INDEX assessment_rule_version ON assessment (rule_version);

CREATE TRIGGER assessment_reviewed_by_another BEFORE UPDATE OF reviewed_by ON assessment WHEN new.reviewed_by IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: need.self_review')
    WHERE EXISTS (SELECT 1 FROM assessment_hand WHERE assessment = new.id AND person = new.reviewed_by);
END;

CREATE TRIGGER assessment_stays_reviewed
BEFORE UPDATE OF state, party, done_on, score, class, manual_class, final_class, reviewed_by ON assessment
WHEN old.state IN ('reviewed', 'dropped')
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only');
END;

CREATE TRIGGER assessment_is_not_born_reviewed BEFORE INSERT ON assessment
WHEN new.reviewed_by IS NOT NULL AND new.from_register = 0
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only');
END;

CREATE TRIGGER assessment_stays BEFORE DELETE ON assessment
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'assessment' AND going.subject = old.id);
END;

CREATE TABLE assessment_hand (
    assessment BLOB NOT NULL REFERENCES assessment (id),
    person BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (assessment, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX assessment_hand_person ON assessment_hand (person);

CREATE TRIGGER assessment_hand_stays BEFORE DELETE ON assessment_hand
BEGIN
    SELECT RAISE(ABORT, 'refused: assessments.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'assessment' AND going.subject = old.assessment);
END;

CREATE TABLE assessment_ability (
    assessment BLOB NOT NULL REFERENCES assessment (id),
    no INTEGER NOT NULL CHECK (no > 0),
    kind TEXT NOT NULL CHECK (kind IN ('skill', 'capability', 'wish')),
    who TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL CHECK (text <> ''),
    text_fold TEXT NOT NULL,
    -- Could be trained in it, and could run an enterprise with it.
    trains INTEGER NOT NULL DEFAULT 0 CHECK (trains IN (0, 1)),
    runs INTEGER NOT NULL DEFAULT 0 CHECK (runs IN (0, 1)),
    PRIMARY KEY (assessment, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX assessment_ability_kind ON assessment_ability (kind, assessment);

CREATE TABLE care_need (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    party BLOB NOT NULL REFERENCES case_file (party),
    assessment BLOB NOT NULL REFERENCES assessment (id),
    domain TEXT NOT NULL CHECK (domain IN (
        'income', 'work', 'housing', 'health', 'education', 'orphans', 'debts', 'skills', 'marketing', 'family', 'other')),
    text TEXT NOT NULL CHECK (text <> ''),
    text_fold TEXT NOT NULL,
    -- The fact that made it, as it stood.
    fact TEXT NOT NULL DEFAULT '',
    -- Of which suggestion of the program; empty where a person added it.
    suggestion TEXT NOT NULL DEFAULT '',
    priority TEXT NOT NULL CHECK (priority IN ('high', 'medium', 'low')),
    state TEXT NOT NULL CHECK (state IN ('open', 'met', 'unmet', 'declined')),
    reason TEXT NOT NULL DEFAULT '',
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    settled_on INTEGER,
    CHECK ((state = 'open') = (settled_on IS NULL)),
    CHECK (state NOT IN ('unmet', 'declined') OR reason <> '')
) STRICT;
CREATE INDEX care_need_party ON care_need (party, state);
CREATE UNIQUE INDEX care_need_suggestion ON care_need (assessment, suggestion) WHERE suggestion <> '';
CREATE INDEX care_need_assessment ON care_need (assessment);
CREATE INDEX care_need_domain ON care_need (state, domain, priority);
CREATE INDEX care_need_made_by ON care_need (made_by);

CREATE TABLE care_item (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    need BLOB NOT NULL REFERENCES care_need (id),
    party BLOB NOT NULL REFERENCES case_file (party),
    action TEXT NOT NULL CHECK (action <> ''),
    -- By which service, or which partner.
    service TEXT NOT NULL DEFAULT '',
    partner TEXT NOT NULL DEFAULT '',
    goal TEXT NOT NULL DEFAULT '',
    text_fold TEXT NOT NULL,
    owner BLOB NOT NULL REFERENCES person (id),
    due INTEGER NOT NULL,
    -- Late is never written: it follows from the day.
    state TEXT NOT NULL CHECK (state IN ('planned', 'in_progress', 'done', 'missed', 'cancelled')),
    outcome TEXT NOT NULL DEFAULT '',
    goal_reached INTEGER CHECK (goal_reached IN (0, 1)),
    closed_on INTEGER,
    made_on INTEGER NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    CHECK ((state IN ('done', 'missed', 'cancelled')) = (closed_on IS NOT NULL)),
    CHECK (state NOT IN ('done', 'missed', 'cancelled') OR outcome <> ''),
    CHECK ((state = 'done') = (goal_reached IS NOT NULL))
) STRICT;
CREATE INDEX care_item_need ON care_item (need);
CREATE INDEX care_item_party ON care_item (party, state);
CREATE INDEX care_item_due ON care_item (state, due);
CREATE INDEX care_item_owner ON care_item (owner, state, due);
CREATE INDEX care_item_made_by ON care_item (made_by);

CREATE TABLE department (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE CHECK (name_fold <> ''),
    -- Whether new requests may name it; what named it stays.
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE department_person (
    person BLOB PRIMARY KEY NOT NULL REFERENCES person (id),
    department BLOB NOT NULL REFERENCES department (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX department_person_department ON department_person (department);

CREATE TABLE day_off (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    CHECK (to_day >= from_day)
) STRICT;
CREATE INDEX day_off_from ON day_off (from_day);

CREATE TABLE case_request (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    request_no TEXT NOT NULL UNIQUE CHECK (request_no <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('service', 'loan', 'inquiry', 'complaint', 'grievance', 'referral', 'volunteer', 'dispute',
        'data_change', 'internal')),
    state TEXT NOT NULL CHECK (state IN ('new', 'awaiting_applicant', 'assessment', 'for_decision', 'decided', 'executing',
        'closed', 'withdrawn', 'on_hold')),
    -- While it waits or is on hold: where it came from.
    back TEXT CHECK (back IN ('new', 'assessment', 'for_decision', 'executing')),
    -- Who asks: somebody on file, somebody by name, a department, or nobody that is named.
    party BLOB REFERENCES party (id),
    applicant_name TEXT NOT NULL DEFAULT '',
    applicant_mobile TEXT NOT NULL DEFAULT '',
    asking BLOB REFERENCES department (id),
    anonymous INTEGER NOT NULL DEFAULT 0 CHECK (anonymous IN (0, 1)),
    on_behalf_of TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL CHECK (channel IN ('interview', 'phone', 'letter', 'website', 'message', 'visit', 'other')),
    subject TEXT NOT NULL CHECK (subject <> ''),
    body TEXT NOT NULL DEFAULT '',
    department BLOB REFERENCES department (id),
    -- The department complained of, and whether the request is absent for it.
    against BLOB REFERENCES department (id),
    restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)),
    -- Of a grievance.
    parent BLOB REFERENCES case_request (id) CHECK (parent <> id),
    contests TEXT NOT NULL DEFAULT 'decision' CHECK (contests IN ('decision', 'procedure')),
    received_on INTEGER NOT NULL,
    received_by BLOB NOT NULL REFERENCES person (id),
    researcher BLOB REFERENCES person (id),
    outcome TEXT CHECK (outcome IN ('approved', 'rejected', 'waitlisted', 'referred', 'upheld', 'partly', 'settled',
        'not_settled')),
    reason TEXT NOT NULL DEFAULT '',
    decided_by BLOB REFERENCES person (id),
    decided_on INTEGER,
    letter_on INTEGER,
    executed_on INTEGER,
    executed_by BLOB REFERENCES person (id),
    executed_note TEXT NOT NULL DEFAULT '',
    answer TEXT NOT NULL DEFAULT '',
    -- What lists ask: whether it has ended, when its term ends, from which day on it is over it, and the place in the list:
    -- the nearest day first, then what has no day, what waits, and what has ended.
    ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
    ended_on INTEGER,
    due INTEGER,
    late_from INTEGER,
    urgency INTEGER NOT NULL,
    search_fold TEXT NOT NULL, term_due INTEGER, from_register TEXT CHECK (from_register IN ('history', 'open')), register_no TEXT NOT NULL DEFAULT '',
    CHECK ((ended = 1) = (state IN ('closed', 'withdrawn'))),
    CHECK ((ended = 1) = (ended_on IS NOT NULL)),
    CHECK ((back IS NOT NULL) = (state IN ('awaiting_applicant', 'on_hold'))),
    CHECK (anonymous = 0 OR (party IS NULL AND applicant_name = '' AND applicant_mobile = '' AND on_behalf_of = '')),
    CHECK ((kind = 'internal') = (asking IS NOT NULL)),
    CHECK ((kind = 'grievance') = (parent IS NOT NULL)),
    CHECK ((outcome IS NULL) = (decided_by IS NULL)),
    CHECK ((outcome IS NULL) = (decided_on IS NULL)),
    CHECK (letter_on IS NULL OR outcome IS NOT NULL),
    -- Nobody decides what they studied.
    CHECK (decided_by IS NULL OR researcher IS NULL OR decided_by <> researcher)
) STRICT;
CREATE INDEX case_request_open ON case_request (ended, urgency, id);
CREATE INDEX case_request_kind ON case_request (ended, kind, urgency);
CREATE INDEX case_request_late ON case_request (ended, late_from) WHERE late_from IS NOT NULL;
CREATE INDEX case_request_state ON case_request (state, researcher);
CREATE INDEX case_request_researcher ON case_request (researcher, ended, urgency);
CREATE INDEX case_request_party ON case_request (party, received_on);
CREATE INDEX case_request_received ON case_request (received_on);
CREATE INDEX case_request_asking ON case_request (asking);
CREATE INDEX case_request_department ON case_request (department);
CREATE INDEX case_request_against ON case_request (against);
CREATE INDEX case_request_parent ON case_request (parent);
CREATE INDEX case_request_received_by ON case_request (received_by);
CREATE INDEX case_request_decided_by ON case_request (decided_by);
CREATE INDEX case_request_executed_by ON case_request (executed_by);
CREATE INDEX case_request_decided ON case_request (decided_on) WHERE decided_on IS NOT NULL;
CREATE INDEX case_request_ended_on ON case_request (ended_on) WHERE ended_on IS NOT NULL;
CREATE INDEX case_request_term ON case_request (kind, term_due);
CREATE INDEX case_request_contact ON case_request (party, received_on) WHERE restricted = 0;
CREATE UNIQUE INDEX case_request_register_no ON case_request (register_no) WHERE register_no <> '';

CREATE TRIGGER case_request_is_decided_once BEFORE UPDATE ON case_request
WHEN old.outcome IS NOT NULL AND old.outcome <> 'waitlisted'
    AND (new.outcome IS NOT old.outcome OR new.decided_by IS NOT old.decided_by OR new.reason <> old.reason)
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only');
END;

CREATE TRIGGER case_request_by_others BEFORE UPDATE ON case_request
WHEN new.parent IS NOT NULL AND (new.researcher IS NOT NULL OR new.decided_by IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'refused: flow.contested')
    WHERE EXISTS (
        SELECT 1 FROM case_request p LEFT JOIN case_request g ON g.id = p.parent
        WHERE p.id = new.parent AND (
            new.researcher IN (p.researcher, p.decided_by, g.researcher, g.decided_by)
            OR new.decided_by IN (p.researcher, p.decided_by, g.researcher, g.decided_by)));
END;

CREATE TRIGGER case_service_exception_by_another BEFORE UPDATE OF decided_by ON case_request
WHEN new.decided_by IS NOT NULL AND new.kind = 'service'
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.exception_own')
    WHERE EXISTS (SELECT 1 FROM case_service s WHERE s.request = new.id AND s.exception_by = new.decided_by);
END;

CREATE TRIGGER case_request_is_not_born_decided BEFORE INSERT ON case_request
WHEN new.outcome IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only') WHERE new.from_register IS NULL;
    SELECT RAISE(ABORT, 'refused: requests.register_own_decision')
    WHERE new.from_register = 'open' AND new.decided_by = new.received_by;
END;

CREATE TRIGGER case_request_register_stays BEFORE UPDATE OF from_register, register_no ON case_request
WHEN new.from_register IS NOT old.from_register OR new.register_no <> old.register_no
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only');
END;

CREATE TRIGGER case_request_born_by_others BEFORE INSERT ON case_request
WHEN new.parent IS NOT NULL AND (new.researcher IS NOT NULL OR new.decided_by IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.register_contested')
    WHERE EXISTS (
        SELECT 1 FROM case_request p LEFT JOIN case_request g ON g.id = p.parent
        WHERE p.id = new.parent AND (
            new.researcher IN (p.researcher, p.decided_by, g.researcher, g.decided_by)
            OR new.decided_by IN (p.researcher, p.decided_by, g.researcher, g.decided_by)));
END;

CREATE TRIGGER case_request_stays BEFORE DELETE ON case_request
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'request' AND going.subject = old.id);
END;

CREATE TABLE case_event (
    request BLOB NOT NULL REFERENCES case_request (id),
    no INTEGER NOT NULL CHECK (no > 0),
    kind TEXT NOT NULL CHECK (kind IN ('opened', 'assigned', 'moved', 'staged', 'declared', 'letter', 'executed', 'noted',
        'called', 'consent', 'card', 'changed', 'linked')),
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by BLOB NOT NULL REFERENCES person (id),
    from_state TEXT,
    to_state TEXT,
    -- Whom it was given to.
    person BLOB REFERENCES person (id),
    -- A word of the program that goes with it: an outcome, a stage, what came of a call.
    word TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (request, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_event_by ON case_event (by);
CREATE INDEX case_event_person ON case_event (person);
CREATE INDEX case_event_pause ON case_event (request, no, day, from_state, to_state)
WHERE from_state IN ('awaiting_applicant', 'on_hold') OR to_state IN ('awaiting_applicant', 'on_hold');

CREATE TRIGGER case_event_is_never_changed BEFORE UPDATE ON case_event
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only');
END;

CREATE TRIGGER case_event_stays BEFORE DELETE ON case_event
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'request' AND going.subject = old.request);
END;

CREATE TABLE case_declaration (
    request BLOB NOT NULL REFERENCES case_request (id),
    person BLOB NOT NULL REFERENCES person (id),
    tie INTEGER NOT NULL CHECK (tie IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    PRIMARY KEY (request, person),
    CHECK (tie = 0 OR note <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX case_declaration_person ON case_declaration (person);

CREATE TRIGGER case_declaration_tie_stays BEFORE UPDATE ON case_declaration
WHEN old.tie = 1 AND new.tie = 0
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.tie_stays');
END;

CREATE TABLE case_data_change (
    request BLOB NOT NULL REFERENCES case_request (id),
    field TEXT NOT NULL CHECK (field <> ''),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (request, field),
    CHECK (before <> after)
) STRICT, WITHOUT ROWID;

CREATE TABLE referral_entity (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE CHECK (name_fold <> ''),
    place TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    contact TEXT NOT NULL DEFAULT '',
    hours TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE case_referral (
    request BLOB PRIMARY KEY NOT NULL REFERENCES case_request (id),
    entity BLOB NOT NULL REFERENCES referral_entity (id),
    service TEXT NOT NULL CHECK (service <> ''),
    appointment INTEGER,
    appointment_time TEXT NOT NULL DEFAULT '',
    stage TEXT CHECK (stage IN ('handed_over', 'contacted', 'arrived', 'served', 'refused', 'no_show')),
    stage_on INTEGER,
    arrived_on INTEGER,
    consent TEXT NOT NULL DEFAULT 'not_asked' CHECK (consent IN ('not_asked', 'given', 'withdrawn')),
    consent_on INTEGER,
    -- The fields that may be shared, one behind the other with commas.
    shared TEXT NOT NULL DEFAULT '',
    card_on INTEGER,
    -- Calls without an answer since the last one that had one.
    unanswered INTEGER NOT NULL DEFAULT 0 CHECK (unanswered >= 0),
    -- The entity was told that the consent was withdrawn.
    told_on INTEGER,
    -- From this day on the person is called, while they have not arrived.
    callback_from INTEGER,
    CHECK ((consent = 'not_asked') = (consent_on IS NULL)),
    CHECK (card_on IS NULL OR consent <> 'not_asked'),
    CHECK (told_on IS NULL OR consent = 'withdrawn')
) STRICT;
CREATE INDEX case_referral_entity ON case_referral (entity, stage);
CREATE INDEX case_referral_callback ON case_referral (callback_from) WHERE callback_from IS NOT NULL;
CREATE INDEX case_referral_withdrawn ON case_referral (consent, told_on) WHERE consent = 'withdrawn';

CREATE TABLE reception (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by BLOB NOT NULL REFERENCES person (id),
    name TEXT NOT NULL CHECK (name <> ''),
    party BLOB REFERENCES party (id),
    purpose TEXT NOT NULL CHECK (purpose <> ''),
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 600),
    answered INTEGER NOT NULL CHECK (answered IN (0, 1)),
    request BLOB REFERENCES case_request (id),
    search_fold TEXT NOT NULL
) STRICT;
CREATE INDEX reception_day ON reception (day, at);
CREATE INDEX reception_by ON reception (by);
CREATE INDEX reception_party ON reception (party);
CREATE INDEX reception_request ON reception (request);
CREATE INDEX reception_of_party ON reception (party, day);

CREATE TABLE letter (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    letter_no TEXT NOT NULL UNIQUE CHECK (letter_no <> ''),
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    day INTEGER NOT NULL,
    -- From whom, or to whom.
    other TEXT NOT NULL CHECK (other <> ''),
    subject TEXT NOT NULL CHECK (subject <> ''),
    -- The number the other side gave it.
    their_no TEXT NOT NULL DEFAULT '',
    request BLOB REFERENCES case_request (id),
    by BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    search_fold TEXT NOT NULL
) STRICT;
CREATE INDEX letter_day ON letter (direction, day, letter_no);
CREATE INDEX letter_request ON letter (request, day);
CREATE INDEX letter_by ON letter (by);

CREATE TABLE purchase_hand (
    purchase BLOB NOT NULL REFERENCES purchase (id),
    person BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (purchase, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX purchase_hand_person ON purchase_hand (person);

CREATE TRIGGER purchase_hand_stays BEFORE DELETE ON purchase_hand
BEGIN
    SELECT RAISE(ABORT, 'refused: purchases.stays');
END;

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

CREATE TRIGGER committee_interest_is_not_changed BEFORE UPDATE ON committee_interest
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed');
END;

CREATE TRIGGER committee_interest_is_not_removed BEFORE DELETE ON committee_interest
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.sealed');
END;

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

CREATE TABLE meeting_attendance (
    meeting BLOB NOT NULL REFERENCES committee_meeting (id),
    member BLOB NOT NULL REFERENCES committee_member (id),
    presence TEXT NOT NULL CHECK (presence IN ('invited', 'present', 'remote', 'excused', 'absent')),
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (meeting, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_attendance_member ON meeting_attendance (member);

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

CREATE TRIGGER committee_decision_is_of_its_meeting BEFORE INSERT ON committee_decision
BEGIN
    SELECT RAISE(ABORT, 'refused: committees.step')
    WHERE NOT EXISTS (
        SELECT 1 FROM meeting_item i JOIN committee_meeting m ON m.id = i.meeting
        WHERE i.id = new.item AND i.meeting = new.meeting AND i.state = 'open' AND m.state = 'held'
            AND m.committee = new.committee
    );
END;

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

CREATE TABLE policy (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    title TEXT NOT NULL CHECK (title <> ''),
    title_fold TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('bylaw', 'policy', 'mechanism', 'procedure', 'manual')),
    -- The department that issues it.
    issuer TEXT NOT NULL CHECK (issuer <> ''),
    legal_basis TEXT NOT NULL DEFAULT '',
    -- Months from one review to the next.
    review_months INTEGER NOT NULL CHECK (review_months BETWEEN 1 AND 120),
    -- Who sees to it.
    owner BLOB REFERENCES person (id),
    retired_on INTEGER,
    retired_reason TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    CHECK ((retired_on IS NULL) = (retired_reason = ''))
) STRICT;
CREATE INDEX policy_owner ON policy (owner);

CREATE TABLE policy_edition (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    policy BLOB NOT NULL REFERENCES policy (id),
    no INTEGER NOT NULL CHECK (no > 0),
    -- With the places of the association in braces: {association}.
    text TEXT NOT NULL CHECK (text <> ''),
    -- What is otherwise than in the edition before.
    changes TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'approved', 'replaced', 'dropped')),
    prepared_by BLOB NOT NULL REFERENCES person (id),
    prepared_at INTEGER NOT NULL,
    -- The decision that approved it; or, of one approved before the program or outside it, what its paper says.
    decision BLOB REFERENCES committee_decision (id),
    approved_elsewhere TEXT NOT NULL DEFAULT '',
    approved_on INTEGER,
    approved_by BLOB REFERENCES person (id),
    effective_on INTEGER NOT NULL,
    review_on INTEGER,
    -- Where it was published, and when.
    published_at TEXT NOT NULL DEFAULT '',
    published_on INTEGER,
    UNIQUE (policy, no),
    CHECK ((state IN ('approved', 'replaced')) = (approved_on IS NOT NULL)),
    CHECK ((approved_on IS NULL) = (approved_by IS NULL)),
    CHECK ((approved_on IS NULL) = (review_on IS NULL)),
    CHECK (approved_on IS NULL OR (decision IS NOT NULL) <> (approved_elsewhere <> '')),
    -- Whoever prepared an edition does not carry the decision about it over.
    CHECK (decision IS NULL OR approved_by <> prepared_by),
    CHECK ((published_on IS NULL) = (published_at = ''))
) STRICT;
CREATE UNIQUE INDEX policy_edition_in_hand ON policy_edition (policy) WHERE state IN ('draft', 'waiting');
CREATE UNIQUE INDEX policy_edition_in_force ON policy_edition (policy) WHERE state = 'approved';
CREATE INDEX policy_edition_review ON policy_edition (state, review_on);
CREATE INDEX policy_edition_decision ON policy_edition (decision);
CREATE INDEX policy_edition_prepared_by ON policy_edition (prepared_by);
CREATE INDEX policy_edition_approved_by ON policy_edition (approved_by);

CREATE TRIGGER policy_edition_stays BEFORE UPDATE ON policy_edition
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.edition_stays')
    WHERE old.state IN ('replaced', 'dropped')
        OR new.policy <> old.policy OR new.no <> old.no
        OR (old.state = 'approved' AND (
            new.state NOT IN ('approved', 'replaced') OR new.text <> old.text OR new.changes <> old.changes
            OR new.effective_on <> old.effective_on OR new.approved_on <> old.approved_on
            OR new.approved_by <> old.approved_by OR new.prepared_by <> old.prepared_by
        ))
        -- What waits is what is approved.
        OR (old.state = 'waiting' AND new.state = 'approved' AND new.text <> old.text);
END;

CREATE TRIGGER policy_edition_is_not_removed BEFORE DELETE ON policy_edition
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.edition_stays');
END;

CREATE TRIGGER policy_edition_has_its_decision BEFORE UPDATE OF state ON policy_edition
WHEN new.state = 'approved' AND old.state <> 'approved' AND new.approved_elsewhere = ''
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.decision_missing')
    WHERE NOT EXISTS (
        SELECT 1 FROM committee_decision d JOIN meeting_item i ON i.id = d.item
        WHERE d.id = new.decision AND d.outcome = 'approved' AND i.step = 'policies.edition' AND i.subject = new.id
    );
END;

CREATE TABLE policy_review (
    edition BLOB NOT NULL REFERENCES policy_edition (id),
    on_day INTEGER NOT NULL,
    note TEXT NOT NULL CHECK (note <> ''),
    next_on INTEGER NOT NULL,
    reviewed_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (edition, on_day),
    CHECK (next_on > on_day)
) STRICT, WITHOUT ROWID;
CREATE INDEX policy_review_reviewed_by ON policy_review (reviewed_by);

CREATE TRIGGER policy_review_is_not_changed BEFORE UPDATE ON policy_review
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.signed_stays');
END;

CREATE TRIGGER policy_review_is_not_removed BEFORE DELETE ON policy_review
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.signed_stays');
END;

CREATE TABLE policy_circulation (
    edition BLOB NOT NULL REFERENCES policy_edition (id),
    person BLOB NOT NULL REFERENCES person (id),
    sent_by BLOB NOT NULL REFERENCES person (id),
    sent_at INTEGER NOT NULL,
    due INTEGER NOT NULL,
    PRIMARY KEY (edition, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX policy_circulation_person ON policy_circulation (person);
CREATE INDEX policy_circulation_sent_by ON policy_circulation (sent_by);

CREATE TABLE policy_acknowledgement (
    edition BLOB NOT NULL REFERENCES policy_edition (id),
    person BLOB NOT NULL REFERENCES person (id),
    -- Who was signed in: nobody signs for another.
    signed_by BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    -- What was signed: the fingerprint of the text as it was read.
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
    PRIMARY KEY (edition, person),
    CHECK (person = signed_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX policy_acknowledgement_person ON policy_acknowledgement (person);
CREATE INDEX policy_acknowledgement_signed_by ON policy_acknowledgement (signed_by);

CREATE TRIGGER policy_acknowledgement_was_asked_for BEFORE INSERT ON policy_acknowledgement
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.not_circulated')
    WHERE NOT EXISTS (
        SELECT 1 FROM policy_circulation c JOIN policy_edition e ON e.id = c.edition
        WHERE c.edition = new.edition AND c.person = new.person AND e.state = 'approved'
    );
END;

CREATE TRIGGER policy_acknowledgement_is_not_changed BEFORE UPDATE ON policy_acknowledgement
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.signed_stays');
END;

CREATE TRIGGER policy_acknowledgement_is_not_removed BEFORE DELETE ON policy_acknowledgement
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.signed_stays');
END;

CREATE TABLE reference (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    title TEXT NOT NULL CHECK (title <> ''),
    title_fold TEXT NOT NULL UNIQUE,
    -- Its number and the year, as it is quoted.
    number TEXT NOT NULL DEFAULT '',
    issuer TEXT NOT NULL DEFAULT '',
    issued_on INTEGER,
    place TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE policy_reference (
    policy BLOB NOT NULL REFERENCES policy (id),
    reference BLOB NOT NULL REFERENCES reference (id),
    PRIMARY KEY (policy, reference)
) STRICT, WITHOUT ROWID;
CREATE INDEX policy_reference_reference ON policy_reference (reference);

CREATE TABLE report_duty (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    title TEXT NOT NULL CHECK (title <> ''),
    -- To whom it goes.
    receiver TEXT NOT NULL DEFAULT '',
    due INTEGER NOT NULL,
    owner BLOB REFERENCES person (id),
    issued_on INTEGER,
    issued_note TEXT NOT NULL DEFAULT '',
    issued_by BLOB REFERENCES person (id),
    created_at INTEGER NOT NULL,
    CHECK ((issued_on IS NULL) = (issued_by IS NULL)),
    CHECK ((issued_on IS NULL) = (issued_note = ''))
) STRICT;
CREATE INDEX report_duty_due ON report_duty (due);
CREATE INDEX report_duty_owner ON report_duty (owner);
CREATE INDEX report_duty_issued_by ON report_duty (issued_by);

CREATE TRIGGER report_duty_is_issued_once BEFORE UPDATE ON report_duty
BEGIN
    SELECT RAISE(ABORT, 'refused: policies.report_issued') WHERE old.issued_on IS NOT NULL;
END;

CREATE TABLE assembly_member (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    party BLOB NOT NULL UNIQUE REFERENCES party (id),
    number INTEGER NOT NULL UNIQUE CHECK (number > 0),
    kind TEXT NOT NULL CHECK (kind IN ('active', 'affiliate', 'honorary')),
    joined_on INTEGER NOT NULL,
    ended_on INTEGER,
    ended_reason TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    CHECK (ended_on IS NULL OR ended_on >= joined_on),
    CHECK ((ended_on IS NULL) = (ended_reason = ''))
) STRICT;
CREATE INDEX assembly_member_kind ON assembly_member (kind, ended_on);

CREATE TABLE assembly_due (
    year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    kind TEXT NOT NULL CHECK (kind IN ('active', 'affiliate', 'honorary')),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (year, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE assembly_fee (
    member BLOB NOT NULL REFERENCES assembly_member (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    receipt BLOB NOT NULL REFERENCES entry (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    recorded_by BLOB NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (member, year, receipt)
) STRICT, WITHOUT ROWID;
CREATE INDEX assembly_fee_receipt ON assembly_fee (receipt);
CREATE INDEX assembly_fee_recorded_by ON assembly_fee (recorded_by);

CREATE TRIGGER assembly_fee_has_its_receipt BEFORE INSERT ON assembly_fee
BEGIN
    SELECT RAISE(ABORT, 'refused: assembly.receipt_unknown')
    WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = new.receipt AND kind = 'RV' AND reverses IS NULL)
        OR EXISTS (SELECT 1 FROM entry WHERE reverses = new.receipt);
    -- No receipt pays more fees than it took in.
    SELECT RAISE(ABORT, 'refused: assembly.receipt_used')
    WHERE new.amount + (SELECT COALESCE(sum(amount), 0) FROM assembly_fee WHERE receipt = new.receipt)
        > (SELECT COALESCE(sum(amount), 0) FROM line WHERE entry = new.receipt AND amount > 0);
END;

CREATE TRIGGER assembly_fee_is_not_changed BEFORE UPDATE ON assembly_fee
BEGIN
    SELECT RAISE(ABORT, 'refused: assembly.append_only');
END;

CREATE TRIGGER assembly_fee_is_not_removed BEFORE DELETE ON assembly_fee
BEGIN
    SELECT RAISE(ABORT, 'refused: assembly.append_only');
END;

CREATE TABLE community_component (
    code TEXT PRIMARY KEY NOT NULL CHECK (code <> ''),
    name TEXT NOT NULL DEFAULT '',
    place INTEGER NOT NULL,
    -- Whether new partners may name it; what named it stays.
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE vision_target (
    code TEXT PRIMARY KEY NOT NULL CHECK (code <> ''),
    name TEXT NOT NULL DEFAULT '',
    pillar TEXT NOT NULL CHECK (pillar IN ('society', 'economy', 'nation')),
    place INTEGER NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

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

CREATE TRIGGER agreement_obligation_is_owed_once_signed BEFORE UPDATE OF state ON agreement_obligation
WHEN old.state = 'open' AND new.state <> 'open'
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.not_signed')
    WHERE EXISTS (SELECT 1 FROM agreement WHERE id = old.agreement AND signed_on IS NULL);
END;

CREATE TABLE agreement_dispute (
    agreement BLOB NOT NULL REFERENCES agreement (id),
    request BLOB NOT NULL CHECK (length(request) = 16),
    linked_on INTEGER NOT NULL,
    linked_by BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (agreement, request)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_dispute_linked_by ON agreement_dispute (linked_by);

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

CREATE TRIGGER partner_contribution_stays BEFORE DELETE ON partner_contribution
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.append_only');
END;

CREATE TRIGGER partner_contribution_is_not_rewritten BEFORE UPDATE ON partner_contribution
WHEN old.void_on IS NOT NULL OR new.partner <> old.partner OR new.kind <> old.kind OR new.text <> old.text
    OR new.amount IS NOT old.amount OR new.day <> old.day OR new.agreement IS NOT old.agreement OR new.receipt <> old.receipt
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.append_only');
END;

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

CREATE TRIGGER partner_endorsement_stays BEFORE DELETE ON partner_endorsement
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.append_only');
END;

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

CREATE TRIGGER partner_exchange_stays BEFORE DELETE ON partner_exchange
BEGIN
    SELECT RAISE(ABORT, 'refused: partners.append_only');
END;

CREATE TABLE questionnaire (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    -- What is asked again and again belongs to one series, known by its first edition, and is compared along it.
    series BLOB NOT NULL REFERENCES questionnaire (id),
    edition INTEGER NOT NULL CHECK (edition > 0),
    -- What the codes of its sheets begin with.
    no INTEGER NOT NULL UNIQUE CHECK (no > 0),
    purpose TEXT NOT NULL CHECK (purpose IN ('satisfaction', 'poll', 'directed', 'needs_study', 'social_research', 'capacity',
        'impact', 'content_feedback')),
    title TEXT NOT NULL CHECK (title <> ''),
    title_fold TEXT NOT NULL,
    -- What those who answer are told.
    about TEXT NOT NULL DEFAULT '',
    anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
    -- Offered when a request is closed.
    at_closing INTEGER NOT NULL CHECK (at_closing IN (0, 1)),
    -- Nothing of its results is shown before its end.
    sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
    opens INTEGER NOT NULL,
    closes INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'asked', 'approved', 'closed', 'dropped')),
    -- What came back from who was to approve it.
    sent_back TEXT NOT NULL DEFAULT '',
    -- The questions in their order, as JSON; they stand still once somebody has answered.
    questions TEXT NOT NULL,
    question_n INTEGER NOT NULL CHECK (question_n >= 0),
    -- What tokens are made with: whoever answered is known by its print only, and beside no answer.
    secret BLOB NOT NULL CHECK (length(secret) = 32),
    made_by BLOB NOT NULL REFERENCES person (id),
    made_on INTEGER NOT NULL,
    approved_by BLOB REFERENCES person (id),
    approved_on INTEGER,
    closed_by BLOB REFERENCES person (id),
    closed_on INTEGER,
    -- How many answered, for lists.
    answers INTEGER NOT NULL DEFAULT 0 CHECK (answers >= 0),
    UNIQUE (series, edition),
    CHECK (closes >= opens),
    CHECK (anonymous = 1 OR at_closing = 0),
    CHECK (purpose <> 'poll' OR (anonymous = 1 AND sealed = 1)),
    CHECK ((edition = 1) = (series = id)),
    CHECK ((approved_by IS NULL) = (approved_on IS NULL)),
    CHECK ((state IN ('approved', 'closed')) = (approved_by IS NOT NULL)),
    CHECK ((state = 'closed') = (closed_on IS NOT NULL)),
    CHECK ((closed_by IS NULL) = (closed_on IS NULL)),
    CHECK (answers = 0 OR state IN ('approved', 'closed'))
) STRICT;
CREATE INDEX questionnaire_state ON questionnaire (state, closes);
CREATE INDEX questionnaire_purpose ON questionnaire (purpose, opens);
CREATE INDEX questionnaire_made_by ON questionnaire (made_by);
CREATE INDEX questionnaire_approved_by ON questionnaire (approved_by);
CREATE INDEX questionnaire_closed_by ON questionnaire (closed_by);

CREATE TRIGGER questionnaire_approved_by_another BEFORE UPDATE OF approved_by ON questionnaire
WHEN new.approved_by IS NOT NULL AND new.approved_by IS NOT old.approved_by
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.own_form')
    WHERE EXISTS (SELECT 1 FROM questionnaire_hand WHERE questionnaire = new.id AND person = new.approved_by)
        OR NOT EXISTS (SELECT 1 FROM approval_hand
            WHERE step = 'questionnaires.open' AND subject = new.id AND person = new.approved_by);
END;

CREATE TRIGGER questionnaire_is_frozen
BEFORE UPDATE OF questions, purpose, anonymous, sealed, series, edition, secret ON questionnaire
WHEN old.state <> 'draft' AND (new.questions <> old.questions OR new.purpose <> old.purpose OR new.anonymous <> old.anonymous
    OR new.sealed <> old.sealed OR new.series <> old.series OR new.edition <> old.edition OR new.secret <> old.secret)
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.frozen');
END;

CREATE TRIGGER questionnaire_stays_answered BEFORE UPDATE OF state ON questionnaire
WHEN old.answers > 0 AND new.state NOT IN ('approved', 'closed') OR old.state = 'closed' AND new.state <> 'closed'
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.frozen');
END;

CREATE TRIGGER questionnaire_stays BEFORE DELETE ON questionnaire
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

CREATE TABLE questionnaire_hand (
    questionnaire BLOB NOT NULL REFERENCES questionnaire (id),
    person BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (questionnaire, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX questionnaire_hand_person ON questionnaire_hand (person);

CREATE TRIGGER questionnaire_hand_stays BEFORE DELETE ON questionnaire_hand
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

CREATE TABLE questionnaire_run (
    questionnaire BLOB NOT NULL REFERENCES questionnaire (id),
    no INTEGER NOT NULL CHECK (no > 0),
    first INTEGER NOT NULL CHECK (first > 0),
    last INTEGER NOT NULL,
    department BLOB REFERENCES department (id),
    procedure TEXT NOT NULL DEFAULT '',
    made_by BLOB NOT NULL REFERENCES person (id),
    made_on INTEGER NOT NULL,
    PRIMARY KEY (questionnaire, no),
    UNIQUE (questionnaire, first),
    CHECK (last >= first)
) STRICT, WITHOUT ROWID;
CREATE INDEX questionnaire_run_department ON questionnaire_run (department);
CREATE INDEX questionnaire_run_made_by ON questionnaire_run (made_by);

CREATE TABLE questionnaire_token (
    questionnaire BLOB NOT NULL REFERENCES questionnaire (id),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    -- What the answer will be of: a department and a kind of request, no request.
    department BLOB REFERENCES department (id),
    procedure TEXT NOT NULL DEFAULT '',
    used INTEGER NOT NULL CHECK (used IN (0, 1)),
    PRIMARY KEY (questionnaire, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX questionnaire_token_department ON questionnaire_token (department);

CREATE TRIGGER questionnaire_token_is_used_once BEFORE UPDATE ON questionnaire_token
WHEN old.used = 1
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.answered_before');
END;

CREATE TRIGGER questionnaire_token_stays BEFORE DELETE ON questionnaire_token
WHEN old.used = 1
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

CREATE TABLE questionnaire_response (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    questionnaire BLOB NOT NULL REFERENCES questionnaire (id),
    channel TEXT NOT NULL CHECK (channel IN ('paper', 'kiosk', 'letter', 'phone', 'interview', 'file')),
    day INTEGER NOT NULL,
    department BLOB REFERENCES department (id),
    -- The kind of the request it is about; empty where it is about none.
    procedure TEXT NOT NULL DEFAULT '',
    -- Of a named one: who said it. Of one about a record: which.
    party BLOB REFERENCES party (id),
    subject_kind TEXT,
    subject BLOB CHECK (length(subject) = 16),
    answers TEXT NOT NULL,
    -- Of paper: its number, its place in the order of entry, who entered it, and the second entry.
    sheet INTEGER CHECK (sheet > 0),
    entry INTEGER CHECK (entry > 0),
    entered_by BLOB REFERENCES person (id),
    second_by BLOB REFERENCES person (id),
    second TEXT,
    -- Answers in which both entries differ and nobody has looked at the paper yet.
    open_differences INTEGER NOT NULL DEFAULT 0 CHECK (open_differences >= 0),
    settled_by BLOB REFERENCES person (id),
    -- What holds after somebody looked at the paper; the first entry holds where nothing stands here.
    settled TEXT,
    -- Of a row of a file: its print, so that the same row is known.
    print BLOB CHECK (length(print) = 32),
    UNIQUE (questionnaire, sheet),
    UNIQUE (questionnaire, entry),
    UNIQUE (questionnaire, party),
    UNIQUE (questionnaire, print),
    CHECK ((channel = 'paper') = (sheet IS NOT NULL)),
    CHECK ((channel = 'paper') = (entry IS NOT NULL)),
    CHECK ((channel = 'paper') = (entered_by IS NOT NULL)),
    CHECK ((channel = 'file') = (print IS NOT NULL)),
    CHECK ((second IS NULL) = (second_by IS NULL)),
    CHECK ((subject IS NULL) = (subject_kind IS NULL)),
    CHECK ((settled IS NULL) = (settled_by IS NULL)),
    CHECK (settled IS NULL OR second IS NOT NULL),
    -- The second entry is another person's, and whoever entered a sheet does not judge where both differ.
    CHECK (second_by IS NULL OR second_by <> entered_by),
    CHECK (settled_by IS NULL OR settled_by <> entered_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX questionnaire_response_of ON questionnaire_response (questionnaire, department);
CREATE INDEX questionnaire_response_differs ON questionnaire_response (questionnaire, open_differences)
WHERE open_differences > 0;
CREATE INDEX questionnaire_response_department ON questionnaire_response (department);
CREATE INDEX questionnaire_response_party ON questionnaire_response (party);
CREATE INDEX questionnaire_response_subject ON questionnaire_response (subject_kind, subject);
CREATE INDEX questionnaire_response_entered_by ON questionnaire_response (entered_by);
CREATE INDEX questionnaire_response_second_by ON questionnaire_response (second_by);
CREATE INDEX questionnaire_response_settled_by ON questionnaire_response (settled_by);

CREATE TRIGGER questionnaire_response_names_nobody BEFORE INSERT ON questionnaire_response
WHEN new.party IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.names_nobody')
    WHERE EXISTS (SELECT 1 FROM questionnaire WHERE id = new.questionnaire AND anonymous = 1);
END;

CREATE TRIGGER questionnaire_response_while_open BEFORE INSERT ON questionnaire_response
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.not_open')
    WHERE NOT EXISTS (SELECT 1 FROM questionnaire WHERE id = new.questionnaire AND state = 'approved');
END;

CREATE TRIGGER questionnaire_response_stays_nobodys
BEFORE UPDATE OF questionnaire, channel, party, day, sheet, entered_by ON questionnaire_response
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

CREATE TRIGGER questionnaire_response_stays BEFORE DELETE ON questionnaire_response
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

CREATE TABLE questionnaire_spoiled (
    questionnaire BLOB NOT NULL REFERENCES questionnaire (id),
    sheet INTEGER NOT NULL CHECK (sheet > 0),
    reason TEXT NOT NULL CHECK (reason <> ''),
    by BLOB NOT NULL REFERENCES person (id),
    on_day INTEGER NOT NULL,
    PRIMARY KEY (questionnaire, sheet)
) STRICT, WITHOUT ROWID;
CREATE INDEX questionnaire_spoiled_by ON questionnaire_spoiled (by);

CREATE TABLE rating_offer (
    request BLOB PRIMARY KEY NOT NULL REFERENCES case_request (id),
    state TEXT NOT NULL CHECK (state IN ('due', 'offered', 'declined')),
    since INTEGER NOT NULL,
    questionnaire BLOB REFERENCES questionnaire (id),
    way TEXT CHECK (way IN ('kiosk', 'letter')),
    by BLOB REFERENCES person (id),
    on_day INTEGER,
    CHECK ((state = 'due') = (by IS NULL)),
    CHECK ((state = 'due') = (on_day IS NULL)),
    CHECK ((state = 'offered') = (questionnaire IS NOT NULL)),
    CHECK ((state = 'offered') = (way IS NOT NULL))
) STRICT;
CREATE INDEX rating_offer_state ON rating_offer (state, since);
CREATE INDEX rating_offer_questionnaire ON rating_offer (questionnaire);
CREATE INDEX rating_offer_by ON rating_offer (by);

CREATE TABLE study_finding (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    finding_no TEXT NOT NULL UNIQUE CHECK (finding_no <> ''),
    questionnaire BLOB NOT NULL REFERENCES questionnaire (id),
    -- The question it rests on; empty where it rests on several.
    question TEXT NOT NULL DEFAULT '',
    domain TEXT NOT NULL CHECK (domain <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    severity TEXT NOT NULL CHECK (severity IN ('high', 'medium', 'low')),
    evidence TEXT NOT NULL CHECK (evidence <> ''),
    -- Whether others may refer to it; one that no longer holds stays for those who did.
    stands INTEGER NOT NULL DEFAULT 1 CHECK (stands IN (0, 1)),
    made_by BLOB NOT NULL REFERENCES person (id),
    made_on INTEGER NOT NULL,
    search_fold TEXT NOT NULL
) STRICT;
CREATE INDEX study_finding_questionnaire ON study_finding (questionnaire, severity);
CREATE INDEX study_finding_stands ON study_finding (stands, made_on);
CREATE INDEX study_finding_made_by ON study_finding (made_by);

CREATE TRIGGER study_finding_stays BEFORE DELETE ON study_finding
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

CREATE TABLE improvement_action (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    action_no TEXT NOT NULL UNIQUE CHECK (action_no <> ''),
    source TEXT NOT NULL CHECK (source IN ('answer', 'finding', 'complaint')),
    questionnaire BLOB REFERENCES questionnaire (id),
    question TEXT NOT NULL DEFAULT '',
    finding BLOB REFERENCES study_finding (id),
    request BLOB REFERENCES case_request (id),
    -- What it answers, in words that name nobody.
    said TEXT NOT NULL CHECK (said <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    owner BLOB NOT NULL REFERENCES person (id),
    due INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'dropped')),
    ended_on INTEGER,
    outcome TEXT NOT NULL DEFAULT '',
    -- Its effect, judged by another person: measured again by a later edition of the same question where there is one.
    effect TEXT CHECK (effect IN ('better', 'same', 'worse')),
    effect_note TEXT NOT NULL DEFAULT '',
    effect_by BLOB REFERENCES person (id),
    effect_on INTEGER,
    before_percent INTEGER,
    after_percent INTEGER,
    measured_with BLOB REFERENCES questionnaire (id),
    made_by BLOB NOT NULL REFERENCES person (id),
    made_on INTEGER NOT NULL,
    search_fold TEXT NOT NULL,
    CHECK ((source = 'answer') = (questionnaire IS NOT NULL AND finding IS NULL)),
    CHECK ((source = 'finding') = (finding IS NOT NULL)),
    CHECK ((source = 'complaint') = (request IS NOT NULL)),
    CHECK ((state = 'planned') = (ended_on IS NULL)),
    CHECK ((effect IS NULL) = (effect_by IS NULL)),
    CHECK ((effect IS NULL) = (effect_on IS NULL)),
    CHECK (effect IS NULL OR state = 'done'),
    CHECK ((measured_with IS NULL) = (after_percent IS NULL)),
    -- Nobody says of their own work that it helped.
    CHECK (effect_by IS NULL OR effect_by <> owner)
) STRICT;
CREATE INDEX improvement_action_state ON improvement_action (state, due);
CREATE INDEX improvement_action_owner ON improvement_action (owner, state);
CREATE INDEX improvement_action_questionnaire ON improvement_action (questionnaire);
CREATE INDEX improvement_action_finding ON improvement_action (finding);
CREATE INDEX improvement_action_request ON improvement_action (request);
CREATE INDEX improvement_action_effect_by ON improvement_action (effect_by);
CREATE INDEX improvement_action_measured_with ON improvement_action (measured_with);
CREATE INDEX improvement_action_made_by ON improvement_action (made_by);

CREATE TRIGGER improvement_action_stays BEFORE DELETE ON improvement_action
BEGIN
    SELECT RAISE(ABORT, 'refused: questionnaires.append_only');
END;

CREATE TABLE periodic_report (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    report_no TEXT NOT NULL UNIQUE CHECK (report_no <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('monthly')),
    calendar TEXT NOT NULL CHECK (calendar IN ('hijri', 'gregorian')),
    year INTEGER NOT NULL,
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    -- A later edition mends an issued one, which stays.
    edition INTEGER NOT NULL CHECK (edition > 0),
    from_day INTEGER NOT NULL,
    until_day INTEGER NOT NULL CHECK (until_day >= from_day),
    before_from INTEGER NOT NULL,
    before_until INTEGER NOT NULL CHECK (before_until = from_day - 1),
    state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'issued')),
    -- What figures do not say.
    summary TEXT NOT NULL DEFAULT '',
    went_well TEXT NOT NULL DEFAULT '',
    went_badly TEXT NOT NULL DEFAULT '',
    advice TEXT NOT NULL DEFAULT '',
    -- Why there is another edition.
    reason TEXT NOT NULL DEFAULT '',
    prepared_by BLOB NOT NULL REFERENCES person (id),
    prepared_on INTEGER NOT NULL,
    -- When the figures were frozen.
    frozen_at INTEGER,
    issued_by BLOB REFERENCES person (id),
    issued_on INTEGER,
    UNIQUE (kind, calendar, year, month, edition),
    CHECK ((state = 'draft') = (frozen_at IS NULL)),
    CHECK ((state = 'issued') = (issued_by IS NOT NULL)),
    CHECK ((issued_by IS NULL) = (issued_on IS NULL)),
    CHECK (issued_by IS NULL OR issued_by <> prepared_by),
    CHECK (edition = 1 OR reason <> '')
) STRICT;
CREATE INDEX periodic_report_until ON periodic_report (until_day, edition);
CREATE INDEX periodic_report_prepared_by ON periodic_report (prepared_by);
CREATE INDEX periodic_report_issued_by ON periodic_report (issued_by);

CREATE TRIGGER periodic_report_issued_stays BEFORE UPDATE ON periodic_report WHEN old.state = 'issued'
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays');
END;

CREATE TRIGGER periodic_report_stays BEFORE DELETE ON periodic_report WHEN old.state <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays');
END;

CREATE TRIGGER periodic_report_by_another BEFORE UPDATE OF state ON periodic_report WHEN new.state = 'issued'
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.own_report')
    WHERE old.state <> 'waiting' OR new.issued_by = old.prepared_by OR NOT EXISTS (
        SELECT 1 FROM approval_hand WHERE step = 'reports.issue' AND subject = old.id);
END;

CREATE TRIGGER periodic_report_frozen BEFORE UPDATE ON periodic_report
WHEN old.state = 'waiting' AND new.state <> 'draft' AND (
    new.summary <> old.summary OR new.went_well <> old.went_well OR new.went_badly <> old.went_badly
    OR new.advice <> old.advice OR new.from_day <> old.from_day OR new.until_day <> old.until_day
    OR new.prepared_by <> old.prepared_by)
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays');
END;

CREATE TABLE report_figure (
    report BLOB NOT NULL REFERENCES periodic_report (id),
    place INTEGER NOT NULL CHECK (place > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    code TEXT NOT NULL,
    section TEXT NOT NULL CHECK (section <> ''),
    unit TEXT NOT NULL CHECK (unit <> ''),
    better TEXT NOT NULL CHECK (better IN ('more', 'less', 'neither')),
    value INTEGER,
    -- Of a share: so many of so many.
    n INTEGER,
    whole INTEGER,
    before INTEGER,
    PRIMARY KEY (report, place),
    UNIQUE (report, name),
    CHECK ((n IS NULL) = (whole IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER report_figure_frozen BEFORE UPDATE ON report_figure
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays');
END;

CREATE TRIGGER report_figure_added BEFORE INSERT ON report_figure
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE (SELECT state FROM periodic_report WHERE id = new.report) <> 'draft';
END;

CREATE TRIGGER report_figure_stays BEFORE DELETE ON report_figure
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE (SELECT state FROM periodic_report WHERE id = old.report) <> 'draft';
END;

CREATE TABLE report_part (
    report BLOB NOT NULL,
    place INTEGER NOT NULL,
    no INTEGER NOT NULL CHECK (no > 0),
    key TEXT NOT NULL CHECK (key <> ''),
    -- The key of its words, or a name.
    label_key TEXT NOT NULL,
    label TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit <> ''),
    value INTEGER,
    n INTEGER,
    whole INTEGER,
    PRIMARY KEY (report, place, no),
    FOREIGN KEY (report, place) REFERENCES report_figure (report, place),
    CHECK ((n IS NULL) = (whole IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER report_part_frozen BEFORE UPDATE ON report_part
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays');
END;

CREATE TRIGGER report_part_added BEFORE INSERT ON report_part
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE (SELECT state FROM periodic_report WHERE id = new.report) <> 'draft';
END;

CREATE TRIGGER report_part_stays BEFORE DELETE ON report_part
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE (SELECT state FROM periodic_report WHERE id = old.report) <> 'draft';
END;

CREATE TABLE report_recipient (
    report BLOB NOT NULL REFERENCES periodic_report (id),
    place INTEGER NOT NULL CHECK (place > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    body TEXT NOT NULL DEFAULT '',
    handed_on INTEGER,
    channel TEXT CHECK (channel IN ('paper', 'email', 'meeting', 'message')),
    handed_by BLOB REFERENCES person (id),
    PRIMARY KEY (report, place),
    CHECK ((handed_on IS NULL) = (channel IS NULL)),
    CHECK ((handed_on IS NULL) = (handed_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX report_recipient_handed_by ON report_recipient (handed_by);

CREATE TRIGGER report_recipient_added BEFORE INSERT ON report_recipient
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE (SELECT state FROM periodic_report WHERE id = new.report) <> 'draft';
END;

CREATE TRIGGER report_recipient_stays BEFORE DELETE ON report_recipient
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE (SELECT state FROM periodic_report WHERE id = old.report) <> 'draft';
END;

CREATE TRIGGER report_recipient_handed_once BEFORE UPDATE ON report_recipient
BEGIN
    SELECT RAISE(ABORT, 'refused: reports.issued_stays')
    WHERE old.handed_on IS NOT NULL OR new.name <> old.name OR new.body <> old.body
        OR (SELECT state FROM periodic_report WHERE id = old.report) <> 'issued';
END;

CREATE TABLE retention_rule (
    version INTEGER PRIMARY KEY NOT NULL CHECK (version > 0),
    -- After the file was closed or graduated.
    months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 600),
    -- The decision it rests on.
    decision TEXT NOT NULL CHECK (decision <> ''),
    set_by BLOB NOT NULL REFERENCES person (id),
    set_at INTEGER NOT NULL
) STRICT;
CREATE INDEX retention_rule_set_by ON retention_rule (set_by);

CREATE TRIGGER retention_rule_is_not_changed BEFORE UPDATE ON retention_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: privacy.append_only');
END;

CREATE TRIGGER retention_rule_stays BEFORE DELETE ON retention_rule
BEGIN
    SELECT RAISE(ABORT, 'refused: privacy.append_only');
END;

CREATE TABLE retention_decision (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    party BLOB NOT NULL REFERENCES case_file (party),
    file_no TEXT NOT NULL CHECK (file_no <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('keep', 'anonymise')),
    state TEXT NOT NULL CHECK (state IN ('kept', 'waiting', 'done', 'dropped')),
    reason TEXT NOT NULL CHECK (reason <> ''),
    -- Of what is kept: until when it is not asked again.
    until_day INTEGER,
    asked_by BLOB NOT NULL REFERENCES person (id),
    asked_on INTEGER NOT NULL,
    decided_by BLOB REFERENCES person (id),
    decided_on INTEGER,
    -- Why it was dropped.
    note TEXT NOT NULL DEFAULT '',
    CHECK ((kind = 'keep') = (state = 'kept')),
    CHECK ((kind = 'keep') = (until_day IS NOT NULL)),
    CHECK ((state IN ('done', 'dropped')) = (decided_by IS NOT NULL)),
    CHECK ((decided_by IS NULL) = (decided_on IS NULL)),
    CHECK (state <> 'dropped' OR note <> ''),
    -- Nobody takes out what they asked to be taken out.
    CHECK (state <> 'done' OR decided_by <> asked_by)
) STRICT;
CREATE INDEX retention_decision_party ON retention_decision (party, asked_on);
CREATE UNIQUE INDEX retention_decision_waits ON retention_decision (party) WHERE state = 'waiting';
CREATE INDEX retention_decision_asked_by ON retention_decision (asked_by);
CREATE INDEX retention_decision_decided_by ON retention_decision (decided_by);

CREATE TRIGGER retention_decision_is_settled_once BEFORE UPDATE ON retention_decision
BEGIN
    SELECT RAISE(ABORT, 'refused: privacy.append_only')
    WHERE old.state <> 'waiting' OR new.party <> old.party OR new.reason <> old.reason OR new.asked_by <> old.asked_by;
    SELECT RAISE(ABORT, 'refused: privacy.own_request')
    WHERE new.state = 'done' AND NOT EXISTS (
        SELECT 1 FROM approval_hand WHERE step = 'privacy.anonymise' AND subject = old.id);
END;

CREATE TRIGGER retention_decision_stays BEFORE DELETE ON retention_decision
BEGIN
    SELECT RAISE(ABORT, 'refused: privacy.append_only');
END;

CREATE TABLE service (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL UNIQUE CHECK (name_fold <> ''),
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX service_made_by ON service (made_by);

CREATE TRIGGER service_stays BEFORE DELETE ON service
BEGIN
    SELECT RAISE(ABORT, 'refused: services.append_only');
END;

CREATE TABLE service_version (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    service BLOB NOT NULL REFERENCES service (id),
    number INTEGER NOT NULL CHECK (number > 0),
    state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'announced', 'closed', 'replaced', 'dropped')),
    about TEXT NOT NULL DEFAULT '',
    process TEXT NOT NULL DEFAULT '',
    gives TEXT NOT NULL CHECK (gives IN ('money', 'goods', 'appointment')),
    programme TEXT NOT NULL DEFAULT '',
    fund BLOB REFERENCES fund (id),
    -- The decision of the association it rests on.
    decision TEXT NOT NULL DEFAULT '',
    opens_on INTEGER,
    closes_on INTEGER,
    -- How many families get it; nothing is without a limit.
    capacity INTEGER CHECK (capacity BETWEEN 1 AND 100000),
    -- The most one request gets, whole halalas.
    ceiling INTEGER CHECK (ceiling > 0),
    -- Working days to the decision.
    term_days INTEGER NOT NULL CHECK (term_days BETWEEN 1 AND 250),
    visit_policy TEXT NOT NULL CHECK (visit_policy IN ('never', 'if_needed', 'always')),
    written_by BLOB NOT NULL REFERENCES person (id),
    written_at INTEGER NOT NULL,
    sent_back TEXT NOT NULL DEFAULT '',
    approved_by BLOB REFERENCES person (id),
    approved_on INTEGER,
    -- The text that is published.
    publication TEXT NOT NULL DEFAULT '',
    announced_by BLOB REFERENCES person (id),
    announced_on INTEGER,
    ended_by BLOB REFERENCES person (id),
    ended_on INTEGER,
    ended_reason TEXT NOT NULL DEFAULT '',
    UNIQUE (service, number),
    CHECK (closes_on IS NULL OR opens_on IS NULL OR closes_on >= opens_on),
    CHECK (ceiling IS NULL OR gives = 'money'),
    CHECK ((approved_by IS NULL) = (approved_on IS NULL)),
    CHECK ((announced_by IS NULL) = (announced_on IS NULL)),
    CHECK ((ended_by IS NULL) = (ended_on IS NULL)),
    CHECK ((state IN ('approved', 'announced', 'replaced', 'closed')) = (approved_by IS NOT NULL)),
    CHECK ((state IN ('announced', 'replaced', 'closed')) = (announced_by IS NOT NULL)),
    CHECK ((state IN ('closed', 'replaced', 'dropped')) = (ended_by IS NOT NULL)),
    CHECK (announced_by IS NULL OR publication <> ''),
    CHECK (approved_by IS NULL OR approved_by <> written_by)
) STRICT;
CREATE UNIQUE INDEX service_version_announced ON service_version (service) WHERE state = 'announced';
CREATE UNIQUE INDEX service_version_open ON service_version (service) WHERE state IN ('draft', 'approved');
CREATE INDEX service_version_state ON service_version (state);
CREATE INDEX service_version_fund ON service_version (fund);
CREATE INDEX service_version_written_by ON service_version (written_by);
CREATE INDEX service_version_approved_by ON service_version (approved_by);
CREATE INDEX service_version_announced_by ON service_version (announced_by);
CREATE INDEX service_version_ended_by ON service_version (ended_by);

CREATE TRIGGER service_version_approved_by_another BEFORE UPDATE OF approved_by ON service_version
WHEN new.approved_by IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refused: services.own_writing')
    WHERE EXISTS (SELECT 1 FROM service_hand WHERE version = new.id AND person = new.approved_by);
END;

CREATE TRIGGER service_version_goes_on BEFORE UPDATE OF state ON service_version
WHEN old.state <> new.state AND NOT (
    (old.state = 'draft' AND new.state IN ('approved', 'dropped'))
    OR (old.state = 'approved' AND new.state IN ('draft', 'announced', 'dropped'))
    OR (old.state = 'announced' AND new.state IN ('closed', 'replaced')))
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen');
END;

CREATE TRIGGER service_version_is_published BEFORE UPDATE OF state ON service_version WHEN new.state = 'announced' AND old.state <> 'announced'
BEGIN
    SELECT RAISE(ABORT, 'refused: services.no_channel')
    WHERE NOT EXISTS (SELECT 1 FROM service_channel WHERE version = new.id);
    SELECT RAISE(ABORT, 'refused: criteria.no_criteria')
    WHERE NOT EXISTS (SELECT 1 FROM service_criterion WHERE version = new.id);
END;

CREATE TRIGGER service_version_is_frozen BEFORE UPDATE ON service_version
WHEN old.state <> 'draft' AND (
    new.about <> old.about OR new.process <> old.process OR new.gives <> old.gives OR new.programme <> old.programme
    OR new.fund IS NOT old.fund OR new.decision <> old.decision OR new.opens_on IS NOT old.opens_on
    OR new.closes_on IS NOT old.closes_on OR new.capacity IS NOT old.capacity OR new.ceiling IS NOT old.ceiling
    OR new.term_days <> old.term_days OR new.visit_policy <> old.visit_policy OR new.written_by <> old.written_by
    OR (old.state <> 'approved' AND new.publication <> old.publication))
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen');
END;

CREATE TRIGGER service_version_stays BEFORE DELETE ON service_version
BEGIN
    SELECT RAISE(ABORT, 'refused: services.append_only');
END;

CREATE TABLE service_hand (
    version BLOB NOT NULL REFERENCES service_version (id),
    person BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (version, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX service_hand_person ON service_hand (person);

CREATE TABLE service_criterion (
    version BLOB NOT NULL REFERENCES service_version (id),
    no INTEGER NOT NULL CHECK (no > 0),
    -- As it is published.
    text TEXT NOT NULL CHECK (text <> ''),
    fact TEXT NOT NULL CHECK (fact <> ''),
    op TEXT NOT NULL CHECK (op IN ('eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between', 'in', 'not_in', 'has')),
    -- One value, or several with a bar between them.
    value TEXT NOT NULL CHECK (value <> ''),
    mandatory INTEGER NOT NULL CHECK (mandatory IN (0, 1)),
    weight INTEGER CHECK (weight BETWEEN 0 AND 100),
    PRIMARY KEY (version, no),
    CHECK ((mandatory = 1) = (weight IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER service_criterion_joins_a_draft BEFORE INSERT ON service_criterion
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen')
    WHERE EXISTS (SELECT 1 FROM service_version WHERE id = new.version AND state <> 'draft');
END;

CREATE TRIGGER service_criterion_is_frozen BEFORE UPDATE ON service_criterion
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen')
    WHERE EXISTS (SELECT 1 FROM service_version WHERE id = old.version AND state <> 'draft');
END;

CREATE TRIGGER service_criterion_stays BEFORE DELETE ON service_criterion
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen')
    WHERE EXISTS (SELECT 1 FROM service_version WHERE id = old.version AND state <> 'draft');
END;

CREATE TABLE service_paper (
    version BLOB NOT NULL REFERENCES service_version (id),
    no INTEGER NOT NULL CHECK (no > 0),
    kind TEXT NOT NULL CHECK (kind IN ('identity', 'family_card', 'income', 'social_security', 'address', 'photo', 'consent',
        'contract', 'invoice', 'receipt', 'transfer', 'guarantee', 'other')),
    name TEXT NOT NULL CHECK (name <> ''),
    -- How it is verified.
    method TEXT NOT NULL DEFAULT '',
    mandatory INTEGER NOT NULL CHECK (mandatory IN (0, 1)),
    PRIMARY KEY (version, no)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER service_paper_joins_a_draft BEFORE INSERT ON service_paper
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen')
    WHERE EXISTS (SELECT 1 FROM service_version WHERE id = new.version AND state <> 'draft');
END;

CREATE TRIGGER service_paper_is_frozen BEFORE UPDATE ON service_paper
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen')
    WHERE EXISTS (SELECT 1 FROM service_version WHERE id = old.version AND state <> 'draft');
END;

CREATE TRIGGER service_paper_stays BEFORE DELETE ON service_paper
BEGIN
    SELECT RAISE(ABORT, 'refused: services.frozen')
    WHERE EXISTS (SELECT 1 FROM service_version WHERE id = old.version AND state <> 'draft');
END;

CREATE TABLE service_channel (
    version BLOB NOT NULL REFERENCES service_version (id),
    channel TEXT NOT NULL CHECK (channel IN ('website', 'account', 'message', 'board', 'newspaper', 'partner', 'other')),
    published_on INTEGER NOT NULL,
    evidence TEXT NOT NULL CHECK (evidence <> ''),
    by BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (version, channel)
) STRICT, WITHOUT ROWID;
CREATE INDEX service_channel_by ON service_channel (by);

CREATE TRIGGER service_channel_is_never_changed BEFORE UPDATE ON service_channel
BEGIN
    SELECT RAISE(ABORT, 'refused: services.append_only');
END;

CREATE TRIGGER service_channel_stays BEFORE DELETE ON service_channel
BEGIN
    SELECT RAISE(ABORT, 'refused: services.append_only');
END;

CREATE TABLE service_call (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    version BLOB NOT NULL REFERENCES service_version (id),
    party BLOB NOT NULL REFERENCES party (id),
    result TEXT NOT NULL CHECK (result IN ('no_answer', 'reached', 'will_ask', 'declined')),
    -- Until when they wish to ask.
    until_day INTEGER,
    note TEXT NOT NULL DEFAULT '',
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by BLOB NOT NULL REFERENCES person (id),
    CHECK (result <> 'declined' OR note <> ''),
    CHECK (until_day IS NULL OR result = 'will_ask')
) STRICT;
CREATE INDEX service_call_version ON service_call (version, party, at);
CREATE INDEX service_call_party ON service_call (party);
CREATE INDEX service_call_by ON service_call (by);

CREATE TRIGGER service_call_is_never_changed BEFORE UPDATE ON service_call
BEGIN
    SELECT RAISE(ABORT, 'refused: services.append_only');
END;

CREATE TRIGGER service_call_stays BEFORE DELETE ON service_call
BEGIN
    SELECT RAISE(ABORT, 'refused: services.append_only');
END;

CREATE TABLE case_service (
    request BLOB PRIMARY KEY NOT NULL REFERENCES case_request (id),
    service BLOB NOT NULL REFERENCES service (id),
    version BLOB NOT NULL REFERENCES service_version (id),
    asked INTEGER CHECK (asked > 0),
    amount INTEGER CHECK (amount > 0),
    -- Why it should be given although the criteria are not all met, and who said so.
    exception_reason TEXT NOT NULL DEFAULT '',
    exception_by BLOB REFERENCES person (id),
    exception_on INTEGER,
    -- Approved against the criteria.
    exception INTEGER NOT NULL DEFAULT 0 CHECK (exception IN (0, 1)),
    -- The day the last of the mandatory papers was found genuine, of those that were handed over for decision.
    papers INTEGER NOT NULL DEFAULT 0 CHECK (papers >= 0),
    verified_on INTEGER,
    -- What the criteria came to at the decision, and whom it was about.
    judged TEXT CHECK (judged IN ('eligible', 'incomplete', 'not_eligible')),
    points INTEGER,
    -- Working days from receipt to decision.
    days INTEGER CHECK (days >= 0),
    class TEXT NOT NULL DEFAULT '',
    governorate TEXT NOT NULL DEFAULT '',
    sex TEXT NOT NULL DEFAULT '',
    -- Who took what was given.
    taken_by TEXT NOT NULL DEFAULT '',
    CHECK ((exception_reason = '') = (exception_by IS NULL)),
    CHECK ((exception_by IS NULL) = (exception_on IS NULL)),
    CHECK (exception = 0 OR exception_by IS NOT NULL)
) STRICT;
CREATE INDEX case_service_service ON case_service (service, version);
CREATE INDEX case_service_version ON case_service (version);
CREATE INDEX case_service_exception_by ON case_service (exception_by);

CREATE TRIGGER case_service_asks_for_one BEFORE UPDATE OF service, version, asked ON case_service
WHEN new.service <> old.service OR new.version <> old.version OR new.asked IS NOT old.asked
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only');
END;

CREATE TRIGGER case_service_stays BEFORE DELETE ON case_service
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'request' AND going.subject = old.request);
END;

CREATE TABLE case_finding (
    request BLOB NOT NULL REFERENCES case_request (id),
    no INTEGER NOT NULL CHECK (no > 0),
    met INTEGER NOT NULL CHECK (met IN (0, 1)),
    note TEXT NOT NULL CHECK (note <> ''),
    by BLOB NOT NULL REFERENCES person (id),
    day INTEGER NOT NULL,
    PRIMARY KEY (request, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_finding_by ON case_finding (by);

CREATE TABLE case_criterion (
    request BLOB NOT NULL REFERENCES case_request (id),
    no INTEGER NOT NULL CHECK (no > 0),
    result TEXT NOT NULL CHECK (result IN ('met', 'not_met', 'unknown')),
    value TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    source_on INTEGER,
    PRIMARY KEY (request, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_map (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    subject TEXT NOT NULL CHECK (subject IN ('beneficiaries', 'loans', 'openings', 'follow_up', 'case_registers')),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL,
    -- Field to header for each table, as JSON.
    headers TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    used_at INTEGER NOT NULL,
    UNIQUE (subject, name_fold)
) STRICT;
CREATE INDEX import_map_made_by ON import_map (made_by);

CREATE TABLE import_made (
    run BLOB NOT NULL REFERENCES import_run (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'file', 'member', 'fund', 'project', 'loan', 'tranche', 'event', 'entry', 'guarantor', 'guarantee', 'activity',
        'commitment', 'request', 'assessment')),
    -- The record; of an event, its loan.
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    -- The place of an event within its loan; zero of every other record.
    place INTEGER NOT NULL CHECK (place >= 0),
    PRIMARY KEY (run, kind, subject, place),
    CHECK ((kind = 'event') = (place > 0))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX import_made_subject ON import_made (subject, kind, place);

CREATE TRIGGER import_made_is_of_a_standing_run BEFORE INSERT ON import_made
BEGIN
    SELECT RAISE(ABORT, 'refused: importing.taken_back')
    WHERE NOT EXISTS (SELECT 1 FROM import_run WHERE id = new.run AND remembered = 1 AND taken_back_at IS NULL);
END;

CREATE TRIGGER import_made_is_not_changed BEFORE UPDATE ON import_made
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only');
END;

CREATE TRIGGER import_made_goes_with_its_run BEFORE DELETE ON import_made
BEGIN
    SELECT RAISE(ABORT, 'refused: history.append_only')
    WHERE EXISTS (SELECT 1 FROM import_run WHERE id = old.run AND taken_back_at IS NULL);
END;

CREATE TABLE case_register (
    request BLOB PRIMARY KEY NOT NULL REFERENCES case_request (id),
    outcome TEXT CHECK (outcome IN ('approved', 'rejected', 'waitlisted', 'referred', 'upheld', 'partly', 'settled',
        'not_settled')),
    decided_on INTEGER,
    decided_by BLOB REFERENCES person (id),
    -- Who decided and never worked here under a name of the office's people.
    decided_by_name TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX case_register_decided_by ON case_register (decided_by);

CREATE TRIGGER case_register_is_not_changed BEFORE UPDATE ON case_register
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only');
END;

CREATE TRIGGER case_register_stays BEFORE DELETE ON case_register
BEGIN
    SELECT RAISE(ABORT, 'refused: requests.append_only')
    WHERE NOT EXISTS (SELECT 1 FROM import_going going WHERE going.kind = 'request' AND going.subject = old.request);
END;

CREATE VIEW user_name AS SELECT id, name FROM person;

CREATE VIEW party_name AS SELECT id, name, merged_into FROM party;

CREATE VIEW file_standing AS SELECT party, status, family_size, opened_on FROM file_shelf;

CREATE VIEW fund_name AS SELECT id, name FROM fund;

CREATE VIEW voucher AS
SELECT id, kind, year, voucher_no, day, event, narration, counterparty, reverses FROM entry;

CREATE VIEW voucher_line AS SELECT entry, no, account, fund, amount FROM line;

CREATE VIEW loan_standing AS
SELECT loan, loan_no, party, borrower, mobile, project_name, search_fold, fund, phase, paid_out, repaid, outstanding, credit,
       next_due, last_paid_on, restructured
FROM loan_shelf;

CREATE VIEW loan_instalment AS SELECT loan, no, due, principal, paid FROM instalment;

CREATE VIEW loan_tranche AS SELECT id, loan, amount, state FROM tranche;

CREATE VIEW loan_tranche_step AS SELECT tranche, place, step, on_day FROM tranche_step;

CREATE VIEW approval_hand AS
SELECT r.step, r.subject_kind, r.subject, r.asked_by AS person
FROM approval_request r
WHERE r.state = 'approved'
UNION
SELECT r.step, r.subject_kind, r.subject, a.person
FROM approval_request r
JOIN approval a ON a.request = r.id
WHERE r.state = 'approved';

CREATE VIEW party_card AS
SELECT p.id, p.kind, p.name, p.sex, p.born_on, p.merged_into, COALESCE(i.number, '') AS number,
       COALESCE(c.value, '') AS mobile
FROM party p
LEFT JOIN party_identifier i ON i.party = p.id
LEFT JOIN party_contact c ON c.party = p.id AND c.kind = 'mobile';

CREATE VIEW file_number AS SELECT party, file_no FROM case_file;

CREATE VIEW loan_movement AS
SELECT loan, place, on_day, kind, amount, method, reference, receipt, payer, entry, undone_by FROM loan_event;

CREATE VIEW loan_guarantee AS
SELECT id AS loan, loan_no, party, project, product, amount, guarantee_kind, guarantee, guarantee_until, asked_by, asked_at,
       decision, imported
FROM loan;

CREATE VIEW guarantee_known AS
SELECT id, loan, no, kind, party, said, income, residence_months, until_day, state, proposed_by, proposed_at, verified_by,
       verified_at, checked, note, replaces, ended_by, ended_at, ended_reason, of_loan
FROM guarantee
UNION ALL
SELECT l.loan AS id, l.loan, 1 AS no, COALESCE(l.guarantee_kind, 'other') AS kind, NULL AS party, l.guarantee AS said,
       NULL AS income, NULL AS residence_months, l.guarantee_until AS until_day,
       CASE WHEN l.decision = 'waiting' THEN 'proposed' ELSE 'verified' END AS state, l.asked_by AS proposed_by,
       l.asked_at AS proposed_at, NULL AS verified_by, NULL AS verified_at, '' AS checked, '' AS note, NULL AS replaces,
       NULL AS ended_by, NULL AS ended_at, '' AS ended_reason, 1 AS of_loan
FROM loan_guarantee l
WHERE (l.guarantee_kind IS NOT NULL OR l.guarantee <> '')
    AND NOT EXISTS (SELECT 1 FROM guarantee g WHERE g.id = l.loan);

CREATE VIEW party_place AS
SELECT p.id, p.name, p.name_fold, p.merged_into, p.city, p.district, p.street, p.building_no, p.short_address,
       COALESCE(c.value, '') AS mobile
FROM party p
LEFT JOIN party_contact c ON c.party = p.id AND c.kind = 'mobile';

CREATE VIEW loan_purchase AS
SELECT t.id, t.loan, max(s.on_day) AS paid_on
FROM tranche t
JOIN tranche_step s ON s.tranche = t.id AND s.step = 'paid' AND s.imported = 0
WHERE t.state = 'paid'
GROUP BY t.id, t.loan;

CREATE VIEW loan_goods AS
SELECT id, loan, no, amount, kind, supplier, item, state FROM tranche;

CREATE VIEW purchase_known AS
SELECT COALESCE(p.id, t.id) AS id, t.loan, t.paid_on, p.verified_on
FROM loan_purchase t
LEFT JOIN purchase p ON p.tranche = t.id AND p.state IN ('ordered', 'part', 'came', 'verified');

CREATE VIEW follow_up_visit AS
SELECT id, kind, subject_kind, subject, planned_on, done_on, done_by, recorded_by,
       CASE WHEN from_register = 'past' THEN NULL ELSE signal END AS signal, state, comes_from, closed_with
FROM activity;

CREATE VIEW follow_up_commitment AS
SELECT id, subject_kind, subject, side, due, met_on,
       CASE WHEN from_register = 'past' AND side = 'beneficiary' AND state = 'open' THEN 'excused' ELSE state END AS state,
       depends_on
FROM commitment;

CREATE VIEW follow_up_reading AS
SELECT a.subject_kind, a.subject, a.id AS activity, a.done_on, r.kind, r.value
FROM activity a
JOIN activity_reading r ON r.activity = a.id
WHERE a.from_register IS NULL;

CREATE VIEW project_card AS
SELECT id, party, name, name_fold, activity, state, state_since, state_reason, opened_on FROM project;

CREATE VIEW hold_standing AS
SELECT h.id AS hold, h.loan, h.opened_on
FROM hold h
JOIN loan_standing s ON s.loan = h.loan
WHERE h.state = 'open' AND s.phase IN ('approved', 'active', 'overpaid');

CREATE VIEW party_unconsented AS
SELECT party FROM consent WHERE purpose = 'keep'
GROUP BY party
HAVING count(*) = count(withdrawn_on);

CREATE VIEW application_budget AS
SELECT l.id, l.application, a.application_no, a.party, a.project, a.loan, a.state, l.place, l.batch, l.item, l.kind, l.amount,
       l.chosen, l.reason
FROM application_line l
JOIN loan_application a ON a.id = l.application;

CREATE VIEW application_budget_quote AS
SELECT line, place, supplier, amount, until_day, note FROM application_quote;

CREATE VIEW application_standing AS
SELECT id, application_no, party, product, project, project_name, state, amount, rec_amount, opened_on, loan
FROM loan_application;

CREATE VIEW assessment_newest AS
SELECT id, party, kind, done_on, score, final_class AS class, per_capita, income_total, family_size, dependants, widow,
       orphan_n, disabled_n, elderly_n, tenure, rooms, unsound, earning, rent, debts
FROM assessment
WHERE newest = 1;

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

CREATE VIEW decision_matter AS
SELECT d.id AS decision, i.step, i.subject, i.request
FROM committee_decision d
JOIN meeting_item i ON i.id = d.item
WHERE i.request IS NOT NULL;

CREATE VIEW agenda_matter AS
SELECT i.meeting, i.step, i.subject, i.request FROM meeting_item i WHERE i.state = 'open' AND i.request IS NOT NULL;

CREATE VIEW policy_standing AS
SELECT p.id, p.title, p.kind, p.issuer, p.retired_on, e.id AS edition, e.no, e.effective_on, e.review_on, e.published_on,
       (SELECT count(*) FROM policy_circulation c WHERE c.edition = e.id) AS circulated,
       (SELECT count(*) FROM policy_acknowledgement a WHERE a.edition = e.id) AS signed
FROM policy p
LEFT JOIN policy_edition e ON e.policy = p.id AND e.state = 'approved';

CREATE VIEW report_standing AS SELECT id, title, due, issued_on FROM report_duty;

CREATE VIEW assembly_standing AS
SELECT m.id, m.number, m.kind, m.joined_on, m.ended_on FROM assembly_member m;

CREATE VIEW partner_card AS
SELECT p.party, n.name, p.kind, p.closed_on, p.search_fold FROM partner p JOIN party_name n ON n.id = p.party;

CREATE VIEW agreement_card AS
SELECT id, agreement_no, partner, title, state, starts, ends FROM agreement;

CREATE VIEW department_called AS SELECT id, name, active FROM department;

CREATE VIEW case_request_called AS SELECT id AS request, request_no, kind, restricted FROM case_request;

CREATE VIEW study_finding_known AS
SELECT f.id, f.finding_no, f.questionnaire, q.title AS study, f.domain, f.text, f.severity, f.evidence, f.stands, f.made_on
FROM study_finding f
JOIN questionnaire q ON q.id = f.questionnaire;

CREATE VIEW questionnaire_known AS
SELECT id, series, edition, no, purpose, title, anonymous, sealed, opens, closes, state, closed_on, answers FROM questionnaire;

CREATE VIEW party_identified AS
SELECT p.id, p.kind, p.name, p.sex, p.governorate, p.city, p.district, p.short_address, p.merged_into,
       COALESCE(i.number, '') AS number, i.expires_on, i.checked_on,
       (SELECT count(*) FROM party_contact c WHERE c.party = p.id) AS contacts
FROM party p
LEFT JOIN party_identifier i ON i.party = p.id;

CREATE VIEW party_seat AS SELECT id, governorate FROM party;

CREATE VIEW file_card AS
SELECT s.party, s.file_no, s.name, s.name_fold, s.search_fold, s.status, s.class, s.researcher, s.researcher_name, s.city,
       s.district, p.governorate, s.mobile, s.family_size, s.identity_masked, s.identity_expires_on, s.next_review_on,
       s.opened_on
FROM file_shelf s
JOIN party_seat p ON p.id = s.party;

CREATE VIEW follow_up_contact AS
SELECT party, kind, state, planned_on, done_on, researcher FROM activity WHERE party IS NOT NULL;

CREATE VIEW request_contact AS
SELECT party, received_on AS day FROM case_request WHERE restricted = 0 AND party IS NOT NULL;

CREATE VIEW reception_contact AS
SELECT v.party, v.day FROM reception v LEFT JOIN case_request r ON r.id = v.request
WHERE v.party IS NOT NULL AND (r.id IS NULL OR r.restricted = 0);

CREATE VIEW party_consented AS
SELECT DISTINCT party FROM consent WHERE purpose = 'keep' AND withdrawn_on IS NULL;

CREATE VIEW file_ended AS
SELECT f.party, f.file_no, f.status, f.status_since, p.name, p.name_fold
FROM case_file f
JOIN party_place p ON p.id = f.party
WHERE f.status IN ('closed', 'graduated') AND p.merged_into IS NULL;

CREATE VIEW service_card AS
SELECT v.id AS version, v.service, s.name, v.number, v.state, v.term_days, v.gives, v.announced_on
FROM service_version v
JOIN service s ON s.id = v.service;

CREATE VIEW case_service_request AS
SELECT r.id AS request, r.request_no, r.party, r.state, r.outcome, r.reason, r.received_on, r.decided_on, r.executed_on, r.ended,
       s.service, s.version, s.asked, s.amount, s.exception, s.exception_reason, s.judged, s.points, s.class, s.governorate, s.sex,
       s.papers, s.verified_on, s.days, (SELECT count(*) FROM case_request g WHERE g.parent = r.id) AS grievances
FROM case_request r
JOIN case_service s ON s.request = r.id;

CREATE VIEW file_known AS
SELECT f.party, f.file_no, f.name, f.name_fold, f.status, f.class, f.city, f.district, f.mobile, f.family_size, f.social_security,
       f.identity_expires_on, f.opened_on
FROM file_shelf f;

CREATE VIEW party_known AS
SELECT id, sex, born_on, marital_status, governorate, merged_into
FROM party;

CREATE VIEW document_standing AS
SELECT subject_kind, subject, kind, title, review, reviewed_at, expires_on
FROM document
WHERE removed_at IS NULL;

CREATE VIEW import_going AS
SELECT made.kind, made.subject, made.place
FROM import_made made
JOIN import_run run ON run.id = made.run
WHERE run.taken_back_at IS NOT NULL;

CREATE VIEW case_request_closed AS
SELECT id AS request, request_no, kind, department, against, restricted, due, decided_on, ended_on
FROM case_request
WHERE state = 'closed' AND from_register IS NOT 'history';

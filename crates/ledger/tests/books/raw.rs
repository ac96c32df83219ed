//! Statements that go past the types, to see what the database itself refuses.

use super::{Books, CHECKER, MAKER, code, day, line, now};
use database::{Value, values};
use kernel::id::{EntryId, FundId, PersonId};
use kernel::{Code, Moment};
use ledger::{Line, chart};

pub const ENTRY: EntryId = EntryId::from_bytes([0xaa; 16]);

/// A statement with its values.
pub type Statement = (&'static str, Vec<Value>);

/// An entry that is lawful by itself, changed where a test wants it otherwise.
pub struct Raw {
    pub id: EntryId,
    pub period: i32,
    pub voucher_no: i64,
    pub day: kernel::Day,
    pub event: &'static str,
    pub kind: &'static str,
    pub approved: bool,
    pub own: bool,
    pub second: Option<PersonId>,
    pub reverses: Option<EntryId>,
    pub recorded_at: Moment,
}

impl Raw {
    pub fn new() -> Self {
        Self {
            id: ENTRY,
            period: 202603,
            voucher_no: 1,
            day: day("2026-03-10"),
            event: "example",
            kind: "JV",
            approved: false,
            own: false,
            second: None,
            reverses: None,
            recorded_at: now(),
        }
    }

    pub fn insert(&self) -> Statement {
        self.with("INSERT")
    }

    pub fn with(&self, verb: &str) -> Statement {
        let sql = "INTO entry (id, period, year, kind, voucher_no, day, event, rule_version, narration, search_fold, \
                   reverses, made_by, approved_by, second_approved_by, recorded_at) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, 1, 'x', 'x', $8, $9, $10, $11, $12)";
        let approver = match (self.own, self.approved) {
            (true, _) => Some(MAKER),
            (false, true) => Some(CHECKER),
            (false, false) => None,
        };
        let bound = values![
            self.id,
            self.period,
            self.period / 100,
            self.kind,
            self.voucher_no,
            self.day,
            self.event,
            self.reverses,
            MAKER,
            approver,
            self.second,
            self.recorded_at
        ];
        (Box::leak(format!("{verb} {sql}").into_boxed_str()), bound.to_vec())
    }
}

pub fn raw_line(no: i64, line: &Line) -> Statement {
    raw_line_of(ENTRY, no, line)
}

pub fn raw_line_of(entry: EntryId, no: i64, line: &Line) -> Statement {
    let sql = "INSERT INTO line (entry, no, account, fund, amount, loan) VALUES ($1, $2, $3, $4, $5, $6)";
    (sql, values![entry, no, &line.account, line.fund, line.amount, line.loan].to_vec())
}

/// A seal that continues the chain; its own hash is for verification, not for the trigger.
pub fn raw_seal(entry: EntryId) -> Statement {
    let sql = "INSERT INTO entry_seal (seq, entry, prev_hash, hash) \
               SELECT coalesce(max(seq), 0) + 1, $1, coalesce((SELECT hash FROM entry_seal ORDER BY seq DESC LIMIT 1), \
               zeroblob(32)), zeroblob(32) FROM entry_seal";
    (sql, values![entry].to_vec())
}

/// The code the database refuses a raw entry with these lines with.
pub fn refused(books: &Books, raw: &Raw, lines: &[Line]) -> Code {
    let mut statements = vec![raw.insert()];
    statements.extend((1..).zip(lines).map(|(no, line)| raw_line_of(raw.id, no, line)));
    statements.push(raw_seal(raw.id));
    let refused = code(books.raw(&statements));
    books.assert_intact();
    refused
}

pub fn cash(fund: FundId, amount: i64) -> Line {
    line(chart::BANK, fund, amount)
}

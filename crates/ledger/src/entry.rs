//! An entry before it is posted: its lines, and what makes them lawful by themselves.

use crate::account::AccountCode;
use crate::named::named;
use crate::refusals::{NARRATION_MISSING, TOO_FEW_LINES, UNBALANCED, UNBALANCED_IN_FUND, ZERO_LINE};
use kernel::id::{EntryId, FundId, LoanId, PartyId, PersonId};
use kernel::{Day, Moment, Money, Refusal, Result, require};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

named! {
    /// Each kind is numbered by itself within a fiscal year, without gaps.
    VoucherKind {
        /// سند قبض
        Receipt = "RV",
        /// سند صرف
        Payment = "PV",
        /// قيد يومية
        Journal = "JV",
        /// سند عيني
        InKind = "IK",
        /// قيد افتتاحي
        Opening = "OV",
        /// قيد إقفال
        Closing = "CV",
    }
}

named! {
    /// How money came or went.
    #[ts(rename = "PaymentMethod")]
    Method {
        Transfer = "transfer",
        Deposit = "deposit",
        Cheque = "cheque",
        Pos = "pos",
        Standing = "standing",
        Cash = "cash",
    }
}

/// The number of a voucher: kind, fiscal year, place. Shown as `RV-2026-000123`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct VoucherNumber {
    pub kind: VoucherKind,
    pub year: i32,
    pub no: i64,
}

impl std::fmt::Display for VoucherNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&format!("{}-{}-{:06}", self.kind.word(), self.year, self.no))
    }
}

/// The event of an entry that a person wrote by hand. It and a transfer cannot be posted without an approval, and a
/// payment not without two.
pub const MANUAL: &str = "manual";
/// The event of money moved from one fund to another.
pub const TRANSFER: &str = "transfer";

/// The event of an entry that takes another one back.
pub const REVERSAL: &str = "reversal";

/// The version of the posting rules of this program, kept on every entry.
pub const RULE_VERSION: i32 = 1;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub account: AccountCode,
    pub fund: FundId,
    /// Debit above zero, credit below.
    pub amount: Money,
    pub party: Option<PartyId>,
    pub loan: Option<LoanId>,
    pub memo: String,
}

impl Line {
    /// Money into the account, as debit.
    pub fn debit(account: AccountCode, fund: FundId, amount: Money) -> Self {
        Self { account, fund, amount, party: None, loan: None, memo: String::new() }
    }

    pub fn credit(account: AccountCode, fund: FundId, amount: Money) -> Self {
        Self::debit(account, fund, amount.negated())
    }

    #[must_use]
    pub fn of_loan(mut self, loan: LoanId) -> Self {
        self.loan = Some(loan);
        self
    }

    #[must_use]
    pub fn of_party(mut self, party: PartyId) -> Self {
        self.party = Some(party);
        self
    }

    #[must_use]
    pub fn memo(mut self, memo: impl Into<String>) -> Self {
        self.memo = memo.into();
        self
    }
}

/// An entry to be posted. The client makes the identifier: the same one twice is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    pub id: EntryId,
    pub kind: VoucherKind,
    pub day: Day,
    /// The event that the posting rule answers to: `donation`, `loan.tranche` …
    pub event: String,
    pub narration: String,
    /// Who paid or was paid, as the voucher names them.
    pub counterparty: Option<String>,
    pub method: Option<Method>,
    pub reference: Option<String>,
    pub lines: Vec<Line>,
    pub made_by: PersonId,
    pub approved_by: Option<PersonId>,
    /// A payment written by hand is approved by two.
    pub second_approved_by: Option<PersonId>,
    pub recorded_at: Moment,
}

impl NewEntry {
    #[allow(clippy::too_many_arguments)]
    pub fn new(
        id: EntryId,
        kind: VoucherKind,
        day: Day,
        event: &str,
        narration: &str,
        lines: Vec<Line>,
        made_by: PersonId,
        recorded_at: Moment,
    ) -> Self {
        Self {
            id,
            kind,
            day,
            event: event.to_owned(),
            narration: narration.to_owned(),
            counterparty: None,
            method: None,
            reference: None,
            lines,
            made_by,
            approved_by: None,
            second_approved_by: None,
            recorded_at,
        }
    }

    #[must_use]
    pub fn approved_by(mut self, person: PersonId) -> Self {
        self.approved_by = Some(person);
        self
    }

    #[must_use]
    pub fn approved_by_two(mut self, first: PersonId, second: PersonId) -> Self {
        self.second_approved_by = Some(second);
        self.approved_by(first)
    }

    /// Who paid or was paid, how, and the number on their paper.
    #[must_use]
    pub fn with(mut self, counterparty: &str, method: Option<Method>, reference: Option<String>) -> Self {
        self.counterparty = Some(counterparty.to_owned());
        self.method = method;
        self.reference = reference;
        self
    }

    /// # Errors
    /// Fewer than two lines, a line of nothing, lines that do not add up to zero as a whole or within a fund, an entry
    /// that does not say what it is for.
    pub fn check(&self) -> Result<()> {
        require(!self.narration.trim().is_empty(), Refusal::new(NARRATION_MISSING).at("narration"))?;
        require(self.lines.len() >= 2, TOO_FEW_LINES)?;
        require(self.lines.iter().all(|line| !line.amount.is_zero()), ZERO_LINE)?;
        // The sums themselves may leave the range of money; only zero is lawful.
        let mut per_fund: BTreeMap<FundId, i128> = BTreeMap::new();
        for line in &self.lines {
            *per_fund.entry(line.fund).or_default() += i128::from(line.amount.halalas());
        }
        let total: i128 = per_fund.values().sum();
        require(total == 0, Refusal::new(UNBALANCED).with("difference", riyals(total)))?;
        let off = per_fund.values().find(|sum| **sum != 0).copied().unwrap_or_default();
        require(off == 0, Refusal::new(UNBALANCED_IN_FUND).with("difference", riyals(off)))
    }
}

fn riyals(halalas: i128) -> String {
    let sum = i64::try_from(halalas.abs()).ok().and_then(|halalas| Money::from_halalas(halalas).ok());
    sum.unwrap_or(Money::MAX).to_string()
}

/// An entry that stands in the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PostedEntry")]
pub struct Posted {
    pub entry: EntryId,
    pub voucher: VoucherNumber,
    /// The place in the whole of the books, without gaps.
    pub seq: i64,
}

/// Words of an entry, as its search finds them.
pub(crate) fn search_text(narration: &str, counterparty: Option<&str>, reference: Option<&str>) -> String {
    kernel::arabic::fold(&[narration, counterparty.unwrap_or_default(), reference.unwrap_or_default()].join(" "))
}

//! Nouns of the general assembly.

use kernel::id::{AssemblyMemberId, EntryId, PartyId};
use kernel::{Day, Money};
use office::list;
use office::record::RecordVersion;
use serde::Serialize;
use ts_rs::TS;

list! { AssemblyKind { Active = "active", Affiliate = "affiliate", Honorary = "honorary" } }
list! {
    /// How a member stands for a year.
    AssemblyStanding { Paid = "paid", Owes = "owes", Free = "free", Ended = "ended" }
}

/// A member as the list shows it, for a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssemblyLine {
    pub member: AssemblyMemberId,
    pub party: PartyId,
    pub number: i64,
    pub name: String,
    pub mobile: String,
    pub kind: AssemblyKind,
    pub joined_on: Day,
    pub ended_on: Option<Day>,
    /// What is due for the year, and what of it was paid by receipts that stand.
    pub due: Money,
    pub paid: Money,
    pub standing: AssemblyStanding,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssemblyCount {
    pub standing: AssemblyStanding,
    pub count: i64,
}

/// What members of a kind pay for the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssemblyDue {
    pub kind: AssemblyKind,
    pub amount: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssemblyPage {
    pub year: i64,
    pub lines: Vec<AssemblyLine>,
    pub total: i64,
    pub counts: Vec<AssemblyCount>,
    pub dues: Vec<AssemblyDue>,
    /// Members who may vote: active, not ended; of these, how many owe nothing, and how many a meeting needs.
    pub voters: i64,
    pub in_order: i64,
    pub needed: i64,
}

/// A fee that was paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssemblyFee {
    pub year: i64,
    pub receipt: EntryId,
    pub receipt_no: String,
    pub day: Day,
    pub amount: Money,
    pub recorded_by_name: String,
    /// Whether the receipt was reversed since: it counts no more.
    pub reversed: bool,
}

/// A receipt that can pay fees, with what of it is left for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssemblyReceipt {
    pub receipt: EntryId,
    pub receipt_no: String,
    pub day: Day,
    pub payer: String,
    pub left: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssemblyReceipts {
    pub receipts: Vec<AssemblyReceipt>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssemblySheet {
    pub line: AssemblyLine,
    pub ended_reason: String,
    pub fees: Vec<AssemblyFee>,
    pub record: RecordVersion,
}

//! An import is taken back as a whole: somebody asks for it with a reason, another person, who did not bring it in, does
//! it. What it made is remembered while it is saved (`made`); nothing of that may have been changed since (`changed`); its
//! entries are reversed on their own days (`books`), and its records go.

pub mod ask_back;
mod books;
mod changed;
pub mod keep;
pub mod made;
pub mod page;
pub mod take_back;

use super::model::{MadeRecords, RunLine, WhichImport};
use super::rules::{OWN_TAKING_BACK, TAKING_BACK_DECIDED, TAKING_BACK_WAITS};
use super::waiting;
use approvals::{ApprovalRequest, RequestState};
use database::Read;
use kernel::id::ImportId;
use kernel::{Moment, Money, Result};
use ledger::refusals::ABOVE_LIMIT;
use office::approval::{ApprovalStep, Described, StepRefusals};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An import goes with everything it made. The amount is what its entries move back.
pub const TAKING_BACK: ApprovalStep = ApprovalStep {
    name: "importing.taking_back",
    subject: "import",
    decides: crate::IMPORTING_TAKE_BACK,
    needed: 1,
    limit: Some(ABOVE_LIMIT),
    task: "import_take_back",
    told: Some("import_kept"),
    kept_from: &[],
    describe,
    refusals: StepRefusals {
        own: OWN_TAKING_BACK,
        again: approvals::ANSWERED_ALREADY,
        decided: TAKING_BACK_DECIDED,
        waits: TAKING_BACK_WAITS,
    },
};

fn describe(cx: &office::context::Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let id = ImportId::from_bytes(subject);
    let Some(file) = waiting::file_of(cx, id)? else { return Ok(None) };
    Ok(Some(Described::new(crate::RUN.asking(&WhichImport { id })?, [("file", file)])))
}

/// Whether it is asked just now that an import be taken back.
///
/// # Errors
/// What the database refuses.
pub fn is_asked(db: &Read<'_>, id: ImportId) -> Result<bool> {
    Ok(approvals::waiting(db, &TAKING_BACK, *id.as_bytes())?.is_some())
}

/// Asks that an import be taken back.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AskBack {
    pub id: ImportId,
    pub reason: String,
}

/// Something an import made that was changed since, or that something rests on by now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangedSince {
    /// The kind of record: `file`, `fund`, `loan`, `entry`, `period`.
    pub noun: String,
    /// What people know it by.
    pub label: String,
    /// The key of the words of what happened: a command, or what rests on it.
    pub what: String,
    /// What rests on it, by its number or name.
    pub detail: String,
    /// Who did it; empty where nobody is told.
    pub by: String,
    pub at: Option<Moment>,
}

/// How the request stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AskedBack {
    pub state: RequestState,
    pub asked_by: String,
    pub asked_at: Moment,
    pub reason: String,
    /// Why it was refused or given up.
    pub note: String,
    /// Whoever looks asked for it.
    pub own: bool,
}

impl AskedBack {
    fn of(request: &ApprovalRequest, cx: &office::context::Read<'_>) -> Self {
        Self {
            state: request.state,
            asked_by: request.asked_by_name.clone(),
            asked_at: request.asked_at,
            reason: request.reason.clone(),
            note: request.note.clone(),
            own: request.asked_by == cx.who.id,
        }
    }
}

/// A saved import: what it made, and whether it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportRunPage {
    pub run: RunLine,
    /// Whether it is known what it made; of an import by an earlier program it is not.
    pub remembered: bool,
    /// What would go.
    pub made: Vec<MadeRecords>,
    /// What its entries would move back.
    pub moved: Money,
    /// What stands in the way, the first hundred.
    pub changed: Vec<ChangedSince>,
    pub changed_count: usize,
    /// The last request; none where nobody asked.
    pub asked: Option<AskedBack>,
    /// Whoever looks brought it in.
    pub own: bool,
    /// Whoever looks may ask for it now.
    pub may_ask: bool,
    /// Whoever looks may take it back now.
    pub may_take_back: bool,
}

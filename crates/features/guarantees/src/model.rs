//! Nouns of guarantees.

use kernel::id::{GuaranteeId, LoanId, NoteId, PartyId, PersonId, ProductId};
use kernel::{Day, Moment, Money};
use loans::{GuaranteeKind, LoanPhase};
use office::gate::Condition;
use office::list;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    /// Where a guarantee stands on a day. What is kept is proposed, verified, called and released; that it is active,
    /// expired or released with its loan follows from the loan and the day.
    GuaranteeState {
        Proposed = "proposed", Verified = "verified", Active = "active", Expired = "expired", Called = "called",
        Released = "released",
    }
}
list! {
    /// Who stands for the loan: the borrower by a fact in the file, a person with an identity number, or what a text says.
    GuaranteeStands { Fact = "fact", Person = "person", Text = "text" }
}
list! {
    /// One note over all of it that is due when it is shown, or one for each instalment.
    NotesPer { Sight = "sight", Instalment = "instalment" }
}
list! { NoteState { Drawn = "drawn", Signed = "signed", Returned = "returned", Void = "void" } }

/// A kind of guarantee, as the table of kinds has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "KindOfGuarantee")]
pub struct Kind {
    pub code: GuaranteeKind,
    pub stands: GuaranteeStands,
    /// What whoever verifies says they have seen: `guarantee.check.<key>`.
    pub checks: Vec<String>,
    pub needs_income: bool,
    pub needs_residence: bool,
}

/// That a guarantee is called waits for another person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AskedCall {
    pub reason: String,
    pub asked_by: PersonId,
    pub asked_by_name: String,
    pub asked_at: Moment,
}

/// A guarantee of a loan, as it stands today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LoanGuarantee")]
pub struct Guarantee {
    pub id: GuaranteeId,
    pub loan: LoanId,
    pub loan_no: String,
    pub phase: LoanPhase,
    pub borrower: PartyId,
    pub borrower_name: String,
    /// 1, 2, 3 … of the loan.
    pub no: i64,
    pub kind: GuaranteeKind,
    /// Who guarantees, where it is a person the office knows.
    pub party: Option<PartyId>,
    pub name: String,
    pub identity_masked: String,
    pub born_on: Option<Day>,
    /// In the words of the office.
    pub said: String,
    pub income: Option<Money>,
    pub residence_months: Option<i64>,
    /// The last day it holds, where it has one.
    pub until: Option<Day>,
    pub state: GuaranteeState,
    pub proposed_by: PersonId,
    pub proposed_by_name: String,
    pub proposed_at: Moment,
    pub verified_by: Option<PersonId>,
    pub verified_by_name: Option<String>,
    pub verified_at: Option<Moment>,
    pub checked: Vec<String>,
    pub note: String,
    pub replaces: Option<GuaranteeId>,
    pub ended_by_name: Option<String>,
    pub ended_at: Option<Moment>,
    pub ended_reason: String,
    /// Whether the loan itself says so: since it was asked for, or since before guarantees were records.
    pub of_loan: bool,
    pub call: Option<AskedCall>,
    /// Open loans of others that the guarantor stands for, beside this one.
    pub other_guarantees: i64,
    /// Open loans of the guarantor's own.
    pub own_loans: i64,
}

/// So many guarantors are asked for, for loans above an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GuarantorBand {
    pub above: Money,
    pub guarantors: i64,
}

/// What a product asks for beyond one guarantee that holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct GuaranteeTerms {
    /// Whether only a guarantee counts that another person has verified.
    pub verified: bool,
    /// The one with the largest amount below the loan's counts.
    pub bands: Vec<GuarantorBand>,
    /// The oldest a guarantor may be today, in years.
    pub oldest: Option<i64>,
    /// Whether somebody with an open loan may guarantee another.
    pub may_borrow: bool,
    /// How long whoever guarantees by residence must have lived there.
    pub residence_months: Option<i64>,
    /// The last instalment is due before the borrower is so old, in years.
    pub last_due_before: Option<i64>,
}

impl Default for GuaranteeTerms {
    fn default() -> Self {
        Self {
            verified: false,
            bands: Vec::new(),
            oldest: None,
            may_borrow: true,
            residence_months: None,
            last_due_before: None,
        }
    }
}

/// A product with what it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuaranteeRule {
    pub product: ProductId,
    pub terms: GuaranteeTerms,
    /// How often it was changed: sent back with a change.
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuaranteeRules {
    pub rules: Vec<GuaranteeRule>,
}

/// A promissory note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PromissoryNote")]
pub struct Note {
    pub id: NoteId,
    pub loan: LoanId,
    pub note_no: String,
    pub amount: Money,
    /// At sight where none is named.
    pub due: Option<Day>,
    pub issued_on: Day,
    pub place_of_issue: String,
    pub place_of_payment: String,
    pub state: NoteState,
    pub drawn_by_name: String,
    pub signed_on: Option<Day>,
    pub kept_at: String,
    pub signed_told_by: Option<PersonId>,
    pub signed_told_by_name: Option<String>,
    pub ended_on: Option<Day>,
    pub ended_note: String,
    pub ended_by_name: Option<String>,
}

/// What drawing notes would make, before it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NotesChoice {
    pub per: NotesPer,
    pub papers: i64,
    /// Of the first one.
    pub each: Money,
    pub total: Money,
}

/// Everything about the guarantees of a loan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanGuarantees {
    pub loan: LoanId,
    pub loan_no: String,
    pub borrower: PartyId,
    pub borrower_name: String,
    pub phase: LoanPhase,
    pub guarantees: Vec<Guarantee>,
    pub kinds: Vec<Kind>,
    /// What must hold before the loan is approved and its tranches go out.
    pub conditions: Vec<Condition>,
    pub notes: Vec<Note>,
    /// What notes may be drawn now; empty where none may.
    pub choices: Vec<NotesChoice>,
    /// Where the association is: proposed as the place of the notes.
    pub place: String,
    /// Whether nothing is claimed any more, so that the notes go back.
    pub notes_go_back: bool,
    /// Whether the clearance letter can be printed.
    pub cleared: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuaranteeCount {
    pub state: GuaranteeState,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuaranteePage {
    pub lines: Vec<Guarantee>,
    pub total: i64,
    /// How many stand behind each state, every other filter kept.
    pub counts: Vec<GuaranteeCount>,
}

/// Somebody the office knows by an identity number, with what speaks for and against taking them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundGuarantor {
    pub party: Option<PartyId>,
    pub name: String,
    pub mobile: String,
    pub born_on: Option<Day>,
    pub identity_expires_on: Option<Day>,
    /// Loans of others they guarantee.
    pub guarantees: Vec<Guarantee>,
    /// Numbers of their own open loans.
    pub own_loans: Vec<String>,
}

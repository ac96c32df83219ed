//! What the commands of guarantees take.

use crate::model::{GuaranteeState, GuaranteeTerms, NotesPer};
use kernel::id::{GuaranteeId, LoanId, PartyId, ProductId};
use kernel::{Day, Money};
use loans::GuaranteeKind;
use office::order::Order;
use parties::inputs::DifferentFrom;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which guarantees to show; all that are in force or were called where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListGuarantees {
    pub text: String,
    pub state: Vec<GuaranteeState>,
    pub kind: Option<GuaranteeKind>,
    /// What somebody guarantees.
    pub party: Option<PartyId>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GuaranteesOf {
    pub loan: LoanId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FindGuarantor {
    pub number: String,
}

/// Somebody who guarantees.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct NewGuarantor {
    /// Made by the caller, for somebody the office does not know yet.
    pub id: PartyId,
    /// By which the office finds whom it knows.
    pub number: String,
    #[serde(default)]
    pub expires_on: Option<Day>,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub mobile: String,
    #[serde(default)]
    pub born_on: Option<Day>,
    /// Who looks like them and is somebody else.
    #[serde(default)]
    pub different: Vec<DifferentFrom>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ProposeGuarantee {
    pub id: GuaranteeId,
    pub loan: LoanId,
    pub kind: GuaranteeKind,
    /// Of a kind where a person stands for the loan.
    #[serde(default)]
    pub guarantor: Option<NewGuarantor>,
    #[serde(default)]
    pub said: String,
    #[serde(default)]
    pub income: Option<Money>,
    #[serde(default)]
    pub residence_months: Option<i64>,
    #[serde(default)]
    pub until: Option<Day>,
    #[serde(default)]
    pub note: String,
    /// The one it comes instead of, which is released when this one is verified.
    #[serde(default)]
    pub replaces: Option<GuaranteeId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VerifyGuarantee {
    pub guarantee: GuaranteeId,
    /// What was seen, each by the key of its kind.
    pub checked: Vec<String>,
    /// The last day it holds, as the paper says.
    #[serde(default)]
    pub until: Option<Day>,
    #[serde(default)]
    pub note: String,
    /// Of a guarantor, a month; what was said before where none is given.
    #[serde(default)]
    pub income: Option<Money>,
    /// 1–1200; as above.
    #[serde(default)]
    pub residence_months: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichGuarantee {
    pub guarantee: GuaranteeId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EndGuarantee {
    pub guarantee: GuaranteeId,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveGuaranteeRule {
    pub product: ProductId,
    pub terms: GuaranteeTerms,
    /// The version the change began from.
    #[serde(default)]
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DrawNotes {
    pub loan: LoanId,
    pub per: NotesPer,
    pub place_of_issue: String,
    #[serde(default)]
    pub place_of_payment: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignNotes {
    pub loan: LoanId,
    pub day: Day,
    /// Where the paper lies.
    pub kept_at: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReturnNotes {
    pub loan: LoanId,
    pub day: Day,
    /// Who took them; the borrower where nobody is named.
    #[serde(default)]
    pub handed_to: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VoidNotes {
    pub loan: LoanId,
    pub reason: String,
}

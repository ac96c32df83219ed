//! What the commands of applications take.

use crate::model::{ApplicationState, ApplicationTerms, BudgetLine, Recommends, StudyRow};
use guarantees::inputs::NewGuarantor;
use kernel::id::{ApplicationId, FundId, GuaranteeId, LoanId, PartyId, PersonId, ProductId, ProjectId};
use kernel::{Day, Money};
use loans::GuaranteeKind;
use loans::model::LoanCalendar;
use office::order::Order;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU16;
use ts_rs::TS;

/// Which applications to show; all where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListApplications {
    /// Number, applicant or project, however spelled, or parts of them.
    pub text: String,
    pub state: Vec<ApplicationState>,
    pub product: Option<ProductId>,
    pub party: Option<PartyId>,
    /// Who studies it.
    pub researcher: Option<PersonId>,
    pub order: Option<Order>,
    pub offset: i64,
    /// 1–500; 100 when left out.
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichApplication {
    pub application: ApplicationId,
}

/// The form to fill in by hand where none is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichForm {
    #[serde(default)]
    pub application: Option<ApplicationId>,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApplicationRequest {
    pub product: ProductId,
    pub amount: Money,
    pub instalments: NonZeroU16,
    /// One there is already; none where one is opened with the loan.
    #[serde(default)]
    pub project: Option<ProjectId>,
    pub project_name: String,
    #[serde(default)]
    pub activity: String,
    #[serde(default)]
    pub needs: String,
    #[serde(default)]
    pub wishes: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddApplication {
    pub id: ApplicationId,
    pub party: PartyId,
    pub request: ApplicationRequest,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeApplication {
    pub application: ApplicationId,
    pub request: ApplicationRequest,
    /// The version the change began from.
    #[serde(default)]
    pub version: i64,
}

/// The whole study of feasibility, as it is to stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveStudy {
    pub application: ApplicationId,
    pub rows: Vec<StudyRow>,
    #[serde(default)]
    pub market: String,
    #[serde(default)]
    pub version: i64,
}

/// The whole budget, as it is to stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveBudget {
    pub application: ApplicationId,
    pub lines: Vec<BudgetLine>,
    #[serde(default)]
    pub version: i64,
}

/// What is being typed, before anything of it is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeighApplication {
    pub application: ApplicationId,
    pub amount: Money,
    pub instalments: NonZeroU16,
    /// As saved where it is left out.
    #[serde(default)]
    pub rows: Option<Vec<StudyRow>>,
    /// As saved where it is left out.
    #[serde(default)]
    pub lines: Option<Vec<BudgetLine>>,
}

/// It goes back to be completed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SendBack {
    pub application: ApplicationId,
    /// One a line.
    pub missing: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Recommend {
    pub application: ApplicationId,
    pub recommends: Recommends,
    /// To approve it: how much, over how many instalments, by which calendar, out of which fund.
    #[serde(default)]
    pub amount: Option<Money>,
    #[serde(default)]
    pub instalments: Option<NonZeroU16>,
    #[serde(default)]
    pub calendar: Option<LoanCalendar>,
    #[serde(default)]
    pub first_due: Option<Day>,
    #[serde(default)]
    pub fund: Option<FundId>,
    pub opinion: String,
    #[serde(default)]
    pub conditions: String,
    /// The version that was looked at.
    #[serde(default)]
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApproveApplication {
    pub application: ApplicationId,
    /// The identifier of the loan it becomes, made by the caller.
    pub loan: LoanId,
    #[serde(default)]
    pub note: String,
}

/// It ends, or something of it does, with a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EndApplication {
    pub application: ApplicationId,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct BringGuarantee {
    pub id: GuaranteeId,
    pub application: ApplicationId,
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
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeeGuarantee {
    pub guarantee: GuaranteeId,
    /// What was seen, each by the key of its kind.
    pub checked: Vec<String>,
    #[serde(default)]
    pub until: Option<Day>,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DropGuarantee {
    pub guarantee: GuaranteeId,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetApplicationTerms {
    pub terms: ApplicationTerms,
    /// The decision that adopts them, in the words of the office.
    #[serde(default)]
    pub adopted: String,
    /// The version the change began from.
    #[serde(default)]
    pub version: i64,
}

//! What the commands of partners and agreements take.

use crate::model::{
    AgreementKind, AgreementPartyRole, AgreementStanding, AgreementTerms, ContributionKind, EndorsementForm,
    EvidenceKind, ExchangeDirection, ExchangeForm, ObligationSide, PartnerFacts, PartnerItemKind, PartnerKind,
    PartnerSettings, PartnerStanding, VisionPillar,
};
use kernel::id::{AgreementId, ObligationId, PartnerItemId, PartyId, PersonId, ProgrammeId, SubjectId};
use kernel::{Day, Money};
use office::order::Order;
use parties::PartyFacts;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListPartners {
    pub text: String,
    pub kind: Vec<PartnerKind>,
    pub standing: Vec<PartnerStanding>,
    /// Of one component of the community.
    pub component: Option<String>,
    pub keeper: Option<PersonId>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct WhichPartner {
    pub partner: PartyId,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(default)]
pub struct FindOrganisations {
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListAgreements {
    pub text: String,
    pub kind: Vec<AgreementKind>,
    pub standing: Vec<AgreementStanding>,
    pub partner: Option<PartyId>,
    /// In force, and ending within the days that are set.
    pub ending: bool,
    /// In force on this day; without it, today matters.
    pub on: Option<Day>,
    pub target: Option<String>,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct WhichAgreement {
    pub agreement: AgreementId,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListObligations {
    pub text: String,
    pub side: Option<ObligationSide>,
    pub partner: Option<PartyId>,
    pub keeper: Option<PersonId>,
    /// Open, and past its day.
    pub late: bool,
    /// Open, whatever the day.
    pub open: bool,
    pub due_from: Option<Day>,
    pub due_until: Option<Day>,
    /// Of what was due and not excused: whether it was kept by its day, with evidence.
    pub in_time: Option<bool>,
    /// Only what counts: due, and not excused.
    pub counted: bool,
    pub order: Option<Order>,
    pub offset: i64,
    pub limit: Option<i64>,
}

/// The client makes the identifier, so that a repeated click cannot add it twice; or it is that of an organisation the office
/// knows.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddPartner {
    pub partner: PartyId,
    /// It is known already: what is typed about the party is left aside.
    #[serde(default)]
    pub known: bool,
    #[serde(default)]
    pub party: PartyFacts,
    /// Its national number (700…), where it is known.
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub facts: PartnerFacts,
    #[serde(default)]
    pub components: Vec<String>,
    /// Why it is another one than whoever looks like it.
    #[serde(default)]
    pub another: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangePartner {
    pub partner: PartyId,
    /// The versions the change began from: of the partner, and of its party.
    pub version: i64,
    pub party_version: i64,
    pub party: PartyFacts,
    /// A new national number; without one, the one that is known stays.
    #[serde(default)]
    pub number: Option<String>,
    pub facts: PartnerFacts,
    #[serde(default)]
    pub components: Vec<String>,
    /// Why it is another one than whoever looks like it.
    #[serde(default)]
    pub another: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ClosePartner {
    pub partner: PartyId,
    pub version: i64,
    /// Closed, or open again.
    pub closed: bool,
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveContact {
    pub id: PartnerItemId,
    pub partner: PartyId,
    pub version: i64,
    pub name: String,
    #[serde(default)]
    pub duty: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct EndContact {
    pub id: PartnerItemId,
    pub partner: PartyId,
    pub version: i64,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AlignPartner {
    pub partner: PartyId,
    pub version: i64,
    pub programme: ProgrammeId,
    pub score: i64,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddContribution {
    pub id: PartnerItemId,
    pub partner: PartyId,
    pub kind: ContributionKind,
    pub text: String,
    #[serde(default)]
    pub amount: Option<Money>,
    pub day: Day,
    #[serde(default)]
    pub agreement: Option<AgreementId>,
    #[serde(default)]
    pub receipt: String,
    #[serde(default)]
    pub evidence: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddEndorsement {
    pub id: PartnerItemId,
    pub partner: PartyId,
    pub form: EndorsementForm,
    pub text: String,
    pub day: Day,
    #[serde(default)]
    pub programme: Option<ProgrammeId>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddExchange {
    pub id: PartnerItemId,
    pub partner: PartyId,
    pub direction: ExchangeDirection,
    pub form: ExchangeForm,
    pub text: String,
    #[serde(default)]
    pub outcome: String,
    pub day: Day,
    #[serde(default)]
    pub people: Option<i64>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct StrikePartnerItem {
    pub id: PartnerItemId,
    pub kind: PartnerItemKind,
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, Serialize, TS)]
pub struct SaveComponent {
    /// Latin letters and `_`; of one that is there already, its name stays the program's where it has none.
    pub code: String,
    #[serde(default)]
    pub name: String,
    pub active: bool,
}

#[derive(Debug, Clone, Deserialize, Serialize, TS)]
pub struct SaveTarget {
    pub code: String,
    #[serde(default)]
    pub name: String,
    pub pillar: VisionPillar,
    pub active: bool,
}

#[derive(Debug, Clone, Deserialize, Serialize, TS)]
pub struct SaveAlignmentProgramme {
    pub programme: ProgrammeId,
    pub name: String,
    pub active: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangePartnerSettings {
    pub version: i64,
    pub settings: PartnerSettings,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedAgreementParty {
    pub partner: PartyId,
    pub role: AgreementPartyRole,
    pub signs: bool,
    #[serde(default)]
    pub represented_by: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ProposeAgreement {
    pub id: AgreementId,
    pub partner: PartyId,
    pub kind: AgreementKind,
    pub terms: AgreementTerms,
    #[serde(default)]
    pub parties: Vec<TypedAgreementParty>,
    #[serde(default)]
    pub targets: Vec<String>,
    /// The agreement it takes the place of.
    #[serde(default)]
    pub renews: Option<AgreementId>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeAgreement {
    pub id: AgreementId,
    pub version: i64,
    pub kind: AgreementKind,
    pub terms: AgreementTerms,
    #[serde(default)]
    pub parties: Vec<TypedAgreementParty>,
    #[serde(default)]
    pub targets: Vec<String>,
}

/// An agreement with what is said of the step.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NoteAgreement {
    pub id: AgreementId,
    pub version: i64,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ApproveAgreement {
    pub id: AgreementId,
    pub version: i64,
    /// The decision or minutes it is approved by, where there are any.
    #[serde(default)]
    pub decision: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SignAgreement {
    pub id: AgreementId,
    pub version: i64,
    pub signed_on: Day,
    /// Where it was signed: a forum, a meeting.
    #[serde(default)]
    pub event: String,
    #[serde(default)]
    pub place: String,
    pub our_signatory: String,
    pub their_signatory: String,
    pub starts: Day,
    pub ends: Day,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TerminateAgreement {
    pub id: AgreementId,
    pub version: i64,
    pub terminated_on: Day,
    pub reason: String,
    /// Obligations that stay owed; the other open ones end with it.
    #[serde(default)]
    pub stay: Vec<ObligationId>,
}

/// Of an agreement that is in force no more: open obligations that nobody waits for.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CloseObligations {
    pub id: AgreementId,
    pub version: i64,
    pub obligations: Vec<ObligationId>,
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LinkDispute {
    pub id: AgreementId,
    pub version: i64,
    pub request: SubjectId,
    pub linked: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedObligation {
    pub side: ObligationSide,
    pub text: String,
    #[serde(default)]
    pub site: String,
    pub due: Day,
    #[serde(default)]
    pub amount: Option<Money>,
    #[serde(default)]
    pub keeper: Option<PersonId>,
    #[serde(default)]
    pub basis: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddObligation {
    pub id: ObligationId,
    pub agreement: AgreementId,
    pub obligation: TypedObligation,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeObligation {
    pub id: ObligationId,
    pub version: i64,
    pub obligation: TypedObligation,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct WhichObligation {
    pub id: ObligationId,
    pub version: i64,
}

/// It was done on a day; what shows it may follow.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FulfilObligation {
    pub id: ObligationId,
    pub version: i64,
    pub done_on: Day,
    #[serde(default)]
    pub evidence_kind: Option<EvidenceKind>,
    #[serde(default)]
    pub evidence: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ProveObligation {
    pub id: ObligationId,
    pub version: i64,
    pub evidence_kind: EvidenceKind,
    pub evidence: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExcuseObligation {
    pub id: ObligationId,
    pub version: i64,
    pub reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartnerPeriod {
    pub from: Day,
    pub until: Day,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct PartnerReport {
    pub partner: PartyId,
    pub from: Day,
    pub until: Day,
}

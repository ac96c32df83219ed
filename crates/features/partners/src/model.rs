//! Nouns of partners and agreements, as screens see them.

use kernel::id::{AgreementId, ObligationId, PartnerItemId, PartyId, PersonId, ProgrammeId, SubjectId};
use kernel::{Day, Moment, Money};
use measures::Portion;
use office::list;
use office::record::RecordVersion;
use parties::{PartyFacts, ShownIdentity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    PartnerKind {
        Government = "government", Donor = "donor", Company = "company", Association = "association", Waqf = "waqf",
        University = "university", NeighbourhoodCentre = "neighbourhood_centre", Media = "media", Other = "other",
    }
}
list! {
    /// How a partner stands; follows from its agreements, and from whether it was closed.
    PartnerStanding { Prospective = "prospective", Active = "active", Former = "former", Closed = "closed" }
}
list! { AgreementKind { Mou = "mou", Agreement = "agreement", Contract = "contract", Sponsorship = "sponsorship" } }
list! {
    /// What is written of an agreement.
    AgreementState {
        Proposed = "proposed", Negotiating = "negotiating", ForApproval = "for_approval", Approved = "approved",
        Signed = "signed", Terminated = "terminated", Declined = "declined",
    }
}
list! {
    /// How an agreement stands on a day: what is written, and what follows from its days and from what renews it.
    AgreementStanding {
        Proposed = "proposed", Negotiating = "negotiating", ForApproval = "for_approval", Approved = "approved",
        Signed = "signed", Active = "active", Expired = "expired", Renewed = "renewed", Terminated = "terminated",
        Declined = "declined",
    }
}
list! {
    /// Who stands in an agreement beside the association and its partner.
    AgreementPartyRole { Parent = "parent", Third = "third" }
}
list! { ObligationSide { Ours = "ours", Theirs = "theirs" } }
list! { ObligationState { Open = "open", Done = "done", Excused = "excused" } }
list! {
    /// How an obligation stands on a day.
    ObligationStanding {
        /// Its agreement is not signed.
        Planned = "planned",
        Coming = "coming", Late = "late", Kept = "kept",
        /// Kept, and after its day.
        KeptLate = "kept_late",
        /// Said to be done, and nothing shows it.
        Unproven = "unproven",
        Excused = "excused",
    }
}
list! {
    EvidenceKind {
        Voucher = "voucher", Report = "report", Photo = "photo", Visit = "visit", Minutes = "minutes", Other = "other",
    }
}
list! { ContributionKind { Money = "money", InKind = "in_kind", Expertise = "expertise" } }
list! {
    EndorsementForm {
        Letter = "letter", Statement = "statement", Attendance = "attendance", Media = "media", Decision = "decision",
        Other = "other",
    }
}
list! { ExchangeDirection { Given = "given", Received = "received", Both = "both" } }
list! {
    ExchangeForm {
        Visit = "visit", Workshop = "workshop", Course = "course", Consultation = "consultation", Tool = "tool",
        Other = "other",
    }
}
list! { VisionPillar { Society = "society", Economy = "economy", Nation = "nation" } }
list! {
    /// What is struck out.
    PartnerItemKind { Contribution = "contribution", Endorsement = "endorsement", Exchange = "exchange" }
}

office::record! {
    /// What a person types about a partner, beside its party.
    PartnerFacts in "partner" key "party" {
        kind: PartnerKind = PartnerKind::Other,
        sector: String,
        /// The body it belongs to: a partner, too.
        parent: Option<PartyId>,
        /// What it works for.
        orientation: String,
        our_interest: String,
        their_interest: String,
        responsibility_plan: String,
        /// Who of the office sees to it.
        keeper: Option<PersonId>,
        since: Option<Day>,
    }
}

/// A partner as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerLine {
    pub partner: PartyId,
    pub name: String,
    pub kind: PartnerKind,
    pub sector: String,
    pub city: String,
    pub standing: PartnerStanding,
    pub since: Option<Day>,
    pub keeper_name: String,
    /// In force today.
    pub agreements: i64,
    /// The nearest end of those in force.
    pub ends: Option<Day>,
    pub ours_late: i64,
    pub theirs_late: i64,
    /// Sum of the scores of alignment, and the most it could be.
    pub alignment: i64,
    pub alignment_of: i64,
    /// Worth of what it gave, as far as it is known.
    pub given: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerKindCount {
    pub kind: PartnerKind,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerStandingCount {
    pub standing: PartnerStanding,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerPage {
    pub lines: Vec<PartnerLine>,
    pub total: i64,
    pub kinds: Vec<PartnerKindCount>,
    pub standings: Vec<PartnerStandingCount>,
}

/// A partner by its name, where one is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerName {
    pub partner: PartyId,
    pub name: String,
    pub kind: PartnerKind,
    pub closed: bool,
}

/// A component of the community, or a target of Vision 2030. Those the program brings have no name of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommunityComponent {
    pub code: String,
    pub name: String,
    pub active: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VisionTarget {
    pub code: String,
    pub name: String,
    pub pillar: VisionPillar,
    pub active: bool,
}

/// A programme partners are weighed against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AlignmentProgramme {
    pub programme: ProgrammeId,
    pub name: String,
    pub active: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerPerson {
    pub person: PersonId,
    pub name: String,
}

/// Days the association has set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PartnerSettings {
    /// Before the end of an agreement, from which its renewal is a task.
    pub renewal_days: u16,
    /// Before the end, from which it counts as ending.
    pub ending_days: u16,
    /// Before the day of an obligation, from which it is a task.
    pub reminder_days: u16,
}

impl Default for PartnerSettings {
    fn default() -> Self {
        Self { renewal_days: 60, ending_days: 90, reminder_days: 14 }
    }
}

/// What forms and settings offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerChoices {
    pub today: Day,
    pub partners: Vec<PartnerName>,
    pub components: Vec<CommunityComponent>,
    pub targets: Vec<VisionTarget>,
    pub programmes: Vec<AlignmentProgramme>,
    pub people: Vec<PartnerPerson>,
    pub settings: PartnerSettings,
    /// Sent back with a change of the settings.
    pub version: i64,
}

/// An organisation the office knows that is no partner yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KnownOrganisation {
    pub party: PartyId,
    pub name: String,
    pub mobile: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KnownOrganisations {
    pub organisations: Vec<KnownOrganisation>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerContact {
    pub id: PartnerItemId,
    pub name: String,
    pub duty: String,
    pub phone: String,
    pub email: String,
    pub note: String,
    pub ended_on: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerAlignment {
    pub programme: ProgrammeId,
    pub name: String,
    pub score: i64,
    pub note: String,
    pub set_on: Day,
    pub set_by_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerContribution {
    pub id: PartnerItemId,
    pub kind: ContributionKind,
    pub text: String,
    pub amount: Option<Money>,
    pub day: Day,
    pub agreement: Option<AgreementId>,
    pub agreement_no: String,
    pub receipt: String,
    /// Of money: whether a receipt voucher of this number and amount stands in the books.
    pub booked: bool,
    pub evidence: String,
    pub recorded_by_name: String,
    pub void_on: Option<Day>,
    pub void_reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerEndorsement {
    pub id: PartnerItemId,
    pub form: EndorsementForm,
    pub text: String,
    pub day: Day,
    pub programme: Option<ProgrammeId>,
    pub programme_name: String,
    /// Documents that hang on it.
    pub papers: i64,
    pub recorded_by_name: String,
    pub void_on: Option<Day>,
    pub void_reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerExchange {
    pub id: PartnerItemId,
    pub direction: ExchangeDirection,
    pub form: ExchangeForm,
    pub text: String,
    pub outcome: String,
    pub day: Day,
    pub people: Option<i64>,
    pub recorded_by_name: String,
    pub void_on: Option<Day>,
    pub void_reason: String,
}

/// What a partner gave, by kind; without what was struck out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ContributionSum {
    pub kind: ContributionKind,
    pub count: i64,
    pub amount: Money,
}

/// An agreement as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgreementLine {
    pub agreement: AgreementId,
    pub agreement_no: String,
    pub kind: AgreementKind,
    pub title: String,
    pub partner: PartyId,
    pub partner_name: String,
    pub standing: AgreementStanding,
    pub proposed_on: Day,
    pub signed_on: Option<Day>,
    pub event: String,
    pub starts: Option<Day>,
    pub ends: Option<Day>,
    /// Days until its end, of one in force.
    pub left: Option<i32>,
    pub amount: Option<Money>,
    pub open: i64,
    pub late: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgreementStandingCount {
    pub standing: AgreementStanding,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgreementPage {
    pub lines: Vec<AgreementLine>,
    pub total: i64,
    pub standings: Vec<AgreementStandingCount>,
    /// Of those in force: how many end within the days that are set.
    pub ending: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ObligationLine {
    pub obligation: ObligationId,
    pub agreement: AgreementId,
    pub agreement_no: String,
    pub agreement_title: String,
    pub partner: PartyId,
    pub partner_name: String,
    pub side: ObligationSide,
    pub text: String,
    pub site: String,
    pub due: Day,
    pub amount: Option<Money>,
    pub keeper: Option<PersonId>,
    pub keeper_name: String,
    pub basis: String,
    pub standing: ObligationStanding,
    /// Days it is late today; days until its day where below zero.
    pub days_late: i32,
    pub done_on: Option<Day>,
    pub evidence_kind: Option<EvidenceKind>,
    pub evidence: String,
    pub reason: String,
    pub settled_by_name: String,
    /// Sent back with a change.
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ObligationPage {
    pub lines: Vec<ObligationLine>,
    pub total: i64,
    /// Of all, whatever was asked for.
    pub ours_late: i64,
    pub theirs_late: i64,
}

/// What was due by the end of a period and kept in time: theirs and ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ObligationsKept {
    pub ours: Portion,
    pub theirs: Portion,
}

/// The page of a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerSheet {
    pub today: Day,
    pub partner: PartyId,
    pub standing: PartnerStanding,
    pub party: PartyFacts,
    pub identity: Option<ShownIdentity>,
    pub facts: PartnerFacts,
    pub parent_name: String,
    pub keeper_name: String,
    pub added_on: Day,
    pub closed_on: Option<Day>,
    pub closed_reason: String,
    pub components: Vec<String>,
    pub contacts: Vec<PartnerContact>,
    pub alignments: Vec<PartnerAlignment>,
    pub agreements: Vec<AgreementLine>,
    pub obligations: Vec<ObligationLine>,
    /// Of all that fell due until today.
    pub kept: ObligationsKept,
    pub contributions: Vec<PartnerContribution>,
    pub given: Vec<ContributionSum>,
    pub endorsements: Vec<PartnerEndorsement>,
    pub exchanges: Vec<PartnerExchange>,
    /// Bodies that belong to it.
    pub belong: Vec<PartnerName>,
    /// Of the partner, and of its party.
    pub record: RecordVersion,
    pub party_record: RecordVersion,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgreementParty {
    pub partner: PartyId,
    pub name: String,
    pub role: AgreementPartyRole,
    pub signs: bool,
    pub represented_by: String,
}

office::record! {
    /// What an agreement says; the same is typed.
    AgreementTerms in "agreement" key "id" {
        title: String,
        purpose: String,
        fields: String,
        our_interest: String,
        their_interest: String,
        our_rights: String,
        their_rights: String,
        our_duties: String,
        their_duties: String,
        default_terms: String,
        liability_limits: String,
        dispute_clause: String,
        amount: Option<Money>,
        our_signatory: String,
        their_signatory: String,
        starts: Option<Day>,
        ends: Option<Day>,
        /// Nothing where the setting holds.
        renewal_days: Option<i64>,
    }
}

/// A step an agreement took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgreementStep {
    pub to: AgreementState,
    pub on: Day,
    pub at: Moment,
    pub by_name: String,
    pub note: String,
}

/// A request that is a dispute about it, as far as whoever asks sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgreementDispute {
    pub request: SubjectId,
    pub request_no: String,
    pub linked_on: Day,
    pub linked_by_name: String,
}

/// Another agreement this one has to do with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LinkedAgreement {
    pub agreement: AgreementId,
    pub agreement_no: String,
    pub title: String,
    pub standing: AgreementStanding,
    pub starts: Option<Day>,
    pub ends: Option<Day>,
}

/// The page of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgreementSheet {
    pub today: Day,
    pub line: AgreementLine,
    pub terms: AgreementTerms,
    pub state: AgreementState,
    pub place: String,
    pub decision: String,
    pub reason: String,
    pub ended_on: Option<Day>,
    pub parties: Vec<AgreementParty>,
    /// Codes of targets of Vision 2030.
    pub targets: Vec<String>,
    pub obligations: Vec<ObligationLine>,
    pub kept: ObligationsKept,
    /// Obligations that stay open although it is in force no more.
    pub left_open: i64,
    pub steps: Vec<AgreementStep>,
    pub disputes: Vec<AgreementDispute>,
    pub renews: Option<LinkedAgreement>,
    pub renewed_by: Option<LinkedAgreement>,
    /// From this day on its renewal is a task; none where it is in force no more or has one.
    pub renewal_from: Option<Day>,
    pub proposed_by_name: String,
    pub asked_by_name: String,
    /// Why whoever looks may not approve: the code of a refusal or the name of a permission.
    pub cannot_approve: Option<String>,
    /// Documents that hang on it.
    pub papers: i64,
    pub record: RecordVersion,
}

/// What of the community partners come from, and what nobody stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StakeholderComponent {
    pub component: CommunityComponent,
    pub partners: Vec<StakeholderLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StakeholderLine {
    pub partner: PartyId,
    pub name: String,
    pub kind: PartnerKind,
    pub standing: PartnerStanding,
    /// Endorsements that stand.
    pub endorsements: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StakeholderMap {
    pub components: Vec<StakeholderComponent>,
    /// Partners that name no component.
    pub unplaced: Vec<StakeholderLine>,
}

/// A month of the growth: as it stood on its last day, or today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct PartnerMonth {
    pub day: Day,
    pub partners: i64,
    pub agreements: i64,
    /// Given within it.
    pub given: Money,
}

/// K17, with what is behind it, and the growth over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartnerFigures {
    pub from: Day,
    pub until: Day,
    /// In force on the last day.
    pub active: i64,
    /// Numbers of those that end soon after it.
    pub ending: Vec<String>,
    pub ending_until: Day,
    pub ours: Portion,
    pub theirs: Portion,
    pub given: Vec<ContributionSum>,
    pub months: Vec<PartnerMonth>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedPartner {
    pub partner: PartyId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedAgreement {
    pub agreement: AgreementId,
    pub agreement_no: String,
}

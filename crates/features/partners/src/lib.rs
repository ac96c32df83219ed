//! «الشركاء والاتفاقيات»: who the association works with, what was agreed, and what each side owes the other.
//!
//! A partner is a party with what it wants and gives beside it. Whether it is active follows from its agreements, and how an
//! agreement stands from its days and from what renews it (`rules::standing`); neither is written. An agreement is proposed,
//! approved by another person and signed, in that order (triggers of the table keep it); what was signed is not changed.
//! Obligations are rows of their own (`docs/decisions/obligations-of-agreements.md`): late follows from the day, kept needs
//! evidence. `figures` counts them as `measures` says (K17), and the lists open the same rows.

mod agreements;
mod figures;
pub mod inputs;
mod keeping;
mod lists;
pub mod model;
mod names;
mod obligations;
mod papers;
mod partner_page;
mod queries;
pub mod rules;
mod settings;
mod steps;
mod store;
mod waiting;

// Verbs that share a file with their like, each under the name of its command.
mod save_contact {
    pub use crate::keeping::contacts::save_contact;
}
mod end_contact {
    pub use crate::keeping::contacts::end_contact;
}
mod add_contribution {
    pub use crate::keeping::items::add_contribution;
}
mod add_endorsement {
    pub use crate::keeping::items::add_endorsement;
}
mod add_exchange {
    pub use crate::keeping::items::add_exchange;
}
mod save_component {
    pub use crate::settings::save_component;
}
mod save_target {
    pub use crate::settings::save_target;
}
mod save_programme {
    pub use crate::settings::save_programme;
}
mod change_settings {
    pub use crate::settings::change_settings;
}
mod negotiate {
    pub use crate::agreements::moves::negotiate;
}
mod ask_approval {
    pub use crate::agreements::moves::ask_approval;
}
mod approve {
    pub use crate::agreements::moves::approve;
}
mod return_agreement {
    pub use crate::agreements::moves::return_agreement;
}
mod decline {
    pub use crate::agreements::moves::decline;
}
mod sign {
    pub use crate::agreements::moves::sign;
}
mod terminate {
    pub use crate::agreements::ending::terminate;
}
mod close_obligations {
    pub use crate::agreements::ending::close_obligations;
}
mod add_obligation {
    pub use crate::obligations::owed::add_obligation;
}
mod change_obligation {
    pub use crate::obligations::owed::change_obligation;
}
mod remove_obligation {
    pub use crate::obligations::owed::remove_obligation;
}
mod fulfil_obligation {
    pub use crate::obligations::settling::fulfil_obligation;
}
mod prove_obligation {
    pub use crate::obligations::settling::prove_obligation;
}
mod excuse_obligation {
    pub use crate::obligations::settling::excuse_obligation;
}
mod agreement_paper {
    pub use crate::papers::agreement_paper;
}
mod report_paper {
    pub use crate::papers::report_paper;
}

pub use names::{name_programme, programmes};
pub use rules::REFUSALS;
pub use store::name_of;

use agreements::{change_agreement, link_dispute, propose};
use keeping::{add, align, change, close, strike};

use inputs::{
    AddContribution, AddEndorsement, AddExchange, AddObligation, AddPartner, AlignPartner, ApproveAgreement,
    ChangeAgreement, ChangeObligation, ChangePartner, ChangePartnerSettings, CloseObligations, ClosePartner,
    EndContact, ExcuseObligation, FindOrganisations, FulfilObligation, LinkDispute, ListAgreements, ListObligations,
    ListPartners, NoteAgreement, PartnerPeriod, PartnerReport, ProposeAgreement, ProveObligation,
    SaveAlignmentProgramme, SaveComponent, SaveContact, SaveTarget, SignAgreement, StrikePartnerItem,
    TerminateAgreement, WhichAgreement, WhichObligation, WhichPartner,
};
use model::{
    AgreementPage, AgreementSheet, KnownOrganisations, ObligationPage, PartnerChoices, PartnerFigures, PartnerPage,
    PartnerSheet, SavedAgreement, SavedPartner, StakeholderMap,
};
use office::feature::{Feature, Follow, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "partners",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["partners"],
    screens: SCREENS,
    owns: &[
        "community_component",
        "vision_target",
        "alignment_programme",
        "partner",
        "partner_component",
        "partner_contact",
        "partner_alignment",
        "agreement",
        "agreement_party",
        "agreement_target",
        "agreement_obligation",
        "agreement_dispute",
        "partner_contribution",
        "partner_endorsement",
        "partner_exchange",
    ],
    publishes: &["partner_card", "agreement_card", "endorsement_card"],
    tasks: Some(waiting::tasks),
    steps: &[steps::AGREEMENT],
    subjects: &[
        SubjectKind {
            kind: store::PARTNER,
            view: PARTNERS_VIEW,
            reveal: PARTNERS_VIEW,
            keep: PARTNERS_KEEP,
            label: store::label,
            joined: never_joined,
            followed: Some(store::about),
            hidden: None,
        },
        hung(agreements::store::AGREEMENT, agreements::store::label),
        hung(obligations::store::OBLIGATION, obligations::store::label),
        hung(keeping::items::ENDORSEMENT, keeping::items::label),
    ],
    follows: &[Follow { kind: parties::RECORD, changed: store::party_changed }],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

/// A record documents hang on, that nobody visits.
const fn hung(kind: &'static str, label: fn(&database::Read<'_>, [u8; 16]) -> kernel::Result<String>) -> SubjectKind {
    SubjectKind {
        kind,
        view: PARTNERS_VIEW,
        reveal: PARTNERS_VIEW,
        keep: PARTNERS_KEEP,
        label,
        joined: never_joined,
        followed: None,
        hidden: None,
    }
}

office::permissions! {
    PARTNERS_VIEW = "partners.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Add partners, propose agreements, record what each side did.
    PARTNERS_KEEP = "partners.keep", [Researcher, Supervisor, Administrator];
    /// Approve an agreement another person proposed; end one; excuse an obligation.
    PARTNERS_DECIDE = "partners.decide", [Supervisor, Committee];
    /// Set components of the community, targets, programmes and days.
    PARTNERS_MANAGE = "partners.manage", [Supervisor, Administrator];
}

office::screens! {
    PARTNER = "partners.open", WhichPartner;
    PARTNERS = "partners.list", ListPartners;
    AGREEMENT = "partners.agreement", WhichAgreement;
    AGREEMENTS = "partners.agreements", ListAgreements;
    OBLIGATIONS = "partners.obligations", ListObligations;
}

office::commands! { "partners",
    read  list           (ListPartners) -> PartnerPage,        needs PARTNERS_VIEW,   shows   [partners];
    read  open           (WhichPartner) -> PartnerSheet,       needs PARTNERS_VIEW,   shows   [partners, documents, funds];
    read  organisations  (FindOrganisations) -> KnownOrganisations, needs PARTNERS_KEEP, shows [partners];
    read  choices        (Nothing) -> PartnerChoices,          needs PARTNERS_VIEW,   shows   [partners, staff];
    read  agreements     (ListAgreements) -> AgreementPage,    needs PARTNERS_VIEW,   shows   [partners];
    read  agreement      (WhichAgreement) -> AgreementSheet,   needs PARTNERS_VIEW,   shows   [partners, documents, requests];
    read  obligations    (ListObligations) -> ObligationPage,  needs PARTNERS_VIEW,   shows   [partners];
    read  map            (Nothing) -> StakeholderMap,          needs PARTNERS_VIEW,   shows   [partners];
    read  figures        (PartnerPeriod) -> PartnerFigures,    needs PARTNERS_VIEW,   shows   [partners];
    write add            (AddPartner) -> SavedPartner,         needs PARTNERS_KEEP,   touches [partners];
    write change         (ChangePartner) -> SavedPartner,      needs PARTNERS_KEEP,   touches [partners];
    write close          (ClosePartner) -> SavedPartner,       needs PARTNERS_DECIDE, touches [partners];
    write save_contact   (SaveContact) -> Nothing,             needs PARTNERS_KEEP,   touches [partners];
    write end_contact    (EndContact) -> Nothing,              needs PARTNERS_KEEP,   touches [partners];
    write align          (AlignPartner) -> Nothing,            needs PARTNERS_KEEP,   touches [partners];
    write add_contribution (AddContribution) -> Nothing,       needs PARTNERS_KEEP,   touches [partners];
    write add_endorsement (AddEndorsement) -> Nothing,         needs PARTNERS_KEEP,   touches [partners];
    write add_exchange   (AddExchange) -> Nothing,             needs PARTNERS_KEEP,   touches [partners];
    write strike         (StrikePartnerItem) -> Nothing,       needs PARTNERS_KEEP,   touches [partners];
    write save_component (SaveComponent) -> Nothing,           needs PARTNERS_MANAGE, touches [partners];
    write save_target    (SaveTarget) -> Nothing,              needs PARTNERS_MANAGE, touches [partners];
    write save_programme (SaveAlignmentProgramme) -> Nothing,  needs PARTNERS_MANAGE, touches [partners];
    write change_settings (ChangePartnerSettings) -> Nothing,  needs PARTNERS_MANAGE, touches [partners, tasks];
    write propose        (ProposeAgreement) -> SavedAgreement, needs PARTNERS_KEEP,   touches [partners, tasks];
    write change_agreement (ChangeAgreement) -> SavedAgreement, needs PARTNERS_KEEP,  touches [partners, tasks];
    write negotiate      (NoteAgreement) -> SavedAgreement,    needs PARTNERS_KEEP,   touches [partners, tasks];
    write ask_approval   (NoteAgreement) -> SavedAgreement,    needs PARTNERS_KEEP,   touches [partners, tasks];
    write approve        (ApproveAgreement) -> SavedAgreement, needs PARTNERS_DECIDE, touches [partners, tasks];
    write return_agreement (NoteAgreement) -> SavedAgreement,  needs PARTNERS_VIEW,   touches [partners, tasks];
    write decline        (NoteAgreement) -> SavedAgreement,    needs PARTNERS_KEEP,   touches [partners, tasks];
    write sign           (SignAgreement) -> SavedAgreement,    needs PARTNERS_KEEP,   touches [partners, tasks];
    write terminate      (TerminateAgreement) -> SavedAgreement, needs PARTNERS_DECIDE, touches [partners, tasks];
    write close_obligations (CloseObligations) -> SavedAgreement, needs PARTNERS_DECIDE, touches [partners, tasks];
    write link_dispute   (LinkDispute) -> SavedAgreement,      needs PARTNERS_KEEP,   touches [partners];
    write add_obligation (AddObligation) -> Nothing,           needs PARTNERS_KEEP,   touches [partners, tasks];
    write change_obligation (ChangeObligation) -> Nothing,     needs PARTNERS_KEEP,   touches [partners, tasks];
    write remove_obligation (WhichObligation) -> Nothing,      needs PARTNERS_KEEP,   touches [partners, tasks];
    write fulfil_obligation (FulfilObligation) -> Nothing,     needs PARTNERS_KEEP,   touches [partners, tasks];
    write prove_obligation (ProveObligation) -> Nothing,       needs PARTNERS_KEEP,   touches [partners, tasks];
    write excuse_obligation (ExcuseObligation) -> Nothing,     needs PARTNERS_DECIDE, touches [partners, tasks];
    print agreement_paper (WhichAgreement) -> Paper,           needs PARTNERS_VIEW,   touches [audit];
    print report_paper   (PartnerReport) -> Paper,             needs PARTNERS_VIEW,   touches [audit];
}

//! The files the association keeps of those it serves.
//!
//! A file is one party's: who that is, and whatever belongs to any party, stands in `parties`. What the list shows lies in
//! a narrow row beside each file (`summary`); an import comes in through `imported`.

mod activate_many;
mod add;
mod add_member;
mod change;
mod change_member;
mod change_status;
mod check_identity;
mod classify;
mod consent;
mod due;
mod figures;
mod imported;
pub mod inputs;
mod lists;
mod mark_different;
mod merge;
pub mod model;
mod note;
mod on_day;
mod personal;
mod print_file;
mod queries;
mod remove_member;
pub mod rules;
mod saving;
mod standing;
mod store;
mod summary;
mod summary_queries;
mod taking_back;
mod undo_merge;
mod withdraw_consent;
mod works;

pub use change::change;
pub use classify::classify;
pub use figures::{ActiveFile, active_on, histories, lacking_name};
pub use imported::{ImportedPerson, StoredPerson, known_people, store_imported};
pub use model::{CaseFacts, FileHead, FileStatus};
pub use on_day::statuses_before;
pub use rules::REFUSALS;
pub use store::{RECORD, case_facts as case_of, file as file_of, find_file};
pub use taking_back::{FileName, file_name, remove_imported, resting};

use inputs::{
    ActivateMany, Activated, Activation, AddFile, AskOnDay, ChangeFile, ChangeStatus, Comparison, FilePage, FileStory,
    FilesOnDay, FindFiles, FormChoices, FoundFiles, ListFiles, MergeFiles, SavedFile, TwoFiles, UndoMerge, WhichFile,
    WriteNote,
};
use kernel::id::PartyId;
use model::CaseFile;
use office::feature::{Feature, Follow, KnownAs, SubjectKind, never_joined};
use office::input::Nothing;
use office::integrity::Compared;
use office::paper::Paper;
use parties::inputs::{
    AddMember, ChangeMember, CheckIdentity, GiveConsent, LikelyPeople, MarkDifferent, RemoveMember, RevealedIdentity,
    WhoIsLike, WithdrawConsent,
};

/// The step that makes a registered file active: features above may set conditions before it.
pub const GATED_ACTIVATION: &str = "beneficiaries.change_status";

/// What a person agreed to, as features above follow it: by the party.
pub const CONSENT: &str = "consent";

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "beneficiaries",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["beneficiaries"],
    screens: SCREENS,
    owns: &["case_file", "file_shelf", "file_merge", "case_note"],
    publishes: &["file_number", "file_standing", "file_card", "file_ended", "file_known"],
    compared: &[Compared { noun: "file", stand: standing::stand, words: &[("status", "beneficiaries.status")] }],
    tasks: Some(due::tasks),
    subjects: &[
        SubjectKind {
            kind: "file",
            view: BENEFICIARIES_VIEW,
            reveal: BENEFICIARIES_REVEAL,
            keep: BENEFICIARIES_KEEP,
            label: |db, id| Ok(parties::party(db, PartyId::from_bytes(id))?.facts.name),
            joined: parties::joined_into,
            followed: Some(|db, id| store::file(db, PartyId::from_bytes(id)).map(|_| Some(PartyId::from_bytes(id)))),
            hidden: None,
        },
        SubjectKind {
            kind: "member",
            view: BENEFICIARIES_VIEW,
            reveal: BENEFICIARIES_REVEAL,
            keep: BENEFICIARIES_KEEP,
            label: parties::name_of_member,
            joined: never_joined,
            followed: None,
            hidden: None,
        },
    ],
    follows: &[Follow { kind: parties::RECORD, changed: |cx, id| summary::party_changed(cx, PartyId::from_bytes(id)) }],
    known_as: &[KnownAs {
        of: parties::RECORD,
        kind: "file",
        number: |db, id| Ok(store::find_file(db, PartyId::from_bytes(id))?.map(|file| file.file_no)),
    }],
    gated: &[GATED_ACTIVATION],
    lists: lists::LISTS,
    figures: figures::FIGURES,
    works: Some(works::works),
    personal: Some(personal::PERSONAL),
    ..Feature::EMPTY
};

office::permissions! {
    /// Look at people and their files; identity numbers stay covered.
    BENEFICIARIES_VIEW = "beneficiaries.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Open, complete and correct files.
    BENEFICIARIES_KEEP = "beneficiaries.keep", [Researcher, Supervisor, Administrator];
    /// Change the status of files, merge doubles, make exceptions.
    BENEFICIARIES_DECIDE = "beneficiaries.decide", [Supervisor, Administrator];
    /// See identity numbers and documents whole.
    BENEFICIARIES_REVEAL = "beneficiaries.reveal", [Researcher, Supervisor, Finance, Administrator];
    /// Print whole files.
    BENEFICIARIES_PRINT = "beneficiaries.print", [Researcher, Supervisor, Committee, Administrator];
}

office::screens! {
    FILE = "beneficiaries.open", WhichFile;
    FILES = "beneficiaries.list", ListFiles;
    /// The files that had a status on a past day.
    FILES_ON_DAY = "beneficiaries.on_day", AskOnDay;
}

office::commands! { "beneficiaries",
    read  list              (ListFiles) -> FilePage,         needs BENEFICIARIES_VIEW,   shows   [beneficiaries];
    read  on_day            (AskOnDay) -> FilesOnDay,        needs BENEFICIARIES_VIEW,   shows   [beneficiaries];
    read  find              (FindFiles) -> FoundFiles,       needs BENEFICIARIES_VIEW,   shows   [beneficiaries];
    read  open              (WhichFile) -> CaseFile,         needs BENEFICIARIES_VIEW,   shows   [beneficiaries];
    read  timeline          (WhichFile) -> FileStory,        needs BENEFICIARIES_VIEW,   shows   [beneficiaries, documents];
    read  choices           (Nothing) -> FormChoices,        needs BENEFICIARIES_VIEW,   shows   [beneficiaries, staff];
    read  likely_duplicates (WhoIsLike) -> LikelyPeople,     needs BENEFICIARIES_KEEP,   shows   [beneficiaries];
    read  compare           (TwoFiles) -> Comparison,        needs BENEFICIARIES_VIEW,   shows   [beneficiaries];
    view  reveal_identity   (WhichFile) -> RevealedIdentity, needs BENEFICIARIES_REVEAL, shows   [];
    write add               (AddFile) -> SavedFile,          needs BENEFICIARIES_KEEP,   touches [beneficiaries, tasks];
    write change            (ChangeFile) -> SavedFile,       needs BENEFICIARIES_KEEP,   touches [beneficiaries, tasks];
    write add_member        (AddMember) -> Nothing,          needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write change_member     (ChangeMember) -> Nothing,       needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write remove_member     (RemoveMember) -> Nothing,       needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write check_identity    (CheckIdentity) -> Nothing,      needs BENEFICIARIES_KEEP,   touches [beneficiaries, tasks];
    write note              (WriteNote) -> Nothing,          needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write consent           (GiveConsent) -> Nothing,        needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write withdraw_consent  (WithdrawConsent) -> Nothing,    needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write change_status     (ChangeStatus) -> Nothing,       needs BENEFICIARIES_DECIDE, touches [beneficiaries, tasks];
    read  activation_preview (ActivateMany) -> Activation,   needs BENEFICIARIES_DECIDE, shows   [beneficiaries] up_to CHOSEN_ROWS;
    write activate_many     (ActivateMany) -> Activated,     needs BENEFICIARIES_DECIDE, touches [beneficiaries, tasks] up_to CHOSEN_ROWS;
    write mark_different    (MarkDifferent) -> Nothing,      needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write merge             (MergeFiles) -> Nothing,         needs BENEFICIARIES_DECIDE, touches [beneficiaries, tasks];
    write undo_merge        (UndoMerge) -> Nothing,          needs BENEFICIARIES_DECIDE, touches [beneficiaries, tasks];
    print print_file        (WhichFile) -> Paper,            needs BENEFICIARIES_PRINT,  shows   [];
}

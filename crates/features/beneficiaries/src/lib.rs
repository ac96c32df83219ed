//! People, households and organisations, and the files the association keeps of those it serves.
//!
//! One table of parties; a file is one party's. What the list shows lies on a narrow shelf beside the files (`shelf`);
//! who may be the same person is found in `likely`; an import comes in through `imported`.

mod activate_many;
mod add;
mod add_member;
mod change;
mod change_member;
mod change_status;
mod check_identity;
mod consent;
mod due;
mod imported;
pub mod inputs;
mod likely;
mod lists;
mod mark_different;
mod merge;
pub mod model;
mod note;
mod on_day;
mod print_file;
mod queries;
mod remove_member;
pub mod rules;
mod saving;
mod shelf;
mod shelf_queries;
mod store;
mod undo_merge;
mod withdraw_consent;

pub use imported::{ImportedPerson, StoredPerson, known_different, known_people, store_imported};
pub use imported::{known_person, marital_code};
pub use likely::likely;
pub use model::{FileHead, FileStatus};
pub use on_day::statuses_before;
pub use rules::REFUSALS;
pub use store::{file as file_of, party};

use inputs::{
    ActivateMany, Activation, AddFile, AddMember, AskOnDay, ChangeFile, ChangeMember, ChangeStatus, CheckIdentity,
    Comparison, FilePage, FileStory, FilesOnDay, FindFiles, FormChoices, FoundFiles, GiveConsent, LikelyPeople,
    ListFiles, MarkDifferent, MergeFiles, RemoveMember, RevealedIdentity, TwoFiles, UndoMerge, WhichFile, WhoIsLike,
    WithdrawConsent, WriteNote,
};
use kernel::id::PartyId;
use model::CaseFile;
use office::feature::{Feature, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "beneficiaries",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["beneficiaries"],
    owns: &[
        "party",
        "party_identifier",
        "party_contact",
        "party_link",
        "party_merge",
        "case_file",
        "file_shelf",
        "case_note",
        "consent",
        "duplicate_verdict",
    ],
    publishes: &["party_name", "party_card", "file_standing"],
    tasks: Some(due::tasks),
    subjects: &[
        SubjectKind {
            kind: "file",
            view: BENEFICIARIES_VIEW,
            reveal: BENEFICIARIES_REVEAL,
            keep: BENEFICIARIES_KEEP,
            label: |db, id| Ok(store::party(db, PartyId::from_bytes(id))?.facts.name),
            joined: store::joined_into,
        },
        SubjectKind {
            kind: "member",
            view: BENEFICIARIES_VIEW,
            reveal: BENEFICIARIES_REVEAL,
            keep: BENEFICIARIES_KEEP,
            label: store::name_of_member,
            joined: never_joined,
        },
    ],
    lists: lists::LISTS,
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

office::commands! { "beneficiaries",
    read  list              (ListFiles) -> FilePage,             needs BENEFICIARIES_VIEW,   shows   [beneficiaries];
    read  on_day            (AskOnDay) -> FilesOnDay,            needs BENEFICIARIES_VIEW,   shows   [beneficiaries];
    read  find              (FindFiles) -> FoundFiles,           needs BENEFICIARIES_VIEW,   shows   [beneficiaries];
    read  open              (WhichFile) -> CaseFile,             needs BENEFICIARIES_VIEW,   shows   [beneficiaries];
    read  timeline          (WhichFile) -> FileStory,            needs BENEFICIARIES_VIEW,   shows   [beneficiaries, documents];
    read  choices           (Nothing) -> FormChoices,            needs BENEFICIARIES_VIEW,   shows   [beneficiaries, staff];
    read  likely_duplicates (WhoIsLike) -> LikelyPeople,         needs BENEFICIARIES_KEEP,   shows   [beneficiaries];
    read  compare           (TwoFiles) -> Comparison,            needs BENEFICIARIES_VIEW,   shows   [beneficiaries];
    view  reveal_identity   (WhichFile) -> RevealedIdentity,     needs BENEFICIARIES_REVEAL, shows   [];
    write add               (AddFile) -> CaseFile,               needs BENEFICIARIES_KEEP,   touches [beneficiaries, tasks];
    write change            (ChangeFile) -> CaseFile,            needs BENEFICIARIES_KEEP,   touches [beneficiaries, tasks];
    write add_member        (AddMember) -> CaseFile,             needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write change_member     (ChangeMember) -> CaseFile,          needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write remove_member     (RemoveMember) -> CaseFile,          needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write check_identity    (CheckIdentity) -> CaseFile,         needs BENEFICIARIES_KEEP,   touches [beneficiaries, tasks];
    write note              (WriteNote) -> CaseFile,             needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write consent           (GiveConsent) -> CaseFile,           needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write withdraw_consent  (WithdrawConsent) -> CaseFile,       needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write change_status     (ChangeStatus) -> CaseFile,          needs BENEFICIARIES_DECIDE, touches [beneficiaries, tasks];
    read  activation_preview (ActivateMany) -> Activation,       needs BENEFICIARIES_DECIDE, shows   [beneficiaries];
    write activate_many     (ActivateMany) -> Activation,        needs BENEFICIARIES_DECIDE, touches [beneficiaries, tasks];
    write mark_different    (MarkDifferent) -> LikelyPeople,     needs BENEFICIARIES_KEEP,   touches [beneficiaries];
    write merge             (MergeFiles) -> CaseFile,            needs BENEFICIARIES_DECIDE, touches [beneficiaries, tasks];
    write undo_merge        (UndoMerge) -> CaseFile,             needs BENEFICIARIES_DECIDE, touches [beneficiaries, tasks];
    print print_file        (WhichFile) -> Paper,                needs BENEFICIARIES_PRINT,  shows   [];
}

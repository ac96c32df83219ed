//! People, households and organisations, and the files the association keeps of those it serves.
//!
//! One table of parties; a file is one party's. What the list shows lies on a narrow shelf beside the files (`shelf`);
//! who may be the same person is found in `likely`; an import comes in through `imported`.

mod activate_many;
mod add;
mod add_member;
mod change;
mod change_status;
mod check_identity;
mod consent;
mod due;
mod imported;
pub mod inputs;
mod likely;
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

pub(crate) use due::tasks as due_tasks;
pub use imported::{ImportedPerson, StoredPerson, known_different, known_people, store_imported};
pub(crate) use imported::{known_person, marital_code};
pub use likely::likely;
pub(crate) use model::{FileHead, FileStatus, list};
pub(crate) use on_day::statuses_before;
pub use rules::REFUSALS;
pub(crate) use store::{file as file_of, party};

use crate::input::Nothing;
use crate::paper::Paper;
use inputs::{
    ActivateMany, Activation, AddFile, AddMember, AskOnDay, ChangeFile, ChangeStatus, CheckIdentity, Comparison,
    FilePage, FileStory, FilesOnDay, FindFiles, FormChoices, FoundFiles, GiveConsent, LikelyPeople, ListFiles,
    MarkDifferent, MergeFiles, RemoveMember, RevealedIdentity, TwoFiles, UndoMerge, WhichFile, WhoIsLike,
    WithdrawConsent, WriteNote,
};
use model::CaseFile;

crate::commands! { "beneficiaries",
    read  list              (ListFiles) -> FilePage,             needs BeneficiariesView,   shows   [Beneficiaries];
    read  on_day            (AskOnDay) -> FilesOnDay,            needs BeneficiariesView,   shows   [Beneficiaries];
    read  find              (FindFiles) -> FoundFiles,           needs BeneficiariesView,   shows   [Beneficiaries];
    read  open              (WhichFile) -> CaseFile,             needs BeneficiariesView,   shows   [Beneficiaries, Attachments];
    read  timeline          (WhichFile) -> FileStory,            needs BeneficiariesView,   shows   [Beneficiaries, Attachments];
    read  choices           (Nothing) -> FormChoices,            needs BeneficiariesView,   shows   [Beneficiaries, Staff];
    read  likely_duplicates (WhoIsLike) -> LikelyPeople,         needs BeneficiariesKeep,   shows   [Beneficiaries];
    read  compare           (TwoFiles) -> Comparison,            needs BeneficiariesView,   shows   [Beneficiaries];
    view  reveal_identity   (WhichFile) -> RevealedIdentity,     needs BeneficiariesReveal, shows   [];
    write add               (AddFile) -> CaseFile,               needs BeneficiariesKeep,   touches [Beneficiaries, Tasks];
    write change            (ChangeFile) -> CaseFile,            needs BeneficiariesKeep,   touches [Beneficiaries, Tasks];
    write add_member        (AddMember) -> CaseFile,             needs BeneficiariesKeep,   touches [Beneficiaries];
    write remove_member     (RemoveMember) -> CaseFile,          needs BeneficiariesKeep,   touches [Beneficiaries];
    write check_identity    (CheckIdentity) -> CaseFile,         needs BeneficiariesKeep,   touches [Beneficiaries, Tasks];
    write note              (WriteNote) -> CaseFile,             needs BeneficiariesKeep,   touches [Beneficiaries];
    write consent           (GiveConsent) -> CaseFile,           needs BeneficiariesKeep,   touches [Beneficiaries];
    write withdraw_consent  (WithdrawConsent) -> CaseFile,       needs BeneficiariesKeep,   touches [Beneficiaries];
    write change_status     (ChangeStatus) -> CaseFile,          needs BeneficiariesDecide, touches [Beneficiaries, Tasks];
    read  activation_preview (ActivateMany) -> Activation,       needs BeneficiariesDecide, shows   [Beneficiaries];
    write activate_many     (ActivateMany) -> Activation,        needs BeneficiariesDecide, touches [Beneficiaries, Tasks];
    write mark_different    (MarkDifferent) -> LikelyPeople,     needs BeneficiariesKeep,   touches [Beneficiaries];
    write merge             (MergeFiles) -> CaseFile,            needs BeneficiariesDecide, touches [Beneficiaries, Tasks];
    write undo_merge        (UndoMerge) -> CaseFile,             needs BeneficiariesDecide, touches [Beneficiaries, Tasks];
    print print_file        (WhichFile) -> Paper,                needs BeneficiariesPrint,  shows   [];
}

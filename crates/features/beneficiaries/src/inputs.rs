//! What the commands of the files take, and what the list gives.

use super::model::{Facts, FileStatus};
use kernel::id::{PartyId, PersonId};
use kernel::{Day, Moment, Money};
use office::order::Order;
use parties::inputs::DifferentFrom;
use parties::{Likely, PartyKind, TypedIdentity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A question to the list. What is left out does not narrow it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListFiles {
    /// Names (however spelled), identity, mobile or file numbers, or parts of them.
    pub text: String,
    pub status: Vec<FileStatus>,
    pub class: Option<String>,
    pub researcher: Option<String>,
    pub city: Option<String>,
    pub social_security: Option<bool>,
    /// Identity records that have expired or will within sixty days.
    pub expiring: bool,
    /// Files whose review is due.
    pub review_due: bool,
    pub order: Option<Order>,
    pub offset: i64,
    /// 1–500; 100 when left out.
    pub limit: Option<i64>,
    /// Whether to count for the chips, too.
    pub counts: bool,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileLine {
    pub party: PartyId,
    pub file_no: String,
    pub name: String,
    pub status: FileStatus,
    pub class: String,
    pub researcher_name: String,
    pub city: String,
    pub district: String,
    pub identity_masked: String,
    pub identity_expires_on: Option<Day>,
    pub mobile: String,
    pub family_size: Option<i64>,
    pub monthly_income: Option<Money>,
    pub social_security: Option<bool>,
    pub next_review_on: Option<Day>,
    pub opened_on: Day,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileCount {
    pub value: String,
    pub count: i64,
}

/// How many files stand behind each chip, every other filter kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct FileCounts {
    pub status: Vec<FileCount>,
    pub class: Vec<FileCount>,
    pub researcher: Vec<FileCount>,
    pub city: Vec<FileCount>,
    pub social_security: i64,
    pub expiring: i64,
    pub review_due: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FilePage {
    pub lines: Vec<FileLine>,
    pub total: i64,
    /// People in the active families of the whole office.
    pub active_files: i64,
    pub active_people: i64,
    pub counts: Option<FileCounts>,
}

/// The files that had a status on a day.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct AskOnDay {
    pub day: Day,
    pub status: FileStatus,
    /// Words of the name or the numbers; all files where empty.
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub order: Option<Order>,
    /// 1–500; 100 when left out.
    pub limit: Option<i64>,
    #[serde(default)]
    pub offset: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FilesOnDay {
    /// The status is that of the day; all else is as it is known today.
    pub lines: Vec<FileLine>,
    pub total: i64,
    /// People in the families of all of them.
    pub persons: i64,
}

#[derive(Debug, Deserialize, TS)]
pub struct FindFiles {
    pub text: String,
    /// 1–50.
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundFiles {
    pub files: Vec<FileLine>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichFile {
    pub party: PartyId,
}

/// What a form reads once its file is saved; the page of the file is asked for again because it was touched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedFile {
    pub party: PartyId,
    pub file_no: String,
}

/// The client makes the identifier, so that a repeated click cannot open two files.
#[derive(Debug, Deserialize, TS)]
pub struct AddFile {
    pub party: PartyId,
    #[serde(default = "person")]
    pub kind: PartyKind,
    pub facts: Facts,
    #[serde(default)]
    pub identity: TypedIdentity,
    /// Left out, the next number is given.
    #[serde(default)]
    pub file_no: Option<String>,
    /// Who looks like this person and is another one.
    #[serde(default)]
    pub different: Vec<DifferentFrom>,
    /// Why a number that another party has, or that fails its check digit, may stand: supervisors only.
    #[serde(default)]
    pub exception: String,
}

const fn person() -> PartyKind {
    PartyKind::Person
}

#[derive(Debug, Deserialize, TS)]
pub struct ChangeFile {
    pub party: PartyId,
    /// The version the change began from.
    pub version: i64,
    pub facts: Facts,
    #[serde(default)]
    pub identity: TypedIdentity,
    #[serde(default)]
    pub different: Vec<DifferentFrom>,
    #[serde(default)]
    pub exception: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct ChangeStatus {
    pub party: PartyId,
    pub status: FileStatus,
    #[serde(default)]
    pub reason: String,
}

/// Registered files that are to become active: the ones named, or all that fit a question to the list.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ActivateMany {
    /// Chosen one by one; empty where `fitting` says which.
    pub parties: Vec<PartyId>,
    /// All registered files that fit this question; its order and page do not matter.
    pub fitting: Option<ListFiles>,
    /// Whoever asks declares that the originals of the identity records were seen and agree with the files. Their name is
    /// kept as the one who checked, in every file.
    pub originals_seen: bool,
}

/// A file that cannot become active yet, with all it lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileGaps {
    pub party: PartyId,
    pub file_no: String,
    pub name: String,
    /// Keys of words: `beneficiaries.gap.<gap>`.
    pub gaps: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GapCount {
    pub gap: String,
    pub count: usize,
}

/// Which of many files become active.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Activation {
    pub ready: usize,
    /// Of those that are ready, the ones whose originals were declared seen.
    pub checked: usize,
    /// Files that lack nothing but that declaration.
    pub only_unchecked: usize,
    pub lacking: Vec<FileGaps>,
    /// How many files lack each thing, the most frequent first.
    pub gaps: Vec<GapCount>,
}

/// How many of many files became active; which others lack what, the preview has told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Activated {
    pub ready: usize,
    /// Of those, the ones whose originals were declared seen.
    pub checked: usize,
    pub lacking: usize,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct TwoFiles {
    pub first: PartyId,
    pub second: PartyId,
}

/// Two parties side by side: for each field what either says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Comparison {
    pub first: Likely,
    pub second: Likely,
    pub first_facts: Facts,
    pub second_facts: Facts,
    /// Fields of [`Facts`] in which they differ.
    pub differ: Vec<String>,
    /// `different` or `same`, when somebody decided before, with the reason.
    pub decided: Option<String>,
    pub reason: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct MergeFiles {
    /// The party that stays.
    pub keep: PartyId,
    /// The party that turns out to be the same.
    pub merge: PartyId,
    /// Fields of [`Facts`] to take over where both say something. The identity record of each stays its own.
    #[serde(default)]
    pub take: Vec<String>,
    pub reason: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct UndoMerge {
    /// The party that was merged into another.
    pub party: PartyId,
    pub reason: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct WriteNote {
    pub party: PartyId,
    pub text: String,
}

/// A line of the story of a file, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileEvent {
    pub at: Moment,
    pub by: String,
    /// The command that did it; its words are `command.<command>`.
    pub command: String,
    /// The status after it, the reason, or the beginning of the note.
    pub status: Option<FileStatus>,
    pub text: String,
    /// Fields that changed.
    pub fields: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileStory {
    pub events: Vec<FileEvent>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Researcher {
    pub name: String,
    pub person: Option<PersonId>,
}

/// What the form offers: who may be a file's researcher, and which words the office used so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FormChoices {
    pub researchers: Vec<Researcher>,
    pub cities: Vec<String>,
    pub next_file_no: String,
}

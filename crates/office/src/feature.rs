//! What a feature tells the house about itself, and the list of those that live in it.
//!
//! A feature is a crate with one `FEATURE`. The office reads nothing else of it and names none of them: who lives here
//! is said once, by the crate that puts the program together.

use crate::approval::{ApprovalStep, StepAnswer};
use crate::command::{Command, Need, View};
use crate::context::{Read, Write};
use crate::figure::{Figure, Works};
use crate::gate::Gate;
use crate::inbox::Upload;
use crate::integrity::{Compared, LooksOver};
use crate::permission::{Permission, Role};
use crate::personal::Personal;
use crate::tables::list::List;
use crate::target::ListedScreen;
use crate::tasks::Task;
use kernel::id::{PartyId, PersonId};
use kernel::{Code, Failure, Moment, Result};
use serde::Serialize;
use ts_rs::TS;

/// The manifest of a feature.
pub struct Feature {
    pub name: &'static str,
    pub commands: &'static [Command],
    pub permissions: &'static [Permission],
    pub refusals: &'static [&'static [Code]],
    /// What its screens show and its commands touch.
    pub views: &'static [&'static str],
    /// Its screens that tasks and figures lead to.
    pub screens: &'static [ListedScreen],
    /// Its tables: nobody else's SQL names them.
    pub owns: &'static [&'static str],
    /// Tables and views of its own that others may read.
    pub publishes: &'static [&'static str],
    /// What waits for the person who asks.
    pub tasks: Option<Waiting>,
    /// What waits for a decision of that person; shown among the tasks, and on the dashboard.
    pub decisions: Option<Waiting>,
    pub jobs: &'static [DailyJob],
    /// Records that documents, approvals and notes of other features may hang on.
    pub subjects: &'static [SubjectKind],
    /// What it does when a record of another feature has changed.
    pub follows: &'static [Follow],
    /// Its steps that features above may set conditions before; the verb of each asks for them.
    pub gated: &'static [&'static str],
    /// Conditions it sets before steps of features below.
    pub gates: &'static [Gate],
    /// What it calls records of other features: a person by the number of the file, of the donor's card.
    pub known_as: &'static [KnownAs],
    /// What of its own another person must approve.
    pub steps: &'static [ApprovalStep],
    /// Which of its commands decide them, for a committee whose decision is carried over.
    pub answers: &'static [StepAnswer],
    /// What of its records verification compares with what the audit trail last told of them.
    pub compared: &'static [Compared],
    /// What verification asks it to look over beyond that.
    pub sound: Option<LooksOver>,
    /// Its lists, as they are taken along.
    pub lists: &'static [List],
    /// What it measures, for the board and for reports.
    pub figures: &'static [Figure],
    /// What somebody of the office did in it, for the summary of their month.
    pub works: Option<Works>,
    /// How it answers for what it keeps of a person.
    pub personal: Option<Personal>,
    /// Its commands that take a file.
    pub uploads: &'static [Upload],
    /// What a new office begins with.
    pub first_rows: Option<FirstRows>,
}

/// Tells what waits for the person who asks.
pub type Waiting = fn(&Read<'_>) -> Result<Vec<Task>>;

/// Writes what a feature brings into a new office, in the transaction that makes the office.
pub type FirstRows = fn(&database::Write<'_>, PersonId, Moment) -> Result<()>;

impl Feature {
    /// A feature that has nothing but a name: manifests name what they have and leave the rest to it.
    pub const EMPTY: Self = Self {
        name: "",
        commands: &[],
        permissions: &[],
        refusals: &[],
        views: &[],
        screens: &[],
        owns: &[],
        publishes: &[],
        tasks: None,
        decisions: None,
        jobs: &[],
        subjects: &[],
        follows: &[],
        gated: &[],
        gates: &[],
        known_as: &[],
        steps: &[],
        answers: &[],
        compared: &[],
        sound: None,
        lists: &[],
        figures: &[],
        works: None,
        personal: None,
        uploads: &[],
        first_rows: None,
    };
}

/// What runs once after the office was opened and once a day from then on, in a transaction of its own.
pub struct DailyJob {
    /// `feature.job`; stands in the error stream when it fails.
    pub name: &'static str,
    pub run: fn(&database::Write<'_>, Moment) -> Result<()>,
}

/// A kind of record that others may hang something on.
pub struct SubjectKind {
    /// The noun in the audit trail, in words and in places to go to: `file`, `loan` …
    pub kind: &'static str,
    /// Who may see what hangs on it, who may see it whole, and who may add to it.
    pub view: Permission,
    pub reveal: Permission,
    pub keep: Permission,
    /// The name people know the record by.
    ///
    /// # Errors
    /// Not found.
    pub label: fn(&database::Read<'_>, [u8; 16]) -> Result<String>,
    /// Records that were joined into this one: what hangs on them is seen here, too.
    pub joined: Joined,
    /// Whom it is about, where it is followed up by visits and promises; none where nobody visits such a record.
    pub followed: Option<WhomItIsAbout>,
    /// Whether a record is hidden from who asks although their role sees such records: it is then not there for them.
    pub hidden: Option<Hidden>,
}

impl SubjectKind {
    /// For whoever may see this record.
    ///
    /// # Errors
    /// Forbidden to the role; not found, where it is hidden from the person.
    pub fn seen(&self, cx: &Read<'_>, id: [u8; 16]) -> Result<()> {
        cx.who.needs(self.view)?;
        let hidden = self.hidden.map(|hidden| hidden(cx, id)).transpose()?.unwrap_or(false);
        kernel::require(!hidden, Failure::not_found(self.kind))
    }
}

/// Whether a record is hidden from who asks.
///
/// # Errors
/// What the database refuses.
pub type Hidden = fn(&Read<'_>, [u8; 16]) -> Result<bool>;

/// Names the party a record is about; none where it is about nobody in particular.
///
/// # Errors
/// Not found.
pub type WhomItIsAbout = fn(&database::Read<'_>, [u8; 16]) -> Result<Option<PartyId>>;

/// Names the records that were joined into one.
pub type Joined = fn(&database::Read<'_>, [u8; 16]) -> Result<Vec<[u8; 16]>>;

/// For kinds of records that are never joined.
///
/// # Errors
/// Never.
pub fn never_joined(_: &database::Read<'_>, _: [u8; 16]) -> Result<Vec<[u8; 16]>> {
    Ok(Vec::new())
}

/// A record as another feature names it: its kind and its identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    pub kind: &'static str,
    pub id: [u8; 16],
}

/// Runs in the same transaction after a record of a kind has changed.
pub struct Follow {
    pub kind: &'static str,
    pub changed: fn(&Write<'_>, [u8; 16]) -> Result<()>,
}

/// Says under which number people know a record of a kind here.
pub struct KnownAs {
    /// The kind of the record: `party`.
    pub of: &'static str,
    /// What the number is one of: `file`.
    pub kind: &'static str,
    /// The number of a record; none where this feature does not know it.
    pub number: fn(&database::Read<'_>, [u8; 16]) -> Result<Option<String>>,
}

/// A number under which people know a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KnownNumber {
    /// `file`, and what other features call it.
    pub kind: String,
    pub number: String,
}

/// The features of a program: those of the frame, and those it was put together with.
#[derive(Clone, Copy)]
pub struct Features {
    own: &'static [&'static Feature],
}

/// The features that every office has.
const FRAME: &[Feature] = &[
    crate::setup::FEATURE,
    crate::session::FEATURE,
    crate::association::FEATURE,
    crate::staff::FEATURE,
    crate::audit::FEATURE,
    crate::integrity::FEATURE,
    crate::backups::FEATURE,
    crate::preferences::FEATURE,
    crate::tasks::FEATURE,
    crate::tables::FEATURE,
];

impl Features {
    /// An office in which no feature lives: people, backups, the audit trail.
    pub const NONE: Self = Self { own: &[] };

    pub const fn new(own: &'static [&'static Feature]) -> Self {
        Self { own }
    }

    pub fn all(self) -> impl Iterator<Item = &'static Feature> {
        FRAME.iter().chain(self.own.iter().copied())
    }

    /// Every command of the office.
    pub fn commands(self) -> impl Iterator<Item = &'static Command> {
        self.all().flat_map(|feature| feature.commands)
    }

    pub fn find(self, name: &str) -> Option<&'static Command> {
        self.commands().find(|command| command.name == name)
    }

    pub fn permissions(self) -> impl Iterator<Item = Permission> {
        self.all().flat_map(|feature| feature.permissions).copied()
    }

    /// Everything that another person must approve.
    pub fn steps(self) -> impl Iterator<Item = &'static ApprovalStep> {
        self.all().flat_map(|feature| feature.steps)
    }

    /// Which commands decide a step; none where it is decided on its own screen alone.
    pub fn answer_of(self, step: &str) -> Option<&'static StepAnswer> {
        self.all().flat_map(|feature| feature.answers).find(|answer| answer.step == step)
    }

    /// A list by the command that gives its rows.
    pub fn list(self, command: &str) -> Option<&'static List> {
        self.all().flat_map(|feature| feature.lists).find(|list| list.command == command)
    }

    /// Everything that is measured, in the order of the features.
    pub fn figures(self) -> impl Iterator<Item = &'static Figure> {
        self.all().flat_map(|feature| feature.figures)
    }

    /// What may come in for a command.
    pub fn upload(self, command: &str) -> Option<&'static Upload> {
        self.all().flat_map(|feature| feature.uploads).find(|upload| upload.command == command)
    }

    /// What a role may do.
    pub fn permissions_of(self, role: Role) -> impl Iterator<Item = Permission> {
        self.permissions().filter(move |permission| role.may(*permission))
    }

    pub fn views(self) -> impl Iterator<Item = View> {
        self.all().flat_map(|feature| feature.views).map(|view| View(view))
    }

    /// Every screen that tasks and figures may lead to.
    pub fn screens(self) -> impl Iterator<Item = &'static ListedScreen> {
        self.all().flat_map(|feature| feature.screens)
    }

    /// Every refusal a person can meet, of the features and of the frame.
    pub fn refusals(self) -> impl Iterator<Item = Code> {
        let below = [
            kernel::refusals::REFUSALS,
            database::REFUSALS,
            crate::office::REFUSALS,
            crate::command::REFUSALS,
            crate::record::REFUSALS,
            crate::history::REFUSALS,
            crate::gate::REFUSALS,
            crate::numbers::REFUSALS,
            crate::input::REFUSALS,
            crate::inbox::REFUSALS,
        ];
        below.into_iter().chain(self.all().flat_map(|feature| feature.refusals).copied()).flatten().copied()
    }

    /// The numbers under which the features know a record of another one.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn numbers_of(self, db: &database::Read<'_>, subject: Subject) -> Result<Vec<KnownNumber>> {
        let known = self.all().flat_map(|feature| feature.known_as).filter(|known| known.of == subject.kind);
        known
            .filter_map(|known| {
                let numbered = |number| KnownNumber { kind: known.kind.to_owned(), number };
                (known.number)(db, subject.id).map(|number| number.map(numbered)).transpose()
            })
            .collect()
    }

    /// The kind of record something hangs on.
    ///
    /// # Errors
    /// Not found: nobody knows such records.
    pub fn subject(self, kind: &str) -> Result<&'static SubjectKind> {
        let mut kinds = self.all().flat_map(|feature| feature.subjects);
        kinds.find(|subject| subject.kind == kind).ok_or(Failure::not_found("subject"))
    }
}

/// The need of a command, in one word.
pub const fn need_name(need: Need) -> &'static str {
    match need {
        Need::Nobody => "nobody",
        Need::Session => "session",
        Need::Permission(permission) => permission.name(),
    }
}

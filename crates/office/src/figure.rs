//! Figures: what features measure of a period, for the board and for reports that stand above them.
//!
//! A feature hangs its figures on its manifest and nothing else: whoever shows them knows none by name. A figure and the
//! rows behind it come from the same feature, for whoever asks: what is absent for somebody is in neither.

use crate::context::Read;
use crate::list;
use crate::permission::Permission;
use crate::span::Span;
use crate::target::Target;
use kernel::id::PersonId;
use kernel::{Day, Result};
use serde::Serialize;
use ts_rs::TS;

list! {
    /// Which way a figure is meant to go.
    Better { More = "more", Less = "less", Neither = "neither" }
}

list! {
    /// What a figure is counted in: whole things, whole per cent, tenths, tenths of a day, halalas.
    FigureUnit {
        Count = "count", Percent = "percent", Tenths = "tenths", Days = "days", Money = "money",
        /// Hundredths of a per cent.
        Rate = "rate",
    }
}

list! {
    /// How a figure is drawn.
    FigureChart {
        /// The figure itself, with its parts below it.
        Number = "number",
        /// A share against its goal.
        Bullet = "bullet",
        /// Twelve months.
        Line = "line",
        /// Its parts, each with a bar of its own.
        Bars = "bars",
        /// Its parts in one bar.
        Stacked = "stacked",
        /// Its parts, each of them what is left of the one before.
        Funnel = "funnel",
    }
}

list! {
    /// Under which heading it stands.
    FigureSection {
        People = "people", Requests = "served", FollowUp = "followed", Outcomes = "outcomes", Voice = "voice",
        Loans = "lending", Partners = "partners",
    }
}

/// A figure of a feature. Its words are `figure.<name>.title` and `figure.<name>.says`, which is its definition.
pub struct Figure {
    /// `feature.figure`; kept in reports, so it never changes.
    pub name: &'static str,
    /// Under which the indicators of the association know it: `K4`.
    pub code: &'static str,
    pub section: FigureSection,
    pub unit: FigureUnit,
    /// The key of the words over what each row has of its own, where it has something: whole days, points.
    pub row_value: Option<&'static str>,
    pub better: Better,
    pub chart: FigureChart,
    /// What the association wants to reach, as it is shipped.
    pub goal: Option<i64>,
    /// Parts that are drawn over twelve months; the figure itself where none is named. For [`FigureChart::Line`] only.
    pub lines: &'static [&'static str],
    /// Who may see it.
    pub view: Permission,
    /// The figure of each of some periods, in their order.
    pub measure: Measures,
    /// The rows behind it in one period.
    pub behind: Behind,
}

/// Where the rows behind a figure are.
#[derive(Clone, Copy)]
pub enum Behind {
    /// The feature gives them; whoever shows figures shows them, too.
    Rows(Rows),
    /// A list of some feature shows them.
    List(LeadsTo),
}

/// # Errors
/// Broken, when the question cannot be written.
pub type LeadsTo = fn(Span) -> Result<Target>;

/// # Errors
/// What the database refuses.
pub type Measures = fn(&Read<'_>, &[Span]) -> Result<Vec<Measured>>;

/// # Errors
/// What the database refuses.
pub type Rows = fn(&Read<'_>, Span) -> Result<Vec<FigureRow>>;

/// What was measured in a period.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Measured {
    /// In the figure's unit; none where there is nothing to divide by.
    pub value: Option<i64>,
    /// Of a share: so many of so many.
    pub of: Option<(i64, i64)>,
    pub parts: Vec<FigurePart>,
}

/// A part of a figure, or a second figure beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FigurePart {
    /// What its rows are marked with.
    pub key: String,
    /// `figure.<name>.part.<key>` of the words; empty where `label` says it.
    pub label_key: String,
    /// The name of somebody or something.
    pub label: String,
    pub unit: FigureUnit,
    pub value: Option<i64>,
    /// Of a share: so many of so many.
    pub of: Option<(i64, i64)>,
}

impl Measured {
    /// So many of so many, in whole per cent.
    pub fn share(n: u64, of: u64, percent: Option<i64>) -> Self {
        Self { value: percent, of: Some(pair(n, of)), parts: Vec::new() }
    }

    pub fn count(count: u64) -> Self {
        Self { value: Some(whole(count)), of: None, parts: Vec::new() }
    }

    #[must_use]
    pub fn with(self, parts: impl IntoIterator<Item = FigurePart>) -> Self {
        let mut all = self.parts;
        all.extend(parts);
        Self { parts: all, ..self }
    }

    /// A part of it, by its key.
    pub fn part(&self, key: &str) -> Option<&FigurePart> {
        self.parts.iter().find(|part| part.key == key)
    }
}

impl FigurePart {
    /// A part the program has words for.
    pub fn worded(figure: &str, key: &str, unit: FigureUnit, value: Option<i64>) -> Self {
        Self {
            key: key.to_owned(),
            label_key: format!("figure.{figure}.part.{key}"),
            label: String::new(),
            unit,
            value,
            of: None,
        }
    }

    /// A part that bears the name of somebody or something.
    pub fn named(key: String, label: String, unit: FigureUnit, value: Option<i64>) -> Self {
        Self { key, label_key: String::new(), label, unit, value, of: None }
    }

    #[must_use]
    pub fn of(self, n: u64, of: u64) -> Self {
        Self { of: Some(pair(n, of)), ..self }
    }
}

/// A row behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FigureRow {
    /// Unique among the rows of the figure.
    pub key: String,
    /// The number people know it by.
    pub number: String,
    pub name: String,
    /// What it is about: words where `text_keys` holds their keys, otherwise `text` says it.
    pub text: String,
    pub text_keys: Vec<String>,
    /// Who has it.
    pub person: String,
    pub on: Option<Day>,
    pub due: Option<Day>,
    /// What each row has of its own: what stood before, where there is a before, and what stands.
    pub before: Option<i64>,
    pub value: Option<i64>,
    /// Whether it counts towards the figure; none where all rows do.
    pub counts: Option<bool>,
    /// The keys of the parts it belongs to.
    pub parts: Vec<String>,
    pub target: Option<Target>,
}

impl FigureRow {
    pub fn new(key: impl ToString, number: String, name: String) -> Self {
        Self {
            key: key.to_string(),
            number,
            name,
            text: String::new(),
            text_keys: Vec::new(),
            person: String::new(),
            on: None,
            due: None,
            before: None,
            value: None,
            counts: None,
            parts: Vec::new(),
            target: None,
        }
    }
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn pair(n: u64, of: u64) -> (i64, i64) {
    (whole(n), whole(of))
}

/// Something a person of the office did in a period: so many, and of how many where it is a share. Its words are
/// `work.<key>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Worked {
    /// `feature.thing`
    pub key: String,
    pub count: i64,
    pub of: Option<i64>,
    /// The rows, where a list gives them.
    pub target: Option<Target>,
}

impl Worked {
    pub fn new(key: &str, count: i64, target: Option<Target>) -> Self {
        Self { key: key.to_owned(), count, of: None, target }
    }
}

/// What a person did in a period, as far as who asks may see it.
///
/// # Errors
/// What the database refuses.
pub type Works = fn(&Read<'_>, PersonId, Span) -> Result<Vec<Worked>>;

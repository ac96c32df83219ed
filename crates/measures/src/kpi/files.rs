//! K1, K2, K23, K24: the files of beneficiaries.

use crate::decimal::{doubled_median, halalas, rounded};
use crate::{Period, Portion, Settings};
use kernel::saudi::NationalId;
use kernel::{Day, Money, Result};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The states of a beneficiary's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileState {
    Registered,
    Active,
    Suspended,
    Graduated,
    Closed,
}

/// Which states a file entered, and on which days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileHistory(Vec<(Day, FileState)>);

impl FileHistory {
    /// In any order of days; of two on one day the later in the list came later.
    pub fn new(mut entered: Vec<(Day, FileState)>) -> Self {
        entered.sort_by_key(|(day, _)| *day);
        Self(entered)
    }

    /// The last entry on or before a day.
    fn last_on(&self, day: Day) -> Option<(Day, FileState)> {
        self.0.iter().rev().find(|(entered, _)| *entered <= day).copied()
    }

    /// The state at the end of a day; none before the first.
    pub fn on(&self, day: Day) -> Option<FileState> {
        self.last_on(day).map(|(_, state)| state)
    }

    /// The last day on which it entered a state.
    pub fn last(&self, state: FileState) -> Option<Day> {
        self.0.iter().rev().find(|(_, entered)| *entered == state).map(|(day, _)| *day)
    }

    fn entered_in(&self, period: Period, state: FileState) -> bool {
        self.0.iter().any(|(day, entered)| *entered == state && period.contains(*day))
    }

    /// Where the last graduation up to a day stands in the list.
    fn last_graduation(&self, until: Day) -> Option<usize> {
        self.0.iter().rposition(|(day, state)| *state == FileState::Graduated && *day <= until)
    }
}

/// A file, as K1 looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileOnDay {
    pub history: FileHistory,
    /// Its class of need, as far as it has one.
    pub class: Option<String>,
    /// Persons of the household, the head included.
    pub members: u32,
}

/// K1. Files without a class are among the files and in no class.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ActiveFiles {
    #[ts(type = "number")]
    pub files: u64,
    #[ts(type = "number")]
    pub persons: u64,
    #[ts(type = "Record<string, number>")]
    pub by_class: BTreeMap<String, u64>,
}

/// K1: the files active at the end of a day, and the persons in them.
pub fn active_files(files: &[FileOnDay], on: Day) -> ActiveFiles {
    let mut found = ActiveFiles::default();
    for file in files.iter().filter(|file| file.history.on(on) == Some(FileState::Active)) {
        found.files += 1;
        found.persons += u64::from(file.members);
        if let Some(class) = &file.class {
            *found.by_class.entry(class.clone()).or_default() += 1;
        }
    }
    found
}

/// An active file, as K2 looks at it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identified {
    pub number: String,
    pub name: Option<String>,
    /// The identity number as it is stored.
    pub identity: Option<String>,
    pub identity_expires: Option<Day>,
    /// The day on which somebody compared it with the paper.
    pub identity_checked: Option<Day>,
    pub contacts: u32,
    pub residence: Option<String>,
}

/// What an active file lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LackingInFile")]
pub enum Lacking {
    Name,
    /// A valid identity number, not expired on the day, that somebody checked.
    Identity,
    Contact,
    Residence,
}

/// K2.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Completeness {
    pub complete: Portion,
    /// The files that lack something, in their order.
    pub lacking: Vec<(String, Vec<Lacking>)>,
}

/// K2: how many active files hold a name, a checked and valid identity number, a contact and a residence.
pub fn completeness(files: &[Identified], on: Day) -> Completeness {
    let lacking: Vec<_> = files.iter().map(|file| (file.number.clone(), lacking(file, on))).collect();
    let complete = Portion::count(lacking.iter().map(|(_, lacking)| lacking.is_empty()));
    Completeness { complete, lacking: lacking.into_iter().filter(|(_, lacking)| !lacking.is_empty()).collect() }
}

fn lacking(file: &Identified, on: Day) -> Vec<Lacking> {
    let filled = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let identified = file.identity.as_ref().is_some_and(|number| NationalId::parse(number).is_ok())
        && file.identity_expires.is_some_and(|day| day >= on)
        && file.identity_checked.is_some_and(|day| day <= on);
    let held = [
        (Lacking::Name, filled(&file.name)),
        (Lacking::Identity, identified),
        (Lacking::Contact, file.contacts > 0),
        (Lacking::Residence, filled(&file.residence)),
    ];
    held.into_iter().filter(|(_, held)| !held).map(|(what, _)| what).collect()
}

/// K23.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Graduations {
    /// Files that graduated in the period.
    #[ts(type = "number")]
    pub graduated: u64,
    /// Of the files long active when the period began, those that graduated in it.
    pub exit: Portion,
    /// Of the files that graduated long before the period's end, those that have not come back.
    pub sustained: Portion,
}

/// K23: leaving care. Long is `active_months` by the calendar, the day clamped to a shorter month.
///
/// # Errors
/// Refused where the calendar ends.
pub fn graduations(files: &[FileHistory], period: Period, settings: &Settings) -> Result<Graduations> {
    let months = -i32::from(settings.active_months);
    let (eve, long_active) = (period.from().plus_days(-1)?, period.from().plus_months(months)?);
    let long_ago = period.to().plus_months(months)?;
    let mut found = Graduations::default();
    let (mut exits, mut lasting) = (Vec::new(), Vec::new());
    for file in files {
        let graduated = file.entered_in(period, FileState::Graduated);
        found.graduated += u64::from(graduated);
        if file.last_on(eve).is_some_and(|(day, state)| state == FileState::Active && day <= long_active) {
            exits.push(graduated);
        }
        if let Some(place) = file.last_graduation(period.to())
            && file.0[place].0 <= long_ago
        {
            let back = |(day, state): &(Day, FileState)| *state == FileState::Active && *day <= period.to();
            lasting.push(!file.0[place + 1..].iter().any(back));
        }
    }
    found.exit = Portion::count(exits);
    found.sustained = Portion::count(lasting);
    Ok(found)
}

/// A household measured twice, as K24 looks at it: the first and the latest measurement, as far as they exist.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Measured {
    /// Need score, 0–100: fewer points are less need.
    pub score: (Option<i32>, Option<i32>),
    /// Income of the household in a month.
    pub income: (Option<Money>, Option<Money>),
}

/// K24.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Improvement {
    /// Of the households with both scores, those whose need fell by `improve_points` or more.
    pub improved: Portion,
    /// Of the households with both incomes.
    pub median_income_change: Option<Money>,
}

/// K24: whose life changed.
///
/// # Errors
/// Only when an amount is beyond what money can be.
pub fn improvement(households: &[Measured], settings: &Settings) -> Result<Improvement> {
    let both = |pair: (Option<i32>, Option<i32>)| pair.0.zip(pair.1);
    let scores = households.iter().filter_map(|household| both(household.score));
    let points = i64::from(settings.improve_points);
    let improved = Portion::count(scores.map(|(before, after)| i64::from(before) - i64::from(after) >= points));
    let incomes = households.iter().filter_map(|household| household.income.0.zip(household.income.1));
    let changes = incomes.map(|(before, after)| i128::from(after.halalas()) - i128::from(before.halalas())).collect();
    let median = doubled_median(changes).and_then(|doubled| rounded(doubled, 2));
    Ok(Improvement { improved, median_income_change: median.map(halalas).transpose()? })
}

/// Different names, for counting persons and decisions once.
pub(super) fn different<'a>(names: impl IntoIterator<Item = &'a String>) -> u64 {
    names.into_iter().collect::<BTreeSet<_>>().len() as u64
}

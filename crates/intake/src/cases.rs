//! What the registers of requests and of the social research share, and the order in which they are judged.

use crate::answers::Draft;
use crate::book::Tables;
use crate::followed::Followed;
use crate::known::{Known, KnownDepartment, KnownService};
use crate::reading::Reading;
use crate::table::Table;
use crate::text::says_nothing;
use crate::validated::Ask;
use crate::vocabulary::meanings;
use crate::{TableKind, assessments, requests};
use kernel::Day;
use kernel::arabic::fold;
use sheets::Workbook;
use std::collections::{BTreeSet, HashMap};

/// Whom and what a row of these registers may name.
pub(crate) struct Cases<'a> {
    pub followed: Followed<'a>,
    departments: HashMap<String, &'a KnownDepartment>,
    services: HashMap<String, &'a KnownService>,
}

impl<'a> Cases<'a> {
    pub fn new(known: &'a Known) -> Self {
        let (departments, services) = (known.cases.departments.iter(), known.cases.services.iter());
        Self {
            followed: Followed::new(known),
            departments: departments.map(|one| (fold(&one.name), one)).collect(),
            services: services.map(|one| (fold(&one.name), one)).collect(),
        }
    }

    /// The service of a name.
    pub fn service(&self, name: &str) -> Option<&'a str> {
        self.services.get(&fold(name)).map(|one| one.key.as_str())
    }
}

/// Whom a register names for something of before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Somebody {
    Nobody,
    Colleague(String),
    /// Somebody who is none of the office, says a person: kept by the name.
    Other(String),
    Asked,
}

impl Somebody {
    pub fn colleague(&self) -> Option<&str> {
        match self {
            Self::Colleague(key) => Some(key),
            _ => None,
        }
    }
}

/// What answers that a name is none of the office's people.
const NOT_OURS: &str = "none";

/// Somebody a row names for something of before; who left counts, too. A name nobody knows is asked about; `others` are
/// those who never worked here.
pub(crate) fn somebody(row: &mut Reading<'_>, field: &str, cases: &Cases<'_>, others: bool) -> Somebody {
    let Some(name) = row.name(field) else { return Somebody::Nobody };
    if let Some(one) = cases.followed.colleague_named(&name) {
        if one.name != name {
            row.correct(field, &one.name, "colleague");
        }
        return Somebody::Colleague(one.key.clone());
    }
    let ask = Ask::UnknownPerson { field: field.to_owned(), value: name.clone() };
    match row.named(&ask).map(str::trim) {
        Some(NOT_OURS) if others => Somebody::Other(name),
        Some(key) if cases.followed.colleague_of(key).is_some() => {
            let shown = cases.followed.colleague_of(key).map(|one| one.name.clone()).unwrap_or_default();
            row.correct(field, &shown, "answered");
            Somebody::Colleague(key.to_owned())
        }
        _ => {
            row.ask(ask);
            Somebody::Asked
        }
    }
}

/// The department a row names; a name nobody knows is asked about, where the office has departments at all.
pub(crate) fn department(row: &mut Reading<'_>, field: &str, cases: &Cases<'_>) -> Option<String> {
    let typed = row.text(field).filter(|typed| !says_nothing(typed))?;
    if let Some(one) = cases.departments.get(&fold(&typed)) {
        return Some(one.key.clone());
    }
    if cases.departments.is_empty() {
        row.warn("department_unknown");
        return None;
    }
    let ask = Ask::UnknownWord { field: field.to_owned(), value: typed };
    match row.named(&ask).map(str::trim) {
        Some("") => {
            row.correct(field, "", "answered");
            row.warn("department_unknown");
            None
        }
        Some(name) if cases.departments.contains_key(&fold(name)) => {
            row.correct(field, name, "answered");
            cases.departments.get(&fold(name)).map(|one| one.key.clone())
        }
        _ => {
            row.ask(ask);
            None
        }
    }
}

/// A word the row does not say: asked once for all such rows. `None` as well where it says one that waits.
pub(crate) fn unsaid(row: &mut Reading<'_>, field: &str, group: &str) -> Option<&'static str> {
    if !says_nothing(&row.raw(field)) {
        return None;
    }
    let ask = Ask::UnknownWord { field: field.to_owned(), value: "—".to_owned() };
    let answer = row.named(&ask).map(str::trim);
    let word = meanings(group).into_iter().find(|word| answer == Some(word));
    match word {
        Some(word) => {
            row.tell(field, "", word);
            row.correct(field, word, "answered");
        }
        None => row.ask(ask),
    }
    word
}

/// The meaning of a word a row cannot do without: said, answered for all rows that do not say it, or missing.
pub(crate) fn needed(row: &mut Reading<'_>, field: &str, group: &str, missing: &str) -> Option<&'static str> {
    let before = row.asks();
    let word = row.word(field, group).or_else(|| unsaid(row, field, group));
    if word.is_none() && row.asks() == before && !row.is_refused_at(field) {
        row.refuse(field, missing);
    }
    word
}

/// A day that has been, where one is written.
pub(crate) fn has_come(row: &mut Reading<'_>, field: &str) -> Option<Day> {
    let day = row.day(field);
    if day.is_some_and(|day| day > row.today) {
        row.refuse(field, "date_in_future");
    }
    day
}

/// Judges both registers; neither leans on the other.
pub(crate) fn judge(book: &Workbook, draft: &Draft, known: &Known, tables: &mut Tables, go_on: &dyn Fn() -> bool) {
    let cases = Cases::new(known);
    let today = known.today;
    tables.requests = Table::read(book, draft, TableKind::Requests, today, go_on, |row| requests::read(row, &cases));
    if let Some(table) = &mut tables.requests {
        requests::refuse_repeated(table, known);
        requests::find_contested(table, known);
        table.settle(draft);
        table.finish();
    }
    tables.assessments =
        Table::read(book, draft, TableKind::Assessments, today, go_on, |row| assessments::read(row, &cases));
    if let Some(table) = &mut tables.assessments {
        assessments::refuse_repeated(table, known);
        assessments::settle_states(table, known);
        table.settle(draft);
        table.finish();
    }
}

/// Families whose file stands in another class than their newest reviewed assessment of the register gives.
pub(crate) fn other_class(tables: &Tables, known: &Known) -> BTreeSet<String> {
    let mut newest: HashMap<&str, (Day, Option<&str>)> = HashMap::new();
    for (_, one) in tables.assessments.iter().flat_map(|table| table.ready()).filter(|(_, one)| one.state == "reviewed")
    {
        let kept = newest.entry(one.person.as_str()).or_insert((one.assessed_on, one.class.as_deref()));
        if kept.0 <= one.assessed_on {
            *kept = (one.assessed_on, one.class.as_deref());
        }
    }
    let later = |person: &str, day: Day| {
        known
            .cases
            .assessments
            .iter()
            .any(|one| one.person == person && one.state == "reviewed" && one.assessed_on > day)
    };
    let differs = |(person, (day, class)): (&str, (Day, Option<&str>))| {
        let class = class?;
        let held = known.cases.classes.get(person).map(String::as_str);
        (held != Some(class) && !later(person, day)).then(|| person.to_owned())
    };
    newest.into_iter().filter_map(differs).collect()
}

//! What a person is asked about a table: each question once, however many rows wait for its answer.

use super::model::QuestionCount;
use super::preview::{examples, fund_names};
use super::session::{ImportSession, Work};
use intake::{Answer, Ask, Decision, Layout, TableKind, TableView, Verdict, meanings};
use kernel::arabic::fold;
use std::collections::BTreeMap;

/// So many different questions of one table are shown at once; the rows of all of them wait.
const MOST: usize = 200;

/// A question as it is told apart from others: its kind, and what it is about.
type Key = (&'static str, String, String);

#[derive(Default)]
struct Found {
    open: usize,
    said: String,
    sheets: Vec<String>,
}

/// The questions of a table: those that wait, and those that were answered for more than one row.
pub fn of(import: &ImportSession, work: &Work, view: &TableView<'_>) -> Vec<QuestionCount> {
    let mut found: BTreeMap<Key, Found> = BTreeMap::new();
    for row in view.rows.iter().filter(|row| row.verdict == Verdict::Ask) {
        for ask in row.ask {
            let (field, value) = ask.about();
            let one = found.entry((ask.kind(), field.to_owned(), value.to_owned())).or_default();
            one.open += 1;
            if let (Ask::SheetValue { said, .. }, true) = (ask, one.said.is_empty()) {
                one.said.clone_from(said);
            }
            if !one.sheets.iter().any(|sheet| **sheet == *row.place.sheet) {
                one.sheets.push(row.place.sheet.to_string());
            }
        }
    }
    for answer in work.draft.shared_answers().filter(|answer| answer.table == view.kind) {
        let Some(kind) = intake::codes::QUESTIONS.iter().find(|kind| **kind == answer.ask) else { continue };
        let key = (*kind, answer.field.clone().unwrap_or_default(), answer.value.clone().unwrap_or_default());
        found.entry(key).or_default();
    }
    found.into_iter().take(MOST).map(|(key, one)| told(import, work, view, key, one)).collect()
}

fn told(import: &ImportSession, work: &Work, view: &TableView<'_>, key: Key, found: Found) -> QuestionCount {
    let (ask, field, value) = key;
    let options = options(import, work, view.kind, ask, &field);
    QuestionCount {
        table: view.kind,
        ask: ask.to_owned(),
        open: found.open,
        can_stand: intake::can_stand(ask),
        for_all: answer(work, view.kind, ask, &field, &value),
        proposal: proposal(work, ask, &value, &options),
        examples: column_examples(import, work, view.kind, &field, &found.sheets),
        said: found.said,
        sheets: found.sheets,
        field,
        value,
        options,
    }
}

/// The answer that counts for every row that asks this.
fn answer(work: &Work, table: TableKind, ask: &str, field: &str, value: &str) -> Option<Decision> {
    let same = |said: &Option<String>, wanted: &str| said.as_deref().unwrap_or_default() == wanted;
    let is_it = |answer: &&Answer| answer.table == table && answer.ask == ask && same(&answer.field, field);
    let mut answers = work.draft.shared_answers().filter(is_it);
    answers.find(|answer| same(&answer.value, value)).map(|answer| answer.decision.clone())
}

/// The group of words a field is read by.
fn group_of(table: TableKind, field: &str) -> Option<&'static str> {
    Some(match (table, field) {
        (TableKind::Requests, "kind") => "request_kind",
        (TableKind::Requests, "channel") => "request_channel",
        (TableKind::Requests, "state") => "request_state",
        (TableKind::Requests, "outcome") => "request_outcome",
        (TableKind::Requests, "anonymous" | "restricted") => "yes_no",
        (TableKind::Assessments, "kind") => "assessment_kind",
        (TableKind::Assessments, "office_class") => "need_class",
        (TableKind::Assessments, "tenure") => "tenure",
        (TableKind::Assessments, "earning") => "earning",
        (TableKind::Assessments, "widow") => "widow",
        (TableKind::Assessments, "unsound") => "unsound",
        (_, "sex") => "sex",
        (_, "social_security") => "yes_no",
        (_, "relation") => "relation_or_head",
        (TableKind::Tranches, "kind") => "tranche_kind",
        (_, "method") => "method",
        (_, "class") => "fund_class",
        (TableKind::Funds, "kind") => "fund_kind",
        (TableKind::Guarantees, "kind") => "guarantee_kind",
        (TableKind::Visits, "kind") => "activity_kind",
        (_, "signal") => "visit_signal",
        (_, "side") => "promise_side",
        (_, "met") => "promise_state",
        (_, "nature") => "side",
        _ => return None,
    })
}

fn options(import: &ImportSession, work: &Work, table: TableKind, ask: &str, field: &str) -> Vec<String> {
    let owned = |names: Vec<&'static str>| names.into_iter().map(str::to_owned).collect();
    match ask {
        // Departments are called as the office calls them.
        "unknown_word" if matches!(field, "department" | "against") => {
            work.around.known.cases.departments.iter().map(|one| one.name.clone()).collect()
        }
        "unknown_word" => group_of(table, field).map(|group| owned(meanings(group))).unwrap_or_default(),
        "unknown_fund" => fund_names(import, work),
        "old_distress" | "old_promise" => owned(vec!["halts", "past"]),
        "column_meaning" => owned(intake::fields(table).iter().map(|known| known.name).collect()),
        _ => Vec::new(),
    }
}

/// The likeliest answer: the one fund or account whose name has all the words that were typed.
fn proposal(work: &Work, ask: &str, value: &str, options: &[String]) -> String {
    match ask {
        "unknown_fund" => likeliest(value, options.iter().map(|name| (name.as_str(), name.as_str()))),
        "unknown_account" => {
            // The name beside a code nobody knows says more than the code.
            let view = work.validation.tables.view(TableKind::Openings);
            let named = view.iter().flat_map(|view| &view.rows).find_map(|row| {
                let cell = |field: &str| row.cells.get(field).map(|cell| cell.raw.as_str());
                (cell("account") == Some(value)).then(|| cell("account_name")).flatten()
            });
            let accounts = work.around.known.accounts.iter().filter(|account| account.postable);
            let names = accounts.map(|account| (account.name.as_str(), account.code.as_str()));
            likeliest(named.unwrap_or(value), names)
        }
        "unknown_person" => {
            let staff = work.around.known.follow_up.staff.iter();
            likeliest(value, staff.map(|one| (one.name.as_str(), one.key.as_str())))
        }
        "short_year" => {
            // Nobody is born, and nothing is paid, a hundred years from now.
            let last = work.around.known.today.year();
            (last - 99).to_string()
        }
        "money_unit" => intake::unit_said(value).unwrap_or_default().to_owned(),
        "month_day" => "last".to_owned(),
        _ => String::new(),
    }
}

fn likeliest<'a>(said: &str, names: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let said = fold(said);
    let bare = |word: &str| word.strip_prefix("ال").unwrap_or(word).to_owned();
    let wanted: Vec<String> = said.split(' ').filter(|word| !word.is_empty()).map(bare).collect();
    let has_all = |name: &str| {
        let name: Vec<String> = fold(name).split(' ').map(bare).collect();
        !wanted.is_empty() && wanted.iter().all(|word| name.contains(word))
    };
    let fitting: Vec<&str> = names.filter(|(name, _)| has_all(name)).map(|(_, answer)| answer).collect();
    match fitting[..] {
        [only] => only.to_owned(),
        _ => String::new(),
    }
}

/// The first few values of the column a question is about.
fn column_examples(
    import: &ImportSession,
    work: &Work,
    table: TableKind,
    field: &str,
    sheets: &[String],
) -> Vec<String> {
    let on_it = |layout: &&Layout| sheets.contains(&layout.sheet);
    let mut parts = work.draft.parts(table).filter(on_it);
    parts
        .find_map(|layout| {
            let column = layout.columns.get(field)?.first()?;
            let sheet = import.book.sheets.iter().find(|sheet| sheet.name == layout.sheet)?;
            Some(examples(sheet, layout, *column))
        })
        .unwrap_or_default()
        .into_iter()
        .take(3)
        .collect()
}

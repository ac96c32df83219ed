//! What the tables of following up share: the record a row is about, and the people of the office it names.

use crate::answers::Draft;
use crate::book::Tables;
use crate::given::without_title;
use crate::known::{Known, KnownColleague, KnownFollowedLoan};
use crate::loans::{Loans, index, named_loan, people_by_number};
use crate::reading::Reading;
use crate::table::Table;
use crate::text::{code_key, says_nothing};
use crate::validated::Ask;
use crate::{TableKind, commitments, guarantees, visits};
use kernel::Day;
use kernel::arabic::fold;
use serde::{Deserialize, Serialize};
use sheets::Workbook;
use std::collections::{BTreeSet, HashMap};

/// The record a row of following up is about: a loan, or the file of a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowedRecord {
    /// The loan's number, as the office writes it.
    Loan(String),
    /// The person it belongs to: the caller's key.
    Beneficiary(String),
}

/// Whom and what a row of following up may name.
pub(crate) struct Followed<'a> {
    loans: Loans,
    facts: HashMap<String, &'a KnownFollowedLoan>,
    people: HashMap<String, &'a str>,
    /// Names of those whose identity number is known.
    holders: HashMap<&'a str, &'a str>,
    names: HashMap<String, Vec<&'a KnownColleague>>,
    staff: HashMap<&'a str, &'a KnownColleague>,
}

impl<'a> Followed<'a> {
    pub fn new(known: &'a Known) -> Self {
        let follow_up = &known.follow_up;
        let mut names: HashMap<String, Vec<&KnownColleague>> = HashMap::new();
        for colleague in &follow_up.staff {
            names.entry(fold(&colleague.name)).or_default().push(colleague);
        }
        Self {
            loans: index(None, known),
            facts: follow_up.loans.iter().map(|loan| (code_key(&loan.loan_no), loan)).collect(),
            people: people_by_number(known),
            holders: held_numbers(known),
            names,
            staff: follow_up.staff.iter().map(|one| (one.key.as_str(), one)).collect(),
        }
    }

    /// What is known of a loan beside its sums.
    pub fn loan(&self, loan_no: &str) -> Option<&'a KnownFollowedLoan> {
        self.facts.get(&code_key(loan_no)).copied()
    }

    /// Whether the office knows somebody by an identity number.
    pub fn is_known(&self, identity: &str) -> bool {
        self.holders.contains_key(identity)
    }

    /// The name under which the office knows an identity number.
    pub fn name_of(&self, identity: &str) -> Option<&'a str> {
        self.holders.get(identity).copied()
    }

    /// Somebody on file, by an identity or a file number.
    pub fn person(&self, number: &str) -> Option<&'a str> {
        self.people.get(number).or_else(|| self.people.get(&code_key(number))).copied()
    }

    /// The one person of the office that has a name, be it without a title, and whether they work here still or not.
    pub fn colleague_named(&self, name: &str) -> Option<&'a KnownColleague> {
        let held = self.names.get(&fold(without_title(name))).or_else(|| self.names.get(&fold(name)))?;
        if let [one] = held[..] { Some(one) } else { None }
    }

    /// Somebody of the office by the caller's key.
    pub fn colleague_of(&self, key: &str) -> Option<&'a KnownColleague> {
        self.staff.get(key).copied()
    }

    /// Whether a record is a loan that something could still halt.
    pub fn may_halt(&self, about: &FollowedRecord) -> bool {
        match about {
            FollowedRecord::Loan(loan_no) => self.loan(loan_no).is_some_and(|loan| !loan.ended),
            FollowedRecord::Beneficiary(_) => false,
        }
    }
}

/// Everybody who has an identity number, with their name.
fn held_numbers(known: &Known) -> HashMap<&str, &str> {
    let guarantors = known.follow_up.guarantors.iter().map(|one| (one.identity.as_str(), one.name.as_str()));
    let people = known.people.iter().map(|one| (one.identity.as_str(), one.name.as_str()));
    guarantors.chain(people).filter(|(number, _)| !number.is_empty()).collect()
}

/// The loan a row names, as repayments find theirs.
pub(crate) fn loan(row: &mut Reading<'_>, followed: &Followed<'_>) -> Option<String> {
    named_loan(row, &followed.loans).0
}

/// What a row is about: its loan, else the person whose number it names. Where it names both they belong together.
pub(crate) fn about(row: &mut Reading<'_>, followed: &Followed<'_>) -> Option<FollowedRecord> {
    let names_loan = !says_nothing(&row.raw("loan_no"));
    let loan = if names_loan { loan(row, followed) } else { None };
    let number = row.reference("person");
    let person = match &number {
        Some(number) => {
            let found = followed.people.get(number).or_else(|| followed.people.get(&code_key(number)));
            if found.is_none() {
                row.refuse("person", "unknown_beneficiary");
            }
            found.map(|key| (*key).to_owned())
        }
        None => None,
    };
    if let (Some(loan), Some(person)) = (&loan, &person)
        && followed.loan(loan).is_some_and(|known| known.borrower != *person)
    {
        row.refuse("person", "loan_of_another");
    }
    if !names_loan && number.is_none() && !row.is_refused_at("person") {
        row.refuse("loan_no", "record_missing");
    }
    loan.map(FollowedRecord::Loan).or(person.map(FollowedRecord::Beneficiary))
}

/// Somebody of the office whom a row names; one nobody knows, and nobody, is asked about. `working` leaves those out who
/// left. Empty while the question is open.
pub(crate) fn colleague(row: &mut Reading<'_>, field: &str, followed: &Followed<'_>, working: bool) -> String {
    let fits = |one: &&KnownColleague| one.active || !working;
    let typed = row.name(field);
    let ask = match &typed {
        Some(name) => {
            let held = followed.names.get(&fold(without_title(name))).or_else(|| followed.names.get(&fold(name)));
            let held: Vec<&KnownColleague> = held.into_iter().flatten().copied().filter(fits).collect();
            if let [one] = held[..] {
                if one.name != *name {
                    row.correct(field, &one.name, "colleague");
                }
                return one.key.clone();
            }
            Ask::UnknownPerson { field: field.to_owned(), value: name.clone() }
        }
        None => Ask::NobodyNamed { field: field.to_owned() },
    };
    match row.named(&ask).and_then(|key| followed.staff.get(key.trim()).copied()).filter(fits) {
        Some(one) => {
            let raw = typed.unwrap_or_default();
            row.tell(field, &raw, &one.name);
            row.correct(field, &one.name, "answered");
            one.key.clone()
        }
        None => {
            row.ask(ask);
            String::new()
        }
    }
}

/// What a person said of something old that halts projects: whether it does. `false` while the question is open.
pub(crate) fn halts(row: &mut Reading<'_>, ask: Ask) -> bool {
    match row.named(&ask).map(str::trim) {
        Some("halts") => true,
        Some("past") => false,
        _ => {
            row.ask(ask);
            false
        }
    }
}

/// What makes two rows of following up the same, beside what each of them says.
pub(crate) type SameDay = (FollowedRecord, Day, String);

/// Judges the tables of following up; none of them leans on another.
pub(crate) fn judge(book: &Workbook, draft: &Draft, known: &Known, tables: &mut Tables, go_on: &dyn Fn() -> bool) {
    let followed = Followed::new(known);
    let today = known.today;
    tables.guarantees =
        Table::read(book, draft, TableKind::Guarantees, today, go_on, |row| guarantees::read(row, &followed));
    if let Some(table) = &mut tables.guarantees {
        guarantees::refuse_repeated(table, known);
        table.settle(draft);
        table.finish();
    }
    tables.visits = Table::read(book, draft, TableKind::Visits, today, go_on, |row| visits::read(row, &followed));
    if let Some(table) = &mut tables.visits {
        visits::refuse_repeated(table, known);
        table.settle(draft);
        table.finish();
    }
    tables.commitments =
        Table::read(book, draft, TableKind::Commitments, today, go_on, |row| commitments::read(row, &followed));
    if let Some(table) = &mut tables.commitments {
        commitments::refuse_repeated(table, known);
        table.settle(draft);
        table.finish();
    }
}

/// The loans of ready rows that were said to halt.
pub(crate) fn halting(tables: &Tables) -> BTreeSet<String> {
    let visits = tables.visits.iter().flat_map(|table| table.ready()).filter(|(_, visit)| visit.halts);
    let promises = tables.commitments.iter().flat_map(|table| table.ready()).filter(|(_, promise)| promise.halts);
    let about = visits.map(|(_, visit)| &visit.about).chain(promises.map(|(_, promise)| &promise.about));
    about
        .filter_map(|about| match about {
            FollowedRecord::Loan(loan_no) => Some(loan_no.clone()),
            FollowedRecord::Beneficiary(_) => None,
        })
        .collect()
}

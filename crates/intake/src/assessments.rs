//! The social research of a register: one row, one study of a family. What nobody wrote down is unknown: it is no zero, and no
//! score is made without it.

use crate::cases::{self, Cases, Somebody};
use crate::followed;
use crate::known::Known;
use crate::loans::past_day;
use crate::reading::Reading;
use crate::table::Table;
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// What a register of the social research tells beside a person and a day.
pub(crate) const TELLING: [&str; 14] = [
    "dependants",
    "orphans",
    "disabled",
    "elderly",
    "widow",
    "income_security",
    "income_citizen",
    "rent",
    "tenure",
    "rooms",
    "unsound",
    "earning",
    "office_class",
    "office_score",
];

/// The longest findings with the recommendation and its heading, in characters.
const LONGEST: usize = 1_950;

/// A study of a family as the row gives it. Sums are of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisteredAssessment {
    /// The caller's key.
    pub person: String,
    pub assessed_on: Day,
    /// `intake`, `periodic`, `closure`, `impact`.
    pub kind: String,
    /// The caller's key; empty while it is asked.
    pub researcher: String,
    pub family_size: Option<i64>,
    pub dependants: Option<i64>,
    pub widow: Option<bool>,
    pub orphans: Option<i64>,
    pub disabled: Option<i64>,
    pub elderly: Option<i64>,
    pub income_security: Option<Money>,
    pub income_citizen: Option<Money>,
    pub income_salary: Option<Money>,
    pub income_pension: Option<Money>,
    pub income_project: Option<Money>,
    pub income_piecework: Option<Money>,
    pub income_other: Option<Money>,
    pub rent: Option<Money>,
    pub debts: Option<Money>,
    pub obligations: Option<Money>,
    /// `own`, `waqf`, `rent`, `hosted`.
    pub tenure: Option<String>,
    pub rooms: Option<i64>,
    /// `kitchen`, `bathroom`, `roof`, `wiring`, `doors`, `water`; empty where all is sound, `None` where nobody looked.
    pub unsound: Option<Vec<String>>,
    /// `unemployed`, `employed`, `running_project`, `halted_project`, `unable`.
    pub earning: Option<String>,
    /// The class the office gave: `class_a` to `class_d`.
    pub class: Option<String>,
    /// The score the office gave, in its own words.
    pub score: Option<String>,
    pub findings: Option<String>,
    pub recommendation: Option<String>,
    /// Who reviewed it, another than who made it: the caller's key.
    pub reviewer: Option<String>,
    pub reviewed_on: Option<Day>,
    /// What it comes in as: `draft`, `completed`, `reviewed`.
    pub state: String,
}

impl RegisteredAssessment {
    /// The columns of the facts without which no score is made, in the order of the form.
    pub fn missing(&self) -> Vec<&'static str> {
        let income = [
            self.income_security,
            self.income_citizen,
            self.income_salary,
            self.income_pension,
            self.income_project,
            self.income_piecework,
            self.income_other,
        ];
        let known = [
            ("family_size", self.family_size.is_some()),
            ("dependants", self.dependants.is_some()),
            ("income_total", income.iter().any(Option::is_some)),
            ("rent", [self.rent, self.debts, self.obligations].iter().any(Option::is_some)),
            ("widow", self.widow.is_some()),
            ("orphans", self.orphans.is_some()),
            ("disabled", self.disabled.is_some()),
            ("elderly", self.elderly.is_some()),
            ("tenure", self.tenure.is_some()),
            ("rooms", self.rooms.is_some()),
            ("unsound", self.unsound.is_some()),
            ("earning", self.earning.is_some()),
        ];
        known.into_iter().filter(|(_, known)| !known).map(|(field, _)| field).collect()
    }
}

pub(crate) fn read(row: &mut Reading<'_>, cases: &Cases<'_>) -> Option<RegisteredAssessment> {
    let person = person(row, cases);
    let assessed_on = past_day(row, "assessed_on");
    let kind = row.word("kind", "assessment_kind");
    let researcher = followed::colleague(row, "researcher", &cases.followed, false);
    let reviewer = cases::somebody(row, "reviewer", cases, false);
    if reviewer.colleague().is_some_and(|one| one == researcher) {
        row.refuse("reviewer", "reviewed_by_researcher");
    }
    let reviewed_on = cases::has_come(row, "reviewed_on");
    if assessed_on.zip(reviewed_on).is_some_and(|(assessed, reviewed)| reviewed < assessed) {
        row.refuse("reviewed_on", "reviewed_too_early");
    }
    let [family_size, dependants, orphans, disabled, elderly] =
        ["family_size", "dependants", "orphans", "disabled", "elderly"]
            .map(|field| row.counted(field, "person", "count_invalid"));
    let rooms = row.counted("rooms", "room", "count_invalid");
    if family_size == Some(0) {
        row.refuse("family_size", "family_of_nobody");
    }
    if rooms == Some(0) {
        row.refuse("rooms", "rooms_none");
    }
    if dependants.zip(family_size).is_some_and(|(dependants, size)| size > 0 && dependants > size) {
        row.refuse("dependants", "dependants_too_many");
    }
    let widow = row.word("widow", "widow").map(|word| word == "yes");
    let [security, citizen, salary, pension, project, piecework, other] = [
        "income_security",
        "income_citizen",
        "income_salary",
        "income_pension",
        "income_project",
        "income_piecework",
        "income_other",
    ]
    .map(|field| sum(row, field));
    let total = sum(row, "income_total");
    let [rent, debts, obligations] = ["rent", "debts", "obligations"].map(|field| sum(row, field));
    let other = whole_income(row, [security, citizen, salary, pension, project, piecework, other], other, total);
    let tenure = row.word("tenure", "tenure");
    let unsound = row.several_words("unsound", "unsound").map(|words| {
        let mut said: Vec<String> = words.into_iter().filter(|word| *word != "sound").map(str::to_owned).collect();
        said.sort();
        said.dedup();
        said
    });
    let earning = row.word("earning", "earning");
    let class = row.word("office_class", "need_class");
    let score = row.covered_name("office_score");
    let findings = [row.covered("findings"), row.covered("notes")];
    let findings = findings.into_iter().flatten().reduce(|said, more| format!("{said}\n{more}"));
    let recommendation = row.covered("recommendation");
    let length = |text: &Option<String>| text.as_ref().map_or(0, |text| text.chars().count());
    if length(&findings) + length(&recommendation) > LONGEST {
        row.refuse("findings", "text_too_long");
    }
    Some(RegisteredAssessment {
        person: person?,
        assessed_on: assessed_on?,
        kind: kind.unwrap_or_default().to_owned(),
        researcher,
        family_size,
        dependants,
        widow,
        orphans,
        disabled,
        elderly,
        income_security: security,
        income_citizen: citizen,
        income_salary: salary,
        income_pension: pension,
        income_project: project,
        income_piecework: piecework,
        income_other: other,
        rent,
        debts,
        obligations,
        tenure: tenure.map(str::to_owned),
        rooms,
        unsound,
        earning: earning.map(str::to_owned),
        class: class.map(str::to_owned),
        score,
        findings,
        recommendation,
        reviewer: match reviewer {
            Somebody::Colleague(key) => Some(key),
            _ => None,
        },
        reviewed_on,
        state: String::new(),
    })
}

/// The family a row is about: somebody with a file.
fn person(row: &mut Reading<'_>, cases: &Cases<'_>) -> Option<String> {
    let number = row.reference("person");
    row.need("person", &number, "person_missing");
    let found = number.and_then(|number| cases.followed.person(&number));
    if found.is_none() && !row.is_refused_at("person") {
        row.refuse("person", "unknown_beneficiary");
    }
    found.map(str::to_owned)
}

fn sum(row: &mut Reading<'_>, field: &str) -> Option<Money> {
    let sum = row.monthly(field);
    if sum.is_some_and(Money::is_negative) {
        row.refuse(field, "income_negative");
    }
    sum
}

/// An income that is told as a whole counts where none of its sources is told; beside them it is compared, and counted once.
fn whole_income(
    row: &mut Reading<'_>,
    sources: [Option<Money>; 7],
    other: Option<Money>,
    total: Option<Money>,
) -> Option<Money> {
    let told: Vec<Money> = sources.into_iter().flatten().collect();
    if told.is_empty() {
        if total.is_some() {
            row.warn("income_whole");
        }
        return total;
    }
    if let Some(total) = total
        && Money::sum(told).is_ok_and(|sum| sum != total)
    {
        row.warn("income_total_differs");
    }
    other
}

/// The same family on the same day twice, or one the office holds already, is refused.
pub(crate) fn refuse_repeated(table: &mut Table<RegisteredAssessment>, known: &Known) {
    let held: HashSet<(String, Day)> =
        known.cases.assessments.iter().map(|one| (one.person.clone(), one.assessed_on)).collect();
    let mut seen = HashSet::new();
    for row in &mut table.rows {
        let Some(values) = &row.values else { continue };
        let key = (values.person.clone(), values.assessed_on);
        if held.contains(&key) {
            row.refuse("assessed_on", "assessment_exists");
        } else if seen.contains(&key) {
            row.refuse("assessed_on", "duplicate_assessment");
        } else if !row.is_refused() {
            seen.insert(key);
        }
    }
}

/// What the office holds of a family.
#[derive(Default)]
struct Held {
    any: bool,
    open: bool,
    newest: Option<Day>,
}

/// What each comes in as. One family has one open study at most, its newest; those of before are history, which another
/// person has reviewed and of which the program can make a score.
pub(crate) fn settle_states(table: &mut Table<RegisteredAssessment>, known: &Known) {
    let mut held: HashMap<&str, Held> = HashMap::new();
    for one in &known.cases.assessments {
        let of = held.entry(one.person.as_str()).or_default();
        of.any = true;
        of.open |= one.state != "reviewed";
        if one.state == "reviewed" {
            of.newest = of.newest.max(Some(one.assessed_on));
        }
    }
    let mut ends: HashMap<String, (Day, Day)> = HashMap::new();
    for row in table.rows.iter().filter(|row| !row.is_refused()) {
        let Some(values) = &row.values else { continue };
        let day = values.assessed_on;
        let kept = ends.entry(values.person.clone()).or_insert((day, day));
        *kept = (kept.0.min(day), kept.1.max(day));
    }
    for row in &mut table.rows {
        if row.is_refused() {
            continue;
        }
        let Some(values) = &mut row.values else { continue };
        let day = values.assessed_on;
        let (first, last) = ends.get(&values.person).copied().unwrap_or((day, day));
        let nothing = Held::default();
        let of = held.get(values.person.as_str()).unwrap_or(&nothing);
        if values.kind.is_empty() {
            let kind = if day == first && !of.any { "intake" } else { "periodic" };
            kind.clone_into(&mut values.kind);
        }
        let missing = values.missing();
        let is_newest = day == last && of.newest.is_none_or(|newest| newest <= day);
        let reviewed = values.reviewer.is_some();
        let state = match (reviewed && missing.is_empty(), is_newest && !of.open) {
            (true, _) => "reviewed",
            (false, true) if missing.is_empty() => "completed",
            (false, _) => "draft",
        };
        state.clone_into(&mut values.state);
        match state {
            "completed" => row.warn("waits_for_review"),
            "draft" if is_newest && of.open => row.refuse("assessed_on", "assessment_open"),
            "draft" if !is_newest && !reviewed => row.refuse("reviewer", "reviewer_missing"),
            "draft" if !is_newest => missing.iter().for_each(|field| row.refuse(field, "fact_missing")),
            "draft" => row.warn(if reviewed { "review_not_kept" } else { "comes_as_draft" }),
            _ => {}
        }
    }
}

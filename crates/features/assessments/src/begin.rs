//! A draft is begun: filled from the newest reviewed assessment, and where there is none from the file and its household.

use crate::inputs::BeginAssessment;
use crate::model::{AssessmentDraft, AssessmentFacts, EarlierAssessment, FactSource, SavedAssessment};
use crate::rules::{self, ADDED_ALREADY, OPEN_ALREADY};
use crate::store;
use kernel::id::PartyId;
use kernel::{Day, Result, require};
use office::context::{Read, Write};
use parties::{Member, PartyFacts, Relation};

/// Years from which somebody is old, and below which they depend.
const OLD: i32 = 60;
const OF_AGE: i32 = 18;

pub fn begin(cx: &Write<'_>, input: BeginAssessment) -> Result<SavedAssessment> {
    require(store::find(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    parties::standing(cx, input.party)?;
    beneficiaries::file_of(cx, input.party)?;
    require(store::open_one(cx, input.party)?.is_none(), OPEN_ALREADY)?;
    let before = store::reviewed(cx, input.party)?;
    rules::may_begin(input.kind, !before.is_empty())?;
    let known = household(cx, input.party)?;
    let last = before.first();
    let facts = last.map_or(known, |last| AssessmentFacts { findings: String::new(), ..last.facts.clone() });
    let abilities = last.map(|last| store::abilities(cx, last.assessment)).transpose()?.unwrap_or_default();
    let draft = AssessmentDraft {
        done_on: cx.today(),
        reason: rules::text("reason", &input.reason)?,
        facts,
        abilities,
        manual_class: None,
        manual_reason: String::new(),
    };
    store::insert(cx, input.id, input.party, input.kind, &draft)?;
    cx.passed(store::RECORD, input.id)?;
    store::told(cx, None, input.id)
}

/// What the file and its household say today.
///
/// # Errors
/// What the database refuses.
pub fn household(cx: &Read<'_>, party: PartyId) -> Result<AssessmentFacts> {
    let head = parties::party(cx, party)?;
    let case = beneficiaries::case_of(cx, party)?;
    let members = parties::members(cx, party)?;
    Ok(from_file(&head.facts, &case, &members, cx.today()))
}

/// Pure: what is known of a family before anybody asks it.
fn from_file(head: &PartyFacts, case: &beneficiaries::CaseFacts, members: &[Member], today: Day) -> AssessmentFacts {
    let age = |born: Option<Day>| born.map(|born| today.days_since(born) * 4 / 1_461);
    let count = |which: &dyn Fn(&Member) -> bool| members.iter().filter(|one| which(one)).count() as i64;
    let listed = !members.is_empty();
    let old = |born: Option<Day>| age(born).is_some_and(|years| years >= OLD);
    let child = |one: &Member| one.relation == Relation::Child && age(one.born_on).is_none_or(|years| years < OF_AGE);
    let size = case.family_size.filter(|size| *size > 0).or(listed.then_some(members.len() as i64 + 1));
    AssessmentFacts {
        family_size: size,
        dependants: listed.then(|| count(&|one| child(one) || old(one.born_on))),
        widow: (!head.marital_status.is_empty()).then_some(head.marital_status == "widowed"),
        elderly_n: (listed && head.born_on.is_some())
            .then(|| count(&|one| old(one.born_on)) + i64::from(old(head.born_on))),
        social_security: case.social_security_amount,
        ..AssessmentFacts::default()
    }
}

/// Where each fact of a draft stands, as it is today: what equals the one before comes from it, what equals the file from
/// the file. What somebody typed has no source but them.
pub fn sources(
    facts: &AssessmentFacts,
    last: Option<&EarlierAssessment>,
    known: &AssessmentFacts,
    today: Day,
) -> Vec<FactSource> {
    let fields = |facts: &AssessmentFacts| serde_json::to_value(facts).unwrap_or_default();
    let (now, file) = (fields(facts), fields(known));
    let before = last.map(|last| (fields(&last.facts), last.done_on));
    let columns = now.as_object().into_iter().flatten();
    let said = columns.filter(|(key, value)| !value.is_null() && key.as_str() != "findings");
    said.filter_map(|(key, value)| {
        let source = |source: &str, day: Day| Some(FactSource { field: key.clone(), source: source.to_owned(), day });
        match &before {
            Some((before, day)) if before.get(key) == Some(value) => source("assessment", *day),
            _ if file.get(key) == Some(value) => source("file", today),
            _ => None,
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AssessmentKind, FileClass};
    use kernel::Money;
    use kernel::id::AssessmentId;
    use office::record::RecordVersion;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn member(relation: Relation, born: &str) -> Member {
        Member {
            party: PartyId::from_bytes([4; 16]),
            record: RecordVersion::default(),
            name: String::new(),
            relation,
            sex: None,
            born_on: Some(day(born)),
            identity_masked: String::new(),
            note: String::new(),
            since: day("2026-01-01"),
            known_as: Vec::new(),
        }
    }

    #[test]
    fn a_first_one_is_filled_from_the_file_and_its_household() {
        let head =
            PartyFacts { marital_status: "widowed".into(), born_on: Some(day("1990-05-01")), ..PartyFacts::default() };
        let case = beneficiaries::CaseFacts {
            social_security_amount: Some(Money::from(214_000)),
            ..beneficiaries::CaseFacts::default()
        };
        let members = [
            member(Relation::Child, "2010-01-01"),
            member(Relation::Child, "2000-01-01"),
            member(Relation::Parent, "1950-01-01"),
        ];
        let found = from_file(&head, &case, &members, day("2026-11-21"));
        assert_eq!((found.family_size, found.dependants, found.elderly_n), (Some(4), Some(2), Some(1)));
        assert_eq!((found.widow, found.social_security), (Some(true), Some(Money::from(214_000))));
        let bare = from_file(&PartyFacts::default(), &beneficiaries::CaseFacts::default(), &[], day("2026-11-21"));
        assert_eq!(bare, AssessmentFacts::default(), "what nobody said is unknown");
    }

    #[test]
    fn each_fact_says_where_it_stands() {
        let known = AssessmentFacts { family_size: Some(7), ..AssessmentFacts::default() };
        let facts = AssessmentFacts { rooms: Some(3), ..AssessmentFacts::default() };
        let last = EarlierAssessment {
            assessment: AssessmentId::from_bytes([1; 16]),
            kind: AssessmentKind::Intake,
            done_on: day("2026-05-01"),
            facts,
            score: 50,
            class: FileClass::B,
            per_capita: None,
        };
        let now = AssessmentFacts { family_size: Some(7), rooms: Some(3), dependants: Some(2), ..known.clone() };
        let found = sources(&now, Some(&last), &known, day("2026-11-21"));
        let named: Vec<(&str, &str)> = found.iter().map(|one| (one.field.as_str(), one.source.as_str())).collect();
        assert_eq!(named, [("family_size", "file"), ("rooms", "assessment")]);
        assert_eq!(found[1].day, day("2026-05-01"));
    }
}

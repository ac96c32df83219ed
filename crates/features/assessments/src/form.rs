//! The form of the social research on paper: as it was filled in.

use crate::inputs::WhichAssessment;
use crate::model::{
    AbilityKind, AssessmentFacts, AssessmentSheet, AssessmentState, DwellingTenure, HouseholdEarning, UNSOUND,
};
use crate::{rules, sheet, store};
use kernel::{Day, Money, Result};
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

pub const FORM: Template = Template { name: "assessment_form", source: include_str!("papers/assessment_form.typ") };

pub fn form(cx: &Read<'_>, input: WhichAssessment) -> Result<Paper> {
    let one = store::assessment(cx, input.assessment)?;
    let sheet = sheet::sheet(cx, one)?;
    cx.saw(store::RECORD, sheet.line.assessment, &sheet.line.assessment_no, json!({ "facts": sheet.line.file_no }));
    paper::print(cx, &FORM, &format!("assessment-{}", sheet.line.assessment_no), &filled(&sheet))
}

fn filled(sheet: &AssessmentSheet) -> Value {
    let line = &sheet.line;
    let needs: Vec<Value> = sheet
        .needs
        .iter()
        .map(|need| {
            let items: Vec<&str> = need.items.iter().map(|item| item.action.as_str()).collect();
            let due = need.items.iter().map(|item| item.due).min();
            json!({
                "text": need.text, "fact": need.fact, "priority": word(&format!("priority.{}", need.priority.name())),
                "state": word(&format!("need_state.{}", need.state.name())), "items": items.join("، "), "due": day(due),
            })
        })
        .collect();
    let abilities: Vec<Value> = sheet
        .draft
        .abilities
        .iter()
        .map(|one| json!([ability(one.kind), one.text, one.who, yes(one.trains), yes(one.runs)]))
        .collect();
    let measure = sheet.measured.measure.as_ref();
    let parts = measure.and_then(|measure| measure.parts).map(|parts| {
        let most = [
            sheet.rule.rule.income.points,
            sheet.rule.rule.dependency.points,
            sheet.rule.rule.special.points,
            sheet.rule.rule.housing.points,
            sheet.rule.rule.earning.points,
        ];
        let names = ["income", "dependency", "special", "housing", "earning"];
        let part = |((name, (_, points)), most)| json!([word(&format!("part.{name}")), points, most]);
        names.into_iter().zip(parts.all()).zip(most).map(part).collect::<Vec<Value>>()
    });
    let class = |class: &str| if class.is_empty() { Value::Null } else { word(&format!("class.{class}")).into() };
    let computed = measure.and_then(|measure| measure.class).map(|class| rules::file_class(class).name());
    let result = json!({
        "score": measure.and_then(|measure| measure.score), "parts": parts.unwrap_or_default(),
        "per_capita": measure.and_then(|measure| measure.per_capita),
        "computed": class(computed.unwrap_or_default()), "manual": class(&line.manual_class),
        "manual_reason": line.manual_reason, "final": class(&line.final_class), "rule": sheet.rule.version,
        "decision": sheet.rule.decision,
    });
    json!({
        "filled": true, "number": line.assessment_no, "name": line.name, "file_no": line.file_no,
        "kind": word(&format!("kind.{}", line.kind.name())), "kinds": [], "done_on": day(Some(line.done_on)),
        "by": line.begun_by_name, "reviewed_by": line.reviewed_by_name, "reason": sheet.draft.reason,
        "state": (line.state != AssessmentState::Reviewed).then(|| word(&format!("state.{}", line.state.name()))),
        "groups": groups(&sheet.draft.facts), "abilities": abilities, "needs": needs,
        "findings": sheet.draft.facts.findings, "result": result,
    })
}

/// The facts in the order of the page: `count`, `money`, `choice` with all there is to choose.
pub fn groups(facts: &AssessmentFacts) -> Vec<Value> {
    let count = |key: &str, value: Option<i64>| json!({ "label": word(&format!("fact.{key}")), "kind": "count", "value": value });
    let money = |(key, value): (&str, Option<Money>)| json!({ "label": word(&format!("fact.{key}")), "kind": "money", "value": value });
    let choice = |key: &str, all: Vec<(String, bool)>| json!({ "label": word(&format!("fact.{key}")), "kind": "choice", "value": all });
    let tenure = DwellingTenure::ALL.iter();
    let tenure = tenure.map(|one| (word(&format!("tenure.{}", one.name())), facts.tenure == Some(*one))).collect();
    let earning = HouseholdEarning::ALL.iter();
    let earning = earning.map(|one| (word(&format!("earning.{}", one.name())), facts.earning == Some(*one))).collect();
    let said = facts.unsound.as_deref().unwrap_or_default();
    let broken = |one: &&str| said.split_whitespace().any(|said| said == *one);
    let unsound = UNSOUND.iter().map(|one| (word(&format!("unsound.{one}")), broken(one)));
    let sound = (word("all_sound"), facts.unsound.as_deref() == Some(""));
    let widow = [(word("yes"), facts.widow == Some(true)), (word("no"), facts.widow == Some(false))];
    let group = |key: &str, rows: Vec<Value>| json!({ "title": word(&format!("group.{key}")), "rows": rows });
    vec![
        group(
            "family",
            vec![
                count("family_size", facts.family_size),
                count("dependants", facts.dependants),
                choice("widow", widow.to_vec()),
                count("orphan_n", facts.orphan_n),
                count("disabled_n", facts.disabled_n),
                count("elderly_n", facts.elderly_n),
            ],
        ),
        group("income", rules::incomes(facts).into_iter().map(money).collect()),
        group("obligations", rules::obligations(facts).into_iter().map(money).collect()),
        group(
            "living",
            vec![
                choice("tenure", tenure),
                count("rooms", facts.rooms),
                choice("unsound", std::iter::once(sound).chain(unsound).collect()),
                choice("earning", earning),
            ],
        ),
    ]
}

fn ability(kind: AbilityKind) -> String {
    word(&format!("ability_kind.{}", kind.name()))
}

fn yes(holds: bool) -> String {
    if holds { word("yes") } else { String::new() }
}

fn day(day: Option<Day>) -> Value {
    day.map_or(Value::Null, paper::dates_json)
}

pub fn word(key: &str) -> String {
    words::word(&format!("assessments.{key}"), Language::Ar)
}

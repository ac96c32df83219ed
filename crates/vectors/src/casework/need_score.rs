//! `need_score.yml`: the need of a family, its class, what moved it, the review.

use super::change;
use super::found::{Found, amount, items, mapping, maybe, word};
use crate::reader::{Fields, Read, each, integer, is_none, money, number, text, truth, wanted, word as one_of};
use casework::need::{
    Assessment, Class, EarningState, FactName, Facts, Measure, Moved, Override, Part, Rule, Tenure, measure, moved,
    review,
};
use kernel::Money;
use serde_norway::Value;

pub(super) fn run(fields: &mut Fields<'_>, settings: Option<Fields<'_>>) -> Read<Found> {
    change(settings, |_| Ok(()))?;
    let rule = read_rule(fields)?;
    let facts = fields.within("facts", facts)?.unwrap_or_default();
    let before = fields.within("before", |fields| {
        Ok((fields.within("facts", self::facts)?.unwrap_or_default(), fields.maybe("score", integer)?))
    })?;
    let assessment = Assessment {
        worker: fields.maybe("worker", text)?,
        reviewer: fields.maybe("reviewer", text)?,
        manual: fields.within("override", |fields| {
            Ok(Override { class: fields.read_wanted("class", class)?, reason: fields.maybe("reason", text)? })
        })?,
        file_class: fields.maybe("file_class", class)?,
    };
    let mut found = Found::default();
    let measured = match measure(&facts, &rule) {
        Ok(measured) => measured,
        Err(refusals) => {
            found.refuse(&refusals);
            return Ok(found);
        }
    };
    measure_shown(&measured, &mut found);
    let change = before.map(|(before, score)| compared(&facts, &before, score, &rule)).transpose();
    match change {
        Ok(change) => moved_shown(change.flatten().as_ref(), &mut found),
        Err(refusals) => found.refuse(&refusals),
    }
    match review(&measured, &assessment) {
        Ok(reviewed) => {
            found.key("file_class", maybe(reviewed.file_class.map(class_name)));
            found.key("exception", word(reviewed.exception));
        }
        Err(refusals) => found.refuse(&refusals),
    }
    Ok(found)
}

/// A last measurement without its score is compared by its facts alone.
fn compared(now: &Facts, before: &Facts, score: Option<i64>, rule: &Rule) -> Result<Option<Moved>, casework::Refusals> {
    let score = match score {
        Some(score) => Some(score),
        None => measure(before, rule)?.score,
    };
    score.map(|score| moved(now, before, score, rule)).transpose().map(Option::flatten)
}

fn measure_shown(measured: &Measure, found: &mut Found) {
    let unknown = || word("unknown");
    found.key("per_capita", measured.per_capita.map_or_else(|| word("none"), amount));
    let parts = measured.parts.map(|parts| mapping(parts.all().map(|(part, points)| (part_name(part), word(points)))));
    found.key("parts", parts.unwrap_or_else(|| word("none")));
    found.key("score", measured.score.map_or_else(unknown, word));
    found.key("class", measured.class.map(class_name).map_or_else(unknown, word));
    found.key("missing", items(measured.missing.iter().map(|name| fact_name(*name))));
}

fn moved_shown(moved: Option<&Moved>, found: &mut Found) {
    let Some(moved) = moved else {
        found.key("moved", word("none"));
        found.key("moved_total", word("none"));
        return;
    };
    let of_parts = moved.parts.iter().map(|(part, change)| (part_name(*part), *change));
    let of_rule = (moved.rule != 0).then_some(("rule", moved.rule));
    let lines = of_parts.chain(of_rule).map(|(name, change)| items([name.to_owned(), signed(change)]));
    found.key("moved", Value::Sequence(lines.collect()));
    found.key("moved_total", word(signed(moved.total)));
}

fn signed(change: i64) -> String {
    if change == 0 { "0".to_owned() } else { format!("{change:+}") }
}

fn facts(fields: &mut Fields<'_>) -> Read<Facts> {
    fields.maybe("qard_instalment", money)?;
    let count = |value: &Value| i32::try_from(integer(value)?).map_err(|_| wanted("a small number", value));
    Ok(Facts {
        family_size: fields.maybe("family_size", count)?,
        dependants: fields.maybe("dependants", count)?,
        income: fields.maybe("income", sum)?.flatten(),
        obligations: fields.maybe("obligations", sum)?.flatten(),
        widow: fields.maybe("widow", truth)?,
        orphan_n: fields.maybe("orphan_n", count)?,
        disabled_n: fields.maybe("disabled_n", count)?,
        elderly_n: fields.maybe("elderly_n", count)?,
        tenure: fields.maybe("tenure", |value| one_of(value, &TENURES))?,
        rooms: fields.maybe("rooms", count)?,
        unsound: fields.maybe("unsound", |value| each(value, text))?,
        earning: fields.maybe("earning", |value| one_of(value, &EARNINGS))?,
    })
}

/// The sum of named amounts; unknown as soon as one is.
fn sum(value: &Value) -> Read<Option<Money>> {
    let named = Fields::of("amounts", value)?.rest();
    if named.values().any(|value| is_none(value)) {
        return Ok(None);
    }
    let amounts = named.into_values().map(money).collect::<Read<Vec<_>>>()?;
    Ok(Some(Money::sum(amounts)?))
}

const TENURES: [(&str, Tenure); 4] =
    [("own", Tenure::Own), ("waqf", Tenure::Waqf), ("rent", Tenure::Rent), ("hosted", Tenure::Hosted)];

const EARNINGS: [(&str, EarningState); 5] = [
    ("running_project", EarningState::RunningProject),
    ("employed", EarningState::Employed),
    ("halted_project", EarningState::HaltedProject),
    ("unemployed", EarningState::Unemployed),
    ("unable", EarningState::Unable),
];

const CLASSES: [(&str, Class); 4] = [("A", Class::A), ("B", Class::B), ("C", Class::C), ("no_need", Class::NoNeed)];

fn class(value: &Value) -> Read<Class> {
    one_of(value, &CLASSES)
}

fn class_name(class: Class) -> &'static str {
    CLASSES.iter().find(|(_, known)| *known == class).map_or("", |(name, _)| name)
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Income => "income",
        Part::Dependency => "dependency",
        Part::Special => "special",
        Part::Housing => "housing",
        Part::Earning => "earning",
    }
}

fn fact_name(name: FactName) -> &'static str {
    match name {
        FactName::FamilySize => "family_size",
        FactName::Dependants => "dependants",
        FactName::Income => "income",
        FactName::Obligations => "obligations",
        FactName::Widow => "widow",
        FactName::OrphanN => "orphan_n",
        FactName::DisabledN => "disabled_n",
        FactName::ElderlyN => "elderly_n",
        FactName::Tenure => "tenure",
        FactName::Rooms => "rooms",
        FactName::Unsound => "unsound",
        FactName::Earning => "earning",
    }
}

fn read_rule(fields: &mut Fields<'_>) -> Read<Rule> {
    let mut rule = Rule::default();
    fields.within("rule", |fields| {
        let Rule { income, dependency, special, housing, earning, classes } = &mut rule;
        fields.within("income", |fields| {
            fields.set("points", &mut income.points, number)?;
            fields.set("full_at", &mut income.full_at, money)?;
            fields.set("zero_at", &mut income.zero_at, money)
        })?;
        fields.within("dependency", |fields| {
            fields.set("points", &mut dependency.points, number)?;
            fields.set("full_at", &mut dependency.full_at, number)
        })?;
        numbers(
            fields,
            "special",
            [
                ("points", &mut special.points),
                ("widow", &mut special.widow),
                ("orphans", &mut special.orphans),
                ("disabled", &mut special.disabled),
                ("disabled_most", &mut special.disabled_most),
                ("elderly", &mut special.elderly),
                ("elderly_most", &mut special.elderly_most),
            ],
        )?;
        numbers(
            fields,
            "housing",
            [
                ("points", &mut housing.points),
                ("own", &mut housing.own),
                ("waqf", &mut housing.waqf),
                ("rent", &mut housing.rent),
                ("hosted", &mut housing.hosted),
                ("packed_over", &mut housing.packed_over),
                ("packed", &mut housing.packed),
                ("crowded_over", &mut housing.crowded_over),
                ("crowded", &mut housing.crowded),
                ("unsound", &mut housing.unsound),
                ("unsound_most", &mut housing.unsound_most),
            ],
        )?;
        numbers(
            fields,
            "earning",
            [
                ("points", &mut earning.points),
                ("running_project", &mut earning.running_project),
                ("employed", &mut earning.employed),
                ("halted_project", &mut earning.halted_project),
                ("unemployed", &mut earning.unemployed),
                ("unable", &mut earning.unable),
            ],
        )?;
        fields.within("classes", |fields| {
            fields.set("A", &mut classes.a, integer)?;
            fields.set("B", &mut classes.b, integer)?;
            fields.set("C", &mut classes.c, integer)
        })
    })?;
    Ok(rule)
}

/// What a case changes of one part, all of whose keys are whole numbers.
fn numbers<const N: usize>(fields: &mut Fields<'_>, part: &str, keys: [(&str, &mut u16); N]) -> Read<()> {
    fields.within(part, |fields| {
        for (key, place) in keys {
            fields.set(key, place, number)?;
        }
        Ok(())
    })?;
    Ok(())
}

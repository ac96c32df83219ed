//! `criteria.yml`: the criteria of a service, who did not ask, few places.

use super::change;
use super::found::{Found, items, mapping, maybe, word};
use super::words::{DOCUMENTS, request_state};
use crate::reader::{Fields, Read, day, integer, is_none, number, text, truth, wanted, word as one_of};
use casework::Refusals;
use casework::criteria::{
    Applicant, Criteria, Draft, Fact, Facts, FileFacts, Judgement, LeftOut, Met, Operand, Places, Proactive, Ranked,
    RequestOf, Service, ServiceState, Settings, Value, Whole, rank, who_did_not_ask,
};
use serde_norway::Value as Yaml;

pub(super) fn run(fields: &mut Fields<'_>, settings: Option<Fields<'_>>) -> Read<Found> {
    let mut own = Settings::default();
    change(settings, |fields| fields.set("proactive_min_percent", &mut own.proactive_min_percent, number))?;
    let drafts = fields.many("criteria", draft)?;
    let on = fields.read_wanted("on", day)?;
    let facts = fields.read("facts", facts)?;
    let service = fields.within("service", service)?;
    let files = fields.many("files", file)?;
    let capacity = fields.maybe("capacity", number)?.map(usize::from);
    let applicants = fields.has("applicants").then(|| fields.many("applicants", applicant)).transpose()?;

    let mut found = Found::default();
    let answered = Criteria::new(drafts).and_then(|criteria| {
        judgement(facts.map(|facts| criteria.judge(&facts, on)).transpose()?.as_ref(), &mut found);
        let listed = service.map(|service| who_did_not_ask(&criteria, service, &files, on, &own)).transpose()?;
        proactive(listed.as_ref(), &mut found);
        let places = applicants.map(|all| rank(&criteria, &all, capacity, on)).transpose()?;
        ranking(places.as_ref(), &mut found);
        Ok::<(), Refusals>(())
    });
    if let Err(refusals) = answered {
        found.refuse(&refusals);
    }
    Ok(found)
}

fn judgement(judgement: Option<&Judgement>, found: &mut Found) {
    let met = |met: &Met| match met {
        Met::Met => "met",
        Met::NotMet => "not_met",
        Met::Unknown => "unknown",
    };
    let whole = |whole: Whole| match whole {
        Whole::Eligible => "eligible",
        Whole::Incomplete => "incomplete",
        Whole::NotEligible => "not_eligible",
    };
    let none = || word("none");
    found.key("results", judgement.map_or_else(none, |own| items(own.results.iter().map(met))));
    found.key("mandatory", judgement.map_or_else(none, |own| items([own.mandatory_met, own.mandatory])));
    found.key("whole", maybe(judgement.map(|own| whole(own.whole))));
    found.key("points", maybe(judgement.map(|own| own.points)));
    found.key("missing", judgement.map_or_else(none, |own| items(&own.missing)));
}

fn proactive(list: Option<&Proactive>, found: &mut Found) {
    let none = || word("none");
    let of = |shown: fn(&Proactive) -> Yaml| list.map_or_else(none, shown);
    found.key("selected", of(|list| items(list.selected.iter().map(|file| &file.number))));
    let met = |list: &Proactive| {
        mapping(list.selected.iter().map(|file| (&file.number, items([file.mandatory_met, file.mandatory]))))
    };
    found.key("met", of(met));
    let unknown = |list: &Proactive| {
        let some = list.selected.iter().filter(|file| !file.unknown.is_empty());
        mapping(some.map(|file| (&file.number, items(&file.unknown))))
    };
    found.key("unknown", of(unknown));
    let left_out = |list: &Proactive| {
        let reason = |why: LeftOut| match why {
            LeftOut::NotActive => "not_active",
            LeftOut::Asked => "asked",
            LeftOut::Declined => "declined",
            LeftOut::NotEligible => "not_eligible",
            LeftOut::TooLittleKnown => "too_little_known",
        };
        mapping(list.left_out.iter().map(|(number, why)| (number, word(reason(*why)))))
    };
    found.key("left_out", of(left_out));
}

fn ranking(places: Option<&Places>, found: &mut Found) {
    let shown = |all: &Vec<Ranked>| {
        let total = |ranked: &Ranked| ranked.total.map_or_else(|| "none".to_owned(), |total| total.to_string());
        Yaml::Sequence(all.iter().map(|ranked| items([ranked.number.clone(), total(ranked)])).collect())
    };
    found.key("ranked", places.map_or_else(|| word("none"), |places| shown(&places.ranked)));
    found.key("waitlist", places.map_or_else(|| word("none"), |places| shown(&places.waitlist)));
}

fn draft(fields: &mut Fields<'_>) -> Read<Draft> {
    fields.maybe("text", text)?;
    Ok(Draft {
        fact: fields.read_wanted("fact", text)?,
        op: fields.maybe("op", text)?.unwrap_or_default(),
        value: fields.maybe("value", operand)?,
        mandatory: fields.read("mandatory", truth)?.unwrap_or(true),
        weight: fields.maybe("weight", integer)?,
    })
}

fn operand(given: &Yaml) -> Read<Operand> {
    match given {
        Yaml::Sequence(items) => Ok(Operand::List(items.iter().map(operand).collect::<Read<_>>()?)),
        Yaml::String(text) if text == "today" => Ok(Operand::Today),
        given => Ok(Operand::Value(value(given)?)),
    }
}

/// A value by its shape.
fn value(given: &Yaml) -> Read<Value> {
    match given {
        Yaml::Bool(truth) => Ok(Value::Bool(*truth)),
        Yaml::Number(number) => Ok(Value::of_text(&number.to_string())),
        Yaml::String(text) => Ok(Value::of_text(text)),
        Yaml::Sequence(items) => Ok(Value::List(items.iter().map(value).collect::<Read<_>>()?)),
        _ => Err(wanted("a value", given)),
    }
}

fn facts(given: &Yaml) -> Read<Facts> {
    let named = Fields::of("facts", given)?.rest();
    named.into_iter().map(|(name, given)| Ok((name, fact(given)?))).collect()
}

fn fact(given: &Yaml) -> Read<Fact> {
    if !given.is_mapping() {
        let value = if is_none(given) { None } else { Some(value(given)?) };
        return Ok(Fact { value, genuine: true });
    }
    let mut fields = Fields::of("fact", given)?;
    let value = fields.maybe("value", value)?;
    let genuine = fields.maybe("doc", |given| one_of(given, &DOCUMENTS))?.is_none_or(|genuine| genuine);
    fields.finish()?;
    Ok(Fact { value, genuine })
}

fn service(fields: &mut Fields<'_>) -> Read<Service> {
    let states = [
        ("draft", ServiceState::Draft),
        ("approved", ServiceState::Approved),
        ("announced", ServiceState::Announced),
        ("closed", ServiceState::Closed),
    ];
    Ok(Service {
        version: fields.read_wanted("version", integer)?,
        state: fields.read_wanted("state", |given| one_of(given, &states))?,
        closes_on: fields.maybe("closes_on", day)?,
    })
}

fn file(fields: &mut Fields<'_>) -> Read<FileFacts> {
    let statuses =
        [("registered", false), ("active", true), ("suspended", false), ("graduated", false), ("closed", false)];
    Ok(FileFacts {
        number: fields.read_wanted("no", text)?,
        active: fields.read_wanted("status", |given| one_of(given, &statuses))?,
        score: score(fields)?,
        facts: fields.read("facts", facts)?.unwrap_or_default(),
        requests: fields.many("requests", |fields| {
            let version = fields.read_wanted("version", integer)?;
            Ok(RequestOf { version, state: fields.read_wanted("state", request_state)? })
        })?,
        declined: fields.maybe("declined", integer)?,
    })
}

fn score(fields: &mut Fields<'_>) -> Read<Option<i64>> {
    fields
        .maybe("score", |given| if given.as_str() == Some("unknown") { Ok(None) } else { integer(given).map(Some) })
        .map(Option::flatten)
}

fn applicant(fields: &mut Fields<'_>) -> Read<Applicant> {
    Ok(Applicant {
        number: fields.read_wanted("no", text)?,
        received: fields.read_wanted("received", day)?,
        score: score(fields)?,
        facts: fields.read("facts", facts)?.unwrap_or_default(),
    })
}

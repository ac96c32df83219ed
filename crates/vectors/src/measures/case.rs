//! One case: what is given, and what must come out of it: figures by their names, or refusals.

use crate::Report;
use crate::reader::{Fields, Problem, Read, is_none, list, run_stories, shown, text, wanted};
use kernel::{Failure, Refusal};
use serde_norway::{Mapping, Value};
use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::Path;

/// Takes all that is given: the inputs of a case, and its settings.
pub(crate) type Rule = fn(Fields<'_>) -> Read<Outcome>;

/// What a rule makes of a case.
pub(crate) enum Outcome {
    /// Figures by their names.
    Found(Figures),
    /// Codes of refusals, in their order.
    Refused(Vec<String>),
}

/// Figures by their names, scalars as text.
pub(crate) type Figures = BTreeMap<&'static str, Value>;

/// A code without its room: `measures.period` is `period` in the cases.
pub(crate) fn refused<'r>(refusals: impl IntoIterator<Item = &'r Refusal>) -> Outcome {
    let bare = |refusal: &Refusal| refusal.code.0.rsplit('.').next().unwrap_or_default().to_owned();
    Outcome::Refused(refusals.into_iter().map(bare).collect())
}

/// The refusal of an engine is an outcome; anything else that went wrong is a failure of the case.
pub(crate) fn outcome<T>(result: kernel::Result<T>, figures: impl FnOnce(T) -> Figures) -> Read<Outcome> {
    match result {
        Ok(value) => Ok(Outcome::Found(figures(value))),
        Err(Failure::Refused(refusal)) => Ok(refused([&refusal])),
        Err(failure) => Err(Problem::unreadable(failure)),
    }
}

/// Runs every case of one file.
pub(crate) fn run_file(path: &Path, rule: Rule, report: &mut Report) {
    run_stories(path, report, |case| run(case, rule));
}

fn run(case: &Value, rule: Rule) -> Read<()> {
    let mut fields = Fields::of("case", case)?;
    text(fields.want("id")?)?;
    fields.read("about", text)?;
    let expected = Fields::of("expect", fields.want("expect")?)?.rest();
    if expected.is_empty() {
        return Err(Problem::unreadable("the case expects nothing"));
    }
    let differences = differences(&expected, &rule(fields)?)?;
    if differences.is_empty() { Ok(()) } else { Err(Problem::Differs(differences)) }
}

fn differences(expected: &BTreeMap<String, &Value>, outcome: &Outcome) -> Read<Vec<String>> {
    let mut all = Vec::new();
    match (expected.get("refused"), outcome) {
        (Some(_), _) if expected.len() > 1 => {
            return Err(Problem::unreadable("nothing can be expected beside refused"));
        }
        (Some(codes), Outcome::Refused(found)) => {
            list(codes)?;
            all.extend(difference("refused", codes, &texts(found)));
        }
        (Some(codes), Outcome::Found(_)) => all.push(format!("refused: wanted {}, found accepted", shown(codes))),
        (None, Outcome::Refused(found)) => all.push(format!("wanted accepted, found refused {}", found.join(", "))),
        (None, Outcome::Found(figures)) => {
            for (key, value) in expected {
                let found = figures.get(key.as_str());
                let found = found.ok_or_else(|| Problem::unreadable(format!("unknown key {key}")))?;
                all.extend(difference(key, value, found));
            }
        }
    }
    Ok(all)
}

fn difference(key: &str, wanted: &Value, found: &Value) -> Option<String> {
    let differs = !same(wanted, found);
    differs.then(|| format!("{key}: wanted {}, found {}", in_a_line(wanted), in_a_line(found)))
}

/// Lists item by item, mappings key by key whatever their order, scalars as text.
fn same(wanted: &Value, found: &Value) -> bool {
    match (wanted, found) {
        (Value::Sequence(wanted), Value::Sequence(found)) => {
            wanted.len() == found.len() && wanted.iter().zip(found).all(|(wanted, found)| same(wanted, found))
        }
        (Value::Mapping(wanted), Value::Mapping(found)) => {
            let held = |key: &Value| found.iter().find(|(other, _)| same(key, other)).map(|(_, value)| value);
            wanted.len() == found.len()
                && wanted.iter().all(|(key, value)| held(key).is_some_and(|found| same(value, found)))
        }
        _ => scalar(wanted).is_some_and(|wanted| Some(wanted) == scalar(found)),
    }
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// On one line, as the cases are written: `[4, {n: 1}]`.
fn in_a_line(value: &Value) -> String {
    match value {
        Value::Sequence(items) => format!("[{}]", items.iter().map(in_a_line).collect::<Vec<_>>().join(", ")),
        Value::Mapping(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{}: {}", in_a_line(key), in_a_line(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        _ => scalar(value).unwrap_or_else(|| shown(value)),
    }
}

/// A scalar that came out.
pub(crate) fn said(value: impl Display) -> Value {
    Value::String(value.to_string())
}

/// What came out, or `none`.
pub(crate) fn said_or_none(value: Option<impl Display>) -> Value {
    value.map_or_else(|| said("none"), said)
}

pub(crate) fn texts(values: impl IntoIterator<Item = impl Display>) -> Value {
    Value::Sequence(values.into_iter().map(said).collect())
}

pub(crate) fn mapped(entries: impl IntoIterator<Item = (impl Display, Value)>) -> Value {
    let entries = entries.into_iter().map(|(key, value)| (said(key), value));
    Value::Mapping(entries.collect::<Mapping>())
}

/// An amount as the files write it, `1000.00`.
pub(crate) fn amount(amount: kernel::Money) -> Value {
    said(amount.to_string().replace(',', ""))
}

/// The form of `{n, of, percent}`.
pub(crate) fn portion(portion: measures::Portion) -> Value {
    mapped([("n", said(portion.n())), ("of", said(portion.of())), ("percent", said_or_none(portion.percent()))])
}

/// An item that is `none`, or else read.
pub(crate) fn item<T>(value: &Value, read: impl FnOnce(&Value) -> Read<T>) -> Read<Option<T>> {
    if is_none(value) { Ok(None) } else { read(value).map(Some) }
}

/// A list of mappings, each read whole.
pub(crate) fn rows<T>(value: &Value, read: impl Fn(&mut Fields<'_>) -> Read<T>) -> Read<Vec<T>> {
    let row = |value: &Value| {
        let mut fields = Fields::of("rows", value)?;
        let row = read(&mut fields)?;
        fields.finish()?;
        Ok(row)
    };
    list(value)?.iter().map(row).collect()
}

/// Two items.
pub(crate) fn pair(value: &Value) -> Read<(&Value, &Value)> {
    match list(value)? {
        [first, second] => Ok((first, second)),
        _ => Err(wanted("two items", value)),
    }
}

/// A whole number that is not negative.
pub(crate) fn count(value: &Value) -> Read<u32> {
    let number = plain(value)?;
    number.parse().map_err(|_| wanted("a count", value))
}

/// Decimal text, quoted or not.
pub(crate) fn plain(value: &Value) -> Read<String> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        _ => Err(wanted("a number", value)),
    }
}

pub(crate) fn decimal(value: &Value) -> Read<measures::Decimal> {
    plain(value)?.parse().map_err(|_| wanted("a decimal number", value))
}

/// An amount, quoted or not.
pub(crate) fn riyals(value: &Value) -> Read<kernel::Money> {
    plain(value)?.parse().map_err(|_| wanted("an amount", value))
}

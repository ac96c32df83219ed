//! What a rule found, as the files write it, and comparing it with what a case expects.

use crate::reader::{Fields, Problem, Read, list, shown, text};
use casework::Refusals;
use kernel::Money;
use serde_norway::{Mapping, Value};
use std::collections::BTreeMap;
use std::fmt::Display;

/// Every key a case may ask for, with its value; or the codes of what was refused, which leave no other key.
#[derive(Default)]
pub(super) struct Found {
    keys: BTreeMap<&'static str, Value>,
    refused: Vec<String>,
}

impl Found {
    pub(super) fn key(&mut self, key: &'static str, value: Value) {
        self.keys.insert(key, value);
    }

    /// A part of the rule that says no, beside others that answered.
    pub(super) fn refuse(&mut self, refusals: &Refusals) {
        self.refused.extend(codes(refusals));
    }

    /// One line for every key that differs.
    pub(super) fn compare(&self, expect: Fields<'_>) -> Read<Vec<String>> {
        let expected = expect.rest();
        if expected.is_empty() {
            return Err(Problem::unreadable("the case expects nothing"));
        }
        let mut differences = Vec::new();
        if !self.refused.is_empty() && !expected.contains_key("refused") {
            differences.push(format!("wanted it to be accepted, found refused [{}]", self.refused.join(", ")));
        }
        for (key, wanted) in expected {
            let found = if key == "refused" {
                items(&self.refused)
            } else if !self.refused.is_empty() {
                word("refused")
            } else {
                let unknown = || Problem::unreadable(format!("expect: unknown key {key}"));
                self.keys.get(key.as_str()).cloned().ok_or_else(unknown)?
            };
            if !same(wanted, &found) {
                differences.push(format!("{key}: wanted {}, found {}", line(wanted), line(&found)));
            }
        }
        Ok(differences)
    }
}

/// The word of a code: what stands behind its point.
pub(super) fn codes(refusals: &Refusals) -> Vec<String> {
    let word = |code: kernel::Code| code.0.split_once('.').map_or(code.0, |(_, word)| word).to_owned();
    refusals.codes().map(word).collect()
}

fn same(wanted: &Value, found: &Value) -> bool {
    match (wanted, found) {
        (Value::Sequence(wanted), Value::Sequence(found)) => {
            wanted.len() == found.len() && wanted.iter().zip(found).all(|(wanted, found)| same(wanted, found))
        }
        (Value::Mapping(wanted), Value::Mapping(found)) => {
            let equal = |(key, wanted): (&Value, &Value)| found.get(key).is_some_and(|found| same(wanted, found));
            wanted.len() == found.len() && wanted.iter().all(equal)
        }
        (wanted, found) => scalar(wanted).is_some_and(|wanted| Some(wanted) == scalar(found)),
    }
}

/// A scalar as text.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::Bool(truth) => Some(truth.to_string()),
        value => text(value).ok(),
    }
}

/// A value on one line.
fn line(value: &Value) -> String {
    match value {
        Value::Sequence(items) => format!("[{}]", items.iter().map(line).collect::<Vec<_>>().join(", ")),
        Value::Mapping(keys) => {
            let each = keys.iter().map(|(key, value)| format!("{}: {}", line(key), line(value)));
            format!("{{{}}}", each.collect::<Vec<_>>().join(", "))
        }
        value => scalar(value).unwrap_or_else(|| shown(value)),
    }
}

pub(super) fn word(value: impl Display) -> Value {
    Value::String(value.to_string())
}

/// A value, or `none`.
pub(super) fn maybe(value: Option<impl Display>) -> Value {
    value.map_or_else(|| word("none"), word)
}

/// An amount as the files write it, `1000.00`.
pub(super) fn amount(amount: Money) -> Value {
    word(amount.to_string().replace(',', ""))
}

pub(super) fn items(items: impl IntoIterator<Item = impl Display>) -> Value {
    Value::Sequence(items.into_iter().map(word).collect())
}

pub(super) fn mapping(keys: impl IntoIterator<Item = (impl Display, Value)>) -> Value {
    Value::Mapping(keys.into_iter().map(|(key, value)| (word(key), value)).collect::<Mapping>())
}

/// Reads a list of short lists.
pub(super) fn pairs<T>(value: &Value, read: impl Fn(&[Value]) -> Read<T>) -> Read<Vec<T>> {
    list(value)?.iter().map(|item| read(list(item)?)).collect()
}

//! Reading a value of a case file: strictly, so that a slip of the pen is a failure and never a silent default.

use crate::Report;
use kernel::{Day, Failure, Money};
use lending::{Share, Weekday};
use serde_norway::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::num::NonZeroU16;
use std::path::Path;

/// Runs every story of one file. Each has a name of its own.
pub(crate) fn run_stories(path: &Path, report: &mut Report, run: impl Fn(&Value) -> Read<()>) {
    let stories = match stories(path) {
        Ok(stories) => stories,
        Err(why) => return report.broken(path, why),
    };
    let mut known = BTreeSet::new();
    for (story, number) in stories.iter().zip(1..) {
        let id = story.get("id").and_then(|id| text(id).ok()).unwrap_or_else(|| format!("story {number}"));
        let place = format!("{} {id}", path.display());
        if !known.insert(id) {
            report.fail(place, "id: wanted a name of its own, found one that another story has");
            continue;
        }
        match run(story) {
            Ok(()) => report.pass(),
            Err(why) => report.fail(place, why),
        }
    }
}

fn stories(path: &Path) -> Result<Vec<Value>, String> {
    let yaml = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    match serde_norway::from_str(&yaml).map_err(|error| error.to_string())? {
        Value::Sequence(stories) if !stories.is_empty() => Ok(stories),
        _ => Err("the file holds no list of stories".to_owned()),
    }
}

/// Why a story does not pass.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The story cannot be understood.
    Unreadable(String),
    /// What the story says cannot be built: the same as a refusal of the engine.
    Refused(String),
    /// What was wanted and found differ, key by key.
    Differs(Vec<String>),
}

impl Problem {
    pub(crate) fn unreadable(why: impl fmt::Display) -> Self {
        Self::Unreadable(why.to_string())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => f.write_str(why),
            Self::Refused(why) => write!(f, "wanted it to be accepted, found {why}"),
            Self::Differs(differences) => f.write_str(&differences.join("; ")),
        }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Self::Refused(failure.to_string())
    }
}

pub(crate) type Read<T> = Result<T, Problem>;

/// The keys of a mapping. Each is taken once; what nobody took is unknown.
pub(crate) struct Fields<'v> {
    name: String,
    values: BTreeMap<String, &'v Value>,
}

impl<'v> Fields<'v> {
    pub(crate) fn of(name: &str, value: &'v Value) -> Read<Self> {
        let Value::Mapping(mapping) = value else {
            return Err(Problem::unreadable(format!("{name}: wanted keys with values, found {}", shown(value))));
        };
        let values = mapping.iter().map(|(key, value)| Ok((text(key)?, value))).collect::<Read<_>>()?;
        Ok(Self { name: name.to_owned(), values })
    }

    pub(crate) fn get(&mut self, key: &str) -> Option<&'v Value> {
        self.values.remove(key)
    }

    pub(crate) fn want(&mut self, key: &str) -> Read<&'v Value> {
        let missing = || Problem::unreadable(format!("{}: the key {key} is missing", self.name));
        self.values.remove(key).ok_or_else(missing)
    }

    /// Reads a key, where it is present; an error names the key.
    pub(crate) fn read<T>(&mut self, key: &str, read: impl FnOnce(&'v Value) -> Read<T>) -> Read<Option<T>> {
        self.get(key).map(|value| read(value).map_err(|problem| named(key, problem))).transpose()
    }

    /// Reads a key that must be present.
    pub(crate) fn read_wanted<T>(&mut self, key: &str, read: impl FnOnce(&'v Value) -> Read<T>) -> Read<T> {
        let value = self.want(key)?;
        read(value).map_err(|problem| named(key, problem))
    }

    /// Every key must have been taken.
    pub(crate) fn finish(self) -> Read<()> {
        match self.values.into_keys().next() {
            Some(key) => Err(Problem::unreadable(format!("{}: unknown key {key}", self.name))),
            None => Ok(()),
        }
    }

    /// All keys that are left, with their values.
    pub(crate) fn rest(self) -> BTreeMap<String, &'v Value> {
        self.values
    }
}

fn named(key: &str, problem: Problem) -> Problem {
    match problem {
        Problem::Unreadable(why) => Problem::Unreadable(format!("{key}: {why}")),
        Problem::Refused(why) => Problem::Refused(format!("{key}: {why}")),
        Problem::Differs(differences) => Problem::Differs(differences),
    }
}

/// A scalar as text: `on`, `p1`, `30`.
pub(crate) fn text(value: &Value) -> Read<String> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) if !number.is_f64() => Ok(number.to_string()),
        _ => Err(wanted("text", value)),
    }
}

/// A civil day, `2023-09-01`.
pub(crate) fn day(value: &Value) -> Read<Day> {
    let Value::String(text) = value else { return Err(wanted("a day", value)) };
    text.parse().map_err(|_| wanted("a day", value))
}

/// Quoted decimal text; a bare number would have gone through a float.
pub(crate) fn money(value: &Value) -> Read<Money> {
    let Value::String(text) = value else { return Err(wanted("an amount in quotes", value)) };
    text.parse().map_err(|_| wanted("an amount", value))
}

/// A list of amounts, in which `"375.00 x48"` stands for 48 of them.
pub(crate) fn amounts(value: &Value) -> Read<Vec<Money>> {
    let mut all = Vec::new();
    for item in list(value)? {
        match item.as_str().and_then(|text| text.split_once(" x")) {
            Some((amount, times)) => {
                let times: u16 = times.parse().map_err(|_| wanted("an amount with a count", item))?;
                let amount: Money = amount.parse().map_err(|_| wanted("an amount with a count", item))?;
                all.extend(std::iter::repeat_n(amount, times.into()));
            }
            None => all.push(money(item)?),
        }
    }
    Ok(all)
}

/// A percentage, `"25"`.
pub(crate) fn percent(value: &Value) -> Read<Share> {
    Share::from_percent(&text(value)?).map_err(Problem::from)
}

/// A part of one, `"0.2"`.
pub(crate) fn share(value: &Value) -> Read<Share> {
    text(value)?.parse().map_err(|failure: Failure| Problem::from(failure))
}

pub(crate) fn integer(value: &Value) -> Read<i64> {
    value.as_i64().ok_or_else(|| wanted("a whole number", value))
}

/// A number of days or rows, zero included. A number that cannot be one is refused, as the engine would.
pub(crate) fn number(value: &Value) -> Read<u16> {
    let number = integer(value)?;
    u16::try_from(number).map_err(|_| Problem::Refused(format!("{number} is out of range")))
}

/// A number of at least one.
pub(crate) fn positive(value: &Value) -> Read<NonZeroU16> {
    NonZeroU16::new(number(value)?).ok_or_else(|| Problem::Refused("zero is out of range".to_owned()))
}

pub(crate) fn truth(value: &Value) -> Read<bool> {
    value.as_bool().ok_or_else(|| wanted("true or false", value))
}

pub(crate) fn list(value: &Value) -> Read<&[Value]> {
    match value {
        Value::Sequence(items) => Ok(items),
        _ => Err(wanted("a list", value)),
    }
}

/// Whether a value says that there is none.
pub(crate) fn is_none(value: &Value) -> bool {
    value.is_null() || value.as_str() == Some("none")
}

impl<'v> Fields<'v> {
    /// Reads a key that may be absent or say `none`.
    pub(crate) fn maybe<T>(&mut self, key: &str, read: impl FnOnce(&'v Value) -> Read<T>) -> Read<Option<T>> {
        self.read(key, |value| if is_none(value) { Ok(None) } else { read(value).map(Some) }).map(Option::flatten)
    }

    /// Reads a list of mappings, each whole; empty when the key is absent or says `none`.
    pub(crate) fn many<T>(&mut self, key: &str, read: impl Fn(&mut Fields<'v>) -> Read<T>) -> Read<Vec<T>> {
        let item = |value: &'v Value| {
            let mut fields = Fields::of(key, value)?;
            let item = read(&mut fields)?;
            fields.finish()?;
            Ok(item)
        };
        let items = self.maybe(key, |value| list(value)?.iter().map(item).collect())?;
        Ok(items.unwrap_or_default())
    }

    /// Reads a mapping whole, where it is present and not `none`.
    pub(crate) fn within<T>(&mut self, key: &str, read: impl FnOnce(&mut Fields<'v>) -> Read<T>) -> Read<Option<T>> {
        let Some(value) = self.get(key).filter(|value| !is_none(value)) else { return Ok(None) };
        let mut fields = Fields::of(key, value)?;
        let whole = read(&mut fields)?;
        fields.finish()?;
        Ok(Some(whole))
    }

    /// Whether a key is present and was not taken yet.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.values.contains_key(key)
    }

    /// Reads a flag; absent is false.
    pub(crate) fn flag(&mut self, key: &str) -> Read<bool> {
        Ok(self.read(key, truth)?.unwrap_or(false))
    }

    /// Replaces a setting, where the key is present.
    pub(crate) fn set<T>(&mut self, key: &str, place: &mut T, read: impl FnOnce(&'v Value) -> Read<T>) -> Read<()> {
        if let Some(value) = self.read(key, read)? {
            *place = value;
        }
        Ok(())
    }
}

/// A list, read item by item.
pub(crate) fn each<T>(value: &Value, read: impl Fn(&Value) -> Read<T>) -> Read<Vec<T>> {
    list(value)?.iter().map(read).collect()
}

/// One of a few words.
pub(crate) fn word<T: Copy>(value: &Value, words: &[(&str, T)]) -> Read<T> {
    let text = text(value)?;
    let known = words.iter().find(|(word, _)| *word == text);
    known.map(|(_, meaning)| *meaning).ok_or_else(|| Problem::unreadable(format!("unknown rule {text}")))
}

pub(crate) fn weekday(value: &Value) -> Read<Weekday> {
    let names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    let words: Vec<(&str, Weekday)> = names.into_iter().zip(Weekday::ALL).collect();
    word(value, &words)
}

pub(crate) fn wanted(what: &str, value: &Value) -> Problem {
    Problem::unreadable(format!("wanted {what}, found {}", shown(value)))
}

/// A value as one line of text, for a failing line.
pub(crate) fn shown(value: &Value) -> String {
    serde_norway::to_string(value).unwrap_or_default().trim_end().replace('\n', " ")
}

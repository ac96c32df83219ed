//! Nothing that happened is dated after tomorrow: of every change the office knows, each day of a valid input is sent once
//! as the day after tomorrow, and must be refused in words. What is planned, promised or holds until a day lies ahead by its
//! nature, and is named here with the reason; a name that no change uses any more must leave.

use kernel::{Day, Failure};
use office::words::{self, Language};
use office::{Caller, Office};
use serde_json::Value;
use std::collections::BTreeSet;

/// Days that may lie ahead: the field, and what it says.
const AHEAD: &[(&str, &str)] = &[
    ("appointment", "somebody who is referred is expected on a day to come"),
    ("closes", "people may answer until a day to come"),
    ("closes_on", "a service takes requests until then"),
    ("due", "a promise or an action is due on a day to come"),
    ("due_from", "instalments of a time to come are put off"),
    ("due_until", "instalments of a time to come are put off"),
    ("effective_on", "an edition of a policy comes into force on a day to come"),
    ("expires_on", "an identity record holds until then"),
    ("kept_until", "data are kept until a day to come"),
    ("off_from", "a holiday is set before it comes"),
    ("off_until", "a holiday is set before it comes"),
    ("planned_on", "a visit, a tranche or a meeting is planned"),
    ("presents_on", "a cheque is kept until its day"),
    ("term_to", "a term of a committee ends on a day to come"),
    ("ends", "an agreement ends on a day to come"),
    ("expires_on", "an identity record holds until then"),
    ("off_from", "a holiday is set before it comes"),
    ("off_until", "a holiday is set before it comes"),
    ("opens", "people are asked from a day to come"),
    ("planned_on", "a visit or a tranche is planned"),
    ("starts", "an agreement may begin on a day to come"),
    ("opens_on", "a service takes requests from then on"),
    ("planned_on", "a visit or a tranche is planned"),
    ("until_day", "a family wishes to ask by a day to come"),
];

/// What was tried, and what was taken all the same.
#[derive(Default)]
pub struct DaysAhead {
    tried: BTreeSet<(String, String)>,
    used: BTreeSet<&'static str>,
    wrong: Vec<String>,
}

impl DaysAhead {
    /// Sends a change with each of its days as the day after tomorrow; none may be taken.
    pub fn tried(&mut self, office: &Office, caller: &Caller, command: &str, input: &Value) {
        let ahead = Day::in_riyadh(office.now()).plus_days(2).unwrap();
        let mut days = Vec::new();
        find(input, "", &mut days);
        for path in days {
            let field = path.rsplit('/').next().unwrap_or_default();
            if let Some((named, _)) = AHEAD.iter().find(|(name, _)| *name == field) {
                self.used.insert(named);
                continue;
            }
            let mut changed = input.clone();
            if let Some(day) = changed.pointer_mut(&path) {
                *day = Value::from(ahead.to_string());
            }
            self.tried.insert((command.to_owned(), field.to_owned()));
            match office.call(caller, command, changed) {
                Ok(_) => self.wrong.push(format!("{command}: {field} is taken as {ahead}")),
                Err(Failure::Refused(refusal) | Failure::Conflict(refusal)) => {
                    if words::find(&format!("refusal.{}", refusal.code), Language::Ar).is_none() {
                        self.wrong.push(format!("{command}: {field} is refused without words: {}", refusal.code));
                    }
                }
                Err(failure) => self.wrong.push(format!("{command}: {field} is answered by {failure:?}")),
            }
        }
    }

    /// # Panics
    /// A day was taken that has not come; a name of [`AHEAD`] that nothing uses.
    pub fn told(&self) {
        assert!(self.wrong.is_empty(), "{}", self.wrong.join("\n"));
        for (field, reason) in AHEAD {
            assert!(self.used.contains(field), "no change has {field} any more ({reason}): take it from AHEAD");
        }
        eprintln!("{} days of {:?} were refused", self.tried.len(), self.tried);
        assert!(self.tried.len() >= 24, "the walk says fewer days than it did: {:?}", self.tried);
    }
}

/// The places of days within an input, as JSON pointers.
fn find(value: &Value, path: &str, days: &mut Vec<String>) {
    match value {
        Value::String(text) if text.len() == 10 && text.parse::<Day>().is_ok() => days.push(path.to_owned()),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, item)| find(item, &format!("{path}/{place}"), days));
        }
        Value::Object(fields) => fields.iter().for_each(|(name, item)| find(item, &format!("{path}/{name}"), days)),
        _ => {}
    }
}

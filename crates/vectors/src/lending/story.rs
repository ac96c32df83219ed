//! One story of a loan: its terms, its events, and the states that are looked at.

use super::events::{Entered, enter};
use super::expect::compare;
use super::terms::terms;
use crate::reader::{Fields, Problem, Read, day, list, text, truth};
use kernel::Day;
use lending::Loan;
use serde_norway::Value;

pub(super) fn run(loan: &Value, mut fields: Fields<'_>) -> Read<()> {
    let events = fields.get("events");
    let expect = fields.get("expect");
    let checks = fields.read("checks", list)?.unwrap_or_default();
    fields.finish()?;
    if expect.is_none() && checks.is_empty() {
        return Err(Problem::unreadable("the story expects nothing"));
    }
    let loan = terms(loan).and_then(|terms| Loan::new(terms).map_err(Problem::from));
    if expect.is_some_and(wants_a_refusal) {
        return match loan {
            Err(Problem::Refused(_)) => Ok(()),
            Err(problem) => Err(problem),
            Ok(_) => Err(Problem::Differs(vec!["refused: wanted true, found false".to_owned()])),
        };
    }
    let loan = loan?;
    let entered = enter(&loan, events)?;
    let mut differences = Vec::new();
    for (check, number) in checks.iter().zip(1..) {
        let fields = Fields::of("check", check)?;
        let found = look(&loan, &entered, fields, true)?;
        differences.extend(found.into_iter().map(|difference| format!("check {number}, {difference}")));
    }
    if let Some(expect) = expect {
        differences.extend(look(&loan, &entered, Fields::of("expect", expect)?, false)?);
    }
    if differences.is_empty() { Ok(()) } else { Err(Problem::Differs(differences)) }
}

/// `refused: true` and nothing beside it.
fn wants_a_refusal(expect: &Value) -> bool {
    expect.as_mapping().is_some_and(|keys| keys.len() == 1)
        && expect.get("refused").and_then(|refused| truth(refused).ok()) == Some(true)
}

/// Compares one state with what is expected of it.
fn look(loan: &Loan, entered: &Entered, mut fields: Fields<'_>, may_name_an_event: bool) -> Read<Vec<String>> {
    let after = if may_name_an_event { fields.read("after", text)? } else { None };
    let on: Option<Day> = fields.read("on", day)?;
    let events = match after {
        Some(id) => entered.until(&id)?,
        None => entered.events.as_slice(),
    };
    let state = match on {
        Some(day) => loan.replay_on(events, day),
        None => loan.replay(events),
    };
    compare(&state?, on, entered, fields)
}

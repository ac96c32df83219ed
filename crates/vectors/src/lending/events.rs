//! Reading the events of a story, and entering them one after the other as the office would.

use super::terms::{advance, period};
use crate::reader::{Fields, Problem, Read, day, list, money, percent, positive, text, truth};
use kernel::Day;
use lending::{Acceptance, Event, EventKind, Loan, Place, Share};
use serde_norway::Value;
use std::collections::BTreeMap;

/// The events of a loan as they were accepted.
#[derive(Default)]
pub(super) struct Entered {
    pub(super) events: Vec<Event>,
    /// The place of each named event. A repeated one has the place of the first.
    pub(super) places: BTreeMap<String, Place>,
    /// How many events were accepted up to and including the named one.
    upto: BTreeMap<String, usize>,
}

impl Entered {
    /// The accepted events up to and including the one with this id, in the order of entry.
    pub(super) fn until(&self, id: &str) -> Read<&[Event]> {
        let upto = self.upto.get(id).ok_or_else(|| Problem::unreadable(format!("after: no event has the id {id}")))?;
        Ok(&self.events[..*upto])
    }
}

/// What a story says of one event, beside the event itself.
struct Entry {
    id: Option<String>,
    refused: bool,
    /// Not there when the event cannot even be built.
    event: Result<Event, String>,
}

/// Enters all events. An event is accepted unless the story says that it must be refused.
pub(super) fn enter(loan: &Loan, value: Option<&Value>) -> Read<Entered> {
    let mut entered = Entered::default();
    let Some(value) = value else { return Ok(entered) };
    for (item, number) in list(value)?.iter().zip(1..) {
        let Entry { id, refused, event } =
            read(item, Place(number), &entered.places).map_err(|problem| of_event(number, &problem))?;
        let name = id.clone().unwrap_or_else(|| format!("event {number}"));
        if id.as_ref().is_some_and(|id| entered.upto.contains_key(id)) {
            return Err(Problem::unreadable(format!("{name}: wanted an id of its own, found one that another has")));
        }
        let answer = event.and_then(|event| {
            let acceptance = loan.accept(&entered.events, &event).map_err(|failure| failure.to_string())?;
            Ok((acceptance, event))
        });
        let place = match answer {
            Ok((Acceptance::New, _)) if refused => {
                return Err(Problem::Differs(vec![format!("{name}: wanted refused, found accepted")]));
            }
            Ok((Acceptance::New, event)) => {
                let place = event.place;
                entered.events.push(event);
                Some(place)
            }
            Ok((Acceptance::Repeated(place), _)) => Some(place),
            Err(_) if refused => None,
            Err(why) => return Err(Problem::Differs(vec![format!("{name}: wanted accepted, found {why}")])),
        };
        if let Some(id) = id {
            entered.upto.insert(id.clone(), entered.events.len());
            if let Some(place) = place {
                entered.places.insert(id, place);
            }
        }
    }
    Ok(entered)
}

fn of_event(number: u32, problem: &Problem) -> Problem {
    Problem::unreadable(format!("event {number}: {problem}"))
}

fn read(value: &Value, place: Place, places: &BTreeMap<String, Place>) -> Read<Entry> {
    let mut fields = Fields::of("event", value)?;
    let on = fields.read_wanted("on", day)?;
    let id = fields.read("id", text)?;
    let refused = fields.read("refused", truth)?.unwrap_or(false);
    let key = fields.read("key", text)?;
    let event = match kind(&mut fields, on, places) {
        Ok(kind) => {
            fields.finish()?;
            Ok(Event { place, on, key, kind })
        }
        Err(Problem::Refused(why)) => Err(why),
        Err(problem) => return Err(problem),
    };
    Ok(Entry { id, refused, event })
}

/// The one key that says what happened, with the keys that belong to it.
fn kind(fields: &mut Fields<'_>, on: Day, places: &BTreeMap<String, Place>) -> Read<EventKind> {
    let kinds = [
        repay(fields)?,
        fields.read("refund", money)?.map(|amount| EventKind::Refund { amount }),
        fields.read("undo", text)?.map(|id| EventKind::Undo { target: target(&id, places) }),
        fee(fields, on)?,
        fields.read("waive_fee", money)?.map(|amount| EventKind::WaiveFee { amount }),
        tranche(fields)?,
        change(fields, "shift", |fields| {
            Ok(EventKind::Shift { from_due: fields.read_wanted("from_due", day)?, to: fields.read_wanted("to", day)? })
        })?,
        change(fields, "extend", |fields| {
            let from_due = fields.read_wanted("from_due", day)?;
            Ok(EventKind::Extend { from_due, by: fields.read_wanted("by", positive)? })
        })?,
        change(fields, "defer", |fields| {
            let from_due = fields.read_wanted("from_due", day)?;
            Ok(EventKind::Defer { from_due, periods: fields.read_wanted("periods", positive)? })
        })?,
        fields.read("re_amortise", yes)?.map(|()| EventKind::ReAmortise),
        change(fields, "re_age", |fields| {
            let from = fields.read_wanted("from", day)?;
            let instalments = fields.read_wanted("instalments", positive)?;
            Ok(EventKind::ReAge { from, instalments, every: fields.read_wanted("every", period)? })
        })?,
        change(fields, "pause", |fields| {
            Ok(EventKind::Pause { from: fields.read_wanted("from", day)?, until: fields.read_wanted("until", day)? })
        })?,
        fields.read("resume", yes)?.map(|()| EventKind::Resume),
        fields.read("write_off", yes)?.map(|()| EventKind::WriteOff),
    ];
    let mut given = kinds.into_iter().flatten();
    match (given.next(), given.next()) {
        (Some(kind), None) => Ok(kind),
        (None, _) => Err(Problem::unreadable("no known kind of event is named")),
        (Some(_), Some(_)) => Err(Problem::unreadable("more than one kind of event is named")),
    }
}

fn repay(fields: &mut Fields<'_>) -> Read<Option<EventKind>> {
    let Some(amount) = fields.read("repay", money)? else { return Ok(None) };
    Ok(Some(EventKind::Repay { amount, advance: fields.read("advance", advance)? }))
}

fn fee(fields: &mut Fields<'_>, on: Day) -> Read<Option<EventKind>> {
    let Some(amount) = fields.read("fee", money)? else { return Ok(None) };
    Ok(Some(EventKind::Fee { amount, due: fields.read("due", day)?.unwrap_or(on) }))
}

fn tranche(fields: &mut Fields<'_>) -> Read<Option<EventKind>> {
    let Some(amount) = fields.read("tranche", money)? else { return Ok(None) };
    let upfront = fields.read("upfront_percent", percent)?.unwrap_or(Share::NONE);
    Ok(Some(EventKind::Tranche { amount, upfront }))
}

/// An event that is described by keys of its own.
fn change<'v>(
    fields: &mut Fields<'v>,
    name: &str,
    read: impl FnOnce(&mut Fields<'v>) -> Read<EventKind>,
) -> Read<Option<EventKind>> {
    let Some(value) = fields.get(name) else { return Ok(None) };
    let mut inner = Fields::of(name, value)?;
    let kind = read(&mut inner)?;
    inner.finish()?;
    Ok(Some(kind))
}

/// The place of the named event, or one that no event has: the engine then refuses.
fn target(id: &str, places: &BTreeMap<String, Place>) -> Place {
    places.get(id).copied().unwrap_or(Place(u32::MAX))
}

/// `true`; an event that says `false` says nothing.
fn yes(value: &Value) -> Read<()> {
    if truth(value)? { Ok(()) } else { Err(Problem::unreadable("wanted true, found false")) }
}

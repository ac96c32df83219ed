//! `deadlines.yml`: clocks in working days, the last day of appeal, the call-back list.

use super::change;
use super::found::{Found, mapping, maybe, word};
use super::words::{kind, request_state};
use crate::reader::{Fields, Read, day, each, integer, number, text, truth, weekday};
use casework::deadlines::{Clock, DaysOff, Entry, Running, Settings, Term, Timed, appeal_last, callback, clock};
use kernel::Day;

pub(super) fn run(fields: &mut Fields<'_>, settings: Option<Fields<'_>>) -> Read<Found> {
    let settings = read_settings(settings)?;
    let on = fields.read_wanted("on", day)?;
    let days_off = fields.many("holidays", |fields| {
        fields.maybe("name", text)?;
        Ok(DaysOff { from: fields.read_wanted("from", day)?, to: fields.read_wanted("to", day)? })
    })?;
    let entries = fields.many("events", |fields| {
        Ok(Entry { on: fields.read_wanted("on", day)?, state: fields.read_wanted("state", request_state)? })
    })?;
    let kind = fields.maybe("kind", kind)?;
    let term = fields.maybe("days", integer)?.map(Term::Days).or(kind.map(Term::Of));
    let received = fields.maybe("received", day)?;

    let mut found = Found::default();
    let timed = term.zip(received).map(|(term, received)| Timed { term, received, entries: &entries });
    match timed.map(|timed| clock(timed, on, &days_off, &settings)).transpose() {
        Ok(clock) => shown(clock.as_ref(), &mut found),
        Err(refusals) => found.refuse(&refusals),
    }
    let delivered = fields.maybe("delivered", day)?;
    let last = delivered.map(|day| appeal_last(day, &days_off, &settings)).transpose()?;
    found.key("appeal_last", maybe(last));
    found.key("appeal_open", maybe(last.map(|last| on <= last)));
    referral(fields, on, &settings, &mut found)?;
    Ok(found)
}

fn shown(clock: Option<&Clock>, found: &mut Found) {
    found.key("due", maybe(clock.map(|clock| clock.due)));
    found.key("elapsed", maybe(clock.map(|clock| clock.elapsed)));
    found.key("paused", maybe(clock.map(|clock| clock.paused)));
    found.key("left", maybe(clock.map(|clock| clock.left)));
    found.key("over", maybe(clock.map(|clock| clock.over)));
    let running = clock.map(|clock| match clock.running {
        Running::Running => "running",
        Running::Paused => "paused",
        Running::Over => "over",
        Running::Stopped => "stopped",
    });
    found.key("clock", maybe(running));
    let stages = clock.map(|clock| mapping(clock.stages.iter().map(|(state, days)| (state.name(), word(days)))));
    found.key("stages", stages.unwrap_or_else(|| word("none")));
    found.key("stopped_on", maybe(clock.and_then(|clock| clock.stopped_on)));
    found.key("on_time", maybe(clock.and_then(|clock| clock.on_time)));
}

fn referral(fields: &mut Fields<'_>, on: Day, settings: &Settings, found: &mut Found) -> Read<()> {
    let appointment = fields.maybe("appointment", day)?;
    let arrived = fields.maybe("arrived", day)?;
    let called = appointment.map(|appointment| callback(appointment, arrived, on, settings)).transpose()?;
    found.key("callback_from", maybe(called.map(|called| called.from)));
    found.key("in_callback", maybe(called.map(|called| called.due)));
    found.key("waiting", maybe(called.and_then(|called| called.waiting)));
    Ok(())
}

fn read_settings(changed: Option<Fields<'_>>) -> Read<Settings> {
    let mut settings = Settings::default();
    change(changed, |fields| {
        let own = &mut settings;
        fields.set("weekend", &mut own.weekend, |value| each(value, weekday))?;
        fields.set("pausing", &mut own.pausing, |value| each(value, request_state))?;
        fields.set("appeal_days", &mut own.appeal_days, number)?;
        fields.set("appeal_to_working_day", &mut own.appeal_to_working_day, truth)?;
        fields.set("callback_days", &mut own.callback_days, number)?;
        let terms = fields.within("deadline_days", |fields| {
            casework::requests::Kind::ALL
                .into_iter()
                .filter_map(|kind| fields.read(kind.name(), number).transpose().map(|days| Ok((kind, days?))))
                .collect::<Read<Vec<_>>>()
        })?;
        own.deadline_days.extend(terms.unwrap_or_default());
        Ok(())
    })?;
    Ok(settings)
}

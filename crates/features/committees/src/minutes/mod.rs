//! Minutes: they write themselves out of the meeting, are read by those who were there, and are sealed by another person
//! than who drew them up.

pub mod confirm;
pub mod draw_up;
pub mod minutes_paper;
pub mod seal;

use crate::model::{Committee, Hindrance, MeetingSeat, MeetingState};
use crate::rules::{CONFIRMATIONS_MISSING, NOT_OF_MEETING, OWN_MINUTES, SCAN_MISSING};
use crate::store::{self, Meeting};
use kernel::{Day, Refusal, Result, require};
use office::context::Read;

/// The last day on which members may object to minutes that are drawn up today.
///
/// # Errors
/// A day outside the calendar.
pub fn confirm_by(cx: &Read<'_>, committee: &Committee) -> Result<Day> {
    cx.today().plus_days(i32::try_from(committee.confirm_days).unwrap_or(7))
}

/// Whether the person who asks may seal minutes: somebody who was there and did not draw them up, once everybody who was
/// there has spoken, or has had the days for it. A meeting held elsewhere has its signed paper.
fn may_seal(cx: &Read<'_>, meeting: &Meeting, seats: &[MeetingSeat], papers: bool) -> Result<()> {
    cx.who.needs(crate::COMMITTEES_DECIDE)?;
    store::stands(meeting, &[MeetingState::Minuted])?;
    require(meeting.minuted_by != Some(cx.who.id), OWN_MINUTES)?;
    store::own_seat(seats, cx.who.id).ok_or(NOT_OF_MEETING)?;
    require(papers || !meeting.line.elsewhere, SCAN_MISSING)?;
    let silent = seats.iter().filter(|seat| seat.presence.is_there() && seat.answer.is_none()).count();
    let over = meeting.confirm_by.is_some_and(|day| day < cx.today());
    require(silent == 0 || over, Refusal::new(CONFIRMATIONS_MISSING).with("n", silent))
}

pub fn cannot_seal(cx: &Read<'_>, meeting: &Meeting, seats: &[MeetingSeat], papers: bool) -> Option<Hindrance> {
    Hindrance::of(may_seal(cx, meeting, seats, papers))
}

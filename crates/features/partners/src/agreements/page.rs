//! The page of an agreement.

use super::{list, moves, store};
use crate::inputs::WhichAgreement;
use crate::keeping::items::papers;
use crate::model::{AgreementDispute, AgreementSheet, AgreementState, AgreementStep, ObligationStanding};
use crate::steps::AGREEMENT;
use crate::{figures, obligations, settings};
use database::values;
use kernel::id::{AgreementId, SubjectId};
use kernel::{Day, Failure, Result};
use office::context::Read;

/// # Errors
/// Not found.
pub fn sheet(cx: &Read<'_>, input: WhichAgreement) -> Result<AgreementSheet> {
    let one = store::agreement(cx, input.agreement)?;
    let today = cx.today();
    let lines = list::of_partner(cx, one.partner)?;
    let line = lines.into_iter().find(|line| line.agreement == one.id).ok_or(Failure::not_found(store::AGREEMENT))?;
    let obligations = obligations::list::of_agreement(cx, one.id)?;
    let kept = figures::kept(&obligations, Day::FIRST, today)?;
    let unsettled =
        |standing: ObligationStanding| matches!(standing, ObligationStanding::Coming | ObligationStanding::Late);
    let left_open = match line.standing.is_over() {
        true => obligations.iter().filter(|found| unsettled(found.standing)).count(),
        false => 0,
    };
    let request = approvals::waiting(cx, &AGREEMENT, *one.id.as_bytes())?;
    let cannot = request.as_ref().map(|request| moves::cannot_approve(cx, &one, request)).transpose()?.flatten();
    let renewing = store::renewing(cx, one.id)?;
    let days = one.terms.renewal_days.and_then(|days| i32::try_from(days).ok());
    let days = days.unwrap_or(i32::from(settings::settings(cx)?.renewal_days));
    let renewal_from = match (line.standing.stands() && renewing.is_none(), one.terms.ends) {
        (true, Some(ends)) => Some(ends.plus_days(-days)?),
        _ => None,
    };
    Ok(AgreementSheet {
        today,
        parties: store::parties(cx, one.id)?,
        targets: store::targets(cx, one.id)?,
        obligations,
        kept,
        left_open: i64::try_from(left_open).unwrap_or(0),
        steps: steps(cx, one.id)?,
        disputes: disputes(cx, one.id)?,
        renews: one.renews.map(|old| store::linked(cx, old, today)).transpose()?,
        renewed_by: renewing.map(|new| store::linked(cx, new, today)).transpose()?,
        renewal_from,
        proposed_by_name: person(cx, one.proposed_by)?,
        asked_by_name: request.map(|request| request.asked_by_name).unwrap_or_default(),
        cannot_approve: cannot,
        papers: papers(cx, store::AGREEMENT, *one.id.as_bytes())?,
        record: cx.version(store::AGREEMENT, one.id)?,
        state: one.state,
        place: one.place,
        decision: one.decision,
        reason: one.reason,
        ended_on: one.ended_on,
        terms: one.terms,
        line,
    })
}

fn person(cx: &Read<'_>, id: kernel::id::PersonId) -> Result<String> {
    let sql = "SELECT name FROM user_name WHERE id = $1";
    Ok(cx.row(sql, values![id], |row| row.get("name"))?.unwrap_or_default())
}

fn steps(cx: &Read<'_>, id: AgreementId) -> Result<Vec<AgreementStep>> {
    let told = cx.status_story(store::subject(id))?;
    told.into_iter()
        .map(|one| {
            Ok(AgreementStep {
                to: AgreementState::named(&one.to)?,
                on: one.on,
                at: one.at,
                by_name: one.by_name,
                note: one.reason,
            })
        })
        .collect()
}

/// Those whoever asks may see.
fn disputes(cx: &Read<'_>, id: AgreementId) -> Result<Vec<AgreementDispute>> {
    let rows: Vec<(SubjectId, Day, String)> = cx.rows(include_str!("../sql/disputes.sql"), values![id], |row| {
        Ok((row.get("request")?, row.get("linked_on")?, row.get("linked_by_name")?))
    })?;
    let Ok(kind) = cx.features().subject(super::link_dispute::REQUEST) else { return Ok(Vec::new()) };
    let mut seen = Vec::new();
    for (request, linked_on, linked_by_name) in rows {
        if kind.seen(cx, *request.as_bytes()).is_ok() {
            let request_no = (kind.label)(cx, *request.as_bytes())?;
            seen.push(AgreementDispute { request, request_no, linked_on, linked_by_name });
        }
    }
    Ok(seen)
}

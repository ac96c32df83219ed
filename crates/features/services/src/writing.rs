//! A service is written: a draft of its first version, changes of it, another version, and one that is given up.

use crate::inputs::{AddService, ChangeService, NewServiceVersion, SayOfService};
use crate::model::ServiceStanding;
use crate::rules::{
    ADDED_ALREADY, FIRST_STAYS, NAME_MISSING, NOT_ANNOUNCED, NOT_DRAFT, OPEN_ALREADY, REASON_MISSING, said, text, tidy,
};
use crate::store::{self, RECORD, Version};
use database::values;
use kernel::arabic::fold;
use kernel::id::{PersonId, ServiceId};
use kernel::{Day, Failure, Refusal, Result, require};
use office::context::{Read, Write};
use office::input::Nothing;

pub fn add(cx: &Write<'_>, input: AddService) -> Result<Nothing> {
    require(!store::exists(cx, input.id)? && store::find_version(cx, input.version)?.is_none(), ADDED_ALREADY)?;
    let name = said("name", &input.name, NAME_MISSING)?;
    store::free_name(cx, input.id, &name)?;
    let content = tidy(input.content)?;
    let sql = "INSERT INTO service (id, name, name_fold, made_by, made_at) VALUES ($1, $2, $3, $4, $5)";
    cx.run(sql, values![input.id, name.as_str(), fold(&name), cx.who.id, cx.now])?;
    store::write_draft(cx, input.version, Some((input.id, 1)), &content)?;
    cx.passed(RECORD, input.id)?;
    store::told(cx, None, input.version)?;
    Ok(Nothing {})
}

/// The draft of a service.
///
/// # Errors
/// There is none; it was approved.
pub fn draft_of(cx: &Read<'_>, service: ServiceId) -> Result<Version> {
    require(store::exists(cx, service)?, Failure::not_found(RECORD))?;
    let draft = store::being_written(cx, service)?.filter(|one| one.standing == ServiceStanding::Draft);
    draft.ok_or_else(|| Refusal::new(NOT_DRAFT).into())
}

pub fn change(cx: &Write<'_>, input: ChangeService) -> Result<Nothing> {
    let before = draft_of(cx, input.id)?;
    let name = said("name", &input.name, NAME_MISSING)?;
    store::free_name(cx, input.id, &name)?;
    let content = tidy(input.content)?;
    cx.claim(RECORD, input.id, input.version)?;
    let sql = "UPDATE service SET name = $1, name_fold = $2 WHERE id = $3";
    cx.run(sql, values![name.as_str(), fold(&name), input.id])?;
    store::write_draft(cx, before.id, None, &content)?;
    store::told(cx, Some(&before), before.id)?;
    Ok(Nothing {})
}

/// Another version, which begins as what is announced, or was last.
pub fn new_version(cx: &Write<'_>, input: NewServiceVersion) -> Result<Nothing> {
    require(store::exists(cx, input.id)?, Failure::not_found(RECORD))?;
    require(store::find_version(cx, input.edition)?.is_none(), ADDED_ALREADY)?;
    require(store::being_written(cx, input.id)?.is_none(), OPEN_ALREADY)?;
    let from = store::in_standing(cx, input.id, &[ServiceStanding::Announced, ServiceStanding::Closed])?;
    let from = from.ok_or(NOT_ANNOUNCED)?;
    cx.claim(RECORD, input.id, input.version)?;
    let sql = "SELECT max(number) AS number FROM service_version WHERE service = $1";
    let last: i64 = cx.one(sql, values![input.id], |row| row.get("number"))?;
    store::write_draft(cx, input.edition, Some((input.id, last + 1)), &from.content)?;
    store::told(cx, None, input.edition)?;
    Ok(Nothing {})
}

/// Another version that is not wanted any more. A first one stays: it is changed until it is.
pub fn drop_version(cx: &Write<'_>, input: SayOfService) -> Result<Nothing> {
    require(store::exists(cx, input.id)?, Failure::not_found(RECORD))?;
    let before = store::being_written(cx, input.id)?.ok_or(NOT_DRAFT)?;
    require(before.number > 1, FIRST_STAYS)?;
    let reason = text("reason", &input.reason)?;
    require(!reason.is_empty(), Refusal::new(REASON_MISSING).at("reason"))?;
    cx.claim(RECORD, input.id, input.version)?;
    let sql = "UPDATE service_version SET state = 'dropped', approved_by = $1, approved_on = $2, ended_by = $3, ended_on = $4, \
               ended_reason = $5 WHERE id = $6";
    cx.run(sql, values![None::<PersonId>, None::<Day>, cx.who.id, cx.today(), reason.as_str(), before.id])?;
    store::told(cx, Some(&before), before.id)?;
    Ok(Nothing {})
}

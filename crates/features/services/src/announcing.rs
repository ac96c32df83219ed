//! From a draft to what takes requests: approved by another person, published with its criteria, announced, closed.

use crate::inputs::{AddServiceChannel, SayOfService, WritePublication};
use crate::model::{ServiceCondition, ServiceStanding};
use crate::rules::{
    self, CHANNEL_TWICE, CLOSES_PAST, EVIDENCE_MISSING, NO_CHANNEL, NOT_ANNOUNCED, NOT_APPROVED, NOT_DRAFT,
    NOT_THE_SAME, OWN_WRITING, PUBLICATION_MISSING, PUBLISHED_BEFORE, REASON_MISSING, lacks, said, text,
};
use crate::store::{self, RECORD, Version};
use crate::writing::draft_of;
use database::values;
use kernel::id::{PersonId, ServiceId};
use kernel::{Code, Day, Failure, Refusal, Result, require};
use office::context::{Read, Write};
use office::input::{Nothing, at, has_come};

pub fn approve(cx: &Write<'_>, input: SayOfService) -> Result<Nothing> {
    let before = draft_of(cx, input.id)?;
    require(!store::has_hand(cx, before.id, cx.who.id)?, OWN_WRITING)?;
    for (code, holds) in lacks(&before.content) {
        require(holds, code)?;
    }
    rules::asked(&before.content.criteria)?;
    cx.claim(RECORD, input.id, input.version)?;
    let sql = "UPDATE service_version SET state = 'approved', approved_by = $1, approved_on = $2 WHERE id = $3";
    cx.run(sql, values![cx.who.id, cx.today(), before.id])?;
    store::told(cx, Some(&before), before.id)?;
    Ok(Nothing {})
}

/// A draft is to be written better, or an approved one to be changed before it is announced.
pub fn send_back(cx: &Write<'_>, input: SayOfService) -> Result<Nothing> {
    require(store::exists(cx, input.id)?, Failure::not_found(RECORD))?;
    let before = store::being_written(cx, input.id)?.ok_or(NOT_DRAFT)?;
    let reason = text("reason", &input.reason)?;
    require(!reason.is_empty(), Refusal::new(REASON_MISSING).at("reason"))?;
    cx.claim(RECORD, input.id, input.version)?;
    let sql =
        "UPDATE service_version SET state = 'draft', approved_by = $1, approved_on = $2, sent_back = $3 WHERE id = $4";
    cx.run(sql, values![None::<PersonId>, None::<Day>, reason.as_str(), before.id])?;
    store::told(cx, Some(&before), before.id)?;
    Ok(Nothing {})
}

/// What waits for its announcement.
fn approved(cx: &Read<'_>, service: ServiceId) -> Result<Version> {
    require(store::exists(cx, service)?, Failure::not_found(RECORD))?;
    let found = store::being_written(cx, service)?.filter(|one| one.standing == ServiceStanding::Approved);
    found.ok_or_else(|| Refusal::new(NOT_APPROVED).into())
}

/// The text that is published: whatever it says beside them, it holds every criterion.
pub fn write_publication(cx: &Write<'_>, input: WritePublication) -> Result<Nothing> {
    let before = approved(cx, input.id)?;
    let written = text("text", &input.text)?;
    require(!written.is_empty(), Refusal::new(PUBLICATION_MISSING).at("text"))?;
    if let Some(one) = rules::unpublished(&before.content.criteria, &written).first() {
        return Err(Refusal::new(NOT_THE_SAME).with("text", &one.text).at("text").into());
    }
    cx.claim(RECORD, input.id, input.version)?;
    cx.run("UPDATE service_version SET publication = $1 WHERE id = $2", values![written, before.id])?;
    store::told(cx, Some(&before), before.id)?;
    Ok(Nothing {})
}

/// Where it was published, with what shows it: before its announcement, and also later.
pub fn add_channel(cx: &Write<'_>, input: AddServiceChannel) -> Result<Nothing> {
    require(store::exists(cx, input.id)?, Failure::not_found(RECORD))?;
    let waiting = store::being_written(cx, input.id)?.filter(|one| one.standing == ServiceStanding::Approved);
    let version = match waiting {
        Some(version) => version,
        None => store::announced(cx, input.id)?.ok_or(NOT_APPROVED)?,
    };
    require(!version.publication.is_empty(), PUBLICATION_MISSING)?;
    at("published_on", has_come(input.published_on, cx.today()))?;
    let approved = version.approved_on.ok_or(NOT_APPROVED)?;
    let early = Refusal::new(PUBLISHED_BEFORE).with("day", approved).at("published_on");
    require(input.published_on >= approved, early)?;
    let evidence = said("evidence", &input.evidence, EVIDENCE_MISSING)?;
    let sql = "SELECT count(*) AS n FROM service_channel WHERE version = $1 AND channel = $2";
    let there: i64 = cx.one(sql, values![version.id, input.channel], |row| row.get("n"))?;
    require(there == 0, Refusal::new(CHANNEL_TWICE).at("channel"))?;
    cx.claim(RECORD, input.id, input.version)?;
    cx.run(
        "INSERT INTO service_channel (version, channel, published_on, evidence, by, at) VALUES ($1, $2, $3, $4, $5, $6)",
        values![version.id, input.channel, input.published_on, evidence.as_str(), cx.who.id, cx.now],
    )?;
    let told =
        serde_json::json!({ "channel": input.channel, "published_on": input.published_on, "evidence": evidence });
    cx.changed(RECORD, input.id, &version.name, &(), &told)?;
    cx.record_changed(store::subject(input.id))?;
    Ok(Nothing {})
}

/// What stands before the announcement.
///
/// # Errors
/// What the database refuses.
pub fn before_announcing(cx: &Read<'_>, version: &Version) -> Result<Vec<(Code, bool)>> {
    let sql = "SELECT count(*) AS n FROM service_channel WHERE version = $1";
    let channels: i64 = cx.one(sql, values![version.id], |row| row.get("n"))?;
    let written = !version.publication.is_empty();
    let same = written && rules::unpublished(&version.content.criteria, &version.publication).is_empty();
    Ok(vec![
        (NOT_APPROVED, version.standing == ServiceStanding::Approved),
        (PUBLICATION_MISSING, written),
        (NOT_THE_SAME, same),
        (NO_CHANNEL, channels > 0),
        (CLOSES_PAST, version.content.closes_on.is_none_or(|last| last >= cx.today())),
    ])
}

/// What stands before the next step of a version, as its page lists it.
///
/// # Errors
/// What the database refuses.
pub fn conditions(cx: &Read<'_>, version: &Version) -> Result<Vec<ServiceCondition>> {
    let all = match version.standing {
        ServiceStanding::Draft => lacks(&version.content),
        ServiceStanding::Approved => before_announcing(cx, version)?,
        _ => Vec::new(),
    };
    Ok(all.into_iter().map(|(code, met)| ServiceCondition { key: code.to_string(), met }).collect())
}

/// It takes requests from now on; what was announced before takes none any more.
pub fn announce(cx: &Write<'_>, input: SayOfService) -> Result<Nothing> {
    let before = approved(cx, input.id)?;
    for (code, holds) in before_announcing(cx, &before)? {
        require(holds, code)?;
    }
    rules::asked(&before.content.criteria)?;
    cx.claim(RECORD, input.id, input.version)?;
    if let Some(earlier) = store::announced(cx, input.id)? {
        let sql = "UPDATE service_version SET state = 'replaced', ended_by = $1, ended_on = $2 WHERE id = $3";
        cx.run(sql, values![cx.who.id, cx.today(), earlier.id])?;
        store::told(cx, Some(&earlier), earlier.id)?;
    }
    let sql = "UPDATE service_version SET state = 'announced', announced_by = $1, announced_on = $2 WHERE id = $3";
    cx.run(sql, values![cx.who.id, cx.today(), before.id])?;
    store::told(cx, Some(&before), before.id)?;
    Ok(Nothing {})
}

/// It takes no requests any more; those that were taken in go on.
pub fn close(cx: &Write<'_>, input: SayOfService) -> Result<Nothing> {
    require(store::exists(cx, input.id)?, Failure::not_found(RECORD))?;
    let before = store::announced(cx, input.id)?.ok_or(NOT_ANNOUNCED)?;
    let reason = text("reason", &input.reason)?;
    require(!reason.is_empty(), Refusal::new(REASON_MISSING).at("reason"))?;
    cx.claim(RECORD, input.id, input.version)?;
    let sql =
        "UPDATE service_version SET state = 'closed', ended_by = $1, ended_on = $2, ended_reason = $3 WHERE id = $4";
    cx.run(sql, values![cx.who.id, cx.today(), reason.as_str(), before.id])?;
    store::told(cx, Some(&before), before.id)?;
    Ok(Nothing {})
}

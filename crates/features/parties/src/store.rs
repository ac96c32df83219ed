//! Parties, rows in and out.

use crate::model::{Identity, Party, PartyFacts};
use database::{Beside, Read, Value, values};
use kernel::arabic::{fold, name_tokens};
use kernel::id::PartyId;
use kernel::{Failure, Result};
use office::context::Write;
use office::feature::Subject;
use std::collections::BTreeMap;

/// The kind of record a party is, for versions and for those who follow. Everything a feature keeps of a party beside it
/// stands at the same version, so that two forms of one person never overwrite each other.
pub const RECORD: &str = "party";

/// A party as others name it.
pub const fn subject(id: PartyId) -> Subject {
    Subject { kind: RECORD, id: *id.as_bytes() }
}

/// # Errors
/// Not found.
pub fn party(db: &Read<'_>, id: PartyId) -> Result<Party> {
    find_party(db, id)?.ok_or(Failure::not_found("party"))
}

/// A party with its contacts and its identity record.
///
/// # Errors
/// What the database refuses.
pub fn find_party(db: &Read<'_>, id: PartyId) -> Result<Option<Party>> {
    let found = db.record_and(id, &["kind", "merged_into", "changed_at"], |row| {
        Ok((row.get("kind")?, row.get("merged_into")?, row.get("changed_at")?))
    })?;
    let Some((mut facts, (kind, merged_into, changed_at))) = found else { return Ok(None) };
    read_contacts(db, id, &mut facts)?;
    Ok(Some(Party { id, kind, facts, identity: identity(db, id)?, merged_into, changed_at }))
}

fn read_contacts(db: &Read<'_>, id: PartyId, facts: &mut PartyFacts) -> Result<()> {
    let contacts = db.rows("SELECT kind, value FROM party_contact WHERE party = $1", values![id], |row| {
        Ok((row.get::<String>("kind")?, row.get::<String>("value")?))
    })?;
    for (kind, value) in contacts {
        match kind.as_str() {
            "mobile" => facts.mobile = value,
            "other_mobile" => facts.other_mobile = value,
            "phone" => facts.phone = value,
            _ => facts.email = value,
        }
    }
    Ok(())
}

/// The identity record a party is known by.
///
/// # Errors
/// What the database refuses.
pub fn identity(db: &Read<'_>, id: PartyId) -> Result<Option<Identity>> {
    db.row(include_str!("sql/identity.sql"), values![id], |row| {
        Ok(Identity {
            kind: row.get("kind")?,
            number: row.get("number")?,
            expires_on: row.get("expires_on")?,
            checked_on: row.get("checked_on")?,
            checked_by: row.get("checked_by")?,
            checked_by_name: row.get("checked_by_name")?,
            exception: row.get("exception")?,
        })
    })
}

/// The first and the family name as they are compared; the family name without its article.
pub fn tokens(name: &str) -> (String, String) {
    let tokens = name_tokens(name);
    let first = tokens.first().cloned().unwrap_or_default();
    let last = if tokens.len() > 1 { tokens.last().map_or("", String::as_str) } else { "" };
    let bare = last.strip_prefix("ال").filter(|rest| rest.chars().count() >= 2).unwrap_or(last);
    (first, bare.to_owned())
}

/// What a party is searched and compared by follows from its name.
fn compared_by(facts: &PartyFacts) -> [Beside<'static>; 3] {
    let (first, family) = tokens(&facts.name);
    [("name_fold", fold(&facts.name).into()), ("first_token", first.into()), ("family_token", family.into())]
}

/// Writes a party the office does not have yet, as it stands: whoever imports has judged it already, whoever types comes
/// through [`add`](crate::add()).
///
/// # Errors
/// What the database refuses.
pub fn insert(cx: &Write<'_>, party: &Party) -> Result<()> {
    let mut beside = compared_by(&party.facts).to_vec();
    let at = Value::from(party.changed_at);
    beside.extend([("kind", party.kind.into()), ("created_at", at.clone()), ("changed_at", at)]);
    cx.db().insert_record(party.id, &party.facts, &beside)?;
    save_contacts(cx, party.id, &party.facts)?;
    save_identity(cx, party.id, party.identity.as_ref())
}

/// Writes a party over what stood there, and lets those follow who show something of it.
pub fn update(cx: &Write<'_>, party: &Party) -> Result<()> {
    let mut beside = compared_by(&party.facts).to_vec();
    beside.push(("changed_at", cx.now.into()));
    cx.db().update_record(party.id, &party.facts, &beside)?;
    cx.run("DELETE FROM party_contact WHERE party = $1", values![party.id])?;
    save_contacts(cx, party.id, &party.facts)?;
    cx.run("DELETE FROM party_identifier WHERE party = $1", values![party.id])?;
    save_identity(cx, party.id, party.identity.as_ref())?;
    cx.record_changed(subject(party.id))
}

fn save_contacts(cx: &Write<'_>, id: PartyId, facts: &PartyFacts) -> Result<()> {
    let contacts = [
        ("mobile", &facts.mobile),
        ("other_mobile", &facts.other_mobile),
        ("phone", &facts.phone),
        ("email", &facts.email),
    ];
    for (kind, value) in contacts.into_iter().filter(|(_, value)| !value.is_empty()) {
        let sql = "INSERT INTO party_contact (party, kind, value) VALUES ($1, $2, $3)";
        cx.run(sql, values![id, kind, value.as_str()])?;
    }
    Ok(())
}

fn save_identity(cx: &Write<'_>, id: PartyId, identity: Option<&Identity>) -> Result<()> {
    let Some(identity) = identity else { return Ok(()) };
    cx.run(
        "INSERT INTO party_identifier (party, kind, number, expires_on, checked_on, checked_by, exception) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![
            id,
            identity.kind,
            identity.number.as_str(),
            identity.expires_on,
            identity.checked_on,
            identity.checked_by,
            identity.exception.as_str()
        ],
    )?;
    Ok(())
}

/// Something that is kept of a party was changed by a verb that asks for no version.
///
/// # Errors
/// What the database refuses.
pub fn touched(cx: &Write<'_>, id: PartyId) -> Result<()> {
    cx.passed(RECORD, id)?;
    cx.run("UPDATE party SET changed_at = $1 WHERE id = $2", values![cx.now, id])?;
    Ok(())
}

/// Another party with this number, when there is one that stands by itself.
pub fn holder_of(db: &Read<'_>, number: &str, except: PartyId) -> Result<Option<PartyId>> {
    let sql = "SELECT i.party FROM party_identifier i JOIN party p ON p.id = i.party \
               WHERE i.number = $1 AND i.party <> $2 AND (p.merged_into IS NULL OR p.merged_into <> $2) \
               ORDER BY i.party LIMIT 1";
    db.row(sql, values![number, except], |row| row.get("party"))
}

/// Everybody who has an identity number, with it and their name.
///
/// # Errors
/// What the database refuses.
pub fn numbered(db: &Read<'_>) -> Result<Vec<(PartyId, String, String)>> {
    let sql =
        "SELECT i.party, i.number, p.name FROM party_identifier i JOIN party p ON p.id = i.party ORDER BY i.party";
    db.rows(sql, values![], |row| Ok((row.get("party")?, row.get("number")?, row.get("name")?)))
}

/// What the audit trail keeps of a party: everything, but the identity number as screens show it.
pub fn trace(party: &Party) -> serde_json::Map<String, serde_json::Value> {
    let identity = party.identity.as_ref().map(|identity| {
        serde_json::json!({
            "kind": identity.kind, "number": kernel::saudi::masked(&identity.number), "expires_on": identity.expires_on,
            "checked_on": identity.checked_on, "exception": identity.exception,
        })
    });
    let facts = serde_json::to_value(&party.facts).unwrap_or_default();
    let mut trace = facts.as_object().cloned().unwrap_or_default();
    trace.insert("identity".to_owned(), identity.unwrap_or_default());
    trace
}

/// The parties that were merged into one: what hangs on them is seen with it.
///
/// # Errors
/// What the database refuses.
pub fn joined_into(db: &Read<'_>, id: [u8; 16]) -> Result<Vec<[u8; 16]>> {
    let sql = "SELECT id FROM party WHERE merged_into = $1 ORDER BY id";
    db.rows(sql, values![id], |row| row.get("id"))
}

/// The name of somebody who is, or was, in a household.
///
/// # Errors
/// Not found: in no household.
pub fn name_of_member(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT name FROM party WHERE id = $1 AND id IN (SELECT from_party FROM party_link)";
    db.row(sql, values![id], |row| row.get("name"))?.ok_or(Failure::not_found("member"))
}

/// What stands for the identity record of each party, or of one, where the number itself is not to be written: it changes
/// with the kind and the number.
///
/// # Errors
/// What the database refuses.
pub fn identity_prints(db: &Read<'_>, party: Option<PartyId>) -> Result<BTreeMap<PartyId, String>> {
    let sql = "SELECT party, kind, number FROM party_identifier WHERE $1 IS NULL OR party = $1";
    let prints = db.rows(sql, values![party], |row| {
        let (party, kind, number): (PartyId, String, String) =
            (row.get("party")?, row.get("kind")?, row.get("number")?);
        let print = database::audit_chain::fingerprint(format!("identity {party} {kind} {number}").as_bytes());
        Ok((party, print.chars().take(16).collect()))
    })?;
    Ok(prints.into_iter().collect())
}

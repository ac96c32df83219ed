//! Parties and files, rows in and out.

use super::model::{Facts, FileHead, Identity, Party};
use database::{Read, Row, Value, values};
use kernel::arabic::{Sex, fold, name_tokens};
use kernel::id::PartyId;
use kernel::{Failure, Moment, Result};
use office::context::Write;
use office::feature::Subject;

/// The kind of record a file is: among versions, histories, and what others hang on it.
pub const RECORD: &str = "file";

pub fn party(db: &Read<'_>, id: PartyId) -> Result<Party> {
    find_party(db, id)?.ok_or(Failure::not_found("file"))
}

/// A party with its contacts, its identity record and, where there is one, what its file says.
pub fn find_party(db: &Read<'_>, id: PartyId) -> Result<Option<Party>> {
    let Some(mut party) = db.row(include_str!("sql/party.sql"), values![id], party_row)? else { return Ok(None) };
    for (kind, value) in contacts(db, id)? {
        match kind.as_str() {
            "mobile" => party.facts.mobile = value,
            "other_mobile" => party.facts.other_mobile = value,
            "phone" => party.facts.phone = value,
            _ => party.facts.email = value,
        }
    }
    party.identity = identity(db, id)?;
    Ok(Some(party))
}

fn contacts(db: &Read<'_>, id: PartyId) -> Result<Vec<(String, String)>> {
    db.rows("SELECT kind, value FROM party_contact WHERE party = $1", values![id], |row| {
        Ok((row.get("kind")?, row.get("value")?))
    })
}

/// The identity record a party is known by.
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

fn party_row(row: &Row<'_>) -> Result<Party> {
    let facts = Facts {
        name: row.get("name")?,
        sex: sex(row)?,
        born_on: row.get("born_on")?,
        marital_status: row.get("marital_status")?,
        mobile: String::new(),
        other_mobile: String::new(),
        phone: String::new(),
        email: String::new(),
        region: row.get("region")?,
        governorate: row.get("governorate")?,
        city: row.get("city")?,
        district: row.get("district")?,
        street: row.get("street")?,
        building_no: row.get("building_no")?,
        unit_no: row.get("unit_no")?,
        postal_code: row.get("postal_code")?,
        additional_no: row.get("additional_no")?,
        short_address: row.get("short_address")?,
        target_group: row.get("target_group")?,
        class: row.get("class")?,
        researcher_name: row.get("researcher_name")?,
        researcher: row.get("researcher")?,
        next_review_on: row.get("next_review_on")?,
        family_size: row.get("family_size")?,
        monthly_income: row.get("monthly_income")?,
        social_security: row.get("social_security")?,
        social_security_amount: row.get("social_security_amount")?,
        iban: row.get("iban")?,
        notes: row.get("notes")?,
    };
    Ok(Party {
        id: row.get("id")?,
        kind: row.get("kind")?,
        facts,
        identity: None,
        merged_into: row.get("merged_into")?,
        changed_at: row.get("changed_at")?,
    })
}

pub fn sex(row: &Row<'_>) -> Result<Option<Sex>> {
    Ok(match row.get::<Option<String>>("sex")?.as_deref() {
        Some("male") => Some(Sex::Male),
        Some("female") => Some(Sex::Female),
        _ => None,
    })
}

pub const fn sex_name(sex: Option<Sex>) -> Option<&'static str> {
    match sex {
        Some(Sex::Male) => Some("male"),
        Some(Sex::Female) => Some("female"),
        None => None,
    }
}

pub fn file(db: &Read<'_>, id: PartyId) -> Result<FileHead> {
    find_file(db, id)?.ok_or(Failure::not_found("file"))
}

pub fn find_file(db: &Read<'_>, id: PartyId) -> Result<Option<FileHead>> {
    let sql =
        "SELECT file_no, status, status_since, status_reason, opened_on, imported FROM case_file WHERE party = $1";
    db.row(sql, values![id], |row| {
        Ok(FileHead {
            file_no: row.get("file_no")?,
            status: row.get("status")?,
            status_since: row.get("status_since")?,
            status_reason: row.get("status_reason")?,
            opened_on: row.get("opened_on")?,
            imported: row.get("imported")?,
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

/// What a party's row says, in the order of `insert_party.sql` and `update_party.sql`.
fn party_columns(facts: &Facts) -> [Value; 17] {
    let (first, family) = tokens(&facts.name);
    values![
        facts.name.as_str(),
        fold(&facts.name),
        first,
        family,
        sex_name(facts.sex),
        facts.born_on,
        facts.marital_status.as_str(),
        facts.region.as_str(),
        facts.governorate.as_str(),
        facts.city.as_str(),
        facts.district.as_str(),
        facts.street.as_str(),
        facts.building_no.as_str(),
        facts.unit_no.as_str(),
        facts.postal_code.as_str(),
        facts.additional_no.as_str(),
        facts.short_address.as_str()
    ]
}

/// What a file's row says of its party, in the order of `insert_file.sql` and `update_file.sql`.
fn file_columns(facts: &Facts) -> [Value; 11] {
    values![
        facts.target_group.as_str(),
        facts.class.as_str(),
        facts.researcher_name.as_str(),
        facts.researcher,
        facts.next_review_on,
        facts.family_size,
        facts.monthly_income,
        facts.social_security,
        facts.social_security_amount,
        facts.iban.as_str(),
        facts.notes.as_str()
    ]
}

pub fn insert_party(cx: &Write<'_>, party: &Party) -> Result<()> {
    let mut row = values![party.id, party.kind.name()].to_vec();
    row.extend(party_columns(&party.facts));
    row.extend(values![party.changed_at]);
    cx.run(include_str!("sql/insert_party.sql"), row)?;
    save_contacts(cx, party.id, &party.facts)?;
    save_identity(cx, party.id, party.identity.as_ref())
}

pub fn insert_file(cx: &Write<'_>, id: PartyId, file: &FileHead, facts: &Facts) -> Result<()> {
    let mut row = values![
        id,
        file.file_no.as_str(),
        super::rules::number_in(&file.file_no),
        file.status.name(),
        file.status_since,
        file.status_reason.as_str(),
        file.opened_on,
        file.imported
    ]
    .to_vec();
    row.extend(file_columns(facts));
    cx.run(include_str!("sql/insert_file.sql"), row)?;
    cx.status_changed(subject(id), None, file.status.name(), &file.status_reason)
}

/// A file as others name it.
pub const fn subject(id: PartyId) -> Subject {
    Subject { kind: RECORD, id: *id.as_bytes() }
}

/// Writes a party over what stood there, its file's facts with it.
pub fn update(cx: &Write<'_>, party: &Party, now: Moment) -> Result<()> {
    let mut row = party_columns(&party.facts).to_vec();
    row.extend(values![now, party.id]);
    cx.run(include_str!("sql/update_party.sql"), row)?;
    let mut row = file_columns(&party.facts).to_vec();
    row.extend(values![party.id]);
    cx.run(include_str!("sql/update_file.sql"), row)?;
    cx.run("DELETE FROM party_contact WHERE party = $1", values![party.id])?;
    save_contacts(cx, party.id, &party.facts)?;
    cx.run("DELETE FROM party_identifier WHERE party = $1", values![party.id])?;
    save_identity(cx, party.id, party.identity.as_ref())
}

fn save_contacts(cx: &Write<'_>, id: PartyId, facts: &Facts) -> Result<()> {
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
            identity.kind.name(),
            identity.number.as_str(),
            identity.expires_on,
            identity.checked_on,
            identity.checked_by,
            identity.exception.as_str()
        ],
    )?;
    Ok(())
}

/// Keeps the present status of a file, and that it has changed.
pub fn save_status(cx: &Write<'_>, id: PartyId, before: &FileHead, after: &FileHead) -> Result<()> {
    cx.run(
        "UPDATE case_file SET status = $1, status_since = $2, status_reason = $3 WHERE party = $4",
        values![after.status.name(), after.status_since, after.status_reason.as_str(), id],
    )?;
    cx.status_changed(subject(id), Some(before.status.name()), after.status.name(), &after.status_reason)
}

/// Keeps who has seen the original of an identity record, and when.
pub fn save_check(cx: &Write<'_>, id: PartyId) -> Result<()> {
    let sql = "UPDATE party_identifier SET checked_on = $1, checked_by = $2 WHERE party = $3";
    cx.run(sql, values![cx.today(), cx.who.id, id])?;
    Ok(())
}

/// Something of a file was changed by a verb that asks for no version.
pub fn touched(cx: &Write<'_>, id: PartyId) -> Result<()> {
    cx.passed(RECORD, id)?;
    cx.run("UPDATE party SET changed_at = $1 WHERE id = $2", values![cx.now, id])?;
    Ok(())
}

/// The series of the numbers of files, which begins at 1001.
pub const NUMBERS: &str = "file";

pub fn file_no_taken(db: &Read<'_>, file_no: &str) -> Result<bool> {
    let sql = "SELECT 1 AS one FROM case_file WHERE file_no = $1";
    Ok(db.row(sql, values![file_no], |row| row.get::<i64>("one"))?.is_some())
}

/// The file number the office gives: its letter, a dash, the figure.
pub fn file_no(number: i64) -> String {
    let prefix = office::words::word("beneficiaries.file_prefix", office::words::Language::Ar);
    format!("{prefix}{number:04}")
}

/// Another party with this number, when there is one that stands by itself.
pub fn holder_of(db: &Read<'_>, number: &str, except: PartyId) -> Result<Option<PartyId>> {
    let sql = "SELECT i.party FROM party_identifier i JOIN party p ON p.id = i.party \
               WHERE i.number = $1 AND i.party <> $2 AND (p.merged_into IS NULL OR p.merged_into <> $2) \
               ORDER BY i.party LIMIT 1";
    db.row(sql, values![number, except], |row| row.get("party"))
}

/// The number after the last one of a party's rows in a table that is counted per party.
pub fn next_of(db: &Read<'_>, table: CountedPerParty, party: PartyId) -> Result<i64> {
    db.one(table.sql(), values![party], |row| row.get("next"))
}

/// Tables whose rows are counted within their party.
#[derive(Debug, Clone, Copy)]
pub enum CountedPerParty {
    Notes,
    Consents,
    Merges,
}

impl CountedPerParty {
    const fn sql(self) -> &'static str {
        match self {
            Self::Notes => "SELECT COALESCE(max(number), 0) + 1 AS next FROM case_note WHERE party = $1",
            Self::Consents => "SELECT COALESCE(max(number), 0) + 1 AS next FROM consent WHERE party = $1",
            Self::Merges => "SELECT COALESCE(max(number), 0) + 1 AS next FROM party_merge WHERE merged = $1",
        }
    }
}

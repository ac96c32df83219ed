//! Policies and their editions, rows in and out.

use crate::model::{PolicyCard, PolicyEdition, PolicyReference};
use crate::rules::{IN_HAND, RETIRED, STEP, TITLE_TAKEN};
use database::{Read, Row, values};
use kernel::arabic::fold;
use kernel::id::{PersonId, PolicyEditionId, PolicyId, ReferenceId};
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use sha2::{Digest, Sha256};

/// Kinds of records, for versions, documents, approvals and the audit trail.
pub const POLICY: &str = "policy";
pub const EDITION: &str = "policy_edition";
pub const REFERENCE: &str = "reference";
pub const REPORT: &str = "report";

const EDITIONS: &str = include_str!("sql/editions.sql");

/// # Errors
/// Not found.
pub fn policy(db: &Read<'_>, id: PolicyId) -> Result<PolicyCard> {
    let sql = "SELECT p.id, p.title, p.kind, p.issuer, p.legal_basis, p.review_months, p.owner, u.name AS owner_name, \
               p.retired_on, p.retired_reason FROM policy p LEFT JOIN user_name u ON u.id = p.owner WHERE p.id = $1";
    let found = db.row(sql, values![id], |row| {
        Ok(PolicyCard {
            id: row.get("id")?,
            title: row.get("title")?,
            kind: row.get("kind")?,
            issuer: row.get("issuer")?,
            legal_basis: row.get("legal_basis")?,
            review_months: row.get("review_months")?,
            owner: row.get("owner")?,
            owner_name: row.get::<Option<String>>("owner_name")?.unwrap_or_default(),
            retired_on: row.get("retired_on")?,
            retired_reason: row.get("retired_reason")?,
        })
    })?;
    found.ok_or(Failure::not_found(POLICY))
}

/// A policy that holds.
///
/// # Errors
/// Not found; `policies.retired`.
pub fn holding(db: &Read<'_>, id: PolicyId) -> Result<PolicyCard> {
    let policy = policy(db, id)?;
    require(policy.retired_on.is_none(), RETIRED)?;
    Ok(policy)
}

/// The editions of a policy, the newest first. Their texts are as they were written.
pub fn editions(db: &Read<'_>, policy: PolicyId) -> Result<Vec<PolicyEdition>> {
    db.rows(&format!("{EDITIONS} WHERE e.policy = $1 ORDER BY e.no DESC"), values![policy], edition_row)
}

/// # Errors
/// Not found.
pub fn edition(db: &Read<'_>, id: PolicyEditionId) -> Result<PolicyEdition> {
    db.row(&format!("{EDITIONS} WHERE e.id = $1"), values![id], edition_row)?.ok_or(Failure::not_found(EDITION))
}

fn edition_row(row: &Row<'_>) -> Result<PolicyEdition> {
    let text: String = row.get("text")?;
    Ok(PolicyEdition {
        id: row.get("id")?,
        policy: row.get("policy")?,
        no: row.get("no")?,
        reads: String::new(),
        text,
        changes: row.get("changes")?,
        state: row.get("state")?,
        prepared_by: row.get("prepared_by")?,
        prepared_by_name: row.get("prepared_by_name")?,
        prepared_at: row.get("prepared_at")?,
        decision: row.get("decision")?,
        decision_no: row.get::<Option<String>>("decision_no")?.unwrap_or_default(),
        meeting: row.get("meeting")?,
        approved_elsewhere: row.get("approved_elsewhere")?,
        approved_on: row.get("approved_on")?,
        effective_on: row.get("effective_on")?,
        review_on: row.get("review_on")?,
        published_at: row.get("published_at")?,
        published_on: row.get("published_on")?,
    })
}

/// The fingerprint of a text as it reads: what somebody signs.
pub fn fingerprint(reads: &str) -> String {
    Sha256::digest(reads.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// # Errors
/// Another policy has the title.
pub fn title_is_free(cx: &Write<'_>, title: &str, id: PolicyId) -> Result<()> {
    let sql = "SELECT 1 AS one FROM policy WHERE title_fold = $1 AND id <> $2";
    let taken = cx.row(sql, values![fold(title), id], |_| Ok(()))?.is_some();
    require(!taken, Refusal::new(TITLE_TAKEN).with("title", title).at("title"))
}

/// The number of the next edition, where none is in hand.
///
/// # Errors
/// An edition is in hand; the identifier is taken.
pub fn next_edition(cx: &Write<'_>, policy: PolicyId, id: PolicyEditionId) -> Result<i64> {
    let sql = "SELECT 1 AS one FROM policy_edition WHERE id = $1 OR (policy = $2 AND state IN ('draft', 'waiting'))";
    let taken = cx.row(sql, values![id, policy], |_| Ok(()))?.is_some();
    require(!taken, IN_HAND)?;
    let sql = "SELECT COALESCE(max(no), 0) + 1 AS next FROM policy_edition WHERE policy = $1";
    cx.one(sql, values![policy], |row| row.get("next"))
}

/// The edition in force gives way to the next.
pub fn replace(cx: &Write<'_>, policy: PolicyId) -> Result<()> {
    let sql = "UPDATE policy_edition SET state = 'replaced' WHERE policy = $1 AND state = 'approved'";
    cx.run(sql, values![policy]).map(drop)
}

/// The edition in force.
///
/// # Errors
/// It is another one, or none.
pub fn in_force(db: &Read<'_>, id: PolicyEditionId) -> Result<PolicyEdition> {
    let edition = edition(db, id)?;
    require(edition.state == crate::model::EditionState::Approved, STEP)?;
    Ok(edition)
}

pub fn references(db: &Read<'_>, policy: Option<PolicyId>) -> Result<Vec<PolicyReference>> {
    db.rows(include_str!("sql/references.sql"), values![policy], reference_row)
}

/// # Errors
/// Not found.
pub fn reference(db: &Read<'_>, id: ReferenceId) -> Result<PolicyReference> {
    let all = references(db, None)?;
    all.into_iter().find(|one| one.id == id).ok_or(Failure::not_found(REFERENCE))
}

fn reference_row(row: &Row<'_>) -> Result<PolicyReference> {
    Ok(PolicyReference {
        id: row.get("id")?,
        title: row.get("title")?,
        number: row.get("number")?,
        issuer: row.get("issuer")?,
        issued_on: row.get("issued_on")?,
        place: row.get("place")?,
        note: row.get("note")?,
        policies: row.get("policies")?,
    })
}

/// People of the office who work in it now.
pub fn staff(db: &Read<'_>) -> Result<Vec<PersonId>> {
    Ok(office::staff::people(db)?.into_iter().filter(|one| one.active).map(|one| one.id).collect())
}

/// # Errors
/// Not found.
pub fn label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    Ok(policy(db, PolicyId::from_bytes(id))?.title)
}

/// # Errors
/// They are nobody of the office.
pub fn known(cx: &Write<'_>, person: Option<PersonId>) -> Result<()> {
    let Some(person) = person else { return Ok(()) };
    let sql = "SELECT 1 AS one FROM user_name WHERE id = $1";
    require(cx.row(sql, values![person], |_| Ok(()))?.is_some(), Failure::not_found("person"))
}

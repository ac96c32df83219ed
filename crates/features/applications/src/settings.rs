//! What an association asks of applications: as shipped until it adopts its own; every version stays.

use crate::model::{ApplicationRules, ApplicationTerms};
use database::{Read, values};
use kernel::{Failure, Moment, Result};
use office::input::Nothing;

/// The record its versions are claimed by.
pub const RECORD: &str = "application_rule";
pub const ALL: &str = "all";

/// The terms that hold, with their version; 0 as shipped.
///
/// # Errors
/// Broken: what was kept are no terms.
pub fn terms(db: &Read<'_>) -> Result<(ApplicationTerms, i64)> {
    let newest = "SELECT version, terms FROM application_rule ORDER BY version DESC LIMIT 1";
    read(db, newest, values![])
}

/// The terms as a version had them.
///
/// # Errors
/// As [`terms`].
pub fn version(db: &Read<'_>, version: i64) -> Result<(ApplicationTerms, i64)> {
    read(db, "SELECT version, terms FROM application_rule WHERE version = $1", values![version])
}

fn read(db: &Read<'_>, sql: &str, values: impl AsRef<[database::Value]>) -> Result<(ApplicationTerms, i64)> {
    let found: Option<(i64, String)> = db.row(sql, values, |row| Ok((row.get("version")?, row.get("terms")?)))?;
    found.map_or(Ok((ApplicationTerms::default(), 0)), |(version, terms)| {
        Ok((serde_json::from_str(&terms).map_err(Failure::broken)?, version))
    })
}

pub fn rules(cx: &office::context::Read<'_>, _: Nothing) -> Result<ApplicationRules> {
    let (terms, version) = terms(cx)?;
    let sql = "SELECT r.adopted, r.made_at, w.name FROM application_rule r JOIN user_name w ON w.id = r.made_by \
               WHERE r.version = $1";
    let made: Option<(String, Moment, String)> =
        cx.row(sql, values![version], |row| Ok((row.get("adopted")?, row.get("made_at")?, row.get("name")?)))?;
    let (adopted, at, by_name) = made.map_or_else(Default::default, |(adopted, at, name)| (adopted, Some(at), name));
    Ok(ApplicationRules { terms, version, adopted, by_name, at, products: loans::products(cx)? })
}

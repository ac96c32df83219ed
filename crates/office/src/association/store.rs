//! The association's one row.

use super::model::{AssociationProfile, Logo};
use super::rules;

use base64::Engine;
use database::{Beside, Read, Write, values};
use kernel::{Failure, Moment, Result};

/// The one row's key.
const ONE: i64 = 1;

pub fn profile(db: &Read<'_>) -> Result<AssociationProfile> {
    let found = db.record_and(ONE, &["logo", "logo_mime"], |row| {
        Ok((row.get::<Option<Vec<u8>>>("logo")?, row.get::<Option<String>>("logo_mime")?))
    })?;
    let (profile, (bytes, mime)) = found.ok_or_else(|| Failure::broken("the association has no row"))?;
    let picture = |bytes: Vec<u8>| base64::engine::general_purpose::STANDARD.encode(bytes);
    let logo = bytes.zip(mime).map(|(bytes, mime)| Logo { mime, base64: picture(bytes) });
    Ok(AssociationProfile { logo, ..profile })
}

/// Whether everything in the office is a demonstration.
pub fn is_demo(db: &Read<'_>) -> Result<bool> {
    db.one("SELECT demo FROM association", values![], |row| row.get("demo"))
}

/// Writes the row of a new office.
pub fn insert(db: &Write<'_>, profile: &AssociationProfile, demo: bool, now: Moment) -> Result<()> {
    let mut beside = logo(profile)?.to_vec();
    beside.extend([("demo", demo.into()), ("created_at", now.into())]);
    db.insert_record(ONE, profile, &beside)
}

pub fn save(db: &Write<'_>, profile: &AssociationProfile) -> Result<()> {
    db.update_record(ONE, profile, &logo(profile)?)?;
    Ok(())
}

fn logo(profile: &AssociationProfile) -> Result<[Beside<'static>; 2]> {
    let (mime, bytes) = match &profile.logo {
        Some(logo) => rules::logo_bytes(logo).map(|(mime, bytes)| (Some(mime.to_owned()), Some(bytes)))?,
        None => (None, None),
    };
    Ok([("logo", bytes.into()), ("logo_mime", mime.into())])
}

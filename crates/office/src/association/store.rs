//! The association's one row.

use super::model::{AssociationProfile, Logo, Picture};
use database::{Beside, Read, Write, values};
use kernel::{Failure, Moment, Result};
use sha2::{Digest, Sha256};

/// The one row's key.
const ONE: i64 = 1;

pub fn profile(db: &Read<'_>) -> Result<AssociationProfile> {
    let found = db.record_and(ONE, &["logo", "logo_mime"], |row| {
        Ok((row.get::<Option<Vec<u8>>>("logo")?, row.get::<Option<String>>("logo_mime")?))
    })?;
    let (profile, (bytes, mime)) = found.ok_or_else(|| Failure::broken("the association has no row"))?;
    let logo = bytes.zip(mime).map(|(bytes, mime)| Logo {
        mime,
        size: bytes.len(),
        sha256: Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
        ticket: None,
    });
    Ok(AssociationProfile { logo, ..profile })
}

/// The picture itself, where there is one.
///
/// # Errors
/// What the database refuses.
pub fn picture(db: &Read<'_>) -> Result<Option<Picture>> {
    let kept = db.one("SELECT logo, logo_mime FROM association", values![], |row| {
        Ok((row.get::<Option<Vec<u8>>>("logo")?, row.get::<Option<String>>("logo_mime")?))
    })?;
    Ok(kept.0.zip(kept.1).map(|(bytes, mime)| Picture { mime, bytes }))
}

/// Whether everything in the office is a demonstration.
pub fn is_demo(db: &Read<'_>) -> Result<bool> {
    db.one("SELECT demo FROM association", values![], |row| row.get("demo"))
}

/// Writes the row of a new office.
pub fn insert(
    db: &Write<'_>,
    profile: &AssociationProfile,
    picture: Option<Picture>,
    demo: bool,
    now: Moment,
) -> Result<()> {
    let mut beside = logo(picture).to_vec();
    beside.extend([("demo", demo.into()), ("created_at", now.into())]);
    db.insert_record(ONE, profile, &beside)
}

pub fn save(db: &Write<'_>, profile: &AssociationProfile, picture: Option<Picture>) -> Result<()> {
    db.update_record(ONE, profile, &logo(picture))?;
    Ok(())
}

fn logo(picture: Option<Picture>) -> [Beside<'static>; 2] {
    let (mime, bytes) = picture.map(|Picture { mime, bytes }| (mime, bytes)).unzip();
    [("logo", bytes.into()), ("logo_mime", mime.into())]
}

//! The association's one row.

use super::model::{AssociationProfile, Calendar, Digits, Logo, Picture};
use database::{Read, Write, values};
use kernel::Result;
use sha2::{Digest, Sha256};

pub fn profile(db: &Read<'_>) -> Result<AssociationProfile> {
    db.one(include_str!("sql/profile.sql"), values![], |row| {
        let logo: Option<Vec<u8>> = row.get("logo")?;
        let mime: Option<String> = row.get("logo_mime")?;
        Ok(AssociationProfile {
            name_ar: row.get("name_ar")?,
            name_en: row.get("name_en")?,
            licence_no: row.get("licence_no")?,
            unified_no: row.get("unified_no")?,
            region: row.get("region")?,
            city: row.get("city")?,
            phone: row.get("phone")?,
            email: row.get("email")?,
            website: row.get("website")?,
            logo: logo.zip(mime).map(|(bytes, mime)| Logo {
                mime,
                size: bytes.len(),
                sha256: Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
                ticket: None,
            }),
            fiscal_year_start_month: row.get("fiscal_year_start_month")?,
            digits: Digits::from_name(&row.get::<String>("digits")?),
            calendar: Calendar::from_name(&row.get::<String>("calendar")?),
            idle_minutes: row.get("idle_minutes")?,
        })
    })
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

pub fn save(db: &Write<'_>, profile: &AssociationProfile, picture: Option<Picture>) -> Result<()> {
    let (mime, bytes) = picture.map(|Picture { mime, bytes }| (mime, bytes)).unzip();
    db.run(
        include_str!("sql/save.sql"),
        values![
            profile.name_ar.as_str(),
            profile.name_en.as_str(),
            profile.licence_no.as_str(),
            profile.unified_no.as_str(),
            profile.region.as_str(),
            profile.city.as_str(),
            profile.phone.as_str(),
            profile.email.as_str(),
            profile.website.as_str(),
            bytes,
            mime,
            profile.fiscal_year_start_month,
            profile.digits.name(),
            profile.calendar.name(),
            profile.idle_minutes
        ],
    )?;
    Ok(())
}

//! The association's one row.

use super::model::{AssociationProfile, Calendar, Digits, Logo};
use super::rules;

use base64::Engine;
use database::{Read, Write, values};
use kernel::Result;

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
            logo: logo
                .zip(mime)
                .map(|(bytes, mime)| Logo { mime, base64: base64::engine::general_purpose::STANDARD.encode(bytes) }),
            fiscal_year_start_month: row.get("fiscal_year_start_month")?,
            digits: Digits::from_name(&row.get::<String>("digits")?),
            calendar: Calendar::from_name(&row.get::<String>("calendar")?),
            idle_minutes: row.get("idle_minutes")?,
        })
    })
}

/// Whether everything in the office is a demonstration.
pub fn is_demo(db: &Read<'_>) -> Result<bool> {
    db.one("SELECT demo FROM association", values![], |row| row.get("demo"))
}

pub fn save(db: &Write<'_>, profile: &AssociationProfile) -> Result<()> {
    let (mime, bytes) = match &profile.logo {
        Some(logo) => rules::logo_bytes(logo).map(|(mime, bytes)| (Some(mime.to_owned()), Some(bytes)))?,
        None => (None, None),
    };
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

//! What the association sets: components of the community, targets, programmes, days.

use crate::inputs::{ChangePartnerSettings, SaveAlignmentProgramme, SaveComponent, SaveTarget};
use crate::model::{CommunityComponent, PartnerSettings, VisionTarget};
use crate::{names, rules};
use database::{Read, values};
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;

/// The name of the settings among the records that have versions.
pub const SETTINGS: &str = "partner_settings";
const KEY: &str = "partners.settings";

/// # Errors
/// Broken: what was kept is no setting.
pub fn settings(db: &Read<'_>) -> Result<PartnerSettings> {
    let kept = db.setting(KEY)?;
    kept.map_or(Ok(PartnerSettings::default()), |kept| serde_json::from_str(&kept).map_err(Failure::broken))
}

/// # Errors
/// What the database refuses.
pub fn components(db: &Read<'_>) -> Result<Vec<CommunityComponent>> {
    let sql = "SELECT code, name, active FROM community_component ORDER BY place, code";
    db.rows(sql, values![], |row| {
        Ok(CommunityComponent { code: row.get("code")?, name: row.get("name")?, active: row.get("active")? })
    })
}

/// # Errors
/// What the database refuses.
pub fn targets(db: &Read<'_>) -> Result<Vec<VisionTarget>> {
    let sql = "SELECT code, name, pillar, active FROM vision_target ORDER BY place, code";
    db.rows(sql, values![], |row| {
        Ok(VisionTarget {
            code: row.get("code")?,
            name: row.get("name")?,
            pillar: row.get("pillar")?,
            active: row.get("active")?,
        })
    })
}

/// Another number of days is set.
pub fn change_settings(cx: &Write<'_>, input: ChangePartnerSettings) -> Result<Nothing> {
    rules::settings(&input.settings)?;
    let before = settings(cx)?;
    cx.claim(SETTINGS, "all", input.version)?;
    cx.db().remember(KEY, Some(&serde_json::to_string(&input.settings).map_err(Failure::broken)?))?;
    cx.changed(SETTINGS, "", "", &before, &input.settings)?;
    Ok(Nothing {})
}

/// A component of the community is added, named, or not offered any more.
pub fn save_component(cx: &Write<'_>, input: SaveComponent) -> Result<Nothing> {
    let known = components(cx)?;
    let before = known.iter().find(|one| one.code == input.code);
    let name = own_name(before.map(|one| one.name.as_str()), &input.name)?;
    let code = if before.is_some() { input.code.clone() } else { rules::code(&input.code)? };
    cx.run(
        "INSERT INTO community_component (code, name, place, active) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (code) DO UPDATE SET name = excluded.name, active = excluded.active",
        values![code.as_str(), name.as_str(), place(known.len()), input.active],
    )?;
    cx.changed("community_component", &code, &name, &before, &input)?;
    Ok(Nothing {})
}

/// A target of Vision 2030, likewise.
pub fn save_target(cx: &Write<'_>, input: SaveTarget) -> Result<Nothing> {
    let known = targets(cx)?;
    let before = known.iter().find(|one| one.code == input.code);
    let name = own_name(before.map(|one| one.name.as_str()), &input.name)?;
    let code = if before.is_some() { input.code.clone() } else { rules::code(&input.code)? };
    cx.run(
        "INSERT INTO vision_target (code, name, pillar, place, active) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (code) DO UPDATE SET name = excluded.name, pillar = excluded.pillar, active = excluded.active",
        values![code.as_str(), name.as_str(), input.pillar, place(known.len()), input.active],
    )?;
    cx.changed("vision_target", &code, &name, &before, &input)?;
    Ok(Nothing {})
}

/// What the program brings has its words; what somebody adds has a name.
fn own_name(before: Option<&str>, typed: &str) -> Result<String> {
    match before {
        Some("") => Ok(String::new()),
        _ => rules::said("name", typed, rules::NAME_MISSING),
    }
}

fn place(known: usize) -> i64 {
    i64::try_from(known).unwrap_or(0) * 10 + 1_000
}

/// A programme partners are weighed against is named, or not offered any more.
pub fn save_programme(cx: &Write<'_>, input: SaveAlignmentProgramme) -> Result<Nothing> {
    let before = names::programmes(cx)?.into_iter().find(|one| one.programme == input.programme);
    names::name_programme(cx, input.programme, &input.name, input.active)?;
    cx.changed("alignment_programme", input.programme, &input.name, &before, &input)?;
    Ok(Nothing {})
}

/// Codes of targets, each once.
///
/// # Errors
/// One nobody knows, or that is not offered any more and was not named before.
pub fn known_targets(db: &Read<'_>, before: &[String], typed: &[String]) -> Result<Vec<String>> {
    let known = targets(db)?;
    let mut chosen: Vec<String> = Vec::new();
    for code in typed {
        let offered = known.iter().any(|one| &one.code == code && (one.active || before.contains(code)));
        require(offered, Refusal::new(rules::TARGET_UNKNOWN).at("targets"))?;
        if !chosen.contains(code) {
            chosen.push(code.clone());
        }
    }
    Ok(chosen)
}

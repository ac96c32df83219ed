//! A template is changed. Changed stages are a new version; projects keep what was laid over them.

use crate::inputs::{SaveTemplate, SavedTemplate};
use crate::templates::{self, add_template};
use database::values;
use kernel::Result;
use kernel::arabic::fold;
use office::context::Write;

pub fn change_template(cx: &Write<'_>, input: SaveTemplate) -> Result<SavedTemplate> {
    let before = templates::template(cx, input.id)?;
    let template = add_template::checked(cx, input)?;
    cx.claim(templates::RECORD, before.id, template.record_version)?;
    let version = before.version + i64::from(before.stages != template.stages);
    if version != before.version {
        templates::insert_version(cx.db(), before.id, version, &template.stages, cx.who.id, cx.now)?;
    }
    cx.run(
        "UPDATE stage_template SET name = $1, name_fold = $2, version = $3, offered = $4 WHERE id = $5",
        values![template.name.as_str(), fold(&template.name), version, template.offered, template.id],
    )?;
    let after = templates::template(cx, before.id)?;
    cx.changed(templates::RECORD, after.id, &after.name, &before, &after)?;
    Ok(SavedTemplate { id: after.id, version: after.version })
}

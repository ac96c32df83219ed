//! A template is added.

use crate::inputs::{SaveTemplate, SavedTemplate};
use crate::model::StagePlan;
use crate::rules::{self, NAME_MISSING, NAME_TAKEN};
use crate::templates;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn add_template(cx: &Write<'_>, input: SaveTemplate) -> Result<SavedTemplate> {
    require(templates::template(cx, input.id).is_err(), database::RECORDED_ALREADY)?;
    let template = checked(cx, input)?;
    templates::insert(cx.db(), &template, cx.who.id, cx.now)?;
    let added = templates::template(cx, template.id)?;
    cx.changed(templates::RECORD, added.id, &added.name, &(), &added)?;
    Ok(SavedTemplate { id: added.id, version: added.version })
}

/// A template as it can be saved.
///
/// # Errors
/// A name that is taken or says nothing; stages that cannot be kept.
pub fn checked(cx: &Write<'_>, input: SaveTemplate) -> Result<SaveTemplate> {
    let name = rules::line(&input.name, "name", NAME_MISSING)?;
    let taken = templates::name_taken(cx, &name, input.id)?;
    require(!taken, Refusal::new(NAME_TAKEN).with("name", &name).at("name"))?;
    rules::count(input.stages.len())?;
    let stages = input.stages.iter().map(rules::stage).collect::<Result<Vec<StagePlan>>>()?;
    Ok(SaveTemplate { name, stages, ..input })
}

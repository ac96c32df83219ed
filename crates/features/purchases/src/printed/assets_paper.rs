//! What a project owns, as it stands today.

use crate::inputs::PurchasesOfProject;
use crate::model::AssetState;
use crate::printed::{day_or_none, said};
use crate::queries;
use kernel::Result;
use office::context::Read;
use office::paper::{self, Paper};
use papers::Template;
use serde_json::{Value, json};

const ASSETS: Template = Template { name: "asset_list", source: include_str!("../papers/asset_list.typ") };

pub fn assets_paper(cx: &Read<'_>, input: PurchasesOfProject) -> Result<Paper> {
    let project = input.project;
    let of = queries::of_project(cx, input)?;
    let in_use = of.assets.iter().filter(|one| one.state == AssetState::InUse).count();
    let rows: Vec<Value> = of
        .assets
        .iter()
        .map(|one| {
            json!({
                "no": one.no, "name": one.name, "serial": one.serial, "order_no": one.order_no,
                "came_on": paper::dates_json(one.came_on),
                "state": said("purchase.asset_state", one.state.name()), "sound": one.state == AssetState::InUse,
                "said": one.said, "state_on": paper::dates_json(one.state_on),
                "verified_by": one.verified_by_name.clone().unwrap_or_default(),
                "seen_on": day_or_none(one.seen_on),
            })
        })
        .collect();
    let borrower = of.purchases.first().map_or_else(String::new, |one| one.borrower.clone());
    let data = json!({ "project": of.project_name, "borrower": borrower, "in_use": in_use, "rows": rows });
    cx.saw("project", project, &of.project_name, json!({ "asset_list": true }));
    paper::print(cx, &ASSETS, &format!("assets-{}", of.project_name), &data)
}

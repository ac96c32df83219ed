//! The card of a member.

use crate::inputs::WhichAssemblyMember;
use crate::store;
use kernel::Result;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{Language, word};
use papers::Template;
use serde_json::json;

const CARD: Template = Template { name: "assembly_card", source: include_str!("papers/assembly_card.typ") };

pub fn card(cx: &Read<'_>, input: WhichAssemblyMember) -> Result<Paper> {
    let year = i64::from(cx.today().year());
    let (line, _) = store::member(cx, input.member, year)?;
    let data = json!({
        "name": line.name,
        "number": line.number,
        "kind": word(&format!("assembly.kind.{}", line.kind.name()), Language::Ar),
        "joined_on": paper::dates_json(line.joined_on),
        "year": year,
        "standing": word(&format!("assembly.standing.{}", line.standing.name()), Language::Ar),
    });
    cx.saw(store::RECORD, line.member, &line.name, json!({ "card": year }));
    paper::print(cx, &CARD, &format!("member-{}", line.number), &data)
}

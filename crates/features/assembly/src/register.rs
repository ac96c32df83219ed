//! The register of members: names, kinds and whether they are in good order; no numbers of identities.

use crate::inputs::{AskAssembly, WhichYear};
use crate::model::{AssemblyLine, AssemblyStanding};
use crate::{queries, store};
use kernel::Result;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{Language, word};
use papers::Template;
use serde_json::json;

const REGISTER: Template = Template { name: "assembly_register", source: include_str!("papers/assembly_register.typ") };
/// Members of one paper.
const MOST: i64 = 500;

pub fn register(cx: &Read<'_>, input: WhichYear) -> Result<Paper> {
    let mut ask = AskAssembly { year: input.year, limit: Some(MOST), ..AskAssembly::default() };
    let mut page = queries::list(cx, ask.clone())?;
    let mut lines = std::mem::take(&mut page.lines);
    while i64::try_from(lines.len()).unwrap_or(i64::MAX) < page.total {
        ask.offset = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        lines.extend(queries::list(cx, ask.clone())?.lines);
    }
    let row = |line: &AssemblyLine| {
        json!([
            line.number,
            line.name,
            word(&format!("assembly.kind.{}", line.kind.name()), Language::Ar),
            paper::dates_json(line.joined_on),
            word(&format!("assembly.standing.{}", line.standing.name()), Language::Ar),
        ])
    };
    let standing = lines.iter().filter(|line| line.standing != AssemblyStanding::Ended);
    let data = json!({
        "year": page.year,
        "members": standing.map(row).collect::<Vec<_>>(),
        "voters": page.voters,
        "in_order": page.in_order,
        "needed": page.needed,
    });
    cx.saw(store::RECORD, "", "", json!({ "register": page.year, "members": lines.len() }));
    paper::print(cx, &REGISTER, &format!("members-{}", page.year), &data)
}

//! The recovery code on paper. The code comes in with the request: it is stored nowhere, so only the screen that has
//! just shown it can print it.

use super::model::RecoveryCode;
use crate::context::Read;
use crate::paper::{self, Paper};
use kernel::Result;
use papers::Template;
use serde_json::{Value, json};

const SHEET: Template = Template { name: "recovery_sheet", source: include_str!("papers/recovery_sheet.typ") };

pub fn recovery_sheet(cx: &Read<'_>, input: RecoveryCode) -> Result<Paper> {
    let code = database::RecoveryCode::typed(&input.recovery_code)?;
    let data = json!({
        "groups": code.groups().collect::<Vec<_>>(),
        "person": cx.who.name,
        "login": cx.who.login,
        "made_on": paper::dates_json(cx.today()),
        "made_at": &paper::time(cx.now)[..5],
    });
    cx.saw("recovery_code", "recovery_code", "", Value::Null);
    paper::print(cx, &SHEET, "recovery-sheet", &data)
}

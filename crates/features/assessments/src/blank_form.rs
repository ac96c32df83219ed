//! The form of the social research to be filled in by hand.

use crate::form::{FORM, groups, word};
use crate::model::{AssessmentFacts, AssessmentKind};
use kernel::Result;
use office::context::Read;
use office::input::Nothing;
use office::paper::{self, Paper};
use serde_json::json;

pub fn blank_form(cx: &Read<'_>, _: Nothing) -> Result<Paper> {
    let data = json!({
        "filled": false, "number": null, "name": null, "file_no": null, "kind": null,
        "kinds": AssessmentKind::ALL.iter().map(|kind| word(&format!("kind.{}", kind.name()))).collect::<Vec<_>>(),
        "done_on": null, "by": null, "reviewed_by": null, "reason": null, "state": null,
        "groups": groups(&AssessmentFacts::default()),
        "abilities": [], "needs": [], "findings": null, "result": null,
    });
    paper::print(cx, &FORM, "assessment-blank", &data)
}

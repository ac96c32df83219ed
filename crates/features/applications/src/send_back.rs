//! Something is missing: it goes back to whoever keeps it, with what is missing. Whoever studies it sends it back, or
//! whoever was to decide.

use crate::inputs::SendBack;
use crate::model::{ApplicationState, SavedApplication};
use crate::{APPLICATIONS_STUDY, rules, steps, store};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn send_back(cx: &Write<'_>, input: SendBack) -> Result<SavedApplication> {
    let before = store::application(cx, input.application)?;
    rules::stands(before.state, &[ApplicationState::InAppraisal, ApplicationState::Recommended])?;
    let too_many = Refusal::new(rules::TOO_MANY).with("most", rules::ROWS).at("missing");
    require(input.missing.len() <= rules::ROWS, too_many)?;
    let mut missing = Vec::new();
    for one in &input.missing {
        let line = rules::line("missing", one)?;
        if !line.is_empty() {
            missing.push(line);
        }
    }
    require(!missing.is_empty(), Refusal::new(rules::NOTHING_MISSING).at("missing"))?;
    let missing = missing.join("\n");
    if before.state == ApplicationState::Recommended {
        let (step, request) = steps::to_decide(cx, before.id)?;
        approvals::send_back(cx, step, &request, &missing)?;
    } else {
        cx.who.needs(APPLICATIONS_STUDY)?;
        store::hand(cx, before.id)?;
    }
    store::moved(cx, &before, ApplicationState::Returned, &missing)?;
    cx.run(
        "UPDATE loan_application SET missing = $1, returned_by = $2, returned_on = $3 WHERE id = $4",
        values![missing.as_str(), cx.who.id, cx.today(), before.id],
    )?;
    store::told(cx, Some(&before), before.id)
}

//! An edition is ready: it waits for the decision of a committee.

use super::told;
use crate::inputs::WhichEdition;
use crate::model::EditionState;
use crate::steps::EDITION;
use crate::{rules, store};
use approvals::Asked;
use database::values;
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn ask_approval(cx: &Write<'_>, input: WhichEdition) -> Result<WhichEdition> {
    let edition = store::edition(cx, input.edition)?;
    store::holding(cx, edition.policy)?;
    rules::stands(edition.state, EditionState::Draft)?;
    let asked = Asked { subject: *edition.id.as_bytes(), reason: &edition.changes, ..Asked::default() };
    approvals::ask(cx, &EDITION, &asked)?;
    cx.run("UPDATE policy_edition SET state = 'waiting' WHERE id = $1", values![edition.id])?;
    cx.passed(store::POLICY, edition.policy)?;
    told(cx, &edition, &json!({ "state": EditionState::Waiting }))?;
    Ok(input)
}

//! The edition in hand is written; a new one where none is.

use super::texts;
use crate::inputs::{SaveEdition, WhichEdition};
use crate::model::EditionState;
use crate::{rules, store};
use database::values;
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn save_edition(cx: &Write<'_>, input: SaveEdition) -> Result<WhichEdition> {
    let policy = store::holding(cx, input.policy)?;
    let (text, changes) = texts(cx, &input.text, &input.changes)?;
    cx.claim(store::POLICY, input.policy, input.version)?;
    let known = store::editions(cx, input.policy)?.into_iter().find(|one| one.id == input.id);
    let no = match &known {
        Some(known) => {
            rules::stands(known.state, EditionState::Draft)?;
            cx.run(
                "UPDATE policy_edition SET text = $1, changes = $2, effective_on = $3, prepared_by = $4, prepared_at = $5 \
                 WHERE id = $6",
                values![text.as_str(), changes.as_str(), input.effective_on, cx.who.id, cx.now, input.id],
            )?;
            known.no
        }
        None => {
            let no = store::next_edition(cx, input.policy, input.id)?;
            cx.run(
                "INSERT INTO policy_edition (id, policy, no, text, changes, state, prepared_by, prepared_at, effective_on) \
                 VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7, $8)",
                values![
                    input.id,
                    input.policy,
                    no,
                    text.as_str(),
                    changes.as_str(),
                    cx.who.id,
                    cx.now,
                    input.effective_on
                ],
            )?;
            no
        }
    };
    let before = known.map(|known| json!({ "edition": known.no, "text": known.text }));
    let after = json!({ "edition": no, "text": text, "changes": changes, "effective_on": input.effective_on });
    cx.changed(store::POLICY, input.policy, &policy.title, &before, &after)?;
    Ok(WhichEdition { edition: input.id })
}

//! What a family needs, and what is done about it.

pub mod add_item;
pub mod add_need;
pub mod change_item;
pub mod change_need;
pub mod settle_item;
pub mod settle_need;

use crate::inputs::TypedItem;
use crate::model::{CareItem, CareNeed, SavedItem, SavedNeed};
use crate::queries;
use crate::rules::{self, ACTION_EMPTY, OWNER_UNKNOWN};
use kernel::arabic::{fold, tidy_line};
use kernel::id::{CareItemId, CareNeedId};
use kernel::{Day, Refusal, Result, require};
use office::context::{Read, Write};
use office::feature::Subject;

/// The kinds of records these are: for versions, histories and the audit trail.
pub const NEED: &str = "care_need";
pub const ITEM: &str = "care_item";

/// What a word is looked for in: the need, and whose it is.
fn need_fold(cx: &Read<'_>, party: kernel::id::PartyId, text: &str) -> Result<String> {
    let named = beneficiaries::file_name(cx, party)?;
    Ok([text, &named.name, &named.file_no].map(fold).join(" "))
}

const fn subject(kind: &'static str, id: [u8; 16]) -> Subject {
    Subject { kind, id }
}

/// Tells the trail of a need under its own name.
fn told_of_need(cx: &Write<'_>, before: Option<&CareNeed>, id: CareNeedId) -> Result<SavedNeed> {
    let after = queries::need(cx, id)?;
    match before {
        Some(before) => cx.changed(NEED, id, &after.text, before, &after)?,
        None => cx.changed(NEED, id, &after.text, &(), &after)?,
    }
    cx.record_changed(subject(NEED, *id.as_bytes()))?;
    Ok(SavedNeed { need: id })
}

/// What was typed of an item, in one form.
struct Item {
    pub action: String,
    pub service: String,
    pub partner: String,
    pub goal: String,
}

impl Item {
    fn fold(&self, of: &CareNeed) -> String {
        [&self.action, &self.service, &self.partner, &self.goal, &of.name, &of.file_no].map(|text| fold(text)).join(" ")
    }
}

fn typed(cx: &Read<'_>, item: &TypedItem, due_before: Option<Day>) -> Result<Item> {
    // The day of a late one is not moved out of sight unless it is moved ahead.
    if due_before != Some(item.due) {
        rules::plannable(item.due, cx.today())?;
    }
    let works = office::staff::people(cx)?.into_iter().any(|person| person.id == item.owner && person.active);
    require(works, Refusal::new(OWNER_UNKNOWN).at("owner"))?;
    Ok(Item {
        action: rules::said("action", &tidy_line(&item.action), ACTION_EMPTY)?,
        service: rules::text("service", &tidy_line(&item.service))?,
        partner: rules::text("partner", &tidy_line(&item.partner))?,
        goal: rules::text("goal", &tidy_line(&item.goal))?,
    })
}

fn told_of_item(cx: &Write<'_>, before: Option<&CareItem>, id: CareItemId) -> Result<SavedItem> {
    let after = queries::item(cx, id)?;
    match before {
        Some(before) => cx.changed(ITEM, id, &after.action, before, &after)?,
        None => cx.changed(ITEM, id, &after.action, &(), &after)?,
    }
    cx.record_changed(subject(ITEM, *id.as_bytes()))?;
    Ok(SavedItem { item: id })
}

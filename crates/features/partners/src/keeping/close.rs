//! Nothing more is wanted of a partner, or it is wanted again.

use crate::agreements::list;
use crate::inputs::ClosePartner;
use crate::model::SavedPartner;
use crate::rules::{self, REASON_MISSING};
use crate::store;
use database::values;
use kernel::{Day, Refusal, Result, require};
use office::context::Write;

pub fn close(cx: &Write<'_>, input: ClosePartner) -> Result<SavedPartner> {
    let before = store::partner(cx, input.partner)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    require(before.closed_on.is_some() != input.closed, rules::STANDS_SO)?;
    let force = list::of_partner(cx, input.partner)?.into_iter().find(|one| one.standing.stands());
    if let Some(one) = force.filter(|_| input.closed) {
        return Err(Refusal::new(rules::IN_FORCE).with("number", &one.agreement_no).into());
    }
    cx.claim(store::PARTNER, input.partner, input.version)?;
    let on: Option<Day> = input.closed.then(|| cx.today());
    let kept = if input.closed { reason.as_str() } else { "" };
    let sql = "UPDATE partner SET closed_on = $1, closed_reason = $2 WHERE party = $3";
    cx.run(sql, values![on, kept, input.partner])?;
    let after = serde_json::json!({ "closed": input.closed, "reason": reason });
    let name = store::name_of(cx, input.partner)?;
    cx.changed(store::PARTNER, input.partner, &name, &serde_json::json!({ "closed": !input.closed }), &after)?;
    cx.record_changed(store::subject(input.partner))?;
    Ok(SavedPartner { partner: input.partner })
}

//! The annex to a loan whose plan a decision about its hold laid out anew: the same paper as for every change of terms.

use crate::inputs::WhichHold;
use crate::model::{HoldChoice, HoldState};
use crate::{rules, store};
use kernel::Result;
use loans::changes::annex::{AnnexDecision, annex_of_key};
use office::context::Read;
use office::paper::Paper;
use office::words::{Language, word};

pub fn annex(cx: &Read<'_>, input: WhichHold) -> Result<Paper> {
    let line = store::line(cx, input.hold)?;
    let ended = (line.state == HoldState::Released).then(|| store::decisions(cx, input.hold)).transpose()?;
    let approved =
        |one: &crate::model::HoldDecision| one.approved_at.is_some() && one.decision == HoldChoice::Reschedule;
    let decision = ended.unwrap_or_default().into_iter().find(approved).ok_or(rules::NO_ANNEX)?;
    let plan = decision.plan.ok_or(rules::NO_ANNEX)?;
    let decided = AnnexDecision {
        plan,
        cause: word(&format!("hold.cause.{}", line.cause.name()), Language::Ar),
        hardship: true,
        request: approvals::request(cx, decision.id)?,
        of_many: false,
    };
    annex_of_key(cx, line.loan, &decision.id.to_string(), decided)
}

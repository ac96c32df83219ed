//! Somebody sees a sign, of whatever degree, and halts the project by hand: with what was seen and whose matter it is. It
//! stands as a cause beside those the rule finds, and whoever told it does not end the hold.

use crate::inputs::{HaltLoan, WhichHold};
use crate::opening::RECORD;
use crate::{facts, rules, store};
use casework::holds::CauseKind;
use database::values;
use kernel::id::HoldId;
use kernel::{Result, require};
use office::context::Write;
use office::input::{at, has_come, required};
use serde_json::json;

pub fn halt(cx: &Write<'_>, input: HaltLoan) -> Result<WhichHold> {
    let said = required(&input.said, "said", rules::SIGN_MISSING)?;
    rules::short(&said, "said")?;
    at("seen_on", has_come(input.seen_on, cx.today()))?;
    let looked = facts::of_loan(cx, input.loan, cx.today())?.ok_or(rules::NOT_HALTABLE)?;
    let sign = input.id.to_string();
    let told = "SELECT count(*) AS told FROM hold_cause WHERE kind = 'told' AND reference = $1";
    let told: i64 = cx.one(told, values![sign.as_str()], |row| row.get("told"))?;
    require(told == 0, rules::TOLD_ALREADY)?;
    let open = store::open_of(cx, input.loan)?;
    let (hold, change) = match open {
        Some(line) => (line.hold, "extended"),
        None => {
            let hold = HoldId::new(cx.now, office::random::bytes()?);
            let sql = "INSERT INTO hold (id, loan, state, opened_on, opened_by) VALUES ($1, $2, 'open', $3, $4)";
            cx.run(sql, values![hold, input.loan, cx.today(), cx.who.id])?;
            (hold, "opened")
        }
    };
    let sql = "INSERT INTO hold_cause (hold, kind, reference, since, found_on, told_by, side, said) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (kind, side) = (CauseKind::Told.name(), input.side.name());
    cx.run(sql, values![hold, kind, sign, input.seen_on, cx.today(), cx.who.id, side, said.as_str()])?;
    let after =
        json!({ "hold": change, "causes": [{ "cause": CauseKind::Told, "since": input.seen_on }], "said": said });
    cx.changed(RECORD, hold, &looked.loan_no, &(), &after)?;
    Ok(WhichHold { hold })
}

//! What members of a kind pay for a year.

use crate::inputs::SetDue;
use crate::rules::{self, AMOUNT_MISSING};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;

pub fn set_due(cx: &Write<'_>, input: SetDue) -> Result<Nothing> {
    rules::year(input.year)?;
    require(!input.amount.is_negative(), Refusal::new(AMOUNT_MISSING).at("amount"))?;
    cx.run(
        "INSERT INTO assembly_due (year, kind, amount) VALUES ($1, $2, $3) \
         ON CONFLICT (year, kind) DO UPDATE SET amount = excluded.amount",
        values![input.year, input.kind, input.amount],
    )?;
    let label = format!("{} {}", input.year, input.kind.name());
    cx.changed("assembly_due", &label, &label, &(), &input)?;
    Ok(Nothing {})
}

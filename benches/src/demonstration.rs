//! A demonstration association, from the empty folder to the first session in it.

use crate::data::{folder, text};
use crate::size::Asked;
use crate::table::{Budget, Table, Timings};
use office::{Caller, Options};
use serde_json::json;

/// Milliseconds a demonstration may take.
const BUDGET: u64 = 60_000;

pub fn measure(_: &Asked, table: &mut Table) -> Result<(), String> {
    let folder = folder()?;
    let office = app::open(folder.path(), Options::default()).map_err(text)?;
    let begun = std::time::Instant::now();
    office.call(&Caller::Nobody, "office.set_up_demo", json!({ "seed": 1 })).map_err(text)?;
    table.add("demonstration: made", &Timings::from(vec![begun.elapsed()]), Budget::Millis(BUDGET));
    office.close();
    Ok(())
}

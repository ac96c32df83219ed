//! An import goes as long as nobody has called, promised, reminded or asked about its loans.

use database::values;
use kernel::Result;
use office::context::Read;
use office::feature::Subject;
use office::gate::{Condition, Gate};

pub const TAKING_BACK: Gate = Gate { before: &["importing.take_back"], look };

fn look(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    let sql = match subject.kind {
        "loan" => include_str!("sql/kept_of_loan.sql"),
        "file" => "SELECT count(*) AS kept FROM contact_wish WHERE party = $1",
        _ => return Ok(Vec::new()),
    };
    let kept: i64 = cx.one(sql, values![subject.id], |row| row.get("kept"))?;
    Ok(vec![Condition::new("collection.nothing_kept", kept == 0, [])])
}

//! A register of ten thousand people comes in: the preview, which judges every row, and the save in one transaction.

use crate::data::{Made, begin, call};
use crate::size::Asked;
use crate::table::{Budget, Table, Timings};
use serde_json::json;
use std::fmt::Write as _;
use std::time::Instant;

const PEOPLE: usize = 10_000;
const HEAD: &str = "رقم الملف,الاسم,رقم الهوية,الجوال,المدينة,الحي,عدد أفراد الأسرة";

pub fn measure(_: &Asked, table: &mut Table) -> Result<(), String> {
    let made = begin()?;
    let Made { office, supervisor, .. } = &made;
    let mut register = String::from(HEAD);
    for number in 0..PEOPLE {
        let person = crate::data::person(number).map_err(crate::data::text)?;
        let mobile = person.mobile.replacen("+966", "0", 1);
        // Writing into a string cannot fail.
        let _ = write!(
            register,
            "\nم-{},{},{},{mobile},بريدة,الريان,{}",
            number + 1,
            person.name,
            person.identity,
            number % 9 + 1
        );
    }
    let import = json!({ "id": "0190000a-0000-7000-8000-0000000000d1" });
    let admitted = office.admit_file(supervisor, "importing.open").map_err(|failure| failure.to_string())?;
    let ticket = office.receive(&admitted, register.into_bytes()).map_err(|failure| failure.to_string())?;
    let handed = json!({ "id": import["id"], "subject": "beneficiaries", "name": "سجل.csv", "ticket": ticket });
    let started = Instant::now();
    let preview = call(office, supervisor, "importing.open", handed)?;
    table.add("import: preview of 10,000 people", &Timings::from(vec![started.elapsed()]), Budget::Millis(3_000));
    let rows = preview["data_rows"].as_u64().unwrap_or_default();
    let started = Instant::now();
    let report = call(office, supervisor, "importing.save", import)?;
    table.add("import: saved, on the disk", &Timings::from(vec![started.elapsed()]), Budget::Millis(10_000));
    let said = format!("{} of {rows}", report["ready"]);
    table.say("import: people that came in; the rest may be somebody's double", &said, "", None);
    office.close();
    Ok(())
}

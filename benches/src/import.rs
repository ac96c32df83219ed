//! Registers come in: the preview, which judges every row, one correction, and the save in one transaction; then the largest
//! registers thought of, as they are at their worst.

use crate::core::{forget_peak, memory};
use crate::data::{Made, begin, call};
use crate::size::Asked;
use crate::table::{Budget, Table, Timings};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::time::Instant;

const PEOPLE: usize = 10_000;
const MANY: usize = 100_000;
const HEAD: &str = "رقم الملف,الاسم,رقم الهوية,الجوال,المدينة,الحي,عدد أفراد الأسرة";
/// MiB an import may take at its largest, the program itself counted in.
const MEMORY: u64 = 1_024;

/// What is wrong with a register.
#[derive(Clone, Copy, PartialEq)]
enum Register {
    Whole,
    /// One name was filled down over all rows.
    OneName,
    NoIdentities,
}

pub fn measure(_: &Asked, table: &mut Table) -> Result<(), String> {
    let made = begin()?;
    let Made { office, supervisor, .. } = &made;
    let (preview, took) = opened(&made, 0xd1, register(PEOPLE, Register::Whole)?)?;
    table.add("import: preview of 10,000 people", &took, Budget::Millis(3_000));
    let import = json!({ "id": preview["id"] });
    let mut taken = Vec::new();
    for row in 2..12 {
        let wrong = json!({
            "id": preview["id"], "table": "beneficiaries", "row": row, "field": "id_number", "text": "1234567890"
        });
        let started = Instant::now();
        call(office, supervisor, "importing.correct", wrong)?;
        taken.push(started.elapsed());
        let back = json!({ "id": preview["id"], "table": "beneficiaries", "row": row, "field": "id_number" });
        call(office, supervisor, "importing.correct", back)?;
    }
    table.add("import: one cell of 10,000 people corrected", &Timings::from(taken), Budget::Millis(300));
    let rows = preview["data_rows"].as_u64().unwrap_or_default();
    let started = Instant::now();
    let report = call(office, supervisor, "importing.save", import)?;
    table.add("import: saved, on the disk", &Timings::from(vec![started.elapsed()]), Budget::Millis(10_000));
    let said = format!("{} of {rows}", report["ready"]);
    table.say("import: people that came in; the rest may be somebody's double", &said, "", None);
    forget_peak();
    for (number, (what, kind)) in [
        ("import: preview of 100,000 people", Register::Whole),
        ("import: of 100,000 with one name filled down", Register::OneName),
        ("import: of 100,000 without identity numbers", Register::NoIdentities),
    ]
    .into_iter()
    .enumerate()
    {
        let (_, took) = opened(&made, 0xe0 + number, register(MANY, kind)?)?;
        table.add(what, &took, Budget::Millis(10_000));
    }
    memory(table, "import: memory, most in use meanwhile", MEMORY);
    office.close();
    Ok(())
}

/// Hands a register over, and gives its preview.
fn opened(made: &Made, number: usize, register: String) -> Result<(Value, Timings), String> {
    let Made { office, supervisor, .. } = made;
    let admitted = office.admit_file(supervisor, "importing.open").map_err(|failure| failure.to_string())?;
    let ticket = office.receive(&admitted, register.into_bytes()).map_err(|failure| failure.to_string())?;
    let id = format!("0190000a-0000-7000-8000-0000000000{number:02x}");
    let handed = json!({ "id": id, "subject": "beneficiaries", "name": "سجل.csv", "ticket": ticket });
    let started = Instant::now();
    let preview = call(office, supervisor, "importing.open", handed)?;
    Ok((preview, Timings::from(vec![started.elapsed()])))
}

fn register(people: usize, kind: Register) -> Result<String, String> {
    let mut register = String::from(HEAD);
    for number in 0..people {
        let person = crate::data::person(number).map_err(crate::data::text)?;
        let name = if kind == Register::OneName { "نورة سعد محمد العتيبي" } else { &person.name };
        let identity = if kind == Register::NoIdentities { "" } else { &person.identity };
        // Writing into a string cannot fail.
        let _ = write!(
            register,
            "\nم-{},{name},{identity},{},بريدة,الريان,{}",
            number + 1,
            person.mobile.replacen("+966", "0", 1),
            number % 9 + 1
        );
    }
    Ok(register)
}

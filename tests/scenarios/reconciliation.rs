//! A bank's statement is read and proven, and tells whose account it is.

use crate::books::{Story, id};
use office::Caller;
use serde_json::{Value, json};
use sharaka_tests::bring;

const STATEMENT: &[u8] = include_bytes!("../../crates/bank/cases/qassim.csv");
const MESSAGE: &[u8] = include_bytes!("../../crates/bank/cases/qassim.mt940");

fn preview(story: &Story, who: &Caller, name: &str, bytes: &[u8]) -> kernel::Result<Value> {
    let ticket = bring(&story.office, who, "reconciliation.preview", bytes)?;
    Ok(story.office.call(who, "reconciliation.preview", json!({ "name": name, "ticket": ticket }))?.value)
}

#[test]
fn a_statement_is_read_proven_and_known_by_its_account() {
    let story = Story::new();
    let before = preview(&story, &story.finance, "كشف أكتوبر.csv", STATEMENT).unwrap();
    assert_eq!(before["funds"], json!([]), "no fund of this office is kept there");
    let fund = json!({ "id": id(0x77), "name": "محفظة بريدة", "class": "unrestricted", "kind": "loan_pool",
                       "bank_account": "SA3180214651785619433823" });
    story.done("funds.add", fund);

    for (name, bytes) in [("كشف أكتوبر.csv", STATEMENT), ("october.sta", MESSAGE)] {
        let read = preview(&story, &story.finance, name, bytes).unwrap();
        assert_eq!(read["funds"], json!(["محفظة بريدة"]), "{name}");
        assert_eq!(read["bank"], "مصرف الراجحي");
        let figures = ["into", "out", "into_lines", "out_lines"].map(|name| read[name].as_i64().unwrap());
        let lines = read["statement"]["lines"].as_array().unwrap();
        assert_eq!((figures[0], figures[1]), (15_793_175, 30_258_685), "{name}");
        assert_eq!(figures[2] + figures[3], i64::try_from(lines.len()).unwrap());
        assert_eq!((&read["first"], &read["last"]), (&json!("2026-10-01"), &json!("2026-10-31")));
    }
    assert!(preview(&story, &story.researcher, "كشف.csv", STATEMENT).is_err(), "payers stand in it by name");
}

#[test]
fn a_statement_from_which_a_line_is_missing_is_refused_with_the_line() {
    let story = Story::new();
    let mut lines: Vec<&[u8]> = STATEMENT.split_inclusive(|byte| *byte == b'\n').collect();
    lines.remove(40);
    let failure = preview(&story, &story.finance, "كشف.csv", &lines.concat()).unwrap_err();
    let kernel::Failure::Refused(refusal) = failure else { panic!("{failure}") };
    assert_eq!((refusal.code.to_string().as_str(), refusal.args["line"].as_str()), ("bank.sums", "41"));
}

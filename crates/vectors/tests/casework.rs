//! The casework cases hold, and the runner says so when they do not.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "in a test, what goes wrong is to stop it")]

use serde_norway::Value;
use std::path::{Path, PathBuf};
use vectors::Report;

fn cases() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases/casework")
}

/// Runs a file with this name and text.
fn run(rule: &str, yaml: &str) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(format!("{rule}.yml"));
    std::fs::write(&file, yaml).unwrap();
    vectors::run(&[file])
}

#[test]
fn every_case_holds() {
    let report = vectors::run(&[cases()]);
    assert_eq!(report.failed, 0, "{:#?}", report.lines);
    assert!(report.passed >= 50, "cases are missing: {report}");
}

#[test]
fn a_wrong_value_names_the_case_the_key_and_both_values() {
    let case = "- id: A\n  on: 2026-11-21\n  loan: {dpd: 1, overdue_since: 2026-11-20}\n  expect: {hold: none}\n";
    let report = run("holds", case);
    assert!(report.lines[0].ends_with("holds.yml A: hold: wanted none, found opened"), "{:?}", report.lines);
    assert_eq!(run("holds", &case.replace("hold: none", "hold: opened")).passed, 1, "the right one passes");
}

#[test]
fn what_cannot_be_understood_is_a_failure() {
    let not_understood = [
        ("holds", "  on: 2026-11-21\n  expect: {holds: none}\n", "unknown key holds"),
        ("holds", "  on: 2026-11-21\n  loans: {}\n  expect: {hold: none}\n", "unknown key loans"),
        ("holds", "  on: 2026-11-21\n  loan: {state: gone}\n  expect: {hold: none}\n", "unknown rule gone"),
        ("holds", "  on: 2026-11-21\n  settings: {holds_dpd: 1}\n  expect: {hold: none}\n", "unknown key holds_dpd"),
        ("holds", "  on: 2026-11-21\n  visits: [{id: v, by: x, who: y}]\n  expect: {hold: none}\n", "unknown key who"),
        ("holds", "  on: 2026-11-21\n  expect: {}\n", "expects nothing"),
        ("holds", "  on: 2026-11-21\n", "the key expect is missing"),
        ("capacity", "  expect: {}\n", "the key amount is missing"),
    ];
    for (rule, given, why) in not_understood {
        let report = run(rule, &format!("- id: A\n{given}"));
        assert_eq!((report.passed, report.failed), (0, 1), "{given}");
        assert!(report.lines[0].contains(why), "{given} must fail with «{why}», not with: {}", report.lines[0]);
    }
    assert_eq!(run("survey_of_nothing", "- id: A\n  expect: {a: 1}\n").failed, 1, "an unknown file name fails");
    let mut report = Report::default();
    vectors::casework::run_file(Path::new("no/such/holds.yml"), &mut report);
    assert_eq!((report.passed, report.failed), (0, 1), "a missing file fails");
}

/// Every value that the cases expect is changed, one at a time: each change must make its case fail. So no expectation is
/// passed over.
#[test]
fn no_expectation_can_be_wrong_unseen() {
    let mut changes = 0;
    for file in std::fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap().path()) {
        let rule = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        let Value::Sequence(cases) = serde_norway::from_str(&text).unwrap() else { panic!("a list of cases") };
        let mut wrong = Vec::new();
        for case in &cases {
            for expect in wrong_values(&case["expect"]) {
                let mut changed = case.clone();
                changed["expect"] = expect;
                changed["id"] = Value::from(format!("case {}", wrong.len()));
                wrong.push(changed);
            }
        }
        let report = run(&rule, &serde_norway::to_string(&wrong).unwrap());
        assert_eq!(report.passed, 0, "{rule}: {} of {} wrong expectations pass", report.passed, wrong.len());
        changes += wrong.len();
    }
    assert!(changes > 300, "only {changes} expectations were tried");
}

/// Each value with one leaf changed or one item more.
fn wrong_values(value: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    match value {
        Value::Mapping(mapping) => {
            for (key, inner) in mapping {
                for wrong in wrong_values(inner) {
                    let mut changed = mapping.clone();
                    changed.insert(key.clone(), wrong);
                    all.push(Value::Mapping(changed));
                }
            }
        }
        Value::Sequence(items) => {
            for (position, item) in items.iter().enumerate() {
                for wrong in wrong_values(item) {
                    let mut changed = items.clone();
                    changed[position] = wrong;
                    all.push(Value::Sequence(changed));
                }
            }
            let mut longer = items.clone();
            longer.push(Value::from("more"));
            all.push(Value::Sequence(longer));
        }
        Value::Bool(truth) => all.push(Value::Bool(!truth)),
        Value::Number(number) => all.push(Value::from(number.as_i64().unwrap() + 1)),
        Value::String(text) => all.push(Value::from(format!("{text}1"))),
        Value::Null | Value::Tagged(_) => panic!("no empty value and no tag in case files"),
    }
    all
}

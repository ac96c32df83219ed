//! The lending cases hold, and the runner says so when they do not.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "in a test, what goes wrong is to stop it")]

use serde_norway::Value;
use std::path::{Path, PathBuf};
use vectors::Report;

fn cases() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases/lending")
}

/// Runs a file with this text.
fn run(yaml: &str) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("stories.yml");
    std::fs::write(&file, yaml).unwrap();
    let mut report = Report::default();
    vectors::lending::run_file(&file, &mut report);
    report
}

/// The one line of a file whose only story must fail.
fn failing_line(yaml: &str) -> String {
    let report = run(yaml);
    assert_eq!((report.passed, report.failed), (0, 1), "exactly one failure is wanted: {yaml}");
    report.lines[0].clone()
}

/// A story of one loan of 300 riyals in three months, with what is given.
fn story(given: &str) -> String {
    format!(
        "- id: A\n  about: a\n  source: b\n  loan: {{principal: \"300.00\", instalments: 3, every: {{months: 1}}, \
         start: 2025-01-01}}\n{given}"
    )
}

#[test]
fn every_story_holds() {
    let report = vectors::run(&[cases()]);
    assert_eq!(report.failed, 0, "{:#?}", report.lines);
    assert!(report.passed >= 101, "stories are missing: {report}");
}

#[test]
fn a_wrong_number_names_the_story_the_key_and_both_values() {
    assert_eq!(run(&story("  expect: {amounts: [\"100.00 x3\"]}\n")).passed, 1, "the right number passes");
    let line = failing_line(&story("  expect: {amounts: [\"100.00 x2\", \"100.01\"]}\n"));
    assert!(line.contains("stories.yml A: amounts: wanted [100.00, 100.00, 100.01], found [100.00, 100.00, 100.00]"));
}

#[test]
fn what_cannot_be_understood_is_a_failure() {
    let not_understood = [
        ("  expect: {amount: []}\n", "unknown key amount"),
        ("  expect: {dpd: 0}\n", "wanted the key on beside it"),
        ("  checks: [{after: p1, balance: \"0.00\"}]\n", "no event has the id p1"),
        ("  expect: {balance: 300.00}\n", "wanted an amount in quotes"),
        ("  expect: {due: [2025-02-30]}\n", "wanted a day"),
        ("  expect: {status: paid}\n", "unknown status paid"),
        ("  events: [{on: 2025-01-02, repay: \"1.00\", adds: 1}]\n  expect: {}\n", "unknown key adds"),
        ("  events: [{on: 2025-01-02, collect: \"1.00\"}]\n  expect: {}\n", "no known kind of event"),
        ("  events: [{on: 2025-01-02, repay: \"1.00\", advance: first}]\n  expect: {}\n", "unknown rule first"),
        ("  events: [{on: 2025-01-02, repay: \"1.00\", refund: \"1.00\"}]\n  expect: {}\n", "more than one kind"),
        ("  events: [{on: 2025-01-02, write_off: false}]\n  expect: {}\n", "wanted true, found false"),
        ("  events: [{on: 2025-01-02, repay: \"1.00\", refused: true}]\n  expect: {}\n", "wanted refused"),
        ("  events: [{on: 2025-01-02, refund: \"1.00\"}]\n  expect: {}\n", "wanted accepted"),
        ("  events: [{on: 2025-01-02, undo: p9}]\n  expect: {}\n", "wanted accepted"),
        ("  notes: a\n  expect: {}\n", "unknown key notes"),
        ("  expect: {refused: true}\n", "wanted true, found false"),
        ("", "expects nothing"),
    ];
    for (given, why) in not_understood {
        let line = failing_line(&story(given));
        assert!(line.contains(why), "{given} must fail with «{why}», not with: {line}");
    }
}

#[test]
fn unknown_terms_and_rules_are_failures() {
    let good = story("  expect: {balance: \"300.00\"}\n");
    assert_eq!(run(&good).passed, 1);
    for (from, to) in [
        ("start: 2025-01-01", "start: 2025-01-01, penalty: \"1.00\""),
        ("start: 2025-01-01", "start: 2025-01-01, split: halves"),
        ("start: 2025-01-01", "start: 2025-01-01, weekend: [friday]"),
        ("start: 2025-01-01", "start: 2025-01-01, advance: first"),
        ("start: 2025-01-01", "start: 2025-01-01, holidays: [{from: 2025-02-01, to: 2025-02-02, rule: sleep}]"),
        ("start: 2025-01-01", "start: 2025-01-01, holidays: [{from: 2025-02-01, to: 2025-02-02, rule: fixed}]"),
        ("start: 2025-01-01", "start: 2025-01-01, length: {hijri_months: 3}"),
        ("start: 2025-01-01", "start: 2025-01-01, basis: submission"),
        ("{months: 1}", "{years: 1}"),
        ("{months: 1}", "{months: 1, days: 1}"),
        ("\"300.00\", instalments", "300.00, instalments"),
    ] {
        failing_line(&good.replace(from, to));
    }
}

#[test]
fn a_file_that_cannot_be_read_is_a_failure() {
    let mut report = Report::default();
    vectors::lending::run_file(Path::new("no/such/file.yml"), &mut report);
    assert_eq!((report.passed, report.failed), (0, 1), "a missing file fails");
    for yaml in ["", "[]", "a: b", "- [", "- id: A\n- id: A\n"] {
        assert!(run(yaml).failed > 0 && run(yaml).passed == 0, "{yaml:?} is no list of stories");
    }
}

#[test]
fn two_stories_of_one_name_are_a_failure() {
    let one = story("  expect: {balance: \"300.00\"}\n");
    let report = run(&format!("{one}{one}"));
    assert_eq!((report.passed, report.failed), (1, 1));
}

/// Every value that the cases expect is changed, one at a time: each change must make its story fail. So no expectation
/// is passed over.
#[test]
fn no_expectation_can_be_wrong_unseen() {
    let mut changes = 0;
    let files = std::fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap().path());
    for file in files.filter(|file| file.extension().is_some_and(|extension| extension == "yml")) {
        let text = std::fs::read_to_string(file).unwrap();
        let Value::Sequence(stories) = serde_norway::from_str(&text).unwrap() else { panic!("a list of stories") };
        for story in stories {
            for changed in wrong_versions(&story) {
                let yaml = serde_norway::to_string(&vec![&changed]).unwrap();
                assert_eq!(run(&yaml).passed, 0, "a wrong expectation passes: {yaml}");
                changes += 1;
            }
        }
    }
    assert!(changes > 750, "only {changes} expectations were tried");
}

/// The story with one expected value changed, for each of them. What chooses the state (`on`, `after`) stays, and so do
/// the loans and bands of a portfolio, which are given and not expected.
fn wrong_versions(story: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    for key in ["expect", "checks", "calendar"] {
        let Some(expected) = story.get(key) else { continue };
        for wrong in wrong_values(expected) {
            let mut changed = story.clone();
            changed[key] = wrong;
            all.push(changed);
        }
    }
    all
}

fn wrong_values(value: &Value) -> Vec<Value> {
    match value {
        Value::Mapping(mapping) => {
            let mut all = Vec::new();
            for (key, inner) in mapping.iter().filter(|(key, _)| !matches!(key.as_str(), Some("on" | "after"))) {
                for wrong in wrong_values(inner) {
                    let mut changed = mapping.clone();
                    changed.insert(key.clone(), wrong);
                    all.push(Value::Mapping(changed));
                }
            }
            all
        }
        Value::Sequence(items) => {
            let mut all = Vec::new();
            for (position, item) in items.iter().enumerate() {
                for wrong in wrong_values(item) {
                    let mut changed = items.clone();
                    changed[position] = wrong;
                    all.push(Value::Sequence(changed));
                }
            }
            all
        }
        Value::Bool(truth) => vec![Value::Bool(!truth)],
        Value::Number(number) => vec![Value::from(number.as_i64().unwrap() + 1)],
        Value::Null => vec![Value::from(9_999)],
        Value::String(text) => vec![Value::from(wrong_text(text))],
        Value::Tagged(_) => panic!("no tags in case files"),
    }
}

/// Another last digit, another count, another word.
fn wrong_text(text: &str) -> String {
    if text == "1410-08-30" {
        return "1410-08-29".to_owned();
    }
    let (head, tail) = text.split_once(" x").unwrap_or((text, ""));
    let tail = if tail.is_empty() { String::new() } else { format!(" x{tail}") };
    match head.chars().last().and_then(|last| last.to_digit(10)) {
        Some(digit) => format!("{}{}{tail}", &head[..head.len() - 1], (digit + 1) % 10),
        None if text == "active" => "closed".to_owned(),
        None => "active".to_owned(),
    }
}

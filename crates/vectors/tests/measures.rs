//! The cases of figures and of moderation hold, and the runner says so when they do not.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "in a test, what goes wrong is to stop it")]

use serde_norway::Value;
use std::path::PathBuf;
use vectors::Report;

/// The files of these rules, and how many cases each holds.
const FILES: [(&str, usize); 4] = [("kpi", 33), ("survey", 23), ("indicators", 20), ("moderation", 25)];

fn file(rule: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("cases/casework/{rule}.yml"))
}

/// Runs a text as the file of a rule.
fn run(rule: &str, yaml: &str) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(format!("{rule}.yml"));
    std::fs::write(&file, yaml).unwrap();
    vectors::run(&[file])
}

#[test]
fn every_case_holds() {
    for (rule, cases) in FILES {
        let report = vectors::run(&[file(rule)]);
        assert_eq!((report.passed, report.failed), (cases, 0), "{rule}: {:#?}", report.lines);
    }
}

#[test]
fn a_wrong_value_names_the_case_the_key_and_both_values() {
    let case = "- {id: A, kpi: K5, to: 2026-11-30, rows: [{received: 2026-11-30}], expect: {open: 2, by_age: [1, 0, 0, 0, 0]}}\n";
    let report = run("kpi", case);
    assert!(report.lines[0].ends_with("kpi.yml A: open: wanted 2, found 1"), "{:?}", report.lines);
    assert_eq!(run("kpi", &case.replace("open: 2", "open: 1")).passed, 1, "the right one passes");
}

#[test]
fn what_cannot_be_understood_is_a_failure() {
    let not_understood = [
        ("kpi", "kpi: K12, rows: [], expect: {n: 1}", "unknown indicator K12"),
        ("kpi", "kpi: K5, rows: [], expect: {open: 0}", "the key to is missing"),
        ("kpi", "kpi: K4, to: 2026-11-30, rows: [], expect: {n: 0}", "the keys from and to are missing"),
        (
            "kpi",
            "kpi: K5, to: 2026-11-30, rows: [{recieved: 2026-11-30}], expect: {open: 1}",
            "the key received is missing",
        ),
        ("kpi", "kpi: K5, to: 2026-11-30, rows: [{received: 2026-11-30, by: a}], expect: {open: 1}", "unknown key by"),
        ("kpi", "kpi: K5, to: 2026-11-30, rows: [{received: 2026-11-31}], expect: {open: 1}", "wanted a day"),
        ("kpi", "kpi: K5, to: 2026-11-30, rows: [], holidays: [], expect: {open: 0}", "unknown key holidays"),
        ("kpi", "kpi: K5, to: 2026-11-30, rows: [], settings: {age: 1}, expect: {open: 0}", "unknown key age"),
        ("kpi", "kpi: K5, to: 2026-11-30, rows: [], expect: {opened: 0}", "unknown key opened"),
        ("kpi", "kpi: K5, to: 2026-11-30, rows: [], expect: {}", "expects nothing"),
        ("kpi", "kpi: K5, to: 2026-11-30, rows: []", "the key expect is missing"),
        ("kpi", "kpi: K5, to: 2026-11-30, rows: [], expect: {refused: [period]}", "found accepted"),
        ("kpi", "kpi: K25, rows: [], expect: {n: 1}", "found refused not_a_count"),
        ("kpi", "kpi: K25, rows: [], expect: {refused: [not_a_count], n: 1}", "nothing can be expected beside refused"),
        (
            "kpi",
            "kpi: K14, from: 2026-11-01, to: 2026-11-01, rows: [{tool: a, received: 2026-11-01}], expect: {totals: []}",
            "wanted a day and a time",
        ),
        ("survey", "answers: [5], table: [[1]], expect: {valid: 1}", "wanted one of"),
        ("survey", "answers: [5], purpose: play, expect: {valid: 1}", "unknown purpose play"),
        ("survey", "answers: [five], expect: {valid: 1}", "wanted an answer"),
        ("survey", "groups: {a: [3, 2]}, expect: {shown: {}}", "more satisfied than valid"),
        ("indicators", "expect: {progress: 1}", "nothing is given"),
        (
            "indicators",
            "indicators: [{id: a, kind: stay, target: 1}], on: 2026-11-21, expect: {counts: []}",
            "unknown kind stay",
        ),
        ("indicators", "initiatives: [], expect: {progress: none}", "the key on is missing"),
        ("moderation", "pair: [a], expect: {similarity: 1}", "wanted two texts"),
        ("moderation", "text: a, flags: [], expect: {length: 1}", "unknown key flags"),
        ("moderation", "text: a, settings: {words_5: []}, expect: {length: 1}", "unknown key words_5"),
    ];
    for (rule, given, why) in not_understood {
        let report = run(rule, &format!("- {{id: A, {given}}}\n"));
        assert_eq!((report.passed, report.failed), (0, 1), "{given}");
        assert!(report.lines[0].contains(why), "{given} must fail with «{why}», not with: {}", report.lines[0]);
    }
    assert_eq!(run("kpi", "[]").failed, 1, "a file without cases fails");
    assert_eq!(
        run("kpis", "- {id: A, kpi: K5, to: 2026-11-30, rows: [], expect: {open: 0}}\n").failed,
        1,
        "so does an unknown name"
    );
    let twice = "- {id: A, kpi: K5, to: 2026-11-30, rows: [], expect: {open: 0}}\n".repeat(2);
    assert_eq!((run("kpi", &twice).passed, run("kpi", &twice).failed), (1, 1), "and the second case of one name");
}

/// Every value that the cases expect is changed, one at a time: each change must make its case fail. So no expectation
/// is passed over.
#[test]
fn no_expectation_can_be_wrong_unseen() {
    let mut changes = 0;
    for (rule, _) in FILES {
        let text = std::fs::read_to_string(file(rule)).unwrap();
        let Value::Sequence(cases) = serde_norway::from_str(&text).unwrap() else { panic!("a list of cases") };
        let mut wrong = Vec::new();
        for case in &cases {
            for expected in wrong_values(&case["expect"]) {
                let mut changed = case.clone();
                changed["expect"] = expected;
                changed["id"] = Value::from(format!("{}", wrong.len()));
                wrong.push(changed);
            }
        }
        let report = run(rule, &serde_norway::to_string(&wrong).unwrap());
        assert_eq!((report.passed, report.failed), (0, wrong.len()), "a wrong expectation of {rule} passes");
        changes += wrong.len();
    }
    assert!(changes > 600, "only {changes} expectations were tried");
}

/// The value with one scalar in it changed, for each of them; an empty list or mapping gets something.
fn wrong_values(value: &Value) -> Vec<Value> {
    match value {
        Value::Mapping(mapping) if mapping.is_empty() => vec![Value::from("none")],
        Value::Sequence(items) if items.is_empty() => vec![Value::Sequence(vec![Value::from(0)])],
        Value::Mapping(mapping) => {
            let one = |(key, inner): (&Value, &Value)| {
                let with = |wrong| {
                    let mut changed = mapping.clone();
                    changed.insert(key.clone(), wrong);
                    Value::Mapping(changed)
                };
                wrong_values(inner).into_iter().map(with).collect::<Vec<_>>()
            };
            mapping.iter().flat_map(one).collect()
        }
        Value::Sequence(items) => {
            let one = |(place, inner): (usize, &Value)| {
                let with = |wrong| {
                    let mut changed = items.clone();
                    changed[place] = wrong;
                    Value::Sequence(changed)
                };
                wrong_values(inner).into_iter().map(with).collect::<Vec<_>>()
            };
            items.iter().enumerate().flat_map(one).collect()
        }
        Value::Bool(truth) => vec![Value::Bool(!truth)],
        Value::Number(number) => vec![Value::from(number.as_i64().unwrap() + 1)],
        Value::String(text) => vec![Value::from(format!("{text}1"))],
        Value::Null | Value::Tagged(_) => panic!("neither nothing nor tags in case files"),
    }
}

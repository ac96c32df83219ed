//! `sharaka import` is killed fifty times at random moments: each time everything has come in, or nothing.

use crate::office::Dice;
use office::{Caller, Office, Options, SessionChange};
use serde_json::{Value, json};
use sharaka_tests::program;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const KILLS: usize = 50;
const PASSWORD: &str = "كلمة مرور طويلة 1448";
const REGISTER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/intake/cases/qassim/beneficiaries.xlsx");
/// Rows of the register that go in.
const PEOPLE: u64 = 292;

fn open(root: &Path) -> Office {
    app::open(root, Options { cost: database::Cost::cheap(), ..Options::default() }).unwrap()
}

fn found(root: &Path) {
    let office = open(root);
    let set_up = json!({
        "association": {
            "name_ar": "جمعية غراس", "name_en": "Ghiras", "licence_no": "1", "unified_no": "7001234567", "region": "القصيم",
        },
        "administrator": { "name": "نورة", "login": "noura", "password": PASSWORD },
        "digits": "latin", "calendar": "gregorian",
    });
    office.call(&Caller::Nobody, "office.set_up", set_up).unwrap();
    office.close();
}

fn importing(root: &Path) -> Command {
    let mut command = Command::new(program("SHARAKA_BIN", "sharaka"));
    command.args(["import", REGISTER, "--subject", "beneficiaries", "--as", "noura", "--office"]).arg(root);
    command.env("SHARAKA_PASSWORD", PASSWORD).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The people of the office, the imports it tells of, and the lines of its trail that tell of one.
fn held(root: &Path) -> [u64; 3] {
    let office = open(root);
    let entered =
        office.call(&Caller::Nobody, "session.sign_in", json!({ "login": "noura", "password": PASSWORD })).unwrap();
    let SessionChange::Begun(token) = entered.session else { panic!("the office must open after a kill") };
    let caller = Caller::Holder(token);
    let told = |command: &str, input: Value| office.call(&caller, command, input).unwrap().value;
    let people = told("beneficiaries.list", json!({}))["total"].as_u64().unwrap();
    let runs = told("importing.runs", json!({}))["runs"].as_array().unwrap().len() as u64;
    let lines = told("audit.list", json!({}))["lines"].as_array().unwrap().clone();
    let saved = lines.iter().filter(|line| line["command"] == "importing.save" && line["outcome"] == "done").count();
    assert_eq!(told("audit.verify", json!({}))["broken_at"], Value::Null, "the trail holds together");
    office.close();
    [people, runs, saved as u64]
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_killed_import_leaves_everything_or_nothing() {
    let scratch = tempfile::tempdir().unwrap();
    let pristine = scratch.path().join("pristine");
    found(&pristine);
    let whole = scratch.path().join("whole");
    copy(&pristine, &whole);
    let began = Instant::now();
    assert!(importing(&whole).status().unwrap().success());
    let takes = began.elapsed();
    assert_eq!(held(&whole), [PEOPLE, 1, 1]);

    let mut dice = Dice::new(0x1448_0050);
    let (mut nothing, mut everything) = (0, 0);
    for life in 0..KILLS {
        let root = scratch.path().join(format!("life {life}"));
        copy(&pristine, &root);
        let mut child = importing(&root).spawn().unwrap();
        // The later half of a run is where the saving is; the start is tried as well.
        let span = takes.as_micros() as usize;
        let after = if life % 5 == 0 { dice.below(span) } else { span / 3 + dice.below(span) };
        std::thread::sleep(Duration::from_micros(after as u64));
        // SIGKILL: no handler runs, no buffer is flushed.
        child.kill().unwrap();
        child.wait().unwrap();
        match held(&root) {
            [0, 0, 0] => nothing += 1,
            [PEOPLE, 1, 1] => everything += 1,
            other => panic!("life {life}, killed after {after} µs: half an import is left: {other:?}"),
        }
        fs::remove_dir_all(&root).unwrap();
    }
    assert!(nothing >= 5 && everything >= 5, "the kills miss the save: {nothing} before it, {everything} after it");
}

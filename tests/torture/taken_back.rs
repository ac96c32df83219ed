//! A program that takes an import back – people, loans, and hundreds of entries of the books – is killed at random moments:
//! each time everything it made is gone and reversed, or nothing is.

use crate::office::Dice;
use office::{Caller, Office, Options, SessionChange};
use serde_json::{Value, json};
use sharaka_tests::bring;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const KILLS: usize = 40;
const PASSWORD: &str = "كلمة مرور طويلة 1448";
const FIRST_PASSWORD: &str = "أول كلمة مرور 1448";
const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/intake/cases/qassim");
/// Names the office to the child.
const OFFICE: &str = "SHARAKA_TORTURE_OFFICE";
/// The import of loans.
const LOANS: &str = "0190000a-0000-7000-8000-0000000000c3";

fn open(root: &Path) -> Office {
    app::open(root, Options { cost: database::Cost::cheap(), ..Options::default() }).unwrap()
}

fn entered(office: &Office, login: &str, password: &str) -> Caller {
    let input = json!({ "login": login, "password": password });
    let entered = office.call(&Caller::Nobody, "session.sign_in", input).unwrap();
    let SessionChange::Begun(token) = entered.session else { panic!("the office must open after a kill") };
    Caller::Holder(token)
}

fn told(office: &Office, caller: &Caller, command: &str, input: Value) -> Value {
    office.call(caller, command, input).unwrap_or_else(|failure| panic!("{command}: {failure}")).value
}

fn import(office: &Office, who: &Caller, id: &str, subject: &str, name: &str) {
    let ticket = bring(office, who, "importing.open", fs::read(format!("{FILES}/{name}")).unwrap()).unwrap();
    told(office, who, "importing.open", json!({ "id": id, "subject": subject, "name": name, "ticket": ticket }));
    told(office, who, "importing.save", json!({ "id": id }));
}

/// An office of two people with the loans of an association, of which one of them asks that they be taken back.
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
    let noura = entered(&office, "noura", PASSWORD);
    let person = json!({ "id": "0190000a-0000-7000-8000-0000000000c0", "name": "منى", "login": "mona",
                         "role": "supervisor", "password": FIRST_PASSWORD });
    told(&office, &noura, "staff.add", person);
    let mona = entered(&office, "mona", FIRST_PASSWORD);
    told(&office, &mona, "session.change_password", json!({ "old": FIRST_PASSWORD, "new": PASSWORD }));
    import(&office, &noura, "0190000a-0000-7000-8000-0000000000c1", "beneficiaries", "beneficiaries.xlsx");
    import(&office, &noura, "0190000a-0000-7000-8000-0000000000c2", "openings", "fund_opening.xlsx");
    import(&office, &noura, LOANS, "loans", "loans.xlsx");
    told(&office, &mona, "importing.approve", json!({ "id": LOANS, "cash_accepted": true }));
    told(&office, &noura, "importing.ask_back", json!({ "id": LOANS, "reason": "ملف سنة أخرى" }));
    office.close();
}

/// The child: takes the import back, and says when it begins and when it is done.
#[test]
#[ignore = "the program that is killed; a_killed_taking_back_leaves_everything_or_nothing starts it"]
fn taking_back_child() {
    let root = PathBuf::from(std::env::var_os(OFFICE).expect("started by the killing test, with its office"));
    let office = open(&root);
    let mona = entered(&office, "mona", PASSWORD);
    let mut out = std::io::stdout();
    writeln!(out, "begins").unwrap();
    out.flush().unwrap();
    told(&office, &mona, "importing.take_back", json!({ "id": LOANS }));
    writeln!(out, "is done").unwrap();
    out.flush().unwrap();
    std::thread::sleep(Duration::from_secs(60));
}

/// Starts the child, kills it so long after it begins, and gives whether it said that it was done.
fn one_life(root: &Path, after: Option<Duration>) -> (bool, Duration) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "taken_back::taking_back_child", "--ignored", "--nocapture"])
        .env(OFFICE, root)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut hears = |what: &str| lines.by_ref().map_while(Result::ok).any(|line| line.ends_with(what));
    assert!(hears("begins"));
    let began = Instant::now();
    let done = match after {
        None => hears("is done"),
        Some(after) => {
            std::thread::sleep(after);
            false
        }
    };
    let took = began.elapsed();
    // SIGKILL: no handler runs, no buffer is flushed.
    child.kill().unwrap();
    child.wait().unwrap();
    (done || hears("is done"), took)
}

/// What the office holds: loans, cash of its funds, entries, what it says of the import, and the lines that tell it went.
fn held(root: &Path) -> Value {
    let office = open(root);
    let noura = entered(&office, "noura", PASSWORD);
    let told = |command: &str, input: Value| told(&office, &noura, command, input);
    let funds = told("funds.list", json!({}))["funds"].clone();
    let cash: Vec<Value> = funds.as_array().unwrap().iter().map(|line| line["totals"]["cash"].clone()).collect();
    let run = told("importing.run", json!({ "id": LOANS }));
    let sound = told("backups.verify_office", json!({}));
    assert_eq!(sound["sound"], true, "{sound}");
    let books = told("funds.trial_balance", json!({}))["rows"].as_array().unwrap().len();
    let lines = told("audit.list", json!({ "limit": 500 }))["lines"].clone();
    let lines = lines.as_array().unwrap().iter();
    let gone = lines.filter(|line| line["command"] == "importing.take_back" && line["outcome"] == "done").count();
    let loans = told("loans.list", json!({}))["total"].clone();
    office.close();
    json!([loans, cash, run["made"], run["run"]["taken_back_by"], run["asked"]["state"], books, gone])
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
fn a_killed_taking_back_leaves_everything_or_nothing() {
    let scratch = tempfile::tempdir().unwrap();
    let pristine = scratch.path().join("pristine");
    found(&pristine);
    let whole = scratch.path().join("whole");
    copy(&pristine, &whole);
    let (done, takes) = one_life(&whole, None);
    assert!(done);
    let (before, after) = (held(&pristine), held(&whole));
    assert_eq!((&before[3], &before[4], &before[6]), (&json!(""), &json!("waiting"), &json!(0)));
    assert_eq!((&after[0], &after[2], &after[3]), (&json!(0), &json!([]), &json!("منى")), "{after}");
    assert_eq!(after[6], 1);

    let mut dice = Dice::new(0x1448_0051);
    let (mut nothing, mut everything) = (0, 0);
    for life in 0..KILLS {
        let root = scratch.path().join(format!("life {life}"));
        copy(&pristine, &root);
        // Most lives end while it is done; some just after.
        let span = takes.as_micros() as usize * 5 / 4;
        let killed = Duration::from_micros(dice.below(span) as u64);
        let (said, _) = one_life(&root, Some(killed));
        match held(&root) {
            found if found == after => everything += 1,
            found if found == before => {
                assert!(!said, "life {life}: it said that it was done, and it was not");
                nothing += 1;
            }
            other => panic!("life {life}, killed after {killed:?}: half an import is left: {other}"),
        }
        fs::remove_dir_all(&root).unwrap();
    }
    assert!(nothing >= 5 && everything >= 2, "the kills miss it: {nothing} before it, {everything} after it");
}

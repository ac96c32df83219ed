//! The files of an association through the command line: the same counts as through the screens, and nothing twice.

#![allow(clippy::unwrap_used, reason = "a test may stop where something is not as it should be")]

use office::{Caller, Options, SessionChange};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../intake/cases/qassim");
const PASSWORD: &str = "قهوة وتمر في بريدة";
/// What the administrator gave the finance officer.
const FIRST: &str = "مفتاح-أول-7788";

/// An office with its administrator, a finance officer and a supervisor.
fn office(folder: &Path) -> PathBuf {
    let root = folder.join("office");
    let office = app::open(&root, Options { cost: database::Cost::cheap(), ..Options::default() }).unwrap();
    let set_up = json!({
        "association": {
            "name_ar": "جمعية غراس", "name_en": "Ghiras", "licence_no": "1", "unified_no": "7001234567", "region": "القصيم",
        },
        "administrator": { "name": "منيرة", "login": "munira", "password": PASSWORD },
        "digits": "latin", "calendar": "gregorian",
    });
    let begun = office.call(&Caller::Nobody, "office.set_up", set_up).unwrap();
    let SessionChange::Begun(token) = begun.session else { panic!("a session must begin") };
    let finance = json!({
        "id": "0190000a-0000-7000-8000-000000000001", "name": "نوف", "login": "nouf", "role": "finance", "password": FIRST,
    });
    let administrator = Caller::Holder(token);
    office.call(&administrator, "staff.add", finance).unwrap();
    let supervisor = json!({
        "id": "0190000a-0000-7000-8000-000000000002", "name": "منى", "login": "mona", "role": "supervisor", "password": FIRST,
    });
    office.call(&administrator, "staff.add", supervisor).unwrap();
    for login in ["nouf", "mona"] {
        let entry = json!({ "login": login, "password": FIRST });
        let entered = office.call(&Caller::Nobody, "session.sign_in", entry).unwrap();
        let SessionChange::Begun(token) = entered.session else { panic!("a session must begin") };
        let own = json!({ "old": FIRST, "new": PASSWORD });
        office.call(&Caller::Holder(token), "session.change_password", own).unwrap();
    }
    office.close();
    root
}

fn sharaka(office: &Path, login: &str, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sharaka"));
    command.env("SHARAKA_PASSWORD", PASSWORD).args(args).args(["--as", login, "--office"]).arg(office);
    command.output().unwrap()
}

fn json_of(output: &Output) -> Value {
    let complaint = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {complaint}"))
}

fn key(file: &str) -> Value {
    let key: Value = serde_json::from_slice(&std::fs::read(format!("{FILES}/expected.json")).unwrap()).unwrap();
    key["files"][file].clone()
}

/// Every row of every sheet with the verdict and the reasons of the answer key.
fn compare(report: &Value, file: &str) {
    let key = key(file);
    let tables = report["judgement"]["tables"].as_object().unwrap();
    for sheet in key["sheets"].as_array().unwrap() {
        let table = tables.values().find(|table| table["name"] == sheet["name"]).unwrap();
        let rows = table["rows"].as_array().unwrap();
        let wanted = sheet["rows"].as_array().unwrap();
        assert_eq!(rows.len(), wanted.len(), "{}", sheet["name"]);
        for (row, wanted) in rows.iter().zip(wanted) {
            let codes = |row: &Value| -> Vec<Value> {
                row["reasons"].as_array().into_iter().flatten().map(|reason| reason["reason"].clone()).collect()
            };
            assert_eq!((&row["row"], &row["verdict"]), (&wanted["row"], &wanted["verdict"]), "{}", sheet["name"]);
            assert_eq!(codes(row), codes(wanted), "{} row {}", sheet["name"], row["row"]);
        }
        for (verdict, count) in sheet["counts"].as_object().unwrap() {
            assert_eq!(table["counts"][verdict].as_u64().unwrap_or(0), *count, "{verdict} of {}", sheet["name"]);
        }
    }
}

#[test]
fn the_files_of_an_association_come_in_by_command_with_the_counts_of_the_answer_key() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let file = |name: &str| format!("{FILES}/{name}");
    let steps = [
        ("munira", "beneficiaries", "beneficiaries.xlsx"),
        ("nouf", "openings", "fund_opening.xlsx"),
        ("nouf", "loans", "loans.xlsx"),
    ];
    for (login, subject, name) in steps {
        let dry = sharaka(&office, login, &["import", &file(name), "--subject", subject, "--dry-run", "--json"]);
        assert_eq!(dry.status.code(), Some(0));
        assert_eq!(json_of(&dry)["saved"], Value::Null);
        let refused = folder.path().join(format!("{name}-refused.xlsx"));
        let keep = ["--refused", refused.to_str().unwrap()];
        let done =
            sharaka(&office, login, &[&["import", &file(name), "--subject", subject, "--json"], &keep[..]].concat());
        assert_eq!(refused.exists(), name != "fund_opening.xlsx", "a sheet of refused rows where there are some");
        assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
        let report = json_of(&done);
        compare(&report, name);
        compare(&json_of(&dry), name);
        assert!(report["saved"]["ready"].as_u64().unwrap() > 0);
        assert_eq!(json_of(&dry)["rehearsed"]["waiting"], report["saved"]["waiting"], "a dry run tells what will wait");
        if subject == "loans" {
            let input = json!({ "id": report["saved"]["id"], "cash_accepted": true }).to_string();
            let own = sharaka(&office, login, &["call", "importing.approve", &input]);
            assert_ne!(own.status.code(), Some(0), "whoever brought it in does not approve it");
            let other = sharaka(&office, "mona", &["call", "importing.approve", &input]);
            assert_eq!(other.status.code(), Some(0), "{}", String::from_utf8_lossy(&other.stderr));
        }
    }
    let page = json_of(&sharaka(&office, "nouf", &["call", "loans.list", r#"{"limit":500}"#]));
    assert_eq!((&page["total"], &page["outstanding"]), (&json!(116), &json!(111_924_900)));
    for (login, subject, name) in [steps[0], steps[2]] {
        let again = sharaka(&office, login, &["import", &file(name), "--subject", subject, "--json"]);
        assert_eq!(again.status.code(), Some(3), "nothing of it goes in a second time");
        assert_eq!(json_of(&again)["why_not"][0]["code"], "nothing_ready");
    }
}

const OTHER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../intake/cases/jazan");

/// Every row of every sheet, by its place, ends as the key says: ready, refused for the same reasons, or asking the same.
fn compare_places(report: &Value, sheets: &Value) {
    let tables = report["judgement"]["tables"].as_object().unwrap();
    for sheet in sheets.as_array().unwrap() {
        let table = &tables[sheet["table"].as_str().unwrap()];
        let rows: Vec<&Value> =
            table["rows"].as_array().unwrap().iter().filter(|row| row["sheet"] == sheet["name"]).collect();
        let wanted = sheet["rows"].as_array().unwrap();
        assert_eq!(rows.len(), wanted.len(), "{}", sheet["name"]);
        for wanted in wanted {
            let here = |row: &&&Value| row["row"] == wanted["row"] && row["column"] == wanted["column"];
            let row = rows.iter().find(here).unwrap_or_else(|| panic!("{} {}", sheet["name"], wanted["row"]));
            let codes = |row: &Value, list: &str, name: &str| -> Vec<Value> {
                row[list].as_array().into_iter().flatten().map(|one| one[name].clone()).collect()
            };
            let place = format!("{} {} {}", sheet["name"], wanted["row"], wanted["column"]);
            let end = |row: &Value| match row["verdict"].as_str().unwrap() {
                "clean" | "normalised" => "ready".to_owned(),
                other => other.to_owned(),
            };
            assert_eq!(end(row), end(wanted), "{place}");
            assert_eq!(codes(row, "reasons", "reason"), codes(wanted, "reasons", "reason"), "{place}");
            assert_eq!(codes(row, "ask", "kind"), codes(wanted, "ask", "kind"), "{place}");
        }
    }
}

#[test]
fn the_files_of_an_office_with_other_habits_come_in_by_command_with_its_answers() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let key: Value = serde_json::from_slice(&std::fs::read(format!("{OTHER}/expected.json")).unwrap()).unwrap();
    for (login, subject, name) in [
        ("munira", "beneficiaries", "beneficiaries.xlsx"),
        ("munira", "beneficiaries", "beneficiaries_farasan.csv"),
        ("nouf", "openings", "openings.xlsx"),
        ("nouf", "loans", "loans.xlsx"),
    ] {
        let file = format!("{OTHER}/{name}");
        let answers = format!("{OTHER}/answers_{}.json", name.rsplit_once('.').unwrap().0);
        let args = ["import", &file, "--subject", subject, "--answers", &answers];
        let told = sharaka(&office, login, &[&args[..], &["--dry-run"]].concat());
        let told = String::from_utf8_lossy(&told.stdout).into_owned();
        for sheet in key["meta"]["not_tables"].as_array().unwrap().iter().filter(|sheet| sheet["file"] == name) {
            assert!(told.contains(sheet["sheet"].as_str().unwrap()), "a sheet that is left out is named: {told}");
        }
        let done = sharaka(&office, login, &[&args[..], &["--json"]].concat());
        assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
        let report = json_of(&done);
        compare_places(&report, &key["files"][name]["sheets"]);
        if subject == "loans" {
            let input = json!({ "id": report["saved"]["id"], "cash_accepted": true }).to_string();
            let other = sharaka(&office, "mona", &["call", "importing.approve", &input]);
            assert_eq!(other.status.code(), Some(0), "{}", String::from_utf8_lossy(&other.stderr));
        }
    }
    let page = json_of(&sharaka(&office, "nouf", &["call", "loans.list", r#"{"limit":500}"#]));
    let totals = &key["portfolio"]["totals"];
    assert_eq!((&page["total"], &page["outstanding"]), (&totals["loans"], &totals["outstanding_halalas"]));
}

#[test]
fn answers_are_taken_up_and_what_was_refused_is_handed_back() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let answers = folder.path().join("answers.json");
    let said = json!({
        "mends": [{ "table": "beneficiaries", "row": 9, "field": "birth_date", "text": "1962-04-17" }],
        "answers": [{ "table": "beneficiaries", "row": null, "ask": "suspected_duplicate", "decision": "leave_out" }],
    });
    std::fs::write(&answers, said.to_string()).unwrap();
    let refused = folder.path().join("refused.xlsx");
    let file = format!("{FILES}/beneficiaries.xlsx");
    let args = [
        "import",
        &file,
        "--subject",
        "beneficiaries",
        "--answers",
        answers.to_str().unwrap(),
        "--refused",
        refused.to_str().unwrap(),
    ];
    let done = sharaka(&office, "munira", &args);
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    let told = String::from_utf8(done.stdout).unwrap();
    assert!(told.contains("293 جاهز، 0 بانتظار جواب، 22 مرفوض، 5 متروك"), "{told}");
    let again = sharaka(
        &office,
        "munira",
        &["import", refused.to_str().unwrap(), "--subject", "beneficiaries", "--dry-run", "--json"],
    );
    assert_eq!((again.status.code(), &json_of(&again)["judgement"]["data_rows"]), (Some(3), &json!(22)));

    std::fs::write(&answers, r#"{"answer": []}"#).unwrap();
    let wrong = sharaka(&office, "munira", &args);
    assert_eq!(wrong.status.code(), Some(1), "a word that is not known is no answer");
    let missing = sharaka(&office, "munira", &["import", "/nowhere.xlsx", "--subject", "beneficiaries"]);
    assert_eq!(missing.status.code(), Some(1));
    let forbidden = sharaka(&office, "nouf", &["import", &file, "--subject", "beneficiaries"]);
    assert_eq!(forbidden.status.code(), Some(1), "finance does not keep files");
}

/// Loans whose instalments reach beyond what the program counts, with a loan of which a payment is then refused, too.
const FAR_DAYS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../intake/cases/failing/61_far_days.xlsx");

#[test]
fn a_dry_run_tells_what_saving_refuses_in_the_language_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let people = format!("{FILES}/beneficiaries.xlsx");
    let funds = format!("{FILES}/fund_opening.xlsx");
    for (login, subject, file) in [("munira", "beneficiaries", &people), ("nouf", "openings", &funds)] {
        assert_eq!(sharaka(&office, login, &["import", file, "--subject", subject]).status.code(), Some(0));
    }
    let said = |more: &[&str]| {
        let args = [&["import", FAR_DAYS, "--subject", "loans"], more].concat();
        let told = String::from_utf8(sharaka(&office, "nouf", &args).stdout).unwrap();
        told.lines().filter(|line| line.starts_with("  ")).map(str::to_owned).collect::<Vec<_>>()
    };
    let arabic = |line: &String| line.chars().any(|letter| ('\u{0600}'..='\u{06ff}').contains(&letter));
    let (english, ours) = (said(&["--dry-run", "--language", "en"]), said(&["--dry-run"]));
    assert!(!english.is_empty(), "the far days are refused");
    assert!(english.iter().all(|line| !arabic(line) && !line.contains('_')), "{english:?}");
    assert!(ours.len() == english.len() && ours.iter().all(arabic), "{ours:?}");
    assert_eq!(said(&["--language", "en"]), english, "saving refuses the same, in the same words");
}

#[test]
fn an_import_that_saved_nothing_does_not_speak_of_a_dry_run() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let file = format!("{FILES}/beneficiaries.xlsx");
    let import = |more: &[&str]| {
        let args = [&["import", file.as_str(), "--subject", "beneficiaries", "--language", "en"], more].concat();
        String::from_utf8(sharaka(&office, "munira", &args).stdout).unwrap()
    };
    assert!(import(&["--dry-run"]).ends_with("Nothing was saved (dry run).\n"));
    import(&[]);
    assert!(import(&[]).ends_with("Nothing was saved.\n"), "no row is new");
}

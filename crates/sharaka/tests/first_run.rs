//! An office from nothing, by the command line alone: set up, worked in, recovered.

#![allow(clippy::unwrap_used, reason = "a test may stop where something is not as it should be")]

use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const PASSWORD: &str = "قهوة وتمر في بريدة";

/// Runs `sharaka call`, with the input on standard input, as a script that keeps passwords out of the history does.
fn call(office: &Path, name: &str, input: &Value, who: Option<(&str, &str)>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sharaka"));
    command.args(["--language", "en", "call", name, "-", "--office"]).arg(office).env_remove("SHARAKA_PASSWORD");
    if let Some((login, password)) = who {
        command.args(["--as", login]).env("SHARAKA_PASSWORD", password);
    }
    let streams = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = streams.spawn().unwrap();
    running.stdin.take().unwrap().write_all(input.to_string().as_bytes()).unwrap();
    running.wait_with_output().unwrap()
}

fn value(output: &Output) -> Value {
    let complaint = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {complaint}"))
}

fn complaint(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "it should have been refused");
    assert!(output.stdout.is_empty(), "a refusal answers nothing");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn an_office_is_set_up_worked_in_and_recovered_without_a_screen() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let before = value(&call(&office, "office.look", &json!({}), None));
    assert_eq!(before["state"], "new");

    let set_up = json!({
        "association": { "name_ar": "جمعية غراس" },
        "administrator": { "name": "منيرة", "login": "munira", "password": PASSWORD },
    });
    let made = value(&call(&office, "office.set_up", &set_up, None));
    let code = made["recovery_code"].as_str().unwrap().to_owned();
    assert_eq!(code.split('-').count(), 8, "the code is printed, for this is the only time: {code}");

    assert_eq!(value(&call(&office, "office.look", &json!({}), None))["state"], "locked", "its session ended with it");
    let again = call(&office, "office.set_up", &set_up, None);
    assert!(complaint(&again).contains("already"), "an office is never made over another: {}", complaint(&again));

    let staff = value(&call(&office, "staff.list", &json!({}), Some(("munira", PASSWORD))));
    assert_eq!(staff["people"][0]["login"], "munira");
    let nobody = complaint(&call(&office, "staff.list", &json!({}), None));
    assert!(nobody.contains("staff.list") && nobody.contains("--as"), "it says what to add: {nobody}");
    let unknown = complaint(&call(&office, "staff.fly", &json!({}), None));
    assert!(!unknown.contains("--as"), "what does not exist needs nobody: {unknown}");

    let mistyped = folder.path().join("ofice");
    complaint(&call(&mistyped, "staff.list", &json!({}), Some(("munira", PASSWORD))));
    assert!(!mistyped.exists(), "a mistyped folder is not made");

    let recovered = json!({ "code": code, "login": "munira", "new_password": "كلمة-جديدة-1450" });
    value(&call(&office, "session.recover", &recovered, None));
    complaint(&call(&office, "staff.list", &json!({}), Some(("munira", PASSWORD))));
    value(&call(&office, "staff.list", &json!({}), Some(("munira", "كلمة-جديدة-1450"))));
}

#[test]
fn without_a_password_and_a_terminal_it_says_what_to_set() {
    let folder = tempfile::tempdir().unwrap();
    // A session of its own has no terminal, as in a job at night.
    let mut command = Command::new("setsid");
    command.arg("--wait").arg(env!("CARGO_BIN_EXE_sharaka")).args(["--language", "en", "verify", "--as", "munira"]);
    let run = command.arg("--office").arg(folder.path()).env_remove("SHARAKA_PASSWORD").stdin(Stdio::null());
    let told = complaint(&run.output().unwrap());
    assert!(told.contains("SHARAKA_PASSWORD") && !told.contains("Reference"), "{told}");
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sharaka"));
    let mut running = command.arg("commands").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(running.stdout.take());
    let ended = running.wait_with_output().unwrap();
    assert!(ended.status.success() && ended.stderr.is_empty(), "{}", String::from_utf8_lossy(&ended.stderr));
}

//! A double click, a retry, a broken line: the same request does its work once.

use crate::office::{PASSWORD, Story};
use kernel::Failure;
use serde_json::json;
use std::sync::{Arc, Mutex};
use std::time::Duration;

#[test]
fn the_same_request_again_gets_the_stored_answer_and_other_content_is_a_conflict() {
    let story = Story::begun();
    let request = Some(story.request_id());
    let input = json!({
        "id": story.person_id(), "name": "سارة الحربي", "login": "sara", "role": "finance", "password": "نخلة وظل وماء",
    });
    let first = story.office.call_once(&story.caller, request, "staff.add", input.clone()).expect("the first time");
    let again = story.office.call_once(&story.caller, request, "staff.add", input.clone()).expect("the same again");
    assert_eq!(first.value, again.value);
    let mut other = input;
    other["name"] = json!("سارة أخرى");
    let conflict = story.office.call_once(&story.caller, request, "staff.add", other).expect_err("other content");
    assert_eq!(conflict, Failure::conflict(office::REQUEST_REUSED));
    let people = story.told("staff.list", json!({}));
    assert_eq!(people["people"].as_array().map(Vec::len), Some(2), "nobody was added twice");
    let trail = story.told("audit.list", json!({ "feature": "staff" }));
    let done = trail["lines"].as_array().map(|lines| lines.iter().filter(|line| line["outcome"] == "done").count());
    assert_eq!(done, Some(1), "one deed, one line");
}

#[test]
fn a_refused_write_leaves_nothing_but_its_line() {
    let story = Story::begun();
    let before = story.told("staff.list", json!({}));
    let input = json!({ "id": story.person_id(), "name": "سارة", "login": "sara", "role": "finance", "password": "x" });
    assert_eq!(story.refused("staff.add", input), "staff.password_short");
    assert_eq!(story.told("staff.list", json!({})), before);
    let trail = story.told("audit.list", json!({ "feature": "staff" }));
    assert_eq!(trail["lines"][0]["outcome"], "refused:staff.password_short");
}

#[test]
fn whoever_listens_hears_of_writes_that_were_done() {
    let story = Story::begun();
    let heard: Arc<Mutex<Vec<String>>> = Arc::default();
    let listener = Arc::clone(&heard);
    story.office.subscribe(move |touched| {
        let views: Vec<_> = touched.views.iter().map(|view| view.0).collect();
        listener.lock().expect("nobody else").push(format!("{} {}", views.join("+"), touched.request.is_some()));
    });
    let input = json!({ "id": story.person_id(), "name": "سارة", "login": "sara", "role": "finance", "password": "x" });
    assert_eq!(story.refused("staff.add", input.clone()), "staff.password_short");
    story.told("staff.list", json!({}));
    assert!(heard.lock().expect("nobody else").is_empty(), "what was refused, or only read, changed nothing");
    let mut good = input;
    good["password"] = json!("نخلة وظل وماء");
    story.office.call_once(&story.caller, Some(story.request_id()), "staff.add", good).expect("a person more");
    let heard = heard.lock().expect("nobody else").clone();
    assert!(heard.len() == 1 && heard[0].starts_with("staff") && heard[0].ends_with("true"), "{heard:?}");
}

#[test]
fn an_input_that_is_not_understood_says_what_is_missing() {
    let story = Story::begun();
    assert_eq!(story.refused("staff.add", json!({ "name": "سارة" })), "office.malformed");
    assert_eq!(story.call("staff.fly", json!({})).expect_err("no such command"), Failure::not_found("command"));
}

#[test]
fn an_answer_is_given_again_only_to_the_person_who_asked() {
    let story = Story::begun();
    let (_, other) = story.with("سارة الحربي", "sara", "finance");
    let request = Some(story.request_id());
    let input = json!({ "key": "frame.theme", "value": "dark" });
    story.office.call_once(&story.caller, request, "preferences.put", input.clone()).expect("the first time");
    let theirs = story.office.call_once(&other, request, "preferences.put", input).expect_err("asked by somebody else");
    assert_eq!(theirs, Failure::conflict(office::REQUEST_REUSED));
}

#[test]
fn a_request_is_known_after_a_restart_and_forgotten_after_thirty_days() {
    let story = Story::begun();
    let request = Some(story.request_id());
    let (dark, light) =
        (json!({ "key": "frame.theme", "value": "dark" }), json!({ "key": "frame.theme", "value": "light" }));
    story.office.call_once(&story.caller, request, "preferences.put", dark).expect("the first time");
    let story = story.restarted();
    let nouf = story.sign_in("nouf", PASSWORD).expect("the password opens");
    let known = story.office.call_once(&nouf, request, "preferences.put", light.clone()).expect_err("other content");
    assert_eq!(known, Failure::conflict(office::REQUEST_REUSED), "what was asked outlives the program");

    story.pass(Duration::from_hours(24 * 31));
    let nouf = story.sign_in("nouf", PASSWORD).expect("the password opens");
    story.office.tick();
    story.office.call_once(&nouf, request, "preferences.put", light).expect("nobody remembers it any more");
}

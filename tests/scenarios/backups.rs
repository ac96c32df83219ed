//! Backups: made, opened, practised, put back.

use crate::office::{PASSWORD, Story};
use serde_json::json;

#[test]
fn a_backup_is_made_verified_practised_and_taken_along() {
    let story = Story::begun();
    let made = story.told("backups.make", json!({}));
    assert!(made["verified_at"].is_number(), "a backup that was not opened again is not listed");
    let id = made["id"].clone();
    assert_eq!(story.told("backups.list", json!({}))["backups"][0]["id"], id);
    assert_eq!(story.told("backups.verify", json!({ "id": id }))["damaged"], false);
    let drill = story.told("backups.drill", json!({ "id": id }));
    assert!(drill["steps"].as_array().is_some_and(|steps| steps.len() >= 3), "the drill tells its steps");
    let file = story.told("backups.file", json!({ "id": id }));
    assert_eq!(file["name"], id);
    let elsewhere = json!({ "id": "../office.db" });
    assert_eq!(story.refused("backups.file", elsewhere), "backups.unknown_file", "no other file can be named");
    assert_eq!(story.told("backups.verify_office", json!({}))["sound"], true);
    let last = story.told("office.look", json!({}))["last_backup"].clone();
    assert_eq!(last["verified"], true);
}

#[test]
fn a_restore_brings_back_what_was_and_keeps_what_stood_there() {
    let story = Story::begun();
    let (_, _) = story.with("سارة الحربي", "sara", "researcher");
    let id = story.told("backups.make", json!({}))["id"].clone();
    story.with("فهد الدوسري", "fahad", "finance");
    let wrong = json!({ "id": id, "password": "not the password" });
    assert_eq!(story.refused("backups.restore", wrong), "vault.wrong_password");
    story.told("staff.list", json!({}));
    let restored = story.told("backups.restore", json!({ "id": id, "password": PASSWORD }));
    assert!(restored["kept"].is_string(), "the office of before lies beside it");
    assert!(story.call("staff.list", json!({})).is_err(), "everybody signs in anew");
    let caller = story.sign_in("nouf", PASSWORD).expect("the password of that time");
    let people = story.office.call(&caller, "staff.list", json!({})).expect("people").value;
    let names: Vec<_> = people["people"].as_array().expect("people").iter().map(|person| &person["login"]).collect();
    assert_eq!(names.len(), 2, "nouf and sara: fahad came after the backup ({names:?})");
    assert!(story.sign_in("fahad", "نخلة وظل وماء").is_err());
    let trail = story.office.call(&caller, "audit.list", json!({ "feature": "backups" })).expect("the trail").value;
    assert_eq!(trail["lines"][0]["command"], "backups.restore", "the restored office knows that it was restored");
}

#[test]
fn the_clock_makes_the_first_backup_of_a_day_once() {
    let story = Story::begun();
    story.office.tick();
    story.office.tick();
    let backups = story.told("backups.list", json!({}))["backups"].clone();
    assert_eq!(backups.as_array().map(Vec::len), Some(1), "one a day is due: {backups}");
    assert_eq!(backups[0]["kind"], "monthly", "the first of a month counts for the month");
    story.pass(std::time::Duration::from_secs(24 * 3600));
    let caller = story.sign_in("nouf", PASSWORD).expect("the next day");
    story.office.tick();
    let backups = story.office.call(&caller, "backups.list", json!({})).expect("backups").value;
    assert_eq!(backups["backups"].as_array().map(Vec::len), Some(2));
}

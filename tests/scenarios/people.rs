//! The people of the office and what each may do.

use crate::office::{PASSWORD, Story};
use kernel::Failure;
use kernel::id::PersonId;
use serde_json::{Value, json};

/// A person of the office, as the administrator's list shows them.
fn person(story: &Story, id: PersonId) -> Value {
    let people = story.told("staff.list", json!({}))["people"].clone();
    people.as_array().unwrap().iter().find(|person| person["id"] == json!(id)).unwrap().clone()
}

#[test]
fn a_person_is_added_signs_in_and_is_asked_for_a_password_of_their_own() {
    let story = Story::begun();
    let (id, sara) = story.with_first_password("سارة الحربي", "sara", "researcher", "نخلة وظل وماء");
    let session = story.office.call(&sara, "office.look", json!({})).expect("a look").value["session"].clone();
    assert_eq!(session["must_change_password"], true);
    let refused = story.office.call(&sara, "tasks.mine", json!({})).expect_err("nothing else is open");
    assert_eq!(refused.code().map(|code| code.to_string()).as_deref(), Some("session.first_password"));
    let change = json!({ "old": "نخلة وظل وماء", "new": "ثلاث غيمات فوق عنيزة" });
    let session = story.office.call(&sara, "session.change_password", change).expect("her own password").value;
    assert_eq!(session["must_change_password"], false);
    let people = story.told("staff.list", json!({}));
    let listed = people["people"].as_array().expect("people");
    assert!(listed.iter().any(|person| person["id"] == json!(id) && person["name"] == "سارة الحربي"));
}

#[test]
fn a_role_does_what_its_permissions_say_and_a_forbidden_try_leaves_a_line() {
    let story = Story::begun();
    let (_, sara) = story.with("سارة الحربي", "sara", "researcher");
    let failure = story.office.call(&sara, "audit.list", json!({})).expect_err("a researcher does not read the trail");
    assert_eq!(failure, Failure::Forbidden { permission: "audit.view" });
    let trail = story.told("audit.list", json!({}));
    assert_eq!(trail["lines"][0]["outcome"], "forbidden");
    assert_eq!(trail["lines"][0]["person_name"], "سارة الحربي");
    let (_, committee) = story.with("عبدالله السديري", "abdullah", "committee");
    story.office.call(&committee, "audit.list", json!({})).expect("the committee reads the trail");
    assert!(story.office.call(&committee, "staff.add", json!({})).is_err(), "and does not administer");
}

#[test]
fn a_removed_person_cannot_sign_in_and_stays_in_the_trail() {
    let story = Story::begun();
    let (id, sara) = story.with("سارة الحربي", "sara", "supervisor");
    story.told("staff.remove", json!({ "id": id }));
    assert_eq!(person(&story, id)["active"], false);
    let still = story.office.call(&sara, "staff.list", json!({}));
    assert!(still.is_err(), "the session of a removed person ends with the removal");
    assert!(story.sign_in("sara", "نخلة وظل وماء").is_err(), "the key is gone");
    let trail = story.told("audit.list", json!({ "text": "ساره" }));
    assert!(trail["lines"].as_array().is_some_and(|lines| !lines.is_empty()), "found by a name typed otherwise");
    assert_eq!(story.refused("staff.change", json!({ "id": id, "name": "سارة", "role": "finance" })), "staff.removed");
}

#[test]
fn an_office_keeps_an_administrator() {
    let story = Story::begun();
    let people = story.told("staff.list", json!({}));
    let nouf = people["people"][0]["id"].clone();
    let demote = json!({ "id": nouf, "name": "نوف العتيبي", "role": "finance" });
    assert_eq!(story.refused("staff.change", demote.clone()), "staff.last_administrator");
    assert_eq!(story.refused("staff.remove", json!({ "id": nouf })), "staff.oneself");
    story.with("سارة الحربي", "sara", "administrator");
    story.told("staff.change", demote);
    assert!(
        matches!(story.call("staff.list", json!({})), Err(Failure::Forbidden { .. })),
        "the new role holds from the next call on"
    );
}

#[test]
fn a_forgotten_password_is_given_anew_by_an_administrator() {
    let story = Story::begun();
    let (id, _) = story.with("سارة الحربي", "sara", "researcher");
    story.told("staff.reset_password", json!({ "id": id, "password": "مطر في آخر الخريف" }));
    assert_eq!(person(&story, id)["must_change_password"], true);
    assert!(story.sign_in("sara", "نخلة وظل وماء").is_err());
    story.sign_in("sara", "مطر في آخر الخريف").expect("the new one opens");
}

#[test]
fn two_people_do_not_share_a_sign_in_name() {
    let story = Story::begun();
    let input = json!({ "id": story.person_id(), "name": "نوف أخرى", "login": "Nouf", "role": "finance", "password": PASSWORD });
    assert_eq!(story.refused("staff.add", input), "staff.login_taken");
}

#[test]
fn the_permission_screen_is_the_command_table() {
    let story = Story::begun();
    let screen = story.told("staff.permissions", json!({}));
    let rows = screen["permissions"].as_array().expect("rows");
    let manage = rows.iter().find(|row| row["name"] == "staff.manage").expect("a row");
    assert_eq!(manage["roles"], json!(["administrator"]));
    assert!(manage["commands"].as_array().is_some_and(|commands| commands.contains(&json!("staff.add"))));
}

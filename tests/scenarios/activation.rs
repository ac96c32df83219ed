//! Many files become active at once, of people, households and organisations.

use crate::beneficiaries::{FIRST, Office, SECOND, code, id, noura};
use kernel::{Day, Failure};
use serde_json::{Value, json};
use std::time::Duration;

#[test]
fn many_files_become_active_at_once_and_the_others_are_told_what_they_lack() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    office.add("huda", json!({ "name": "هدى فهد الدوسري", "city": "عنيزة" }), SECOND).unwrap();
    let lone =
        json!({ "name": "ريم ناصر صالح العنزي", "mobile": "0551112223", "city": "بريدة", "district": "الفايزية" });
    office.call(&office.researcher, "beneficiaries.add", json!({ "party": id("reem"), "facts": lone })).unwrap();
    let named = json!({ "parties": [id("noura"), id("huda"), id("noura")] });

    let before = office.supervise("beneficiaries.activation_preview", named.clone()).unwrap();
    assert_eq!(
        (&before["ready"], &before["only_unchecked"]),
        (&json!(0), &json!(1)),
        "nobody saw an original: {before}"
    );
    let lacks = json!(["name_short", "identity_unchecked", "contact", "residence_district"]);
    assert_eq!(before["lacking"][1]["gaps"], lacks);
    assert_eq!(before["gaps"][0], json!({ "gap": "identity_unchecked", "count": 2 }));
    assert_eq!(code(office.supervise("beneficiaries.activate_many", named.clone())), "beneficiaries.none_ready");
    let denied = office.call(&office.researcher, "beneficiaries.activate_many", named);
    assert!(matches!(denied, Err(Failure::Forbidden { .. })), "a researcher prepares, a supervisor decides");

    // All registered files of a town: the declaration is the supervisor's own, and names them in the file.
    let fitting = json!({ "fitting": { "city": "بريدة" }, "originals_seen": true });
    let told = office.supervise("beneficiaries.activation_preview", fitting.clone()).unwrap();
    assert_eq!((&told["ready"], &told["lacking"][0]["gaps"]), (&json!(1), &json!(["identity_missing"])));
    let done = office.supervise("beneficiaries.activate_many", fitting.clone()).unwrap();
    assert_eq!((&done["ready"], &done["checked"]), (&json!(1), &json!(1)));
    assert_eq!(done["lacking"], 1, "Unaizah is another town: {done}");
    let file = office.call(&office.researcher, "beneficiaries.open", json!({ "party": id("noura") })).unwrap();
    assert_eq!((&file["status"], &file["identity"]["checked_by"]), (&json!("active"), &json!("منى الزهراني")));
    let page = office.call(&office.researcher, "beneficiaries.list", json!({})).unwrap();
    assert_eq!((&page["active_files"], &page["active_people"]), (&json!(1), &json!(7)));

    office.supervise("beneficiaries.check_identity", json!({ "party": id("huda") })).unwrap();
    assert_eq!(code(office.supervise("beneficiaries.activate_many", fitting)), "beneficiaries.none_ready");
    let again = json!({ "parties": [id("noura")], "originals_seen": true });
    let again = office.supervise("beneficiaries.activation_preview", again).unwrap();
    assert_eq!(again["lacking"][0]["gaps"], json!(["not_registered"]));

    let story = office.call(&office.researcher, "beneficiaries.timeline", json!({ "party": id("noura") })).unwrap();
    let last = &story["events"][0];
    assert_eq!((&last["command"], &last["status"]), (&json!("beneficiaries.activate_many"), &json!("active")));
}

#[test]
fn each_of_many_activated_files_has_an_audit_line_of_its_own() {
    let office = Office::open();
    let another =
        json!({ "name": "ريم ناصر صالح العنزي", "mobile": "0551112223", "city": "بريدة", "district": "الفايزية" });
    for (key, facts, number) in [("noura", noura(), FIRST), ("reem", another, SECOND)] {
        office.add(key, facts, number).unwrap();
    }
    let all = json!({ "fitting": {}, "originals_seen": true });
    assert_eq!(office.supervise("beneficiaries.activate_many", all).unwrap()["ready"], 2);
    for key in ["noura", "reem"] {
        let story = office.call(&office.researcher, "beneficiaries.timeline", json!({ "party": id(key) })).unwrap();
        assert_eq!(story["events"].as_array().unwrap().len(), 2, "opened and activated: {story}");
    }
    let checked = office.story.told("audit.verify", json!({}));
    assert_eq!(checked["intact"], true, "{checked}");
}

#[test]
fn a_day_before_many_were_activated_is_told_as_it_was() {
    let office = Office::open();
    office.add("noura", noura(), FIRST).unwrap();
    let today = || Day::in_riyadh(office.story.office.now());
    // After a day of idling the screen has locked itself.
    let supervise = |command: &str, input: Value| {
        let supervisor = office.story.sign_in("mona", "نخلة وظل وماء").expect("she comes back");
        office.call(&supervisor, command, input)
    };
    let opened = today();
    office.story.pass(Duration::from_hours(24));
    let all = json!({ "fitting": {}, "originals_seen": true });
    assert_eq!(supervise("beneficiaries.activate_many", all).unwrap()["ready"], 1);
    let activated = today();
    office.story.pass(Duration::from_hours(24));
    for (day, active, registered) in [(opened, 0, 1), (activated, 1, 0), (today(), 1, 0)] {
        let people = supervise("dashboard.board", json!({ "day": day })).unwrap()["beneficiaries"].clone();
        assert_eq!((&people["active"], &people["registered"]), (&json!(active), &json!(registered)), "{day}");
        for (status, files) in [("active", active), ("registered", registered)] {
            let told = supervise("beneficiaries.on_day", json!({ "day": day, "status": status })).unwrap();
            let lines = told["lines"].as_array().unwrap();
            assert_eq!((&told["total"], lines.len()), (&json!(files), files), "{day}");
            assert!(lines.iter().all(|line| line["status"] == status), "{told}");
        }
    }
    let ahead = json!({ "day": today().plus_days(1).unwrap(), "status": "active" });
    assert_eq!(code(supervise("beneficiaries.on_day", ahead)), "office.future_day");
}

#[test]
fn a_household_and_an_organisation_have_files_of_their_own() {
    let office = Office::open();
    let place = json!({ "city": "بريدة", "district": "الريان", "mobile": "0558123490" });
    let with = |name: &str| {
        let mut facts = place.clone();
        facts["name"] = json!(name);
        facts
    };
    let add = |key: &str, kind: &str, facts: Value, identity: Value| {
        let input = json!({ "party": id(key), "kind": kind, "facts": facts, "identity": identity });
        office.call(&office.researcher, "beneficiaries.add", input)
    };
    let card = json!({ "kind": "family_card", "number": "1234567", "expires_on": "2030-01-01" });
    let household = add("home", "household", with("أسرة سالم القحطاني"), card).unwrap();
    assert_eq!((&household["kind"], &household["identity"]["kind"]), (&json!("household"), &json!("family_card")));
    let wrong = json!({ "kind": "unified_no", "number": "123" });
    assert_eq!(code(add("org", "organisation", with("جمعية البر"), wrong)), "kernel.organisation_length");
    let number = json!({ "kind": "unified_no", "number": "7001234567" });
    let organisation = add("org", "organisation", with("جمعية البر"), number).unwrap();
    assert_eq!(organisation["kind"], "organisation");

    // Each becomes active like a person does: an organisation's number has no day of expiry, but was seen.
    for key in ["home", "org"] {
        office.call(&office.researcher, "beneficiaries.check_identity", json!({ "party": id(key) })).unwrap();
    }
    let both = json!({ "parties": [id("home"), id("org")] });
    assert_eq!(office.supervise("beneficiaries.activate_many", both).unwrap()["ready"], 2);
    let mut facts = with("جمعية البر بالريان");
    facts["family_size"] = json!(null);
    let version =
        office.call(&office.researcher, "beneficiaries.open", json!({ "party": id("org") })).unwrap()["record"]["number"]
            .clone();
    let change = json!({ "party": id("org"), "version": version, "facts": facts });
    let changed = office.call(&office.researcher, "beneficiaries.change", change).unwrap();
    assert_eq!((&changed["facts"]["name"], &changed["status"]), (&json!("جمعية البر بالريان"), &json!("active")));
    assert_eq!(office.names(json!({ "text": "البر" })), ["جمعية البر بالريان"]);
    let member =
        json!({ "party": id("home"), "member": id("child"), "relation": "child", "name": "فهد سالم القحطاني" });
    let household = office.call(&office.researcher, "beneficiaries.add_member", member).unwrap();
    assert_eq!(household["members"][0]["name"], "فهد سالم القحطاني");
}

#[test]
fn a_name_of_fewer_than_four_parts_stands_only_with_its_reason() {
    let office = Office::open();
    let maria = |exception: &str| {
        json!({ "name": "ماريا سانتوس", "name_exception": exception, "mobile": "0551112223", "city": "بريدة",
                "district": "الفايزية" })
    };
    office.add("maria", maria(""), FIRST).unwrap();
    office.supervise("beneficiaries.check_identity", json!({ "party": id("maria") })).unwrap();
    let activate = || {
        let status = json!({ "party": id("maria"), "status": "active", "reason": "" });
        office.supervise("beneficiaries.change_status", status)
    };
    assert_eq!(code(activate()), "beneficiaries.status_incomplete");

    let file = office.call(&office.researcher, "beneficiaries.open", json!({ "party": id("maria") })).unwrap();
    let change = json!({ "party": id("maria"), "version": file["record"]["number"], "facts": maria(" كذا في  الإقامة "),
                         "identity": { "expires_on": "2060-01-01" } });
    office.call(&office.researcher, "beneficiaries.change", change).unwrap();
    activate().unwrap();
    let file = office.call(&office.researcher, "beneficiaries.open", json!({ "party": id("maria") })).unwrap();
    assert_eq!(file["facts"]["name_exception"], "كذا في الإقامة");
}

//! Who looked at what, what is theirs to take along, what becomes of data that were kept long enough, and that nothing is
//! shared after a consent was taken back.

use crate::loans::{Lending, TODAY, id};
use serde_json::{Value, json};
use std::time::Duration;

const PASSWORD: &str = "نخلة وظل وماء";

/// A family whose file was closed so long ago that its data are due.
fn due() -> Lending {
    let mut office = Lending::open();
    let member = json!({ "party": id("noura"), "member": id("salem"), "relation": "child",
                         "name": "سالم فهد سعد الدوسري", "born_on": "2011-01-01" });
    office.done(&office.researcher, "beneficiaries.add_member", member);
    office.done(&office.researcher, "beneficiaries.note", json!({ "party": id("noura"), "text": "تسكن مع والدتها" }));
    let paper = json!({ "id": id("paper"), "subject_kind": "file", "subject": id("noura"), "kind": "income",
                        "title": "تعريف بالراتب",
                        "ticket": sharaka_tests::bring(&office.story.office, &office.researcher, "documents.attach", "%PDF-1.7").unwrap() });
    office.done(&office.researcher, "documents.attach", paper);
    let asked = json!({ "id": id("ask"), "kind": "inquiry", "party": id("noura"), "channel": "phone",
                        "subject": "موعد العلاج", "body": "مريضة بالسكري", "received_on": TODAY });
    office.done(&office.researcher, "requests.add", asked);
    let to = json!({ "requests": [id("ask")], "to": office.person("sara") });
    office.done(&office.supervisor, "requests.assign", to);
    let closed = json!({ "party": id("noura"), "status": "closed", "reason": "انتقلت" });
    office.done(&office.supervisor, "beneficiaries.change_status", closed);
    office.story.pass(Duration::from_secs(40 * 86_400));
    office.researcher = office.story.sign_in("sara", PASSWORD).unwrap();
    office.supervisor = office.story.sign_in("mona", PASSWORD).unwrap();
    office.committee = office.story.sign_in("abdo", PASSWORD).unwrap();
    let administrator = office.story.sign_in("nouf", crate::office::PASSWORD).unwrap();
    let rule = json!({ "version": 1, "months": 1, "decision": "قرار 4" });
    assert_eq!(office.refused(&office.supervisor, "privacy.set_rule", rule.clone()), "privacy.manage");
    assert_eq!(office.done(&office.supervisor, "privacy.due", json!({}))["total"], 0, "five years as shipped");
    office.done(&administrator, "privacy.set_rule", rule.clone());
    assert_eq!(office.refused(&administrator, "privacy.set_rule", rule), "privacy.rule_changed");
    office
}

fn ask(key: &str) -> Value {
    json!({ "id": id(key), "party": id("noura"), "reason": "انتهت المدة" })
}

fn answer(office: &Lending) {
    let version =
        office.done(&office.committee, "requests.open", json!({ "request": id("ask") }))["record"]["number"].clone();
    let closed = json!({ "id": id("ask"), "version": version, "to": "closed", "answer": "الأحد" });
    office.done(&office.researcher, "requests.advance", closed);
}

#[test]
fn data_kept_long_enough_are_kept_for_a_reason_or_taken_out_by_two() {
    let office = due();
    let (mona, abdo) = (&office.supervisor, &office.committee);
    let page = office.done(mona, "privacy.due", json!({}));
    assert_eq!((&page["total"], &page["lines"][0]["goes_on"]), (&json!(1), &json!(["requests"])));
    assert_eq!(office.refused(mona, "privacy.ask_anonymise", ask("first")), "privacy.goes_on");
    let keep = |day: &str| json!({ "id": id("keep"), "party": id("noura"), "kept_until": day, "reason": "شكوى" });
    assert_eq!(office.refused(mona, "privacy.keep", keep("2026-12-01")), "privacy.until");
    answer(&office);
    office.done(mona, "privacy.ask_anonymise", ask("first"));
    assert_eq!(office.refused(mona, "privacy.ask_anonymise", ask("second")), "privacy.waits");
    assert_eq!(office.refused(mona, "privacy.keep", keep("2027-12-01")), "privacy.waits");
    let take = json!({ "id": id("first") });
    assert_eq!(office.refused(mona, "privacy.anonymise", take.clone()), "privacy.anonymise");
    assert_eq!(office.tasks(abdo, "anonymise"), 1);
    office.done(abdo, "privacy.anonymise", take.clone());
    assert_eq!(office.refused(abdo, "privacy.anonymise", take), "privacy.decided");

    let file = office.done(mona, "beneficiaries.open", json!({ "party": id("noura") }));
    assert!(file["facts"]["name"].as_str().unwrap().starts_with("مستفيد سابق"), "{}", file["facts"]["name"]);
    assert_eq!((&file["identity"], &file["facts"]["mobile"]), (&Value::Null, &json!("")));
    assert_eq!((&file["notes"], file["members"][0]["name"].as_str().unwrap().contains("سالم")), (&json!([]), false));
    assert_eq!(file["status"], "closed", "that there was a file is counted");
    let documents = office.done(mona, "documents.of", json!({ "subject_kind": "file", "subject": id("noura") }));
    assert!(!documents.to_string().contains("تعريف"), "{documents}");
    let request = office.done(mona, "requests.open", json!({ "request": id("ask") })).to_string();
    assert!(!request.contains("السكري") && !request.contains("نورة"), "{request}");
    for text in ["نورة", "القحطاني", "السكري"] {
        let found = office.done(mona, "beneficiaries.list", json!({ "text": text }));
        assert_eq!(found["total"], 0, "{text}");
    }
    assert_eq!(office.done(mona, "privacy.due", json!({}))["total"], 0);
}

#[test]
fn what_is_kept_longer_comes_back_when_its_day_has_come() {
    let office = due();
    let keep = json!({ "id": id("keep"), "party": id("noura"), "kept_until": "2027-06-01", "reason": "شكوى لم تنته" });
    office.done(&office.supervisor, "privacy.keep", keep.clone());
    assert_eq!(office.refused(&office.supervisor, "privacy.keep", keep), "privacy.added_already");
    assert_eq!(office.done(&office.supervisor, "privacy.due", json!({}))["total"], 0);
    assert_eq!(office.refused(&office.supervisor, "privacy.ask_anonymise", ask("first")), "privacy.not_due");
    office.story.pass(Duration::from_secs(160 * 86_400));
    let mona = office.story.sign_in("mona", PASSWORD).unwrap();
    let page = office.done(&mona, "privacy.due", json!({}));
    assert_eq!((&page["total"], &page["lines"][0]["state"]), (&json!(1), &json!("kept")));
    assert_eq!(office.tasks(&mona, "retention_due"), 1);
}

#[test]
fn who_looked_is_told_and_what_is_kept_of_a_person_is_theirs() {
    let office = Lending::open();
    let party = json!({ "party": id("noura") });
    assert_eq!(office.refused(&office.researcher, "privacy.looks", party.clone()), "privacy.looks");
    office.done(&office.researcher, "beneficiaries.reveal_identity", party.clone());
    office.done(&office.supervisor, "beneficiaries.print_file", party.clone());
    let looks = office.done(&office.supervisor, "privacy.looks", party.clone());
    let commands: Vec<&str> =
        looks["lines"].as_array().unwrap().iter().map(|line| line["command"].as_str().unwrap()).collect();
    assert_eq!(commands, ["beneficiaries.print_file", "beneficiaries.reveal_identity"]);
    assert_eq!(looks["lines"][1]["person_name"], "سارة الحربي");
    let again = office.done(&office.supervisor, "privacy.looks", party.clone());
    assert_eq!(again["lines"][0]["command"], "privacy.looks", "who looked at who looked is told, too");

    assert_eq!(office.refused(&office.researcher, "privacy.person", party.clone()), "privacy.export");
    let handed = office.done(&office.supervisor, "privacy.person", party);
    let file = office.story.office.fetch(&office.supervisor, handed["ticket"].as_str().unwrap()).unwrap();
    let bytes = file.into_bytes().unwrap();
    let book = sheets::read(&bytes, "person.xlsx", &sheets::Limits::default()).unwrap();
    let text: String = book
        .sheets
        .iter()
        .flat_map(|sheet| sheet.rows.iter().flatten())
        .map(|cell| format!("{} ", cell.text()))
        .collect();
    assert!(text.contains("نورة عبدالله سالم القحطاني") && text.contains("1098765439"), "{text}");
    let line = office.story.told("audit.list", json!({ "action": "export" }));
    assert_eq!(line["lines"][0]["command"], "privacy.person");
}

#[test]
fn whoever_took_a_consent_back_is_referred_nowhere() {
    let office = Lending::open();
    let (sara, mona) = (&office.researcher, &office.supervisor);
    office.done(mona, "requests.save_entity", json!({ "id": id("eyes"), "name": "جمعية بصائر", "active": true }));
    let referral = |key: &str| {
        json!({ "id": id(key), "kind": "referral", "party": id("noura"), "channel": "phone", "subject": "نظارة",
                "received_on": TODAY,
                "referral": { "entity": id("eyes"), "service": "فحص نظر", "appointment": TODAY } })
    };
    let version = |key: &str| {
        office.done(&office.committee, "requests.open", json!({ "request": id(key) }))["record"]["number"].clone()
    };
    let consent = |key: &str| json!({ "id": id(key), "version": version(key), "shared": ["name", "service"], "signed_on": TODAY });
    let say = |key: &str| json!({ "id": id(key), "version": version(key), "note": "" });
    for key in ["first", "second"] {
        office.done(sara, "requests.add", referral(key));
        office.done(mona, "requests.assign", json!({ "requests": [id(key)], "to": office.person("sara") }));
    }
    office.done(sara, "requests.give_consent", consent("first"));
    office.done(sara, "requests.hand_card", say("first"));

    let share = json!({ "party": id("noura"), "purpose": "share", "form": "signed", "given_on": TODAY });
    office.done(sara, "beneficiaries.consent", share);
    let back = json!({ "party": id("noura"), "number": 1, "on": TODAY });
    office.done(sara, "beneficiaries.withdraw_consent", back);
    let sheet = office.done(mona, "requests.open", json!({ "request": id("first") }));
    assert_eq!(sheet["referral"]["consent"], "withdrawn", "what was under way stops: {}", sheet["referral"]);
    assert_eq!(office.tasks(sara, "consent_withdrawn"), 1, "the entity is to be told");
    assert_eq!(office.refused(sara, "requests.give_consent", consent("second")), "requests.sharing_stopped");
    assert_eq!(
        office.refused(sara, "requests.card_paper", json!({ "request": id("first") })),
        "requests.consent_missing"
    );
    let again = json!({ "party": id("noura"), "purpose": "share", "form": "spoken", "given_on": TODAY });
    office.done(sara, "beneficiaries.consent", again);
    office.done(sara, "requests.give_consent", consent("second"));
}

//! Whom nobody has reached, identity records that end, what files lack, and somebody's month.

use crate::loans::{Lending, TODAY, id};
use serde_json::{Value, json};
use std::time::Duration;

const PASSWORD: &str = "نخلة وظل وماء";

/// Two active families.
fn office() -> Lending {
    let office = Lending::open();
    office.borrower("hind", "هند ماجد فهد السبيعي", "1000000008");
    office
}

fn later(office: &mut Lending, days: u64) {
    office.story.pass(Duration::from_secs(days * 86_400));
    office.story.caller = office.story.sign_in("nouf", crate::office::PASSWORD).unwrap();
    office.researcher = office.story.sign_in("sara", PASSWORD).unwrap();
    office.supervisor = office.story.sign_in("mona", PASSWORD).unwrap();
}

fn names(page: &Value) -> Vec<&str> {
    page["lines"].as_array().unwrap().iter().map(|line| line["party"].as_str().unwrap()).collect()
}

#[test]
fn a_family_nobody_spoke_to_comes_up_and_goes_when_it_is_called() {
    let mut office = office();
    let ask = |office: &Lending, question: Value| office.done(&office.researcher, "reach.list", question);
    assert_eq!(ask(&office, json!({}))["total"], 0, "their files were opened today");
    assert_eq!(office.refused(&office.researcher, "reach.list", json!({ "days": 0 })), "reach.days_range");
    later(&mut office, 70);
    let page = ask(&office, json!({}));
    assert_eq!((&page["total"], &page["days"], &page["unplanned"]), (&json!(2), &json!(60), &json!(2)));
    assert_eq!((&page["lines"][0]["last"], &page["lines"][0]["days"]), (&Value::Null, &json!(70)));
    assert_eq!(office.tasks(&office.supervisor, "families_unreached"), 1);

    // A planned visit is no contact yet; it only says that somebody is about to.
    let visit = json!({ "id": id("visit"), "kind": "call", "subject_kind": "file", "subject": id("noura"),
                        "planned_on": "2027-02-10", "researcher": office.person("sara") });
    office.done(&office.researcher, "follow_up.plan", visit);
    let planned = ask(&office, json!({ "unplanned": true }));
    assert_eq!(names(&planned), [id("hind")]);
    assert_eq!(ask(&office, json!({}))["total"], 2);

    // She rings the office herself.
    let asked = json!({ "id": id("ask"), "kind": "inquiry", "party": id("hind"), "channel": "phone", "subject": "موعد",
                        "received_on": "2027-01-30" });
    office.done(&office.researcher, "requests.add", asked);
    assert_eq!(names(&ask(&office, json!({}))), [id("noura")]);
    assert_eq!(ask(&office, json!({ "days": 1, "text": "هند" }))["total"], 0, "today is no silence");
    later(&mut office, 3);
    let one = ask(&office, json!({ "days": 1, "text": "هند" }));
    assert_eq!((&one["lines"][0]["last_kind"], &one["lines"][0]["days"]), (&json!("request"), &json!(3)));

    let change = json!({ "version": 0, "settings": { "silent_days": 90, "expiry_days": 30 } });
    assert_eq!(office.refused(&office.researcher, "reach.change_settings", change.clone()), "reach.team");
    office.done(&office.supervisor, "reach.change_settings", change);
    let stale = json!({ "version": 0, "settings": { "silent_days": 30, "expiry_days": 30 } });
    assert_eq!(office.refused(&office.supervisor, "reach.change_settings", stale), "record.changed_meanwhile");
    assert_eq!(ask(&office, json!({}))["total"], 0, "seventy-three days are not ninety");
}

#[test]
fn a_restricted_complaint_is_no_contact_others_could_see() {
    let mut office = office();
    later(&mut office, 70);
    let department = json!({ "id": id("reception"), "name": "الاستقبال", "active": true });
    office.done(&office.supervisor, "requests.save_department", department);
    let asked = json!({ "id": id("secret"), "kind": "complaint", "party": id("hind"), "channel": "phone",
                        "subject": "سوء استقبال", "received_on": "2027-01-30", "restricted": true,
                        "against": id("reception") });
    office.done(&office.researcher, "requests.add", asked);
    let page = office.done(&office.researcher, "reach.list", json!({}));
    assert_eq!(page["total"], 2, "that she complained shows in no list of others");
}

#[test]
fn an_identity_that_ends_is_renewed_where_it_stands() {
    let office = office();
    let list = |question: Value| office.done(&office.researcher, "reach.identities", question);
    assert_eq!(list(json!({}))["total"], 0);
    let soon = json!({ "party": id("noura"), "expires_on": "2026-12-01" });
    office.done(&office.researcher, "beneficiaries.check_identity", soon);
    let page = list(json!({}));
    assert_eq!(
        (&page["soon"], &page["lines"][0]["end"], &page["lines"][0]["days"]),
        (&json!(1), &json!("soon"), &json!(10))
    );
    assert_eq!(list(json!({ "days": 5 }))["total"], 0);
    let past = json!({ "party": id("noura"), "expires_on": "2026-11-01" });
    assert!(
        office.call(&office.researcher, "beneficiaries.check_identity", past).is_err(),
        "no expired record is checked"
    );
    let renewed = json!({ "party": id("noura"), "expires_on": "2031-12-01" });
    office.done(&office.researcher, "beneficiaries.check_identity", renewed);
    assert_eq!(list(json!({}))["total"], 0);
}

#[test]
fn what_files_lack_is_counted_and_each_gap_named() {
    let office = office();
    let page = office.done(&office.researcher, "reach.gaps", json!({}));
    assert_eq!((&page["files"], &page["total"]), (&json!(2), &json!(2)));
    let gaps = page["lines"][0]["gaps"].as_array().unwrap();
    assert!(gaps.contains(&json!("class")) && gaps.contains(&json!("consent")), "{gaps:?}");
    let count =
        |gap: &str| page["counts"].as_array().unwrap().iter().find(|one| one["gap"] == gap).unwrap()["files"].clone();
    assert_eq!((count("consent"), count("contact")), (json!(2), json!(0)));
    let consent = json!({ "party": id("noura"), "purpose": "keep", "form": "signed", "given_on": TODAY });
    office.done(&office.researcher, "beneficiaries.consent", consent);
    let only = office.done(&office.researcher, "reach.gaps", json!({ "gap": ["consent"] }));
    assert_eq!(names(&only), [id("hind")]);
}

#[test]
fn somebody_sees_their_own_month_and_who_leads_sees_everybodys() {
    let office = office();
    let (sara, mona) = (office.person("sara"), office.person("mona"));
    let others = json!({ "person": mona });
    assert_eq!(office.refused(&office.researcher, "reach.month", others), "reach.own_month");
    let asked = json!({ "id": id("ask"), "kind": "inquiry", "party": id("hind"), "channel": "phone", "subject": "موعد",
                        "received_on": TODAY });
    office.done(&office.researcher, "requests.add", asked);
    let month = office.done(&office.researcher, "reach.month", json!({ "calendar": "gregorian" }));
    assert_eq!(
        (&month["person"], &month["month"], &month["people"].as_array().unwrap().len()),
        (&sara, &json!(11), &1)
    );
    let done = |month: &Value, key: &str| {
        month["works"].as_array().unwrap().iter().find(|line| line["now"]["key"] == key).unwrap()["now"]["count"]
            .clone()
    };
    assert_eq!(done(&month, "requests.received"), 1);
    assert_eq!(done(&month, "follow_up.done"), 0);
    let hers = office.done(&office.supervisor, "reach.month", json!({ "person": sara, "calendar": "gregorian" }));
    assert_eq!(done(&hers, "requests.received"), 1);
    assert_eq!(office.refused(&office.researcher, "reach.team", json!({})), "reach.team");
    let team = office.done(&office.supervisor, "reach.team", json!({}));
    assert!(team["lines"].as_array().unwrap().iter().any(|line| line["person"] == sara));
    for language in [office::words::Language::Ar, office::words::Language::En] {
        for line in month["works"].as_array().unwrap() {
            let key = format!("work.{}", line["now"]["key"].as_str().unwrap());
            assert!(office::words::find(&key, language).is_some(), "locales/: add {key}");
        }
    }
    let ahead = json!({ "day": "2026-12-31" });
    assert_eq!(office.refused(&office.researcher, "reach.month", ahead), "office.future_day");
}

//! The monthly report: begun after its month, written, frozen when it is handed up, issued by another, handed over.

use crate::loans::{Lending, TODAY, id};
use serde_json::{Value, json};

fn begin(key: &str, reason: &str) -> Value {
    json!({ "id": id(key), "day": "2026-10-10", "calendar": "gregorian", "reason": reason })
}

fn open(office: &Lending, key: &str) -> Value {
    office.done(&office.committee, "reports.open", json!({ "report": id(key) }))
}

fn written(office: &Lending, key: &str) -> Value {
    json!({ "report": id(key), "version": open(office, key)["version"], "summary": "شهر منتظم", "went_well": "",
            "went_badly": "", "advice": "", "recipients": [{ "name": "رئيس المجلس", "body": "المجلس" }] })
}

fn value(sheet: &Value, name: &str) -> Value {
    sheet["figures"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()["value"].clone()
}

#[test]
fn a_report_is_frozen_when_it_goes_up_and_issued_by_another() {
    let office = Lending::open();
    let (mona, abdo) = (&office.supervisor, &office.committee);
    let running = json!({ "id": id("report"), "day": TODAY, "calendar": "gregorian" });
    assert_eq!(office.refused(mona, "reports.begin", running), "reports.running");
    assert_eq!(office.refused(&office.finance, "reports.begin", begin("report", "")), "reports.prepare");
    assert_eq!(office.refused(&office.researcher, "reports.list", json!({})), "reports.view");
    let begun = office.done(mona, "reports.begin", begin("report", ""));
    assert_eq!(begun["report_no"], "تق-1448-001");
    assert_eq!(office.refused(mona, "reports.begin", begin("other", "")), "reports.begun");
    let sheet = open(&office, "report");
    assert_eq!((&sheet["span"]["from"], &sheet["span"]["until"]), (&json!("2026-10-01"), &json!("2026-10-31")));
    assert_eq!((&sheet["previous"]["from"], &sheet["previous"]["until"]), (&json!("2026-09-01"), &json!("2026-09-30")));

    let up = |version: &Value| json!({ "report": id("report"), "version": version });
    assert_eq!(office.refused(mona, "reports.ask_issue", up(&sheet["version"])), "reports.summary_missing");
    let mut nobody = written(&office, "report");
    nobody["recipients"] = json!([]);
    office.done(mona, "reports.save", nobody);
    let version = open(&office, "report")["version"].clone();
    assert_eq!(office.refused(mona, "reports.ask_issue", up(&version)), "reports.recipient_missing");
    let stale = written(&office, "report");
    office.done(mona, "reports.save", stale.clone());
    assert_eq!(office.refused(mona, "reports.save", stale), "record.changed_meanwhile");
    let version = open(&office, "report")["version"].clone();
    office.done(mona, "reports.ask_issue", up(&version));
    let waiting = open(&office, "report");
    assert_eq!(waiting["state"], "waiting");
    let files = value(&waiting, "beneficiaries.active");

    // What is said in it stands, and so do its figures.
    assert_eq!(office.refused(mona, "reports.save", written(&office, "report")), "reports.not_draft");
    assert_eq!(office.refused(mona, "reports.issue", json!({ "report": id("report") })), "reports.own_report");
    assert_eq!(office.refused(&office.finance, "reports.issue", json!({ "report": id("report") })), "reports.issue");
    assert_eq!(office.tasks(abdo, "report_issue"), 1);
    assert_eq!(office.tasks(mona, "report_issue"), 0, "it is their own");
    office.done(abdo, "reports.send_back", json!({ "report": id("report"), "reason": "ينقص التعليق" }));
    assert_eq!(open(&office, "report")["state"], "draft");
    assert_eq!(office.tasks(mona, "report_returned"), 1);
    let version = open(&office, "report")["version"].clone();
    office.done(mona, "reports.ask_issue", up(&version));
    let early = json!({ "report": id("report"), "place": 1, "on": TODAY, "channel": "paper" });
    assert_eq!(office.refused(mona, "reports.hand_over", early.clone()), "reports.not_issued");
    office.done(abdo, "reports.issue", json!({ "report": id("report") }));
    assert_eq!(office.refused(abdo, "reports.issue", json!({ "report": id("report") })), "reports.decided");

    let issued = open(&office, "report");
    assert_eq!((&issued["state"], value(&issued, "beneficiaries.active")), (&json!("issued"), files));
    assert_eq!(office.refused(mona, "reports.remove", json!({ "report": id("report") })), "reports.not_draft");
    office.done(mona, "reports.hand_over", early.clone());
    assert_eq!(office.refused(mona, "reports.hand_over", early), "reports.handed_already");

    // What is wrong in it is mended by another edition.
    assert_eq!(office.refused(mona, "reports.begin", begin("again", "")), "reports.reason_missing");
    office.done(mona, "reports.begin", begin("again", "خطأ في رقم"));
    let again = open(&office, "again");
    assert_eq!((&again["edition"], &again["recipients"][0]["name"]), (&json!(2), &json!("رئيس المجلس")));
    assert_eq!(again["recipients"][0]["handed_on"], Value::Null);
    office.done(mona, "reports.remove", json!({ "report": id("again") }));
    let page = office.done(mona, "reports.list", json!({}));
    assert_eq!((&page["total"], &page["lines"][0]["handed"]), (&json!(1), &json!(1)));
}

#[test]
fn a_new_office_owes_no_report_of_a_month_before_it() {
    let office = Lending::open();
    assert_eq!(office.tasks(&office.supervisor, "report_due"), 0);
    assert_eq!(office.done(&office.supervisor, "reports.list", json!({}))["missing"], json!([]));
}

#[test]
fn the_database_keeps_what_was_issued() {
    let story = crate::office::Story::demonstrated();
    let page = story.told("reports.list", json!({ "state": ["issued"] }));
    assert!(page["total"].as_i64().unwrap() >= 2, "the demonstration issued some: {page}");
    let report = page["lines"][0]["report"].clone();
    let sheet = story.told("reports.open", json!({ "report": report }));
    assert!(sheet["figures"].as_array().unwrap().len() > 12);
    let changes: Vec<&str> =
        sheet["figures"].as_array().unwrap().iter().map(|one| one["change"].as_str().unwrap()).collect();
    assert!(changes.contains(&"better") || changes.contains(&"worse"), "{changes:?}");
    story.told("reports.paper", json!({ "report": report }));
}

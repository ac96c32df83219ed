//! Visits and promises on files, projects and loans: planned, done, reviewed by another, missed, and what both sides kept.

use crate::loans::{Lending, TODAY, id};
use office::Caller;
use serde_json::{Value, json};
use sharaka_tests::fetched;
use std::time::Duration;

/// The people who visit, as the office names them.
struct Visiting {
    office: Lending,
    sara: Value,
    mona: Value,
}

impl Visiting {
    /// A loan with its project, and nothing followed up yet.
    fn open() -> Self {
        let office = Lending::open();
        office.approved("loan");
        let (sara, mona) = (office.person("sara"), office.person("mona"));
        Self { office, sara, mona }
    }

    fn project(&self) -> Value {
        json!(id("loan-project"))
    }

    fn plan(&self, key: &str, on: &str) -> Value {
        json!({ "id": id(key), "kind": "visit", "subject_kind": "project", "subject": self.project(), "planned_on": on,
                "researcher": self.sara, "purpose": "سجل المبيعات" })
    }

    fn planned(&self, key: &str, on: &str) {
        self.office.done(&self.office.researcher, "follow_up.plan", self.plan(key, on));
    }

    fn found(&self, signal: &str) -> Value {
        json!({ "done_on": TODAY, "place": "مقر المشروع", "present": "المستفيدة", "findings": "يعمل كما ينبغي",
                "signal": signal, "readings": self.readings("112") })
    }

    fn readings(&self, production: &str) -> Value {
        json!([
            { "kind": "production", "typed": production }, { "kind": "sales", "typed": "٥٬٤٥٠" },
            { "kind": "stock", "typed": "", "reason": "المخزن مغلق" }, { "kind": "customers", "typed": "۲۶" },
            { "kind": "income", "typed": "-250.50" },
        ])
    }

    fn sheet(&self, key: &str) -> Value {
        self.office.done(&self.office.researcher, "follow_up.activity", json!({ "activity": id(key) }))
    }

    fn version(&self, key: &str) -> Value {
        self.sheet(key)["activity"]["record"]["number"].clone()
    }

    fn refused(&self, caller: &Caller, command: &str, input: Value) -> String {
        self.office.refused(caller, &format!("follow_up.{command}"), input)
    }

    fn done(&self, caller: &Caller, command: &str, input: Value) -> Value {
        self.office.done(caller, &format!("follow_up.{command}"), input)
    }

    /// The day after so many nights, signed in again.
    fn nights(&mut self, nights: u64) {
        self.office.story.pass(Duration::from_secs(nights * 86_400));
        self.office.researcher = self.office.story.sign_in("sara", "نخلة وظل وماء").unwrap();
        self.office.supervisor = self.office.story.sign_in("mona", "نخلة وظل وماء").unwrap();
        self.office.committee = self.office.story.sign_in("abdo", "نخلة وظل وماء").unwrap();
    }
}

#[test]
fn a_visit_is_planned_recorded_and_reviewed_by_another() {
    let visiting = Visiting::open();
    let (sara, mona) = (&visiting.office.researcher, &visiting.office.supervisor);
    let planned = visiting.done(sara, "plan", visiting.plan("visit", TODAY));
    assert_eq!(planned["activity_no"], "V-1448-0001");
    assert_eq!(visiting.office.tasks(sara, "visits_due"), 1, "it waits for who is to go");
    assert_eq!(visiting.office.tasks(mona, "visits_due"), 0);

    let record = |found: Value| json!({ "id": id("visit"), "found": found });
    let mut tomorrow = visiting.found("sound");
    tomorrow["done_on"] = json!("2026-11-22");
    assert_eq!(visiting.refused(sara, "record", record(tomorrow)), "office.future_day");
    let mut silent = visiting.found("sound");
    silent["readings"] = json!([{ "kind": "sales", "typed": "10" }]);
    assert_eq!(visiting.refused(sara, "record", record(silent)), "follow_up.reading_missing");
    let mut unread = visiting.found("sound");
    unread["readings"][0] = json!({ "kind": "production", "typed": "" });
    assert_eq!(
        visiting.refused(sara, "record", record(unread)),
        "follow_up.reading_missing",
        "an empty one is no zero"
    );
    let mut words = visiting.found("sound");
    words["readings"][0]["typed"] = json!("كثير");
    assert_eq!(visiting.refused(sara, "record", record(words)), "follow_up.reading_unreadable");
    let mut unsigned = visiting.found("sound");
    unsigned["signal"] = Value::Null;
    assert_eq!(visiting.refused(sara, "record", record(unsigned)), "follow_up.signal_missing");

    let mut next = record(visiting.found("sound"));
    next["next"] =
        json!({ "id": id("next"), "planned_on": "2026-12-21", "researcher": visiting.mona, "kind": "visit" });
    visiting.done(sara, "record", next);
    let sheet = visiting.sheet("visit");
    let activity = &sheet["activity"];
    assert_eq!((&activity["line"]["state"], &activity["line"]["signal"]), (&json!("done"), &json!("sound")));
    assert_eq!((&activity["next"], &activity["next_on"]), (&json!(id("next")), &json!("2026-12-21")));
    let read: Vec<(&Value, &Value)> =
        sheet["readings"].as_array().unwrap().iter().map(|row| (&row["now"]["value"], &row["now"]["reason"])).collect();
    let (none, said) = (json!(""), json!("المخزن مغلق"));
    assert_eq!(
        read,
        [
            (&json!(112), &none),
            (&json!(545_000), &none),
            (&Value::Null, &said),
            (&json!(26), &none),
            (&json!(-25_050), &none)
        ],
        "digits of both scripts, and what was not read is no zero"
    );

    let review = json!({ "id": id("visit"), "version": visiting.version("visit"), "note": "تحققت من السجل" });
    assert_eq!(visiting.refused(sara, "review", review.clone()), "follow_up.review", "a researcher reviews nothing");
    assert_eq!(visiting.office.tasks(mona, "visits_review"), 1);
    visiting.done(mona, "review", review.clone());
    assert_eq!(visiting.refused(mona, "review", review), "follow_up.reviewed_already");
    assert_eq!(visiting.sheet("visit")["activity"]["reviewed_by_name"], "منى الزهراني");
    let wrong = json!({ "id": id("visit"), "version": visiting.version("visit"), "found": visiting.found("watch"), "reason": "x" });
    assert_eq!(visiting.refused(sara, "correct", wrong), "follow_up.reviewed_already");
}

#[test]
fn who_was_there_does_not_review_it_in_whatever_role() {
    let visiting = Visiting::open();
    let (mona, committee) = (&visiting.office.supervisor, &visiting.office.committee);
    let begun = json!({ "kind": "visit", "subject_kind": "loan", "subject": id("loan") });
    let record = json!({ "id": id("own"), "begun": begun, "found": visiting.found("sound") });
    visiting.done(mona, "record", record);
    let review = json!({ "id": id("own"), "version": visiting.version("own") });
    assert_eq!(visiting.refused(mona, "review", review.clone()), "follow_up.review_own");
    assert_eq!(visiting.office.tasks(mona, "visits_review"), 0);

    // Sara wrote down what Mona found: neither of them reviews it.
    visiting.planned("other", TODAY);
    let mut found = visiting.found("watch");
    found["done_by"] = visiting.mona.clone();
    visiting.done(&visiting.office.researcher, "record", json!({ "id": id("other"), "found": found }));
    let other = json!({ "id": id("other"), "version": visiting.version("other") });
    assert_eq!(visiting.refused(mona, "review", other.clone()), "follow_up.review_own");
    visiting.done(committee, "review", other);
    visiting.done(committee, "review", review);
}

#[test]
fn distress_says_what_is_done_by_whom_and_when_and_waits_for_its_owner() {
    let visiting = Visiting::open();
    let (sara, mona) = (&visiting.office.researcher, &visiting.office.supervisor);
    visiting.planned("visit", TODAY);
    let record = |found: Value| json!({ "id": id("visit"), "found": found });
    let mut found = visiting.found("distress");
    found["findings"] = json!("");
    assert_eq!(visiting.refused(sara, "record", record(found.clone())), "follow_up.findings_missing");
    found["findings"] = json!("الفرن الثاني متوقف");
    assert_eq!(visiting.refused(sara, "record", record(found.clone())), "follow_up.action_missing");
    found["action"] = json!({ "text": "إصلاح الفرن", "owner": null, "due": "2026-11-23" });
    assert_eq!(visiting.refused(sara, "record", record(found.clone())), "follow_up.action_owner_missing");
    found["action"]["owner"] = visiting.mona.clone();
    found["action"]["due"] = json!("2026-11-20");
    assert_eq!(visiting.refused(sara, "record", record(found.clone())), "follow_up.action_due_early");
    found["action"]["due"] = json!("2026-11-23");
    visiting.done(sara, "record", record(found.clone()));
    assert_eq!(visiting.office.tasks(mona, "action_due"), 1, "the owner is told");
    assert_eq!(visiting.office.tasks(mona, "distress_review"), 1, "and the reviewer, by name");
    assert_eq!(visiting.office.tasks(&visiting.office.committee, "distress_review"), 1);

    let mut correction =
        json!({ "id": id("visit"), "version": visiting.version("visit"), "found": found, "reason": "" });
    assert_eq!(visiting.refused(sara, "correct", correction.clone()), "follow_up.reason_missing");
    correction["reason"] = json!("كُتب الإنتاج خطأ");
    correction["found"]["readings"] = visiting.readings("١٢١");
    visiting.done(sara, "correct", correction.clone());
    assert_eq!(visiting.sheet("visit")["readings"][0]["now"]["value"], 121);
    assert_eq!(visiting.refused(sara, "correct", correction), "record.changed_meanwhile", "from an older version");

    let finish =
        |on: &str| json!({ "id": id("visit"), "version": visiting.version("visit"), "on": on, "note": "أُصلح" });
    assert_eq!(visiting.refused(mona, "finish_action", finish("2026-11-22")), "office.future_day");
    let stranger = &visiting.office.committee;
    assert_eq!(visiting.refused(stranger, "finish_action", finish(TODAY)), "follow_up.action_of_another");
    visiting.done(mona, "finish_action", finish(TODAY));
    assert_eq!(visiting.office.tasks(mona, "action_due"), 0);
    assert_eq!(visiting.refused(mona, "finish_action", finish(TODAY)), "follow_up.action_done");
}

#[test]
fn a_late_visit_is_not_moved_but_missed_with_its_reason_or_closed_with_another() {
    let mut visiting = Visiting::open();
    let move_to = |visiting: &Visiting, key: &str, on: &str| json!({ "id": id(key), "version": visiting.version(key), "planned_on": on, "researcher": visiting.sara });
    for (key, on) in [("first", "2026-11-22"), ("second", "2026-11-23"), ("third", "2026-11-24")] {
        visiting.planned(key, on);
    }
    let sara = &visiting.office.researcher;
    assert_eq!(visiting.refused(sara, "plan", visiting.plan("past", "2026-11-20")), "follow_up.planned_past");
    assert_eq!(visiting.refused(sara, "plan", visiting.plan("far", "2036-11-20")), "follow_up.planned_far");
    let stale = move_to(&visiting, "third", "2026-11-25");
    visiting.done(sara, "replan", stale.clone());
    assert_eq!(visiting.refused(sara, "replan", stale), "record.changed_meanwhile", "two people at once");
    let early = json!({ "id": id("first"), "reason": "غائبة", "next": id("instead"), "planned_on": "2026-11-25" });
    assert_eq!(visiting.refused(sara, "miss", early), "office.future_day", "its day has not come");

    visiting.nights(6);
    let sara = &visiting.office.researcher;
    assert_eq!(visiting.office.tasks(sara, "visits_late"), 1, "three late visits are one line");
    assert_eq!(visiting.refused(sara, "replan", move_to(&visiting, "first", "2026-11-28")), "follow_up.day_passed");
    let miss = |reason: &str| {
        json!({ "id": id("first"), "version": visiting.version("first"), "reason": reason, "next": id("instead"),
                "planned_on": "2026-11-27" })
    };
    assert_eq!(visiting.refused(sara, "miss", miss(" ")), "follow_up.reason_missing");
    visiting.done(sara, "miss", miss("المستفيدة مسافرة"));
    assert_eq!(visiting.sheet("first")["activity"]["line"]["state"], "missed");
    assert_eq!(visiting.sheet("instead")["activity"]["comes_from"], id("first"));

    let late = visiting.sheet("second")["late"].as_array().unwrap().len();
    assert_eq!(late, 2, "the third, and the one in place of the first");
    let mut found = visiting.found("sound");
    found["done_on"] = json!("2026-11-27");
    let mut record = json!({ "id": id("second"), "version": visiting.version("second"), "found": found, "closes": [id("third"), id("instead")] });
    visiting.done(sara, "record", record.clone());
    record["id"] = json!(id("third"));
    assert_eq!(visiting.refused(sara, "record", record), "follow_up.not_planned");
    let third = visiting.sheet("third");
    assert_eq!(third["activity"]["closed_with"], id("second"));
    let review = json!({ "id": id("third"), "version": visiting.version("third") });
    assert_eq!(visiting.refused(&visiting.office.supervisor, "review", review), "follow_up.closed_with");
    let review = json!({ "id": id("second"), "version": visiting.version("second") });
    visiting.done(&visiting.office.supervisor, "review", review);
    assert_eq!(visiting.sheet("third")["activity"]["line"]["state"], "reviewed", "with the one that tells of it");

    let measures = visiting.done(sara, "measures", json!({ "from": "2026-11-01", "until": "2026-11-30" }));
    // The first was missed after its tolerance; the second came a day too late; the third and the last in time.
    assert_eq!(measures["visits"], json!({ "n": 2, "of": 4, "percent": 50 }));
    for (timing, n) in [("counted", 4), ("in_time", 2), ("not_in_time", 2)] {
        let rows = json!({ "from": "2026-11-01", "until": "2026-11-30", "timing": timing });
        assert_eq!(visiting.done(sara, "list", rows)["total"], n, "the rows of the measure, {timing}");
    }
    let off = json!({ "id": id("off"), "reason": "أُغلق المشروع" });
    visiting.done(sara, "plan", visiting.plan("off", "2026-11-28"));
    visiting.done(sara, "cancel", off.clone());
    assert_eq!(visiting.refused(sara, "cancel", off), "follow_up.not_planned");
}

#[test]
fn a_promise_is_kept_by_either_side_or_shows_that_it_is_late() {
    let mut visiting = Visiting::open();
    let (sara, mona) = (&visiting.office.researcher, &visiting.office.supervisor);
    let promise = |key: &str, side: &str, due: &str, keeper: Value| {
        json!({ "id": id(key), "subject_kind": "loan", "subject": id("loan"), "side": side, "text": "صيانة الفرن",
                "due": due, "keeper": keeper })
    };
    let add = |input: Value| visiting.done(sara, "add_commitment", input);
    assert_eq!(
        visiting.refused(sara, "add_commitment", promise("x", "association", "2026-11-23", Value::Null)),
        "follow_up.keeper_missing"
    );
    assert_eq!(
        visiting.refused(sara, "add_commitment", promise("x", "beneficiary", "2026-11-20", Value::Null)),
        "follow_up.due_past"
    );
    add(promise("ours", "association", "2026-11-22", visiting.mona.clone()));
    add(promise("hers", "beneficiary", "2026-11-23", Value::Null));
    add(promise("both", "beneficiary", "2026-11-23", Value::Null));
    let mut waits = promise("waits", "beneficiary", "2026-11-24", Value::Null);
    waits["depends_on"] = json!(id("ours"));
    add(waits);
    let meet = |key: &str, on: &str| json!({ "id": id(key), "on": on, "evidence": "فاتورة الصيانة" });
    assert_eq!(visiting.refused(sara, "meet_commitment", meet("hers", "2026-11-22")), "office.future_day");
    assert_eq!(visiting.refused(sara, "meet_commitment", meet("hers", "2026-11-20")), "follow_up.met_early");
    let mut empty = meet("hers", TODAY);
    empty["evidence"] = json!("");
    assert_eq!(visiting.refused(sara, "meet_commitment", empty), "follow_up.evidence_missing");
    visiting.done(sara, "meet_commitment", meet("hers", TODAY));
    assert_eq!(visiting.refused(sara, "meet_commitment", meet("hers", TODAY)), "follow_up.settled");
    assert_eq!(visiting.office.tasks(mona, "promises_late"), 0);

    visiting.nights(4);
    let (sara, mona) = (&visiting.office.researcher, &visiting.office.supervisor);
    assert_eq!(visiting.office.tasks(mona, "promises_late"), 1, "ours is followed as closely as hers");
    assert_eq!(visiting.office.tasks(sara, "promises_late"), 0, "it is not hers to see to");
    let put_off = json!({ "id": id("ours"), "text": "صيانة الفرن", "due": "2026-12-01", "keeper": visiting.mona });
    assert_eq!(
        visiting.refused(sara, "change_commitment", put_off),
        "follow_up.due_passed",
        "a late one is not put off"
    );
    let excuse = json!({ "id": id("waits"), "reason": "لم تُصلح الجمعية الفرن" });
    visiting.done(sara, "excuse_commitment", excuse.clone());
    assert_eq!(visiting.refused(sara, "excuse_commitment", excuse), "follow_up.settled");

    // A visit finds ours kept, late, and hers broken; and what nobody had written down.
    let begun = json!({ "kind": "visit", "subject_kind": "loan", "subject": id("loan") });
    let mut found = visiting.found("sound");
    found["done_on"] = json!("2026-11-25");
    found["kept"] = json!([
        { "side": "association", "commitment": id("ours"), "kept": "kept" },
        { "side": "beneficiary", "commitment": id("both"), "kept": "broken" },
        { "side": "beneficiary", "text": "سجل مبيعات أسبوعي", "kept": "partly" },
    ]);
    visiting.done(sara, "record", json!({ "id": id("visit"), "begun": begun, "found": found }));
    let page = visiting.done(sara, "commitments", json!({}));
    let of =
        |key: &str| page["lines"].as_array().unwrap().iter().find(|one| one["commitment"] == id(key)).unwrap().clone();
    assert_eq!((&of("ours")["state"], &of("ours")["met_on"]), (&json!("met"), &json!("2026-11-25")));
    assert_eq!(of("ours")["days_late"], 3);
    assert_eq!((&of("both")["state"], &of("both")["days_late"]), (&json!("open"), &json!(2)));

    let span = json!({ "from": "2026-11-01", "until": "2026-11-30" });
    let measures = visiting.done(sara, "measures", span.clone());
    // Hers: kept one, broke one, one in part; the excused one does not apply. Ours came too late.
    assert_eq!(measures["beneficiary"], json!({ "n": 1, "of": 3, "percent": 33 }));
    assert_eq!(measures["association"], json!({ "n": 0, "of": 1, "percent": 0 }));
    assert_eq!(measures["visits"], json!({ "n": 0, "of": 0, "percent": null }), "nobody had planned a visit: no data");
    let mut rows = span;
    rows["side"] = json!("beneficiary");
    assert_eq!(visiting.done(sara, "promises", rows)["total"], 3, "the figure opens its rows");
}

#[test]
fn what_was_followed_up_stands_on_the_record_and_is_printed() {
    let visiting = Visiting::open();
    let sara = &visiting.office.researcher;
    visiting.planned("visit", TODAY);
    let on_file = json!({ "id": id("call"), "kind": "call", "subject_kind": "file", "subject": id("noura"),
                          "planned_on": "2026-11-24", "researcher": visiting.sara });
    visiting.done(sara, "plan", on_file);
    let nobody = json!({ "id": id("x"), "kind": "visit", "subject_kind": "tranche", "subject": id("loan-1"),
                         "planned_on": TODAY, "researcher": visiting.sara });
    assert_eq!(visiting.refused(sara, "plan", nobody), "follow_up.not_followed");
    let finance = &visiting.office.finance;
    assert_eq!(visiting.refused(finance, "plan", visiting.plan("x", TODAY)), "follow_up.keep");

    let of =
        |kind: &str, subject: Value| visiting.done(finance, "of", json!({ "subject_kind": kind, "subject": subject }));
    assert_eq!(of("project", visiting.project())["activities"].as_array().unwrap().len(), 1);
    assert_eq!(of("file", json!(id("noura")))["activities"][0]["kind"], "call");
    assert_eq!(of("loan", json!(id("loan")))["activities"], json!([]));

    let board = visiting.done(sara, "board", json!({}));
    assert_eq!((&board["week"].as_array().unwrap().len(), &board["late"]), (&2, &json!([])));
    assert_eq!(board["week"][0]["of"]["district"], "الريان");
    assert_eq!(board["load"][0]["planned"], 2);
    let chosen = json!({ "activities": [id("visit"), id("call")] });
    for paper in ["form_paper", "round_paper"] {
        let printed = visiting.done(sara, paper, chosen.clone());
        let pages = printed["pages"].as_array().unwrap().len();
        assert_eq!(pages, if paper == "form_paper" { 2 } else { 1 }, "{paper}");
        assert!(fetched(&visiting.office.story.office, sara, &printed).starts_with(b"%PDF"));
    }
    assert_eq!(visiting.refused(sara, "round", json!({ "activities": [] })), "follow_up.nothing_chosen");

    let trail = visiting.office.done(&visiting.office.story.caller, "audit.list", json!({ "limit": 20 }));
    let told = trail["lines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["command"] == "follow_up.plan" && line["outcome"] == "done")
        .cloned();
    assert_eq!(told.unwrap()["subject_kind"], "file", "a record's own story tells of it");
}

#[test]
fn what_is_read_is_the_association_s_own() {
    let visiting = Visiting::open();
    let (sara, mona) = (&visiting.office.researcher, &visiting.office.supervisor);
    let cartons = json!({ "code": "cartons", "name": "كراتين التمر", "unit": "كرتون", "measure": "count", "asked_on": ["project"] });
    assert_eq!(visiting.refused(sara, "add_reading_kind", cartons.clone()), "follow_up.manage");
    visiting.done(mona, "add_reading_kind", cartons.clone());
    assert_eq!(visiting.refused(mona, "add_reading_kind", cartons), "follow_up.kind_taken");
    let kinds = visiting.done(sara, "reading_kinds", json!({}));
    assert_eq!(kinds["subject_kinds"], json!(["file", "loan", "project", "application", "request", "partner"]));
    let stock = json!({ "code": "stock", "version": kinds["version"], "name": "", "active": false, "asked_on": [] });
    visiting.done(mona, "change_reading_kind", stock.clone());
    assert_eq!(visiting.refused(mona, "change_reading_kind", stock), "record.changed_meanwhile");
    visiting.planned("visit", TODAY);
    let asked: Vec<Value> =
        visiting.sheet("visit")["readings"].as_array().unwrap().iter().map(|row| row["kind"].clone()).collect();
    assert_eq!(asked, ["production", "sales", "customers", "income", "cartons"]);

    let days = |tolerance: i64| json!({ "settings": { "tolerance": tolerance, "sound_days": 30, "watch_days": 7, "distress_days": 5 } });
    assert_eq!(visiting.refused(mona, "change_settings", days(-1)), "follow_up.days_range");
    visiting.done(mona, "change_settings", days(0));
    assert_eq!(visiting.done(sara, "settings", json!({}))["watch_days"], 7);
}

#[test]
fn every_role_that_sees_visits_sees_the_records_they_are_about() {
    let view = app::FEATURES.permissions().find(|permission| permission.name() == "follow_up.view").unwrap();
    for kind in app::FEATURES.all().flat_map(|feature| feature.subjects).filter(|kind| kind.followed.is_some()) {
        for role in view.roles() {
            assert!(role.may(kind.view), "a {} sees visits to a {}, but not the record itself", role.name(), kind.kind);
        }
    }
}

#[test]
fn who_puts_a_visit_right_does_not_review_it() {
    let visiting = Visiting::open();
    let (sara, mona) = (&visiting.office.researcher, &visiting.office.supervisor);
    visiting.planned("visit", TODAY);
    let mut found = visiting.found("watch");
    found["done_by"] = visiting.mona.clone();
    visiting.done(sara, "record", json!({ "id": id("visit"), "found": found.clone() }));
    // Mona was there: she says by a correction that Sara was, and that all is well.
    found["done_by"] = visiting.sara.clone();
    found["signal"] = json!("sound");
    let right =
        json!({ "id": id("visit"), "version": visiting.version("visit"), "found": found, "reason": "سارة من زارت" });
    visiting.done(mona, "correct", right);
    let review = json!({ "id": id("visit"), "version": visiting.version("visit") });
    assert_eq!(visiting.refused(mona, "review", review.clone()), "follow_up.review_own");
    assert_eq!(visiting.office.tasks(mona, "visits_review"), 0);
    visiting.done(&visiting.office.committee, "review", review);
}

#[test]
fn a_late_visit_is_not_called_off_nor_made_good_by_a_call() {
    let mut visiting = Visiting::open();
    visiting.planned("late", "2026-11-22");
    visiting.nights(8);
    let sara = &visiting.office.researcher;
    let off = json!({ "id": id("late"), "version": visiting.version("late"), "reason": "لا حاجة" });
    assert_eq!(visiting.refused(sara, "cancel", off), "follow_up.day_passed", "it would leave the measure");
    let begun = json!({ "kind": "call", "subject_kind": "project", "subject": visiting.project() });
    let call = json!({ "done_on": "2026-11-29", "findings": "ردت وقالت إنها بخير" });
    let record = json!({ "id": id("call"), "begun": begun, "found": call, "closes": [id("late")] });
    assert_eq!(visiting.refused(sara, "record", record), "follow_up.closes_other", "nobody went there");
    let measures = visiting.done(sara, "measures", json!({ "from": "2026-11-01", "until": "2026-11-30" }));
    assert_eq!(measures["visits"], json!({ "n": 0, "of": 1, "percent": 0 }));

    // One that went there, and wrote the wrong day: what it closed follows when that is put right.
    let begun = json!({ "kind": "visit", "subject_kind": "project", "subject": visiting.project() });
    let mut found = visiting.found("sound");
    found["done_on"] = json!("2026-11-24");
    found["done_by"] = visiting.mona.clone();
    let record = json!({ "id": id("went"), "begun": begun, "found": found, "closes": [id("late")] });
    visiting.done(sara, "record", record);
    assert_eq!(visiting.sheet("late")["activity"]["done_by"], visiting.mona, "who was there, not who wrote it down");
    let right = |found: &Value| json!({ "id": id("went"), "version": visiting.version("went"), "found": found, "reason": "اليوم خطأ" });
    found["done_on"] = json!("2026-11-21");
    assert_eq!(visiting.refused(sara, "correct", right(&found)), "follow_up.closed_later");
    found["done_on"] = json!("2026-11-28");
    visiting.done(sara, "correct", right(&found));
    assert_eq!(visiting.sheet("late")["activity"]["line"]["done_on"], "2026-11-28");
    let measures = visiting.done(sara, "measures", json!({ "from": "2026-11-01", "until": "2026-11-30" }));
    assert_eq!(measures["visits"], json!({ "n": 0, "of": 1, "percent": 0 }), "six days late");
    let review = json!({ "id": id("went"), "version": visiting.version("went") });
    visiting.done(&visiting.office.committee, "review", review);
}

#[test]
fn a_visit_does_not_find_a_promise_kept_before_it_was_made() {
    let visiting = Visiting::open();
    let sara = &visiting.office.researcher;
    let promise = json!({ "id": id("hers"), "subject_kind": "loan", "subject": id("loan"), "side": "beneficiary",
                          "text": "سجل المبيعات", "due": "2026-11-23" });
    visiting.done(sara, "add_commitment", promise);
    let begun = json!({ "kind": "visit", "subject_kind": "loan", "subject": id("loan") });
    let mut found = visiting.found("sound");
    found["done_on"] = json!("2026-11-20");
    found["kept"] = json!([{ "side": "beneficiary", "commitment": id("hers"), "kept": "kept" }]);
    let record = json!({ "id": id("visit"), "begun": begun, "found": found });
    assert_eq!(visiting.refused(sara, "record", record), "follow_up.met_early");
}

//! Stages of projects: what opens them, who passes them, and the money that waits for them whatever way it is tried.

use crate::loans::{Lending, TODAY, id};
use kernel::Failure;
use office::Caller;
use serde_json::{Value, json};
use sharaka_tests::Kept;
use std::collections::BTreeMap;

const PROJECT: &str = "loan-project";

fn template(key: &str, name: &str) -> Value {
    json!({ "id": id(key), "name": name, "offered": true, "stages": [
        { "name": "تجهيز", "goal": "الماكينات تعمل", "days": 30, "conditions": [{ "text": "الماكينات تعمل" }] },
        { "name": "تشغيل", "days": 60, "visits": 1 },
        { "name": "تسويق", "days": 90 },
    ] })
}

/// An approved loan, whose project has three stages; its tranches belong to the first and the second.
fn staged() -> Lending {
    let office = laid();
    let places = json!([place(&office, "loan-1", 0), place(&office, "loan-2", 1)]);
    office.done(&office.researcher, "stages.place", json!({ "project": id(PROJECT), "places": places }));
    office
}

fn laid() -> Lending {
    let office = Lending::open();
    office.approved("loan");
    office.done(&office.supervisor, "stages.add_template", template("sewing", "خياطة"));
    office.done(&office.researcher, "stages.lay", json!({ "project": id(PROJECT), "template": id("sewing") }));
    office
}

fn page(office: &Lending) -> Value {
    office.done(&office.finance, "stages.project", json!({ "project": id(PROJECT) }))
}

fn stage(office: &Lending, place: usize) -> Value {
    page(office)["stages"][place]["stage"]["id"].clone()
}

fn place(office: &Lending, tranche: &str, at: usize) -> Value {
    json!({ "tranche": id(tranche), "stage": stage(office, at) })
}

fn states(office: &Lending) -> Vec<String> {
    let page = page(office);
    let stages = page["stages"].as_array().unwrap();
    stages.iter().map(|one| one["stage"]["state"].as_str().unwrap().to_owned()).collect()
}

fn gaps(conditions: &Value) -> Vec<String> {
    let missing = conditions.as_array().unwrap().iter().filter(|one| one["met"] == false);
    missing.map(|one| one["key"].as_str().unwrap().to_owned()).collect()
}

/// What other features ask for before a tranche goes on.
fn waits_for(office: &Lending, tranche: usize) -> Vec<String> {
    gaps(&office.sheet("loan")["tranches"][tranche]["gates"])
}

fn began(office: &Lending, at: usize) {
    office.done(&office.researcher, "stages.begin", json!({ "stage": stage(office, at) }));
}

/// The first tranche from its request to the look at what it bought.
fn first_paid(office: &Lending) {
    office.delivered("loan", TODAY);
    let pay = json!({ "tranche": id("loan-1"), "day": TODAY, "method": "transfer" });
    office.done(&office.finance, "loans.pay_tranche", pay);
    office.done(&office.supervisor, "loans.verify_tranche", json!({ "tranche": id("loan-1") }));
}

fn ticked(office: &Lending, who: &Caller) {
    let tick = json!({ "stage": stage(office, 0), "no": 1, "ticked": true, "evidence": "رأيتها تعمل" });
    office.done(who, "stages.tick", tick);
}

/// The first stage has passed, by the committee.
fn first_passed() -> Lending {
    let office = staged();
    began(&office, 0);
    first_paid(&office);
    ticked(&office, &office.researcher);
    office.done(&office.researcher, "stages.ask_review", json!({ "stage": stage(&office, 0), "note": "جاهزة" }));
    office.done(&office.committee, "stages.pass", json!({ "stage": stage(&office, 0), "note": "زرتها" }));
    office
}

/// A visit to the project today.
fn visited(office: &Lending, key: &str, signal: &str) {
    let not_read = |kind: &str| json!({ "kind": kind, "typed": "", "reason": "لم يُسأل عنه" });
    let action = json!({ "text": "جلسة تسعير", "owner": office.person("sara"), "due": "2026-12-05" });
    let readings = ["production", "sales", "stock", "customers", "income"].map(not_read);
    let found = json!({
        "done_on": TODAY, "place": "المشغل", "findings": "تراجع البيع", "signal": signal,
        "action": if signal == "distress" { action } else { Value::Null },
        "readings": readings,
    });
    let begun = json!({ "kind": "visit", "subject_kind": "project", "subject": id(PROJECT) });
    let record = json!({ "id": id(key), "begun": begun, "version": 0, "found": found });
    office.done(&office.researcher, "follow_up.record", record);
}

#[test]
fn money_of_a_stage_waits_until_the_stage_before_has_passed() {
    let office = laid();
    assert_eq!(states(&office), ["planned", "planned", "planned"]);
    let again = json!({ "project": id(PROJECT), "template": id("sewing") });
    assert_eq!(office.refused(&office.researcher, "stages.lay", again), "stages.laid_already");

    let (sara, mona, khaled) = (&office.researcher, &office.supervisor, &office.finance);
    let first = json!({ "tranche": id("loan-1") });
    assert_eq!(office.refused(sara, "loans.request_tranche", first.clone()), "gate.conditions_missing");
    assert_eq!(waits_for(&office, 0), ["stages.placed"]);
    assert_eq!(page(&office)["loose"].as_array().unwrap().len(), 2);
    let places = json!([place(&office, "loan-1", 0), place(&office, "loan-2", 1)]);
    let place = json!({ "project": id(PROJECT), "places": places });
    assert_eq!(office.refused(khaled, "stages.place", place.clone()), "stages.keep");
    office.done(sara, "stages.place", place);
    assert_eq!(
        (waits_for(&office, 0), waits_for(&office, 1)),
        (vec!["stages.unopened".into()], vec!["stages.before".into()])
    );
    assert_eq!(office.refused(sara, "loans.request_tranche", first), "gate.conditions_missing");

    let [one, two] = [0, 1].map(|place| json!({ "stage": stage(&office, place) }));
    assert_eq!(office.refused(sara, "stages.begin", two.clone()), "stages.conditions_missing");
    assert_eq!(office.refused(khaled, "stages.begin", one.clone()), "stages.keep");
    office.done(sara, "stages.begin", one.clone());
    assert_eq!(office.refused(sara, "stages.begin", one), "stages.step", "a second click");
    let begun = page(&office)["stages"][0]["stage"].clone();
    assert_eq!((&begun["opened_on"], &begun["due"]), (&json!(TODAY), &json!("2026-12-21")));
    assert_eq!((waits_for(&office, 0), waits_for(&office, 1)), (vec![], vec!["stages.before".into()]));
    first_paid(&office);
    // Nothing else holds the second tranche; no way leads to it.
    for (who, command, input) in
        [(sara, "loans.request_tranche", json!({ "tranche": id("loan-2") })), (sara, "stages.begin", two)]
    {
        let refused = office.refused(who, command, input);
        assert!(refused.ends_with("conditions_missing"), "{command}: {refused}");
    }
    let moved = json!({ "project": id(PROJECT), "places": [{ "tranche": id("loan-1"), "stage": stage(&office, 2) }] });
    assert_eq!(office.refused(sara, "stages.place", moved), "stages.tranche_began");

    let ask = json!({ "stage": stage(&office, 0), "note": "جاهزة" });
    assert_eq!(office.refused(sara, "stages.ask_review", ask.clone()), "stages.conditions_missing");
    assert_eq!(gaps(&page(&office)["stages"][0]["gates"]), ["stages.own"]);
    let mut tick = json!({ "stage": stage(&office, 0), "no": 1, "ticked": true, "evidence": " " });
    assert_eq!(office.refused(sara, "stages.tick", tick.clone()), "stages.evidence_missing");
    tick["evidence"] = json!("رأيتها تعمل");
    office.done(sara, "stages.tick", tick);
    office.done(sara, "stages.ask_review", ask.clone());
    assert_eq!(office.refused(sara, "stages.ask_review", ask), "stages.step", "a second click");
    assert_eq!(waits_for(&office, 1), ["stages.before"], "asked for is not passed");
    assert_eq!([mona, &office.committee].map(|who| office.tasks(who, "stage_review")), [1, 1]);
    let pass = json!({ "stage": stage(&office, 0), "note": "زرتها" });
    assert_eq!(office.refused(sara, "stages.pass", pass.clone()), "stages.review");
    office.done(&office.committee, "stages.pass", pass.clone());
    assert_eq!(office.refused(&office.committee, "stages.pass", pass), "stages.decided", "a second click");
    assert_eq!(states(&office), ["passed", "open", "planned"], "the next one opens in the same moment");
    assert_eq!(waits_for(&office, 1), Vec::<String>::new());
    office.done(sara, "loans.request_tranche", json!({ "tranche": id("loan-2") }));
    office.done(mona, "loans.approve_tranche", json!({ "tranche": id("loan-2") }));
    office.done(khaled, "loans.pay_tranche", json!({ "tranche": id("loan-2"), "day": TODAY, "method": "transfer" }));
}

#[test]
fn nobody_passes_what_they_asked_for_or_ticked() {
    let office = staged();
    let (sara, mona, abdo) = (&office.researcher, &office.supervisor, &office.committee);
    began(&office, 0);
    first_paid(&office);
    ticked(&office, mona);
    let one = stage(&office, 0);
    office.done(sara, "stages.ask_review", json!({ "stage": one }));
    let pass = json!({ "stage": one });
    assert_eq!(office.refused(mona, "stages.pass", pass.clone()), "stages.own_tick");
    assert_eq!(
        office.done(mona, "stages.project", json!({ "project": id(PROJECT) }))["stages"][0]["cannot_review"],
        "stages.own_tick"
    );
    let back = json!({ "stage": one, "reason": "ينقص عقد الإيجار" });
    assert_eq!(office.refused(&office.finance, "stages.drop_review", back.clone()), "stages.review");
    office.done(abdo, "stages.drop_review", back.clone());
    assert_eq!(office.refused(abdo, "stages.drop_review", back), "stages.decided");
    assert_eq!(states(&office)[0], "open");

    office.done(mona, "stages.ask_review", json!({ "stage": one }));
    assert_eq!(office.refused(mona, "stages.pass", pass.clone()), "stages.own_review");
    let fail = json!({ "stage": one, "reason": "لا تعمل", "follows": "again" });
    assert_eq!(office.refused(mona, "stages.fail", fail.clone()), "stages.own_review", "nor fails it");
    let mut wordless = fail.clone();
    wordless["reason"] = json!(" ");
    assert_eq!(office.refused(abdo, "stages.fail", wordless), "stages.reason_missing");
    office.done(abdo, "stages.fail", fail.clone());
    assert_eq!(office.refused(abdo, "stages.fail", fail), "stages.decided", "a second click");
    assert_eq!((states(&office)[0].as_str(), waits_for(&office, 1)), ("failed", vec!["stages.before".into()]));
    assert_eq!(office.tasks(mona, "stage_review_refused"), 1);
    // Tried again: what was ticked is to be seen again.
    began(&office, 0);
    assert_eq!(gaps(&page(&office)["stages"][0]["gates"]), ["stages.own"]);
    ticked(&office, sara);
    office.done(sara, "stages.ask_review", json!({ "stage": one }));
    office.done(mona, "stages.pass", pass);
    assert_eq!(states(&office), ["passed", "open", "planned"]);
}

#[test]
fn a_hold_stops_the_way_of_a_stage_and_never_a_repayment() {
    let office = first_passed();
    let two = stage(&office, 1);
    visited(&office, "visit", "distress");
    let review = json!({ "id": id("visit"), "version": 0, "note": "" });
    office.done(&office.supervisor, "follow_up.review", review);
    let sheet = page(&office);
    assert_eq!(sheet["standing"], "halted", "the project says so");
    assert_eq!(gaps(&sheet["stages"][1]["gates"]), ["stages.tranches", "holds.signal"]);
    office.repaid("paid", "loan", TODAY, 10_000);
    let ask = json!({ "stage": two });
    assert_eq!(office.refused(&office.researcher, "stages.ask_review", ask), "stages.conditions_missing");
    let list = office.done(&office.finance, "stages.projects", json!({ "standing": "halted" }));
    assert_eq!((&list["total"], &list["lines"][0]["at"]), (&json!(1), &json!("open")));

    let hold = office.done(&office.finance, "holds.list", json!({}))["lines"][0]["hold"].clone();
    let stop =
        json!({ "id": id("stop"), "hold": hold, "decision": "stop", "reason": "توقف البيع", "assets": "ماكينتان" });
    office.done(&office.researcher, "holds.propose", stop);
    office.done(&office.committee, "holds.approve", json!({ "hold": hold, "declared": true }));
    let project = office.done(&office.finance, "loans.project", json!({ "project": id(PROJECT) }))["project"].clone();
    assert_eq!((&project["state"], &project["state_reason"]), (&json!("stopped"), &json!("توقف البيع")));
    assert_eq!(office.refused(&office.researcher, "stages.begin", json!({ "stage": two })), "stages.project_ended");
    let run = json!({ "id": id(PROJECT), "name": "مشغل", "state": "running", "reason": "عاد", "version": 1 });
    assert_eq!(office.refused(&office.supervisor, "loans.change_project", run), "loans.project_ends_otherwise");
    let complete = json!({ "project": id(PROJECT), "note": "انتهى" });
    assert_eq!(office.refused(&office.committee, "stages.complete", complete), "stages.project_ended");
    office.repaid("later", "loan", TODAY, 10_000);
}

#[test]
fn a_hold_that_opens_meanwhile_keeps_a_review_from_passing() {
    let office = staged();
    began(&office, 0);
    first_paid(&office);
    ticked(&office, &office.researcher);
    let one = json!({ "stage": stage(&office, 0) });
    office.done(&office.researcher, "stages.ask_review", one.clone());
    visited(&office, "visit", "distress");
    assert_eq!(office.refused(&office.committee, "stages.pass", one), "stages.conditions_missing");
    assert_eq!(gaps(&page(&office)["stages"][0]["gates"]), ["stages.visits_left", "holds.signal"]);
    let fail = json!({ "stage": stage(&office, 0), "reason": "توقفت", "follows": "stop" });
    office.done(&office.committee, "stages.fail", fail);
    assert_eq!((page(&office)["standing"].as_str(), states(&office)[0].as_str()), (Some("stopped"), "failed"));
    assert_eq!(waits_for(&office, 1).first().map(String::as_str), Some("holds.signal"));
    let lend = office.refused(&office.researcher, "loans.propose", {
        let mut more = office.proposal("more");
        more["project"] = json!({ "known": id(PROJECT) });
        more
    });
    assert_eq!(lend, "loans.project_not_running");
}

#[test]
fn visits_and_promises_of_a_stage_count_from_its_first_day() {
    let office = first_passed();
    let two = stage(&office, 1);
    let conditions = || gaps(&page(&office)["stages"][1]["gates"]);
    assert_eq!(conditions(), ["stages.tranches", "stages.visits"]);
    visited(&office, "visit", "sound");
    assert_eq!(conditions(), ["stages.tranches", "stages.visits", "stages.visits_left"], "made and not reviewed");
    let review = json!({ "id": id("visit"), "version": 0, "note": "" });
    office.done(&office.supervisor, "follow_up.review", review);
    assert_eq!(conditions(), ["stages.tranches"]);
    let promise = json!({ "id": id("promise"), "subject_kind": "project", "subject": id(PROJECT), "side": "beneficiary",
                          "text": "سجل المبيعات", "due": TODAY });
    office.done(&office.researcher, "follow_up.add_commitment", promise);
    assert_eq!(conditions(), ["stages.tranches", "stages.promises"]);
    let met = json!({ "id": id("promise"), "version": 0, "on": TODAY, "evidence": "رأيته" });
    office.done(&office.researcher, "follow_up.meet_commitment", met);
    assert_eq!(conditions(), ["stages.tranches"]);
    for (who, command, input) in [
        (&office.researcher, "loans.request_tranche", json!({ "tranche": id("loan-2") })),
        (&office.supervisor, "loans.approve_tranche", json!({ "tranche": id("loan-2") })),
        (&office.finance, "loans.pay_tranche", json!({ "tranche": id("loan-2"), "day": TODAY, "method": "transfer" })),
        (&office.supervisor, "loans.verify_tranche", json!({ "tranche": id("loan-2") })),
        (&office.researcher, "stages.ask_review", json!({ "stage": two })),
        (&office.committee, "stages.pass", json!({ "stage": two })),
        (&office.researcher, "stages.ask_review", json!({ "stage": stage(&office, 2) })),
        (&office.committee, "stages.pass", json!({ "stage": stage(&office, 2) })),
    ] {
        office.done(who, command, input);
    }
    assert_eq!(states(&office), ["passed", "passed", "passed"]);
    let complete = json!({ "project": id(PROJECT), "note": "صار له منفذ بيع" });
    assert_eq!(office.refused(&office.committee, "stages.complete", complete.clone()), "stages.conditions_missing");
    assert_eq!(gaps(&page(&office)["completing"]), ["stages.loans_ended"]);
    office.repaid("all", "loan", TODAY, 1_200_000);
    assert_eq!(office.refused(&office.researcher, "stages.complete", complete.clone()), "stages.review");
    office.done(&office.committee, "stages.complete", complete.clone());
    assert_eq!(
        office.refused(&office.committee, "stages.complete", complete),
        "stages.project_ended",
        "a second click"
    );
    let list = office.done(&office.finance, "stages.projects", json!({ "standing": "completed", "at": "passed" }));
    assert_eq!((&list["total"], &list["lines"][0]["passed"]), (&json!(1), &json!(3)));
}

#[test]
fn stages_are_planned_otherwise_as_long_as_they_have_not_begun() {
    let office = staged();
    let (sara, mona) = (&office.researcher, &office.supervisor);
    let planned = |office: &Lending| -> Vec<Value> {
        let page = page(office);
        let stages = page["stages"].as_array().unwrap();
        let plan = |one: &Value| {
            let asks = |asked: &Value| json!({ "text": asked["text"], "paper": asked["paper"] });
            let conditions: Vec<Value> = one["conditions"].as_array().unwrap().iter().map(asks).collect();
            json!({ "id": one["id"], "name": one["name"], "goal": one["goal"], "days": one["days"],
                    "visits": one["visits"], "conditions": conditions })
        };
        stages.iter().map(|one| plan(&one["stage"])).collect()
    };
    let version = |office: &Lending| page(office)["record"]["number"].clone();
    let change = |stages: Vec<Value>| json!({ "project": id(PROJECT), "stages": stages, "version": version(&office) });

    let without = planned(&office).into_iter().enumerate().filter(|(at, _)| *at != 1).map(|(_, one)| one).collect();
    assert_eq!(office.refused(sara, "stages.change", change(without)), "stages.has_tranches");
    assert_eq!(office.refused(sara, "stages.change", change(Vec::new())), "stages.count");
    let mut more = planned(&office);
    more.insert(1, json!({ "id": id("licence"), "name": "ترخيص", "days": 15 }));
    more.swap(2, 3);
    let stale = json!({ "project": id(PROJECT), "stages": more, "version": 0 });
    let conflict = office.call(sara, "stages.change", stale);
    assert!(matches!(conflict, Err(Failure::Conflict(_))), "{conflict:?}");
    office.done(sara, "stages.change", change(more));
    let names: Vec<Value> = planned(&office).iter().map(|one| one["name"].clone()).collect();
    assert_eq!(names, ["تجهيز", "ترخيص", "تسويق", "تشغيل"]);
    let mut wrong = planned(&office);
    wrong[1]["days"] = json!(0);
    assert_eq!(office.refused(sara, "stages.change", change(wrong)), "stages.days_range");

    began(&office, 0);
    let mut less = planned(&office);
    less[0]["conditions"] = json!([]);
    assert_eq!(office.refused(mona, "stages.change", change(less)), "stages.condition_stays");
    let mut later = planned(&office);
    later.swap(0, 1);
    assert_eq!(office.refused(sara, "stages.change", change(later)), "stages.passed_stays");
    let mut longer = planned(&office);
    longer[0]["days"] = json!(45);
    longer[0]["conditions"].as_array_mut().unwrap().push(json!({ "text": "العقد موقع", "paper": true }));
    office.done(sara, "stages.change", change(longer));
    assert_eq!(page(&office)["stages"][0]["stage"]["due"], "2027-01-05");
    let tick = json!({ "stage": stage(&office, 0), "no": 2, "ticked": true, "evidence": "العقد" });
    assert_eq!(office.refused(sara, "stages.tick", tick), "stages.paper_missing");

    // A project of somebody else's stages, and tranches of another loan.
    let strange = json!({ "project": id(PROJECT), "places": [{ "tranche": id("none"), "stage": stage(&office, 0) }] });
    assert_eq!(office.refused(sara, "stages.place", strange), "stages.other_project");
    assert_eq!(
        office.refused(sara, "stages.place", json!({ "project": id(PROJECT), "places": [] })),
        "stages.nothing_chosen"
    );
}

#[test]
fn an_office_from_before_stages_is_given_the_first_templates_once() {
    let kept = Kept::named("0030-qassim");
    let folder = tempfile::tempdir().unwrap();
    kept.lay_out(folder.path());
    let office = kept.open(folder.path());
    let templates = || office.told("administrator", "stages.templates", json!({}))["templates"].clone();
    assert_eq!(templates(), json!([]), "nothing was laid with the tables");
    office.office.tick();
    let given = templates();
    let names: Vec<&Value> = given.as_array().unwrap().iter().map(|one| &one["name"]).collect();
    assert_eq!(names, ["إنتاج منزلي", "تجارة وبيع", "خدمات"]);
    let trail = office.told("administrator", "audit.list", json!({ "limit": 20 }));
    assert!(trail.to_string().contains("stages.begin_templates"), "the trail tells of it: {trail}");
    office.office.close();
    drop(office);

    let again = kept.open(folder.path());
    again.office.tick();
    assert_eq!(again.told("administrator", "stages.templates", json!({}))["templates"], given, "once");
}

#[test]
fn templates_are_data_with_versions() {
    let office = Lending::open();
    let begun = office.done(&office.researcher, "stages.templates", json!({}));
    let names: Vec<&Value> = begun["templates"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
    assert_eq!(names, ["إنتاج منزلي", "تجارة وبيع", "خدمات"], "an office begins with three");
    let stages: Vec<&Value> =
        begun["templates"][0]["stages"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
    assert_eq!(stages, ["تجهيز", "تشغيل", "تسويق"]);
    assert_eq!(office.refused(&office.researcher, "stages.add_template", template("sewing", "خياطة")), "stages.manage");
    office.done(&office.supervisor, "stages.add_template", template("sewing", "خياطة"));
    let taken = template("other", "خيَاطه");
    assert_eq!(
        office.refused(&office.supervisor, "stages.add_template", taken),
        "stages.name_taken",
        "however spelled"
    );
    let mut none = template("other", "طبخ");
    none["stages"] = json!([]);
    assert_eq!(office.refused(&office.supervisor, "stages.add_template", none), "stages.count");
    office.approved("loan");
    office.done(&office.researcher, "stages.lay", json!({ "project": id(PROJECT), "template": id("sewing") }));
    let mut changed = template("sewing", "خياطة");
    changed["stages"].as_array_mut().unwrap().pop();
    changed["record_version"] = json!(0);
    let saved = office.done(&office.supervisor, "stages.change_template", changed.clone());
    assert_eq!(saved["version"], 2);
    let conflict = office.call(&office.supervisor, "stages.change_template", changed);
    assert!(matches!(conflict, Err(Failure::Conflict(_))), "{conflict:?}");
    let sheet = page(&office);
    assert_eq!(
        (sheet["stages"].as_array().unwrap().len(), &sheet["template_version"]),
        (3, &json!(1)),
        "what was laid stays"
    );
}

#[test]
fn a_stage_past_its_day_waits_for_those_who_keep_it() {
    let mut office = staged();
    began(&office, 0);
    assert_eq!(office.tasks(&office.researcher, "stage_late"), 0);
    office.story.pass(std::time::Duration::from_secs(31 * 86_400));
    office.researcher = office.story.sign_in("sara", "نخلة وظل وماء").unwrap();
    assert_eq!(office.tasks(&office.researcher, "stage_late"), 1);
    let list = office.done(&office.researcher, "stages.projects", json!({ "at": "late", "text": "ابره" }));
    assert_eq!((&list["total"], &list["lines"][0]["stage_name"]), (&json!(1), &json!("تجهيز")));
    let none = office.done(&office.researcher, "stages.projects", json!({ "at": "failed" }));
    assert_eq!(none["total"], 0);
}

/// Nine hundred steps at random in three offices, by people of every role: whatever is tried, a tranche goes on only behind
/// stages that have passed, and what has passed stays.
#[test]
fn no_order_of_steps_pays_a_tranche_before_its_stage() {
    let mut through_all = (0, 0);
    for seed in [1_u64, 20, 300] {
        let office = staged();
        let people = [&office.researcher, &office.supervisor, &office.finance, &office.committee];
        let (mut dice, mut went, mut passed) = (seed, 0, 0);
        let mut before: BTreeMap<String, String> = BTreeMap::new();
        for step in 0..300 {
            let mut roll = |most: usize| {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                usize::try_from(dice >> 33).unwrap() % most
            };
            let sheet = page(&office);
            let stages = sheet["stages"].as_array().unwrap().clone();
            // Mostly the stage the project is in.
            let present = stages.iter().position(|one| one["stage"]["state"] != "passed").unwrap_or(0);
            let one = &stages[if roll(3) > 0 { present } else { roll(3) }]["stage"];
            let tranche = id(["loan-1", "loan-2"][roll(2)]);
            let note = json!({ "stage": one["id"], "reason": "سبب", "follows": "again" });
            let mut swapped: Vec<Value> = stages.iter().map(|one| one["stage"].clone()).collect();
            swapped.swap(roll(3), roll(3));
            let (command, input) = match roll(16) {
                0 => ("stages.begin", note),
                1 => {
                    ("stages.tick", json!({ "stage": one["id"], "no": 1, "ticked": roll(4) > 0, "evidence": "رأيته" }))
                }
                2 | 3 => ("stages.ask_review", note),
                4 => ("stages.drop_review", note),
                5 | 6 => ("stages.pass", note),
                7 => ("stages.fail", note),
                8 => {
                    let places = json!([{ "tranche": tranche, "stage": one["id"] }]);
                    ("stages.place", json!({ "project": id(PROJECT), "places": places }))
                }
                9 => {
                    let version = &sheet["record"]["number"];
                    ("stages.change", json!({ "project": id(PROJECT), "stages": swapped, "version": version }))
                }
                10 => ("loans.request_tranche", json!({ "tranche": tranche })),
                11 => ("loans.approve_tranche", json!({ "tranche": tranche })),
                12 => ("loans.deliver_tranche", json!({ "tranche": tranche, "day": TODAY, "supplier": "الإتقان" })),
                13 => ("loans.pay_tranche", json!({ "tranche": tranche, "day": TODAY, "method": "transfer" })),
                14 => ("loans.verify_tranche", json!({ "tranche": tranche })),
                _ => {
                    visited(&office, &format!("visit {step}"), "sound");
                    let review = json!({ "id": id(&format!("visit {step}")), "version": 0, "note": "" });
                    office.done(&office.supervisor, "follow_up.review", review);
                    continue;
                }
            };
            // Mostly by whoever it is for, and often by somebody else.
            let usual = match command {
                "stages.pass" | "stages.fail" | "stages.drop_review" => 3,
                "loans.approve_tranche" | "loans.verify_tranche" => 1,
                "loans.pay_tranche" => 2,
                _ => 0,
            };
            let who = people[if roll(3) > 0 { usual } else { roll(4) }];
            if let Err(failure) = office.call(who, command, input) {
                assert!(!matches!(failure, Failure::Broken { .. }), "{command}: {failure}");
            }
            let after = page(&office);
            let stages = after["stages"].as_array().unwrap();
            let states: Vec<&str> = stages.iter().map(|one| one["stage"]["state"].as_str().unwrap()).collect();
            let through = states.iter().take_while(|state| **state == "passed").count();
            assert!(states.iter().skip(through).all(|state| *state != "passed"), "{states:?}: in their order");
            assert!(states.iter().filter(|state| ["open", "in_review"].contains(state)).count() <= 1, "{states:?}");
            assert!(through >= passed, "what has passed stays");
            passed = through;
            for (at, stage) in stages.iter().enumerate() {
                for one in stage["tranches"].as_array().unwrap() {
                    let (key, state) = (one["tranche"].to_string(), one["state"].as_str().unwrap().to_owned());
                    let moved = before.insert(key, state.clone()).is_some_and(|was| was != state);
                    let forward = ["requested", "approved", "delivered", "paid"].contains(&state.as_str());
                    if moved && forward {
                        went += 1;
                        assert!(
                            states[..at].iter().all(|state| *state == "passed"),
                            "{command}: {state} in {states:?}"
                        );
                    }
                }
            }
        }
        through_all = (through_all.0 + went, through_all.1 + passed);
    }
    assert!(through_all.0 > 4 && through_all.1 > 1, "money and stages went on: {through_all:?}");
}

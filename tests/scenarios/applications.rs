//! An application from its first word to the loan it becomes, told through `Office::call` alone.

use crate::approvals::give_role;
use crate::loans::{Lending, TODAY, id};
use office::Caller;
use serde_json::{Value, json};
use sharaka_tests::fetched;

const ROLES: [&str; 5] = ["researcher", "supervisor", "finance", "committee", "administrator"];

fn which(key: &str) -> Value {
    json!({ "application": id(key) })
}

pub fn request(office: &Lending) -> Value {
    json!({
        "product": office.product()["id"], "amount": 1_800_000, "instalments": 20, "project_name": "فطائر أمل",
        "activity": "مخبوزات", "needs": "فرن وعجانة وثلاجة عرض للبيع من البيت", "wishes": "محل صغير في الحي",
    })
}

fn opened(office: &Lending, key: &str) -> Value {
    let input = json!({ "id": id(key), "party": id("noura"), "request": request(office) });
    office.done(&office.researcher, "applications.add", input)
}

pub fn sheet(office: &Lending, who: &Caller, key: &str) -> Value {
    office.done(who, "applications.detail", which(key))
}

fn version(office: &Lending, key: &str) -> Value {
    sheet(office, &office.finance, key)["record"]["number"].clone()
}

/// The month of the prototype: 1,925 riyals left over, 1,630 with fewer sales.
pub fn rows() -> Value {
    json!([
        { "side": "income", "label": "راتب تقاعدي", "amount": 410_000 },
        { "side": "costs", "label": "المعيشة", "amount": 335_000 },
        { "side": "sales", "label": "المبيعات", "amount": 620_000 },
        { "side": "variable", "label": "الخامات", "amount": 260_000 },
        { "side": "variable", "label": "التغليف والتوصيل", "amount": 65_000 },
        { "side": "fixed", "label": "الكهرباء", "amount": 60_000 },
    ])
}

/// 15,000 in kind and 3,000 in cash; `third` says whether the fridge has its third quote.
pub fn lines(key: &str, third: bool) -> Value {
    let quote = |supplier: &str, amount: i64| json!({ "supplier": supplier, "amount": amount, "note": "ضمان سنة" });
    let line = |place: &str, batch: i64, item: &str, kind: &str, amount: i64| json!({ "id": id(&format!("{key}-{place}")), "batch": batch, "item": item, "kind": kind, "amount": amount });
    let mut oven = line("oven", 1, "فرن كهربائي", "in_kind", 690_000);
    oven["quotes"] =
        json!([quote("نار الجودة", 665_000), quote("المطابخ الحديثة", 690_000), quote("معدات القصيم", 745_000)]);
    (oven["chosen"], oven["reason"]) = (json!("المطابخ الحديثة"), json!("صيانة في عنيزة وضمان أطول"));
    let mut mixer = line("mixer", 1, "عجانة", "in_kind", 320_000);
    mixer["quotes"] = json!([quote("أ", 330_000), quote("ب", 320_000), quote("ج", 350_000)]);
    mixer["chosen"] = json!("ب");
    let mut fridge = line("fridge", 2, "ثلاجة عرض", "in_kind", 340_000);
    fridge["quotes"] = json!([quote("أ", 340_000), quote("ب", 360_000)]);
    if third {
        fridge["quotes"] = json!([quote("أ", 340_000), quote("ب", 360_000), quote("ج", 355_000)]);
        fridge["chosen"] = json!("أ");
    }
    let tools = line("tools", 2, "أدوات وتغليف", "in_kind", 150_000);
    json!([oven, mixer, fridge, tools, line("materials", 3, "خامات الشهر الأول", "operating", 300_000)])
}

fn saved(office: &Lending, key: &str, third: bool) {
    let study =
        json!({ "application": id(key), "rows": rows(), "market": "تبيع منذ سنة", "version": version(office, key) });
    office.done(&office.researcher, "applications.save_study", study);
    let budget = json!({ "application": id(key), "lines": lines(key, third), "version": version(office, key) });
    office.done(&office.researcher, "applications.save_budget", budget);
}

/// The file says that she draws social security.
fn draws_social_security(office: &Lending) {
    let mut file = office.done(&office.researcher, "beneficiaries.open", json!({ "party": id("noura") }));
    file["facts"]["social_security"] = json!(true);
    let change = json!({ "party": id("noura"), "version": file["record"]["number"], "facts": file["facts"] });
    office.done(&office.researcher, "beneficiaries.change", change);
}

fn guarantee(key: &str) -> Value {
    json!({ "id": id(&format!("{key}-guarantee")), "application": id(key), "kind": "social_security", "until": "2027-11-20" })
}

fn seen(key: &str) -> Value {
    json!({ "guarantee": id(&format!("{key}-guarantee")), "checked": ["benefit_seen", "undertaking_signed"] })
}

fn visited(office: &Lending, key: &str) {
    let readings = ["production", "sales", "stock", "customers", "income"]
        .map(|kind| json!({ "kind": kind, "typed": "", "reason": "لم يُسأل عنه" }));
    let found = json!({ "done_on": TODAY, "signal": "sound", "findings": "المطبخ جاهز", "readings": readings });
    let begun = json!({ "kind": "visit", "subject_kind": "application", "subject": id(key) });
    let visit = json!({ "id": id(&format!("{key}-visit")), "begun": begun, "found": found });
    office.done(&office.researcher, "follow_up.record", visit);
}

pub fn recommendation(office: &Lending, key: &str) -> Value {
    json!({
        "application": id(key), "recommends": "approve", "amount": 1_800_000, "instalments": 24, "calendar": "gregorian",
        "fund": id("pool"), "opinion": "خبرة سنة وطلب ثابت في الحي", "conditions": "سجل مبيعات أسبوعي",
        "version": version(office, key),
    })
}

/// Studied whole by the researcher and recommended.
fn recommended(office: &Lending, key: &str) {
    opened(office, key);
    office.done(&office.researcher, "applications.submit", which(key));
    office.done(&office.researcher, "applications.take", which(key));
    saved(office, key, true);
    draws_social_security(office);
    office.done(&office.researcher, "applications.bring_guarantee", guarantee(key));
    office.done(&office.supervisor, "applications.see_guarantee", seen(key));
    visited(office, key);
    office.done(&office.researcher, "applications.recommend", recommendation(office, key));
}

/// What a step of the page lacks.
fn gaps(sheet: &Value, command: &str) -> Vec<String> {
    let step = sheet["steps"].as_array().unwrap().iter().find(|one| one["command"] == command).unwrap();
    let unmet = step["conditions"].as_array().unwrap().iter().filter(|one| one["met"] == false);
    unmet.map(|one| one["key"].as_str().unwrap().replace("applications.", "")).collect()
}

fn step<'a>(sheet: &'a Value, command: &str) -> &'a Value {
    sheet["steps"].as_array().unwrap().iter().find(|one| one["command"] == command).unwrap()
}

#[test]
fn an_application_is_opened_for_an_active_file_and_once_for_a_product() {
    let office = Lending::open();
    let add = |key: &str| json!({ "id": id(key), "party": id("noura"), "request": request(&office) });
    let with = |change: &dyn Fn(&mut Value)| {
        let mut input = add("other");
        change(&mut input["request"]);
        office.refused(&office.researcher, "applications.add", input)
    };
    let facts = json!({ "name": "هند سعد ناصر الحربي", "sex": "female", "mobile": "0558123491", "city": "بريدة" });
    let file = json!({ "party": id("hind"), "facts": facts, "identity": { "number": "1000000016" } });
    office.done(&office.researcher, "beneficiaries.add", file);
    let mut hind = add("hind-asks");
    hind["party"] = json!(id("hind"));
    assert_eq!(office.refused(&office.researcher, "applications.add", hind), "applications.not_active");
    assert_eq!(office.refused(&office.finance, "applications.add", add("other")), "applications.keep");
    assert_eq!(with(&|request| request["project_name"] = json!(" ")), "applications.project_missing");
    assert_eq!(with(&|request| request["amount"] = json!(0)), "applications.amount");
    assert_eq!(with(&|request| request["needs"] = json!("ط".repeat(2_001))), "applications.text_long");

    let first = office.done(&office.researcher, "applications.add", add("amal"));
    assert_eq!((&first["application_no"], &first["state"]), (&json!("R-1448-0001"), &json!("draft")));
    assert_eq!(office.refused(&office.researcher, "applications.add", add("twice")), "applications.open_already");
    assert_eq!(office.refused(&office.researcher, "applications.add", add("amal")), "database.recorded_already");
    office.approved("loan");
    let others = json!({ "id": id("pies"), "party": id("hind"), "name": "فطائر هند" });
    office.done(&office.researcher, "loans.open_project", others);
    let mut foreign = json!({ "application": id("amal"), "request": request(&office), "version": 0 });
    foreign["request"]["project"] = json!(id("pies"));
    assert_eq!(office.refused(&office.researcher, "applications.change", foreign), "applications.project_other");

    let mut wordless = json!({ "application": id("amal"), "request": request(&office), "version": 0 });
    wordless["request"]["needs"] = json!("");
    let changed = office.done(&office.researcher, "applications.change", wordless.clone());
    assert_eq!(changed["version"], 1);
    let stale = office.refused(&office.supervisor, "applications.change", wordless);
    assert_eq!(stale, "record.changed_meanwhile", "nobody saves over what another changed");
    assert_eq!(office.refused(&office.researcher, "applications.submit", which("amal")), "gate.conditions_missing");
    assert_eq!(gaps(&sheet(&office, &office.researcher, "amal"), "submit"), ["needs"]);
    assert_eq!(office.refused(&office.researcher, "applications.take", which("amal")), "applications.step");
    let whole = json!({ "application": id("amal"), "request": request(&office), "version": 1 });
    office.done(&office.researcher, "applications.change", whole.clone());
    office.done(&office.researcher, "applications.submit", which("amal"));
    assert_eq!(office.tasks(&office.supervisor, "applications_submitted"), 1);
    assert_eq!(office.refused(&office.researcher, "applications.submit", which("amal")), "applications.step");
    let mut later = whole;
    later["version"] = json!(2);
    assert_eq!(office.refused(&office.researcher, "applications.change", later), "applications.step", "it waits");
}

#[test]
fn the_study_weighs_the_month_in_two_scenarios_and_offers_the_shortest_term() {
    let office = Lending::open();
    opened(&office, "amal");
    office.done(&office.researcher, "applications.submit", which("amal"));
    office.done(&office.researcher, "applications.take", which("amal"));
    let mut study = json!({ "application": id("amal"), "rows": rows(), "version": 0 });
    study["rows"][0]["label"] = json!("");
    assert_eq!(office.refused(&office.researcher, "applications.save_study", study.clone()), "applications.row_label");
    study["rows"][0] = json!({ "side": "income", "label": "راتب", "amount": -5 });
    assert_eq!(office.refused(&office.researcher, "applications.save_study", study), "applications.row_amount");
    let bad = |change: &dyn Fn(&mut Value)| {
        let mut input = json!({ "application": id("amal"), "lines": lines("amal", false), "version": 0 });
        change(&mut input["lines"]);
        office.refused(&office.researcher, "applications.save_budget", input)
    };
    assert_eq!(bad(&|lines| lines[0]["item"] = json!("")), "applications.line_item");
    assert_eq!(bad(&|lines| lines[0]["amount"] = json!(0)), "applications.amount");
    assert_eq!(bad(&|lines| lines[0]["batch"] = json!(13)), "applications.line_batch");
    assert_eq!(bad(&|lines| lines[0]["chosen"] = json!("غيرهم")), "applications.chosen_unknown");
    assert_eq!(bad(&|lines| lines[0]["quotes"][0]["supplier"] = json!("")), "applications.quote_supplier");
    assert_eq!(bad(&|lines| lines[1]["id"] = lines[0]["id"].clone()), "applications.line_twice");
    assert_eq!(bad(&|lines| lines[4]["quotes"] = lines[0]["quotes"].clone()), "applications.cash_quotes");
    assert_eq!(bad(&|lines| *lines = json!(vec![lines[3].clone(); 41])), "applications.too_many");
    saved(&office, "amal", false);

    let page = sheet(&office, &office.researcher, "amal");
    let asked = &page["asked"];
    assert_eq!(asked["surplus"], json!({ "expected": 192_500, "stressed": 163_000 }));
    assert_eq!(asked["net"], json!({ "expected": 235_000, "stressed": 176_000 }));
    assert_eq!((&asked["instalment"], &asked["lawful"]), (&json!(90_000), &json!(false)));
    assert_eq!(asked["share_percent"], json!({ "expected": 47, "stressed": 55 }));
    assert_eq!(asked["term"], json!({ "instalments": 24, "instalment": 75_000 }), "the shortest that is lawful");
    assert_eq!((&asked["cash_tenths"], &asked["cash_limit"]), (&json!(167), &json!(360_000)));
    let fridge = &asked["quotes"][2];
    assert_eq!((&fridge["standing"], &fridge["needed"]), (&json!(2), &json!(3)));
    assert_eq!(asked["approver"], "director");
    assert_eq!(
        gaps(&page, "recommend"),
        ["capacity", "quotes", "visit", "guarantee"],
        "all that is in the way, and nothing else"
    );

    let mut live =
        json!({ "application": id("amal"), "amount": 1_800_000, "instalments": 24, "lines": lines("amal", true) });
    live["lines"][4]["amount"] = json!(360_001);
    let weighed = office.done(&office.researcher, "applications.weigh", live);
    assert_eq!(weighed["lawful"], true);
    assert_eq!(weighed["missing"], json!(["capacity.budget", "capacity.cash"]), "while it is being typed");
    assert_eq!(weighed["break_even"], json!(284_000));
    let again = sheet(&office, &office.researcher, "amal");
    assert_eq!(again["asked"]["cash"], json!(300_000), "and nothing of it is saved");

    let mut reasonless =
        json!({ "application": id("amal"), "lines": lines("amal", true), "version": version(&office, "amal") });
    reasonless["lines"][0]["reason"] = json!("");
    office.done(&office.researcher, "applications.save_budget", reasonless);
    let page = sheet(&office, &office.researcher, "amal");
    assert_eq!(
        gaps(&page, "recommend"),
        ["capacity", "chosen", "visit", "guarantee"],
        "not the cheapest, and no reason"
    );
}

#[test]
fn a_guarantee_of_an_application_is_looked_at_by_another_person() {
    let office = Lending::open();
    opened(&office, "amal");
    let bring = |who: &Caller, input: Value| office.refused(who, "applications.bring_guarantee", input);
    assert_eq!(bring(&office.researcher, guarantee("amal")), "guarantees.fact_missing", "the file must say so");
    draws_social_security(&office);
    assert_eq!(bring(&office.finance, guarantee("amal")), "applications.keep");
    office.done(&office.researcher, "applications.bring_guarantee", guarantee("amal"));
    let see = |who: &Caller, input: Value| office.refused(who, "applications.see_guarantee", input);
    assert_eq!(see(&office.researcher, seen("amal")), "applications.verify");
    let blind = json!({ "guarantee": id("amal-guarantee"), "checked": ["benefit_seen"] });
    assert_eq!(see(&office.supervisor, blind), "guarantees.checks_missing");
    give_role(&office, "sara", "supervisor");
    assert_eq!(see(&office.researcher, seen("amal")), "applications.own_guarantee", "whatever role she has by now");
    give_role(&office, "sara", "researcher");
    office.done(&office.supervisor, "applications.see_guarantee", seen("amal"));
    assert_eq!(see(&office.committee, seen("amal")), "applications.guarantee_decided");
    let drop = |reason: &str| json!({ "guarantee": id("amal-guarantee"), "reason": reason });
    assert_eq!(
        office.refused(&office.researcher, "applications.drop_guarantee", drop(" ")),
        "applications.reason_missing"
    );
    office.done(&office.researcher, "applications.drop_guarantee", drop("جاء كفيل"));
    let again = office.refused(&office.researcher, "applications.drop_guarantee", drop("جاء كفيل"));
    assert_eq!(again, "applications.guarantee_decided");

    let guarantor = |key: &str| {
        let person = json!({ "id": id(&format!("{key}-person")), "number": "1070707078", "expires_on": "2030-01-01",
                             "name": "سالم فهد عبدالله الدوسري" });
        json!({ "id": id(key), "application": id("amal"), "kind": "guarantor", "income": 900_000, "guarantor": person })
    };
    office.done(&office.researcher, "applications.bring_guarantee", guarantor("first"));
    assert_eq!(bring(&office.researcher, guarantor("second")), "guarantees.guarantor_twice");
    let mut own = guarantor("own");
    own["guarantor"]["number"] = json!("1098765439");
    assert_eq!(bring(&office.researcher, own), "guarantees.guarantor_borrows");
    let named = sheet(&office, &office.finance, "amal")["guarantees"][1]["name"].clone();
    assert_eq!(named, "سالم فهد عبدالله الدوسري");
}

#[test]
fn who_studied_it_recommends_and_another_person_decides_and_the_loan_is_made_once() {
    let office = Lending::open();
    opened(&office, "amal");
    office.done(&office.researcher, "applications.submit", which("amal"));
    office.done(&office.researcher, "applications.take", which("amal"));
    saved(&office, "amal", false);
    let refused = |input: Value| office.refused(&office.researcher, "applications.recommend", input);
    let with = |field: &str, value: Value| {
        let mut input = recommendation(&office, "amal");
        input[field] = value;
        refused(input)
    };
    assert_eq!(with("opinion", json!("")), "applications.opinion_missing");
    assert_eq!(with("fund", json!(null)), "applications.fund_missing");
    assert_eq!(with("instalments", json!(null)), "applications.recommendation");
    assert_eq!(with("first_due", json!(TODAY)), "applications.recommendation");
    assert_eq!(with("version", json!(0)), "record.changed_meanwhile", "it was looked at before it was changed");
    assert_eq!(refused(recommendation(&office, "amal")), "gate.conditions_missing");
    draws_social_security(&office);
    office.done(&office.researcher, "applications.bring_guarantee", guarantee("amal"));
    assert_eq!(
        gaps(&sheet(&office, &office.researcher, "amal"), "recommend"),
        ["capacity", "quotes", "visit", "verified"]
    );
    office.done(&office.supervisor, "applications.see_guarantee", seen("amal"));
    visited(&office, "amal");
    saved(&office, "amal", true);
    assert_eq!(with("instalments", json!(20)), "gate.conditions_missing", "twenty instalments are more than she bears");
    let approve = json!({ "application": id("amal"), "loan": id("amal-loan"), "note": "موافقة" });
    assert_eq!(office.refused(&office.committee, "applications.approve", approve.clone()), "applications.step");
    office.done(&office.researcher, "applications.recommend", recommendation(&office, "amal"));
    let twice = office.refused(&office.researcher, "applications.recommend", recommendation(&office, "amal"));
    assert_eq!(twice, "applications.step");

    assert_eq!(office.tasks(&office.supervisor, "application_decide"), 1);
    assert_eq!(office.tasks(&office.committee, "application_decide"), 1);
    // Each role alone, and whoever studied it in every role.
    for role in ROLES {
        give_role(&office, "sara", role);
        let told = office.refused(&office.researcher, "applications.approve", approve.clone());
        let expected = if matches!(role, "supervisor" | "committee") {
            "applications.own_appraisal"
        } else {
            "applications.decide"
        };
        assert_eq!(told, expected, "as {role}");
        assert_eq!(office.tasks(&office.researcher, "application_decide"), 0, "nothing waits for her as {role}");
    }
    give_role(&office, "sara", "supervisor");
    let own = sheet(&office, &office.researcher, "amal");
    assert_eq!((&step(&own, "approve")["may"], &step(&own, "approve")["why"]), (&json!(false), &json!("own")));
    let no = json!({ "application": id("amal"), "reason": "لا" });
    assert_eq!(office.refused(&office.researcher, "applications.reject", no), "applications.own_appraisal");
    let back = json!({ "application": id("amal"), "missing": ["x"] });
    assert_eq!(office.refused(&office.researcher, "applications.send_back", back), "applications.own_appraisal");
    assert_eq!(office.refused(&office.finance, "applications.approve", approve.clone()), "applications.decide");

    let answer = office.done(&office.supervisor, "applications.approve", approve.clone());
    assert_eq!((&answer["state"], &answer["loan"]), (&json!("approved"), &json!(id("amal-loan"))));
    assert_eq!(office.refused(&office.supervisor, "applications.approve", approve.clone()), "applications.decided");
    let mut other = approve;
    other["loan"] = json!(id("another-loan"));
    assert_eq!(office.refused(&office.committee, "applications.approve", other), "applications.decided");
    let loans = office.done(&office.finance, "loans.list", json!({}));
    assert_eq!(loans["total"], 1, "one loan, however often it is pressed");

    // The loan goes its own way: neither who approved the application nor who had a hand in it approves it.
    let loan = office.sheet("amal-loan");
    assert_eq!((&loan["phase"], &loan["amount"]), (&json!("waiting"), &json!(1_800_000)));
    let tranches = loan["tranches"].as_array().unwrap();
    assert_eq!(tranches.len(), 5, "a tranche for each line of the budget");
    assert_eq!(tranches[0]["tranche"]["id"], json!(id("amal-oven")), "under the line's own identifier");
    assert_eq!(tranches[0]["tranche"]["supplier"], "المطابخ الحديثة");
    let kept = office.done(&office.finance, "guarantees.of_loan", json!({ "loan": id("amal-loan") }));
    let carried = &kept["guarantees"][0];
    assert_eq!((&carried["state"], &carried["verified_by_name"]), (&json!("verified"), &json!("منى الزهراني")));
    let decide = json!({ "loan": id("amal-loan") });
    assert_eq!(office.refused(&office.supervisor, "loans.approve", decide.clone()), "loans.own_loan");
    for role in ["supervisor", "committee"] {
        give_role(&office, "sara", role);
        let told = office.refused(&office.researcher, "loans.approve", decide.clone());
        assert!(["applications.own_appraisal", "gate.conditions_missing"].contains(&told.as_str()), "{role}: {told}");
    }
    office.done(&office.committee, "loans.approve", decide);
    assert_eq!(office.sheet("amal-loan")["phase"], "approved");

    let came = office.done(&office.finance, "applications.of_loan", json!({ "loan": id("amal-loan") }));
    assert_eq!((&came["application"], &came["recommended_by_name"]), (&json!(id("amal")), &json!("سارة الحربي")));
    let page = sheet(&office, &office.finance, "amal");
    let states: Vec<&str> =
        page["story"].as_array().unwrap().iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["draft", "submitted", "in_appraisal", "recommended", "approved"]);
    let late = json!({ "application": id("amal"), "reason": "سافرت" });
    assert_eq!(office.refused(&office.supervisor, "applications.withdraw", late), "applications.decided");
    let second = json!({ "id": id("more"), "party": id("noura"), "request": request(&office) });
    office.done(&office.supervisor, "applications.add", second);
    office.done(&office.supervisor, "applications.submit", which("more"));
    office.done(&office.supervisor, "applications.take", which("more"));
    let more = sheet(&office, &office.supervisor, "more");
    assert!(gaps(&more, "recommend").contains(&"no_loan".to_owned()), "an open loan is said");
    for paper in ["applications.form_paper", "applications.appraisal_paper", "applications.letter_paper"] {
        let paper = office.done(&office.finance, paper, which("amal"));
        assert!(!fetched(&office.story.office, &office.finance, &paper).is_empty());
    }
    let letter = office.refused(&office.finance, "applications.letter_paper", which("more"));
    assert_eq!(letter, "applications.step", "nothing was decided yet");
}

#[test]
fn what_is_missing_is_said_and_comes_back_complete() {
    let office = Lending::open();
    recommended(&office, "amal");
    let back = |missing: Value| json!({ "application": id("amal"), "missing": missing });
    let nothing = office.refused(&office.committee, "applications.send_back", back(json!([" "])));
    assert_eq!(nothing, "applications.nothing_missing");
    assert_eq!(office.refused(&office.finance, "applications.send_back", back(json!(["x"]))), "applications.decide");
    office.done(&office.committee, "applications.send_back", back(json!(["صورة المقر", "عرض رابع للفرن"])));
    let page = sheet(&office, &office.researcher, "amal");
    assert_eq!((&page["state"], &page["missing"]), (&json!("returned"), &json!(["صورة المقر", "عرض رابع للفرن"])));
    assert_eq!(office.tasks(&office.researcher, "application_returned"), 1);
    assert_eq!(office.tasks(&office.researcher, "application_came_back"), 1);
    assert_eq!(office.tasks(&office.supervisor, "application_decide"), 0);
    office.done(&office.researcher, "applications.take", which("amal"));
    let page = sheet(&office, &office.researcher, "amal");
    assert_eq!((&page["state"], &page["missing"]), (&json!("in_appraisal"), &json!([])));
    office.done(&office.researcher, "applications.send_back", back(json!(["تعريف الدخل"])));
    office.done(&office.researcher, "applications.take", which("amal"));

    let mut refuse = recommendation(&office, "amal");
    refuse["recommends"] = json!("refuse");
    office.done(&office.researcher, "applications.recommend", refuse);
    let approve = json!({ "application": id("amal"), "loan": id("amal-loan") });
    let told = office.refused(&office.committee, "applications.approve", approve);
    assert_eq!(told, "applications.refusal_recommended");
    let reject = |reason: &str| json!({ "application": id("amal"), "reason": reason });
    assert_eq!(office.refused(&office.committee, "applications.reject", reject("")), "applications.reason_missing");
    office.done(&office.committee, "applications.reject", reject("السوق مشبع في الحي"));
    assert_eq!(office.refused(&office.committee, "applications.reject", reject("ثانية")), "applications.decided");
    let page = sheet(&office, &office.researcher, "amal");
    assert_eq!((&page["state"], &page["decision_note"]), (&json!("rejected"), &json!("السوق مشبع في الحي")));

    opened(&office, "second");
    let withdraw = json!({ "application": id("second"), "reason": "وجدت عملًا" });
    office.done(&office.researcher, "applications.withdraw", withdraw.clone());
    assert_eq!(office.refused(&office.researcher, "applications.withdraw", withdraw), "applications.decided");
    let list = office.done(&office.finance, "applications.list", json!({ "text": "نوره" }));
    assert_eq!((&list["total"], &list["amount"]), (&json!(2), &json!(3_600_000)));
    let count = |state: &str| {
        let all = list["counts"].as_array().unwrap();
        all.iter().find(|one| one["state"] == state).unwrap()["count"].clone()
    };
    assert_eq!((count("rejected"), count("withdrawn"), count("draft")), (json!(1), json!(1), json!(0)));
    let order = json!({ "state": ["rejected"], "order": { "by": "amount", "down": true }, "limit": 1 });
    assert_eq!(office.done(&office.finance, "applications.list", order)["lines"][0]["application_no"], "R-1448-0001");
}

#[test]
fn an_amount_above_the_limit_is_the_committees_and_the_limits_are_the_associations() {
    let office = Lending::open();
    let shipped = office.done(&office.researcher, "applications.rules", json!({}));
    assert_eq!((&shipped["version"], &shipped["terms"]["capacity"]["quotes_from"]), (&json!(0), &json!(200_000)));
    let mut terms = shipped["terms"].clone();
    terms["capacity"]["decision_limit"] = json!({ "supervisor": 500_000, "director": 1_000_000 });
    let set = |version: i64| json!({ "terms": terms, "adopted": "قرار المجلس 12", "version": version });
    assert_eq!(office.refused(&office.researcher, "applications.set_terms", set(0)), "applications.manage");
    let mut wrong = set(0);
    wrong["terms"]["capacity"]["instalment_percent"] = json!(101);
    assert_eq!(office.refused(&office.supervisor, "applications.set_terms", wrong), "applications.terms");
    office.done(&office.supervisor, "applications.set_terms", set(0));
    assert_eq!(office.refused(&office.supervisor, "applications.set_terms", set(0)), "record.changed_meanwhile");
    let adopted = office.done(&office.finance, "applications.rules", json!({}));
    assert_eq!((&adopted["version"], &adopted["adopted"]), (&json!(1), &json!("قرار المجلس 12")));

    let mut higher = set(1);
    higher["terms"]["capacity"]["decision_limit"]["director"] = json!(2_000_000);
    let told = office.refused(&office.supervisor, "applications.set_terms", higher.clone());
    assert_eq!(told, "applications.limit_raised", "nobody moves their own limit up");
    assert_eq!(office.refused(&office.story.caller, "applications.set_terms", higher), "applications.limit_raised");

    recommended(&office, "amal");
    assert_eq!(office.tasks(&office.supervisor, "application_decide"), 0, "18,000 is above the limit of 10,000");
    assert_eq!(office.tasks(&office.committee, "application_decide"), 1);
    let page = sheet(&office, &office.supervisor, "amal");
    assert_eq!(step(&page, "approve")["why"], "limit");
    let approve = json!({ "application": id("amal"), "loan": id("amal-loan") });
    assert_eq!(office.refused(&office.supervisor, "applications.approve", approve.clone()), "applications.above_limit");
    let mut lower = terms.clone();
    lower["capacity"]["instalment_percent"] = json!(10);
    office.done(&office.supervisor, "applications.set_terms", json!({ "terms": lower, "version": 1 }));
    let told = office.refused(&office.committee, "applications.approve", approve.clone());
    assert_eq!(told, "gate.conditions_missing", "it is asked again when it is decided");
    office.done(&office.supervisor, "applications.set_terms", json!({ "terms": terms, "version": 2 }));
    office.done(&office.committee, "applications.approve", approve);
    office.done(&office.supervisor, "applications.set_terms", json!({ "terms": lower, "version": 3 }));
    let page = sheet(&office, &office.finance, "amal");
    assert_eq!((&page["rule_version"], &page["proposed"]["lawful"]), (&json!(3), &json!(true)), "as it was decided");
}

#[test]
fn a_merged_applicant_is_named_as_they_are_now() {
    let office = Lending::open();
    opened(&office, "amal");
    office.borrower("other", "نورة عبدالله سالم القحطاني الدوسري", "1000000016");
    let merge = json!({ "keep": id("other"), "merge": id("noura"), "reason": "سجلان لشخص واحد" });
    office.done(&office.supervisor, "beneficiaries.merge", merge);
    let page = sheet(&office, &office.finance, "amal");
    assert_eq!(page["party"], json!(id("other")));
    let list = office.done(&office.finance, "applications.list", json!({ "party": id("other") }));
    assert_eq!(list["total"], 1);
}

#[test]
fn what_the_product_asks_of_people_is_asked_of_the_application_too() {
    let office = Lending::open();
    recommended(&office, "amal");
    let product = office.product()["id"].clone();
    let rule = |version: i64, terms: Value| {
        let rule = json!({ "product": product, "version": version, "terms": terms });
        office.done(&office.supervisor, "guarantees.set_rule", rule);
    };
    let lacks = || gaps(&sheet(&office, &office.committee, "amal"), "approve");
    assert_eq!(lacks(), Vec::<String>::new());
    rule(0, json!({ "last_due_before": 60 }));
    assert_eq!(lacks(), ["guarantees.last_due"], "nobody knows when she was born");
    let approve = json!({ "application": id("amal"), "loan": id("amal-loan") });
    assert_eq!(office.refused(&office.committee, "applications.approve", approve.clone()), "gate.conditions_missing");
    let mut file = office.done(&office.researcher, "beneficiaries.open", json!({ "party": id("noura") }));
    file["facts"]["born_on"] = json!("1968-01-01");
    let born = |day: &str, file: &mut Value| {
        file["facts"]["born_on"] = json!(day);
        let now = office.done(&office.researcher, "beneficiaries.open", json!({ "party": id("noura") }));
        let change =
            json!({ "party": id("noura"), "version": now["record"]["number"], "facts": file["facts"].clone() });
        office.done(&office.researcher, "beneficiaries.change", change);
    };
    born("1968-01-01", &mut file);
    assert_eq!(lacks(), ["guarantees.last_due"], "sixty before the twenty-fourth instalment");
    born("1985-01-01", &mut file);
    assert_eq!(lacks(), Vec::<String>::new());

    office.done(&office.committee, "applications.send_back", json!({ "application": id("amal"), "missing": ["كفيل"] }));
    office.done(&office.researcher, "applications.take", which("amal"));
    let salem = json!({
        "id": id("salem"), "application": id("amal"), "kind": "guarantor", "income": 900_000,
        "guarantor": { "id": id("salem-party"), "number": "1070707078", "expires_on": "2030-01-01",
                       "name": "سالم فهد عبدالله الدوسري", "born_on": "1955-03-01" },
    });
    office.done(&office.researcher, "applications.bring_guarantee", salem);
    let team = json!({ "id": id("team"), "application": id("amal"), "kind": "project_team", "said": "فريق المشروع",
                       "residence_months": 6 });
    office.done(&office.researcher, "applications.bring_guarantee", team);
    for (key, kind) in [("salem", "guarantor"), ("team", "project_team")] {
        let kinds = sheet(&office, &office.finance, "amal")["kinds"].clone();
        let checks = kinds.as_array().unwrap().iter().find(|one| one["code"] == kind).unwrap()["checks"].clone();
        office.done(
            &office.supervisor,
            "applications.see_guarantee",
            json!({ "guarantee": id(key), "checked": checks }),
        );
    }
    rule(1, json!({ "oldest": 65, "residence_months": 12 }));
    let lacks = gaps(&sheet(&office, &office.researcher, "amal"), "recommend");
    assert_eq!(lacks, ["guarantees.age", "guarantees.residence"]);
}

#[test]
fn whoever_buys_for_the_loan_sees_the_budget_and_the_quotes_it_was_studied_by() {
    let office = Lending::open();
    recommended(&office, "amal");
    office.done(
        &office.supervisor,
        "applications.approve",
        json!({ "application": id("amal"), "loan": id("amal-loan") }),
    );
    office.done(&office.committee, "loans.approve", json!({ "loan": id("amal-loan") }));
    let of = office.done(&office.finance, "purchases.of_loan", json!({ "loan": id("amal-loan") }));
    let tranches = of["tranches"].as_array().unwrap();
    let oven = &tranches.iter().find(|one| one["tranche"] == json!(id("amal-oven"))).unwrap()["budget"];
    assert_eq!((&oven["application_no"], &oven["item"]), (&json!("R-1448-0001"), &json!("فرن كهربائي")));
    assert_eq!((&oven["amount"], &oven["chosen"]), (&json!(690_000), &json!("المطابخ الحديثة")));
    assert_eq!((oven["quotes"].as_array().unwrap().len(), &oven["quotes"][0]["note"]), (3, &json!("ضمان سنة")));
    office.approved("plain");
    let plain = office.done(&office.finance, "purchases.of_loan", json!({ "loan": id("plain") }));
    assert_eq!(plain["tranches"][0]["budget"], json!(null), "a loan nobody applied for has no budget");
}

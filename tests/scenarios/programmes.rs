//! A programme of a governorate: its study leads to an initiative, which is approved, put before the partners, funded, carried
//! out, measured, halted and released – each by the person who may, and by nobody else.

use crate::loans::{Lending, TODAY, id};
use kernel::Failure;
use office::Caller;
use serde_json::{Value, json};
use std::time::Duration;

const PASSWORD: &str = "نخلة وظل وماء";

fn days_later(office: &mut Lending, days: u64) {
    office.story.pass(Duration::from_secs(86_400 * days));
    office.researcher = office.story.sign_in("sara", PASSWORD).unwrap();
    office.supervisor = office.story.sign_in("mona", PASSWORD).unwrap();
    office.committee = office.story.sign_in("abdo", PASSWORD).unwrap();
    office.finance = office.story.sign_in("khaled", PASSWORD).unwrap();
}

fn page(office: &Lending) -> Value {
    office.done(&office.finance, "programmes.open", json!({ "programme": id("oyoun") }))
}

fn initiative(office: &Lending) -> Value {
    office.done(&office.finance, "programmes.initiative", json!({ "initiative": id("honey") }))
}

/// Something kept of the programme, from its present version.
fn of(office: &Lending, more: Value) -> Value {
    let mut input = json!({ "programme": id("oyoun"), "version": page(office)["record"]["number"] });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

fn on(office: &Lending, more: Value) -> Value {
    let mut input = json!({ "id": id("honey"), "version": initiative(office)["record"]["number"] });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

/// Something of the initiative that has an identifier of its own.
fn at(office: &Lending, more: Value) -> Value {
    let mut input = json!({ "initiative": id("honey"), "version": initiative(office)["record"]["number"] });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

fn refused(office: &Lending, who: &Caller, verb: &str, input: Value) -> String {
    office.refused(who, &format!("programmes.{verb}"), input)
}

fn done(office: &Lending, who: &Caller, verb: &str, input: Value) -> Value {
    office.done(who, &format!("programmes.{verb}"), input)
}

/// The keys of what is missing, as a refusal names them.
fn gaps(office: &Lending, who: &Caller, verb: &str, input: Value) -> String {
    match office.call(who, &format!("programmes.{verb}"), input) {
        Err(Failure::Refused(refusal)) => {
            assert_eq!(refusal.code.to_string(), "programmes.conditions_missing");
            refusal.args["gaps"].clone()
        }
        other => panic!("{verb}: {other:?}"),
    }
}

fn partner(office: &Lending, key: &str, name: &str, kind: &str) {
    let firm = json!({ "partner": id(key), "party": { "name": name }, "facts": { "kind": kind } });
    office.done(&office.researcher, "partners.add", firm);
}

fn typed() -> Value {
    json!({ "name": "برنامج تمكين عيون الجواء", "governorate": "عيون الجواء", "coverage_percent": 80, "quorum": 2 })
}

/// An office with a programme, three partners, a finding and a resource.
fn opened() -> Lending {
    let office = Lending::open();
    partner(&office, "coop", "التعاونية الزراعية للنحالين", "association");
    partner(&office, "waqf", "أوقاف الصالحية", "waqf");
    partner(&office, "chamber", "غرفة القصيم", "company");
    let sara = &office.researcher;
    done(&office, sara, "add", json!({ "id": id("oyoun"), "typed": typed() }));
    let finding = json!({ "id": id("found"), "domain": "production", "text": "78٪ من النحالين يبيعون بلا تعبئة",
                          "severity": "high", "evidence": "مقابلة 64 نحالًا", "found_on": TODAY });
    done(&office, sara, "save_finding", of(&office, finding));
    office
}

fn honey(office: &Lending) -> Value {
    json!({
        "title": "معمل تعبئة العسل", "sector": "الإنتاج", "priority": 1, "owner": id("coop"), "keeper": office.person("sara"),
        "finding": id("found"), "need": "تعبئة مرخّصة قريبة", "mechanism": "تشغّل التعاونية وتدرّب الجامعة",
        "starts": TODAY, "ends": "2027-06-05", "people": 64,
        "partners": [{ "partner": id("coop"), "role": "implementing", "part": "التشغيل" }],
        "costs": [{ "item": "خط تعبئة", "quantity": 1, "unit_cost": 14_800_000, "year": 2026 },
                  { "item": "الإيجار", "quantity": 18, "unit_cost": 400_000, "year": 2027 }],
    })
}

fn tree() -> Value {
    json!([
        { "id": id("impact"), "level": "impact", "text": "أسر مكتفية بدخلها", "assumption": "ثبات أسعار العسل" },
        { "id": id("outcome"), "parent": id("impact"), "level": "outcome", "text": "بيع منتج معبأ", "mechanism": "هامش أعلى" },
        { "id": id("output"), "parent": id("outcome"), "level": "output", "text": "معمل مرخّص يعمل" },
        { "id": id("line"), "parent": id("output"), "level": "activity", "text": "توريد خط التعبئة" },
    ])
}

fn income() -> Value {
    json!({ "id": id("income"), "result": id("impact"), "text": "متوسط الدخل الشهري", "unit": "ر.س", "kind": "increase",
            "baseline": "2150", "baseline_on": "2026-01-10", "target": "2950", "source": "البحث الاجتماعي", "frequency": "quarter",
            "by_sex": true, "periods": [{ "starts": "2026-07-01", "ends": "2026-09-30", "target": "2600" }] })
}

/// Proposed and studied.
fn studied() -> Lending {
    let office = opened();
    let sara = &office.researcher;
    let add = json!({ "id": id("honey"), "programme": id("oyoun"), "typed": honey(&office) });
    done(&office, sara, "add_initiative", add);
    done(&office, sara, "move_initiative", on(&office, json!({ "to": "studied" })));
    office
}

fn consents() -> Value {
    json!([{ "partner": id("coop"), "answer": "agrees" }, { "partner": id("chamber"), "answer": "agrees" },
           { "partner": id("waqf"), "answer": "reserves", "note": "خفض كلفة الإيجار" }])
}

/// Approved, agreed to, funded, running.
fn running() -> Lending {
    let office = studied();
    let (sara, mona) = (&office.researcher, &office.supervisor);
    done(&office, sara, "ask_approval", on(&office, json!({ "note": "جاهزة" })));
    done(&office, mona, "approve", on(&office, json!({})));
    let put = json!({ "id": id("edition"), "met_on": TODAY, "note": "محضر 3", "consents": consents() });
    done(&office, sara, "put_plan", of(&office, put));
    done(&office, mona, "agree_plan", json!({ "edition": id("edition"), "said": "قرار 6" }));
    let mut given = support(&office, "received", 22_000_000);
    given["evidence"] = json!("سند قبض 2026/14");
    done(&office, sara, "save_support", of(&office, given));
    done(&office, sara, "move_initiative", on(&office, json!({ "to": "funded" })));
    done(&office, sara, "move_initiative", on(&office, json!({ "to": "running" })));
    office
}

fn support(office: &Lending, stage: &str, amount: i64) -> Value {
    json!({ "id": id("waqf_gift"), "initiative": id("honey"), "source": "donors", "partner": id("waqf"), "stage": stage,
            "amount": amount, "next_on": "2026-11-28", "keeper": office.person("sara") })
}

fn state(office: &Lending) -> String {
    initiative(office)["line"]["state"].as_str().unwrap().to_owned()
}

#[test]
fn a_programme_is_bounded_and_keeps_what_was_found() {
    let office = opened();
    let (sara, khaled) = (&office.researcher, &office.finance);
    assert_eq!(refused(&office, khaled, "add", json!({ "id": id("other"), "typed": typed() })), "programmes.keep");
    assert_eq!(
        refused(&office, sara, "add", json!({ "id": id("oyoun"), "typed": typed() })),
        "programmes.added_already"
    );
    let with = |field: &str, value: Value| {
        let mut one = typed();
        one[field] = value;
        json!({ "id": id("other"), "typed": one })
    };
    assert_eq!(refused(&office, sara, "add", with("name", json!(" "))), "programmes.name_missing");
    assert_eq!(refused(&office, sara, "add", with("governorate", json!(""))), "programmes.governorate_missing");
    assert_eq!(refused(&office, sara, "add", with("coverage_percent", json!(101))), "programmes.percent");
    assert_eq!(refused(&office, sara, "add", with("quorum", json!(0))), "programmes.quorum");
    assert_eq!(refused(&office, sara, "add", with("name", json!("ا".repeat(201)))), "programmes.text_long");
    // Partners are weighed against it by its name, which is one.
    assert_eq!(refused(&office, sara, "add", json!({ "id": id("other"), "typed": typed() })), "partners.name_taken");

    let finding = |more: Value| {
        let mut one = json!({ "id": id("second"), "domain": "health", "text": "أقرب عيادة على بعد 46 كم", "severity": "high",
                              "evidence": "خريطة الخدمات", "found_on": TODAY });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        of(&office, one)
    };
    assert_eq!(
        refused(&office, sara, "save_finding", finding(json!({ "evidence": "" }))),
        "programmes.evidence_missing"
    );
    assert_eq!(
        refused(&office, sara, "save_finding", finding(json!({ "found_on": "2026-11-23" }))),
        "programmes.day_later"
    );
    assert_eq!(
        refused(&office, sara, "save_finding", finding(json!({ "study": id("none") }))),
        "programmes.study_unknown"
    );
    done(&office, sara, "save_finding", finding(json!({})));
    let stale =
        json!({ "id": id("third"), "programme": id("oyoun"), "version": 1, "kind": "building", "name": "مبنى" });
    assert!(
        matches!(office.call(sara, "programmes.save_asset", stale), Err(Failure::Conflict(_))),
        "somebody saved meanwhile"
    );
    done(&office, sara, "remove_finding", of(&office, json!({ "id": id("second") })));
    assert_eq!(page(&office)["findings"].as_array().unwrap().len(), 1);

    let gathering = |people: i64, women: Value| {
        of(
            &office,
            json!({ "id": id("workshop"), "form": "workshop", "stage": "study", "text": "ورشة الأهالي", "day": TODAY,
                            "people": people, "women": women }),
        )
    };
    assert_eq!(refused(&office, sara, "save_gathering", gathering(0, Value::Null)), "programmes.people_missing");
    assert_eq!(refused(&office, sara, "save_gathering", gathering(40, json!(41))), "programmes.women");
    done(&office, sara, "save_gathering", gathering(40, json!(18)));
    assert_eq!(page(&office)["residents"], 40);
    let promise = |more: Value| {
        let mut one = json!({ "id": id("promise"), "text": "60 شابة مؤهلة", "year": 2027 });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        of(&office, one)
    };
    assert_eq!(refused(&office, sara, "save_promise", promise(json!({ "year": 1999 }))), "programmes.year");
    assert_eq!(
        refused(&office, sara, "save_promise", promise(json!({ "reached_on": TODAY }))),
        "programmes.evidence_missing"
    );
    done(&office, sara, "save_promise", promise(json!({})));
}

#[test]
fn a_phase_ends_once_its_conditions_hold_and_by_somebody_who_ticked_none() {
    let office = opened();
    let (sara, mona) = (&office.researcher, &office.supervisor);
    let phases = page(&office)["phases"].as_array().unwrap().clone();
    let phase = |no: usize| json!({ "id": phases[no]["id"] });
    assert_eq!(phases.len(), 5, "the phases of the first source");
    assert_eq!(refused(&office, sara, "begin_phase", of(&office, phase(1))), "programmes.phase_order");
    let plan = |conditions: Value| {
        let mut one = phase(0);
        one.as_object_mut()
            .unwrap()
            .extend(json!({ "name": "التهيئة", "conditions": conditions }).as_object().unwrap().clone());
        of(&office, one)
    };
    let twice = json!([{ "kind": "vision" }, { "kind": "vision" }]);
    assert_eq!(refused(&office, sara, "plan_phase", plan(twice)), "programmes.condition_twice");
    assert_eq!(refused(&office, sara, "plan_phase", plan(json!([{ "kind": "own" }]))), "programmes.condition_empty");
    done(&office, sara, "plan_phase", plan(json!([{ "kind": "own", "text": "أُعلن البرنامج" }, { "kind": "vision" }])));
    done(&office, sara, "begin_phase", of(&office, phase(0)));
    assert_eq!(refused(&office, sara, "plan_phase", plan(json!([]))), "programmes.phase_began");
    assert_eq!(refused(&office, sara, "end_phase", of(&office, phase(0))), "programmes.decide");
    assert_eq!(gaps(&office, mona, "end_phase", of(&office, phase(0))), "programmes.own programmes.vision");
    let tick = |no: i64, evidence: &str| {
        of(&office, json!({ "phase": phases[0]["id"], "no": no, "met": true, "evidence": evidence }))
    };
    assert_eq!(refused(&office, sara, "tick_condition", tick(2, "محضر")), "programmes.computed");
    assert_eq!(refused(&office, sara, "tick_condition", tick(1, "")), "programmes.evidence_missing");
    let mut said = typed();
    (said["vision"], said["vision_basis"]) = (json!("محافظة تنتج خيراتها"), json!("محضر الورشة الثانية"));
    done(
        &office,
        sara,
        "change",
        json!({ "id": id("oyoun"), "version": page(&office)["record"]["number"], "typed": said }),
    );
    // Who saw it met does not end the phase.
    done(&office, mona, "tick_condition", tick(1, "بيان النشر"));
    assert_eq!(refused(&office, mona, "end_phase", of(&office, phase(0))), "programmes.own_condition");
    let gate = page(&office)["phases"][0]["conditions"][1]["gate"].clone();
    assert_eq!((gate["key"].clone(), gate["met"].clone()), (json!("programmes.vision"), json!(true)));
    done(&office, &office.committee, "end_phase", of(&office, phase(0)));
    done(&office, sara, "begin_phase", of(&office, phase(1)));
    assert_eq!(gaps(&office, mona, "end_phase", of(&office, phase(1))), "programmes.agreements");
}

#[test]
fn an_initiative_comes_from_a_finding_and_is_approved_by_another() {
    let office = opened();
    let (sara, mona) = (&office.researcher, &office.supervisor);
    let add = |more: Value| {
        let mut one = honey(&office);
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "id": id("honey"), "programme": id("oyoun"), "typed": one })
    };
    assert_eq!(refused(&office, sara, "add_initiative", add(json!({ "title": "" }))), "programmes.title_missing");
    assert_eq!(refused(&office, sara, "add_initiative", add(json!({ "priority": 0 }))), "programmes.priority");
    assert_eq!(refused(&office, sara, "add_initiative", add(json!({ "people": -1 }))), "programmes.people");
    assert_eq!(
        refused(&office, sara, "add_initiative", add(json!({ "finding": id("none") }))),
        "programmes.finding_unknown"
    );
    assert_eq!(
        refused(&office, sara, "add_initiative", add(json!({ "keeper": id("nobody") }))),
        "programmes.keeper_unknown"
    );
    assert_eq!(
        refused(&office, sara, "add_initiative", add(json!({ "ends": "2026-01-01" }))),
        "programmes.days_backwards"
    );
    let twice =
        json!([{ "partner": id("coop"), "role": "implementing" }, { "partner": id("coop"), "role": "implementing" }]);
    assert_eq!(refused(&office, sara, "add_initiative", add(json!({ "partners": twice }))), "programmes.partner_twice");
    let free = json!([{ "item": "خط", "quantity": 1, "unit_cost": 0, "year": 2026 }]);
    assert_eq!(refused(&office, sara, "add_initiative", add(json!({ "costs": free }))), "programmes.cost_range");
    done(&office, sara, "add_initiative", add(json!({ "finding": null, "partners": [], "costs": [] })));
    assert_eq!(initiative(&office)["line"]["initiative_no"], "I-1448-01");

    // Without a finding it stays proposed.
    let to = |state: &str| on(&office, json!({ "to": state, "note": "" }));
    assert_eq!(gaps(&office, sara, "move_initiative", to("studied")), "programmes.one_founded");
    assert_eq!(refused(&office, sara, "move_initiative", to("running")), "programmes.step");
    let change = |typed: Value| on(&office, json!({ "typed": typed }));
    let mut founded = honey(&office);
    (founded["partners"], founded["costs"]) = (json!([]), json!([]));
    done(&office, sara, "change_initiative", change(founded));
    assert_eq!(
        refused(&office, sara, "remove_finding", of(&office, json!({ "id": id("found") }))),
        "programmes.finding_used"
    );
    done(&office, sara, "move_initiative", to("studied"));
    let missing = "programmes.one_implementer programmes.one_cost";
    assert_eq!(gaps(&office, sara, "ask_approval", on(&office, json!({}))), missing);
    let mut unfounded = honey(&office);
    unfounded["finding"] = Value::Null;
    assert_eq!(refused(&office, sara, "change_initiative", change(unfounded)), "programmes.no_finding");
    done(&office, sara, "change_initiative", change(honey(&office)));
    done(&office, mona, "ask_approval", on(&office, json!({})));
    assert_eq!(refused(&office, sara, "ask_approval", on(&office, json!({}))), "programmes.approval_waits");
    // Neither who asked nor who proposed approves.
    assert_eq!(refused(&office, mona, "approve", on(&office, json!({}))), "programmes.own_approval");
    assert_eq!(initiative(&office)["asked_by_name"], "منى الزهراني");
    assert_eq!(office.tasks(&office.committee, "initiative_approval"), 1);
    done(&office, &office.committee, "return_approval", on(&office, json!({ "note": "ينقص الترخيص" })));
    assert_eq!(office.tasks(mona, "initiative_returned"), 1);
    done(&office, sara, "ask_approval", on(&office, json!({})));
    done(&office, mona, "approve", on(&office, json!({})));
    assert_eq!(state(&office), "approved");
    // A change of cost takes it back to its study.
    let mut dearer = honey(&office);
    dearer["costs"][0]["unit_cost"] = json!(15_000_000);
    done(&office, sara, "change_initiative", change(dearer));
    assert_eq!(state(&office), "studied");
    let cancel = |note: &str| on(&office, json!({ "to": "cancelled", "note": note }));
    assert_eq!(refused(&office, sara, "move_initiative", cancel("")), "programmes.reason_missing");
    done(&office, sara, "move_initiative", cancel("لم يعد مطلوبًا"));
    assert_eq!(refused(&office, sara, "change_initiative", change(honey(&office))), "programmes.step");
}

#[test]
fn consent_belongs_to_an_edition_and_is_agreed_by_another() {
    let office = studied();
    let (sara, mona) = (&office.researcher, &office.supervisor);
    done(&office, sara, "ask_approval", on(&office, json!({})));
    done(&office, mona, "approve", on(&office, json!({})));
    let put = |key: &str, more: Value| {
        let mut one = json!({ "id": id(key), "met_on": TODAY, "consents": consents() });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        of(&office, one)
    };
    assert_eq!(
        refused(&office, sara, "put_plan", put("edition", json!({ "consents": [] }))),
        "programmes.consents_missing"
    );
    assert_eq!(
        refused(&office, sara, "put_plan", put("edition", json!({ "met_on": "2026-11-23" }))),
        "programmes.day_later"
    );
    let twice = json!([{ "partner": id("coop"), "answer": "agrees" }, { "partner": id("coop"), "answer": "absent" }]);
    assert_eq!(
        refused(&office, sara, "put_plan", put("edition", json!({ "consents": twice }))),
        "programmes.consent_twice"
    );
    let silent = json!([{ "partner": id("coop"), "answer": "reserves" }]);
    assert_eq!(
        refused(&office, sara, "put_plan", put("edition", json!({ "consents": silent }))),
        "programmes.reservation_missing"
    );
    done(&office, mona, "put_plan", put("edition", json!({})));
    let agree = |said: &str| json!({ "edition": id("edition"), "said": said });
    assert_eq!(refused(&office, mona, "agree_plan", agree("")), "programmes.own_plan");
    assert_eq!(refused(&office, sara, "agree_plan", agree("")), "programmes.decide");
    assert_eq!(office.tasks(&office.committee, "plan_approval"), 1);
    assert_eq!(refused(&office, &office.committee, "return_plan", agree("")), "programmes.reason_missing");
    done(&office, &office.committee, "return_plan", agree("لم تُذكر كلفة التشغيل"));
    assert_eq!(refused(&office, &office.committee, "agree_plan", agree("")), "programmes.plan_decided");
    done(&office, sara, "put_plan", put("second", json!({})));
    done(&office, &office.committee, "agree_plan", json!({ "edition": id("second"), "said": "قرار 6" }));
    let edition = page(&office)["edition"].clone();
    assert_eq!(
        (edition["no"].clone(), edition["state"].clone(), edition["agrees"].clone()),
        (json!(2), json!("agreed"), json!(2))
    );
    assert_eq!(edition["stands"], true);
    // A change of cost asks for consent anew.
    let mut dearer = honey(&office);
    dearer["costs"][0]["unit_cost"] = json!(15_000_000);
    done(&office, sara, "change_initiative", on(&office, json!({ "typed": dearer })));
    assert_eq!(page(&office)["edition"]["stands"], false);
}

#[test]
fn money_is_looked_for_step_by_step_and_shown() {
    let office = studied();
    let (sara, mona) = (&office.researcher, &office.supervisor);
    let save = |stage: &str, more: Value| {
        let mut one = support(&office, stage, 14_000_000);
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        of(&office, one)
    };
    assert_eq!(
        refused(&office, sara, "save_support", save("identified", json!({ "amount": 0 }))),
        "programmes.cost_range"
    );
    assert_eq!(
        refused(&office, sara, "save_support", save("identified", json!({ "next_on": null }))),
        "programmes.next_missing"
    );
    assert_eq!(
        refused(&office, sara, "save_support", save("identified", json!({ "partner": null }))),
        "programmes.support_name"
    );
    done(&office, sara, "save_support", save("contacted", json!({ "next_on": TODAY, "closes_on": "2026-11-30" })));
    assert_eq!((office.tasks(sara, "support_next"), office.tasks(sara, "support_closes")), (1, 1));
    assert_eq!(refused(&office, sara, "save_support", save("identified", json!({}))), "programmes.support_back");
    assert_eq!(refused(&office, sara, "save_support", save("pledged", json!({}))), "programmes.evidence_missing");
    done(&office, sara, "save_support", save("pledged", json!({ "evidence": "خطاب 14" })));
    let cover = page(&office)["cover"].clone();
    assert_eq!((cover["pledged"].clone(), cover["coverage"].clone()), (json!(14_000_000), json!(64)));
    done(&office, sara, "ask_approval", on(&office, json!({})));
    done(&office, mona, "approve", on(&office, json!({})));
    let to = |state: &str| on(&office, json!({ "to": state }));
    assert_eq!(gaps(&office, sara, "move_initiative", to("funded")), "programmes.one_funded");
    done(
        &office,
        sara,
        "save_support",
        save("received", json!({ "evidence": "سند قبض 2026/14", "amount": 22_000_000 })),
    );
    assert_eq!(refused(&office, sara, "save_support", save("declined", json!({}))), "programmes.support_settled");
    done(&office, sara, "move_initiative", to("funded"));
    assert_eq!(gaps(&office, sara, "move_initiative", to("running")), "programmes.one_agreed");
}

#[test]
fn results_are_one_tree_and_a_measurement_counts_by_another() {
    let office = running();
    let (sara, mona) = (office.researcher.clone(), office.supervisor.clone());
    let set = |results: Value| on(&office, json!({ "results": results }));
    let mut skipped = tree();
    skipped[2]["parent"] = json!(id("impact"));
    assert_eq!(refused(&office, &sara, "set_results", set(skipped)), "programmes.tree");
    done(&office, &sara, "set_results", set(tree()));
    let save = |more: Value| {
        let mut one = income();
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        at(&office, one)
    };
    assert_eq!(refused(&office, &sara, "save_indicator", save(json!({ "text": "" }))), "programmes.indicator_text");
    assert_eq!(
        refused(&office, &sara, "save_indicator", save(json!({ "result": id("none") }))),
        "programmes.result_unknown"
    );
    assert_eq!(refused(&office, &sara, "save_indicator", save(json!({ "target": "" }))), "programmes.target_missing");
    assert_eq!(refused(&office, &sara, "save_indicator", save(json!({ "target": "كثير" }))), "programmes.value");
    assert_eq!(refused(&office, &sara, "save_indicator", save(json!({ "target": "2150" }))), "programmes.target_same");
    assert_eq!(refused(&office, &sara, "save_indicator", save(json!({ "target": "2000" }))), "programmes.target_way");
    assert_eq!(
        refused(&office, &sara, "save_indicator", save(json!({ "baseline_on": null }))),
        "programmes.baseline_day"
    );
    let over = json!([{ "starts": "2026-07-01", "ends": "2026-09-30", "target": "2600" },
                      { "starts": "2026-09-01", "ends": "2026-12-31", "target": "2700" }]);
    assert_eq!(refused(&office, &sara, "save_indicator", save(json!({ "periods": over }))), "programmes.periods");
    done(&office, &sara, "save_indicator", save(json!({})));
    // The period is over and was not measured: who follows it is told, and it cannot be completed.
    assert_eq!(office.tasks(&sara, "reading_late"), 1);

    let measure = |more: Value| {
        let mut one = json!({ "indicator": id("income"), "from": "2026-07-01", "to": "2026-09-30", "actual": "2580",
                              "parts": [{ "dimension": "sex", "part": "female", "value": "2400" }] });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        at(&office, one)
    };
    assert_eq!(refused(&office, &sara, "enter_reading", measure(json!({ "actual": "" }))), "programmes.value");
    assert_eq!(
        refused(&office, &sara, "enter_reading", measure(json!({ "to": "2026-11-23" }))),
        "programmes.day_later"
    );
    let class = json!([{ "dimension": "class", "part": "أ", "value": "2400" }]);
    assert_eq!(refused(&office, &sara, "enter_reading", measure(json!({ "parts": class }))), "programmes.parts");
    done(&office, &sara, "enter_reading", measure(json!({})));
    assert_eq!(refused(&office, &sara, "enter_reading", measure(json!({}))), "programmes.measured_already");
    assert_eq!(office.tasks(&sara, "reading_late"), 0);
    let indicator = || initiative(&office)["indicators"][0].clone();
    assert_eq!(
        (indicator()["light"].clone(), indicator()["actual"].clone()),
        (json!("grey"), json!("")),
        "it does not count yet"
    );
    let which = |no: i64| at(&office, json!({ "indicator": id("income"), "no": no }));
    assert_eq!(refused(&office, &sara, "approve_reading", which(1)), "programmes.decide");
    done(&office, &sara, "drop_reading", which(1));
    done(&office, &mona, "enter_reading", measure(json!({})));
    assert_eq!(refused(&office, &mona, "approve_reading", which(1)), "programmes.own_reading");
    assert_eq!(office.tasks(&office.committee, "reading_review"), 1);
    done(&office, &office.committee, "approve_reading", which(1));
    // 100·(2580 − 2150) ÷ (2600 − 2150), by the target of its period.
    assert_eq!((indicator()["percent"].clone(), indicator()["light"].clone()), (json!(96), json!("green")));
    assert_eq!(refused(&office, &sara, "drop_reading", which(1)), "programmes.reading_stays");
    let gone = save(json!({ "periods": [] }));
    assert_eq!(refused(&office, &sara, "save_indicator", gone), "programmes.period_kept");
    assert_eq!(
        refused(&office, &sara, "save_indicator", save(json!({ "kind": "decrease", "target": "2000", "periods": [] }))),
        "programmes.reading_stays"
    );
    let removed = at(&office, json!({ "indicator": id("income") }));
    assert_eq!(refused(&office, &sara, "remove_indicator", removed), "programmes.indicator_measured");
    assert_eq!(refused(&office, &sara, "set_results", set(json!([]))), "programmes.result_used");
    for paper in ["framework_paper", "change_paper"] {
        let printed = done(&office, &sara, paper, json!({ "initiative": id("honey") }));
        assert!(printed["pages"].as_array().is_none_or(|pages| !pages.is_empty()), "{printed}");
    }
    let board =
        office.done(&sara, "dashboard.figures", json!({ "kind": "month", "calendar": "gregorian", "day": TODAY }));
    let told = board.to_string();
    assert!(["K18", "K19", "K20"].iter().all(|code| told.contains(code)), "{told}");
}

#[test]
fn a_halt_locks_and_ends_by_another_than_whose_hand_is_in_it() {
    let office = running();
    let (sara, mona, abdo) = (&office.researcher, &office.supervisor, &office.committee);
    let progress =
        |percent: i64, day: &str| on(&office, json!({ "progress": percent, "day": day, "note": "اكتمل التجهيز" }));
    assert_eq!(refused(&office, sara, "set_progress", progress(101, TODAY)), "programmes.progress");
    assert_eq!(refused(&office, sara, "set_progress", progress(10, "2026-11-23")), "programmes.day_later");
    done(&office, sara, "set_progress", progress(46, TODAY));
    assert_eq!(refused(&office, sara, "set_progress", progress(47, "2026-11-20")), "programmes.progress_earlier");
    assert_eq!(
        gaps(&office, sara, "move_initiative", on(&office, json!({ "to": "completed" }))),
        "programmes.one_done"
    );
    assert_eq!(
        refused(&office, sara, "correct_halt", on(&office, json!({ "corrected": "x", "day": TODAY }))),
        "programmes.not_halted"
    );
    assert_eq!(refused(&office, sara, "halt", on(&office, json!({ "note": "" }))), "programmes.reason_missing");
    done(&office, mona, "halt", on(&office, json!({ "note": "وصل الخط بلا شهادة سلامة" })));
    assert_eq!(state(&office), "halted");
    assert_eq!(office.tasks(sara, "initiative_halted"), 1, "who follows it is told");
    assert_eq!(refused(&office, sara, "set_progress", progress(50, TODAY)), "programmes.halted");
    assert_eq!(
        refused(&office, sara, "change_initiative", on(&office, json!({ "typed": honey(&office) }))),
        "programmes.halted"
    );
    assert_eq!(refused(&office, sara, "move_initiative", on(&office, json!({ "to": "running" }))), "programmes.step");
    let correct = || on(&office, json!({ "corrected": "قُدّمت الشهادة", "day": TODAY }));
    done(&office, sara, "correct_halt", correct());
    assert_eq!(refused(&office, sara, "correct_halt", correct()), "programmes.release_waits");
    let note = |text: &str| on(&office, json!({ "note": text }));
    assert_eq!(refused(&office, sara, "release_halt", note("تم")), "programmes.decide");
    assert_eq!(refused(&office, mona, "release_halt", note("تم")), "programmes.own_release", "she halted it");
    done(&office, abdo, "return_release", note("أين رقم الشهادة؟"));
    // The committee keeps nothing: it does not put things right itself.
    assert_eq!(refused(&office, abdo, "correct_halt", correct()), "programmes.keep");
    done(&office, sara, "correct_halt", correct());
    assert_eq!(office.tasks(abdo, "halt_release"), 1);
    done(&office, abdo, "release_halt", note("رُوجعت الشهادة"));
    assert_eq!(state(&office), "running");
    let halts = initiative(&office)["halts"].clone();
    assert_eq!(halts[0]["released_by_name"], "عبدالرحمن السديس");
    done(&office, sara, "set_progress", progress(100, TODAY));
    done(&office, sara, "move_initiative", on(&office, json!({ "to": "completed" })));
    assert_eq!(initiative(&office)["check_due"], "2027-05-21", "whether it lasts is looked at after six months");
}

#[test]
fn a_sign_of_distress_on_a_visit_halts_what_runs() {
    let office = running();
    let (sara, mona) = (&office.researcher, &office.supervisor);
    let visit = json!({
        "id": id("visit"), "begun": { "kind": "visit", "subject_kind": "initiative", "subject": id("honey") },
        "found": { "done_on": TODAY, "signal": "distress", "findings": "توقف الخط",
                   "action": { "text": "طلب الشهادة", "owner": office.person("sara"), "due": "2026-11-25" } },
    });
    office.done(sara, "follow_up.record", visit);
    assert_eq!(state(&office), "halted");
    let halt = initiative(&office)["halts"][0].clone();
    assert_eq!((halt["visit"].clone(), halt["seen_by_name"].clone()), (json!(id("visit")), json!("سارة الحربي")));
    done(&office, mona, "correct_halt", on(&office, json!({ "corrected": "قُدّمت الشهادة", "day": TODAY })));
    assert_eq!(refused(&office, mona, "release_halt", on(&office, json!({ "note": "تم" }))), "programmes.own_release");
    done(&office, &office.committee, "release_halt", on(&office, json!({ "note": "رُوجعت" })));
    assert_eq!(state(&office), "running");
}

#[test]
fn what_was_seen_is_kept_with_what_it_rests_on() {
    let mut office = running();
    let sara = office.researcher.clone();
    let note = |kind: &str, more: Value| {
        let mut one = json!({ "id": id(kind), "initiative": id("honey"), "kind": kind, "text": "تأخر الترخيص شهرين", "day": TODAY });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        one
    };
    assert_eq!(refused(&office, &sara, "add_note", note("lesson", json!({ "text": " " }))), "programmes.name_missing");
    done(&office, &sara, "add_note", note("lesson", json!({})));
    assert_eq!(refused(&office, &sara, "add_note", note("lesson", json!({}))), "programmes.added_already");
    let lasting = json!({ "lasts": "partly", "evidence": "زيارة 4" });
    assert_eq!(refused(&office, &sara, "add_note", note("lasting", lasting.clone())), "programmes.not_completed");
    let row = json!({ "text": "زيادة دخل الأسر", "quantity": 64, "proxy": 900_000, "source": "مسح الدخل 2026", "deadweight": 20,
                      "attribution": 60, "drop_off": 10 });
    let rows = |more: Value| {
        let mut one = row.clone();
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        on(&office, json!({ "rows": [one] }))
    };
    assert_eq!(refused(&office, &sara, "save_returns", rows(json!({ "source": "" }))), "programmes.return_source");
    assert_eq!(refused(&office, &sara, "save_returns", rows(json!({ "deadweight": 101 }))), "programmes.returns");
    done(&office, &sara, "save_returns", rows(json!({})));
    let found = initiative(&office)["social_return"].clone();
    assert_eq!((found["value"].clone(), found["hundredths"].clone()), (json!(24_883_200), json!(113)));
    done(&office, &sara, "set_progress", on(&office, json!({ "progress": 100, "day": TODAY, "note": "اكتمل" })));
    done(&office, &sara, "move_initiative", on(&office, json!({ "to": "completed" })));
    assert_eq!(
        refused(&office, &sara, "add_note", note("lasting", json!({ "evidence": "زيارة" }))),
        "programmes.lasts_missing"
    );
    assert_eq!(
        refused(&office, &sara, "add_note", note("lasting", json!({ "lasts": "yes" }))),
        "programmes.evidence_missing"
    );
    days_later(&mut office, 175);
    let sara = office.researcher.clone();
    assert_eq!(office.tasks(&sara, "initiative_lasting"), 1);
    done(
        &office,
        &sara,
        "add_note",
        json!({ "id": id("lasting"), "initiative": id("honey"), "kind": "lasting",
        "text": "المعمل يعمل بنصف طاقته", "day": "2027-05-15", "lasts": "partly", "evidence": "زيارة 4" }),
    );
    assert_eq!(office.tasks(&sara, "initiative_lasting"), 0);
}

#[test]
fn associations_become_able_to_do_more_step_by_step() {
    let office = opened();
    let (sara, mona) = (&office.researcher, &office.supervisor);
    let assess = |more: Value| {
        let mut one = json!({ "id": id("first"), "programme": id("oyoun"), "partner": id("coop"), "day": TODAY, "evidence": "أداة القياس",
            "scores": [{ "domain": "governance", "score": 2 }, { "domain": "finance", "score": 3 }], "performance": 71 });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        one
    };
    assert_eq!(
        refused(&office, sara, "add_assessment", assess(json!({ "partner": id("chamber") }))),
        "programmes.not_association"
    );
    assert_eq!(
        refused(&office, sara, "add_assessment", assess(json!({ "scores": [{ "domain": "finance", "score": 5 }] }))),
        "programmes.scores"
    );
    done(&office, sara, "add_assessment", assess(json!({})));
    assert_eq!(
        refused(&office, sara, "add_assessment", assess(json!({ "id": id("again") }))),
        "programmes.assessed_already"
    );
    let step = |more: Value| {
        let mut one = json!({ "id": id("step"), "partner": id("coop"), "domain": "finance", "text": "دليل مالي معتمد",
                              "due": "2026-11-25", "mentor": office.person("sara") });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        of(&office, one)
    };
    done(&office, sara, "save_step", step(json!({})));
    let said = |text: &str| of(&office, json!({ "id": id("step"), "said": text, "day": TODAY }));
    assert_eq!(refused(&office, sara, "finish_step", said("نسخة الدليل")), "programmes.step_stands");
    assert_eq!(refused(&office, sara, "agree_step", said("")), "programmes.name_missing");
    done(&office, sara, "agree_step", said("رئيس التعاونية"));
    assert_eq!(office.tasks(sara, "capacity_step"), 1);
    assert_eq!(refused(&office, sara, "save_step", step(json!({ "text": "غيره" }))), "programmes.step_begun");
    done(&office, mona, "finish_step", said("نسخة الدليل"));
    let which = || of(&office, json!({ "id": id("step") }));
    assert_eq!(refused(&office, mona, "verify_step", which()), "programmes.own_step");
    done(&office, &office.committee, "verify_step", which());
    let sheet = done(&office, sara, "capacity", json!({ "programme": id("oyoun") }));
    let line = &sheet["lines"][0];
    assert_eq!(
        (line["assessments"][0]["mean"].clone(), line["assessments"][0]["performance"].clone()),
        (json!(250), json!(71))
    );
    assert_eq!(line["steps"][0]["state"], "verified");
    done(&office, sara, "report_paper", json!({ "programme": id("oyoun") }));
}

#[test]
fn a_programme_ends_once_nothing_of_it_runs() {
    let office = running();
    let (sara, mona) = (&office.researcher, &office.supervisor);
    let end =
        |reason: &str| json!({ "id": id("oyoun"), "version": page(&office)["record"]["number"], "reason": reason });
    assert_eq!(refused(&office, sara, "end", end("انتهت مدته")), "programmes.decide");
    assert_eq!(refused(&office, mona, "end", end("")), "programmes.reason_missing");
    assert_eq!(refused(&office, mona, "end", end("انتهت مدته")), "programmes.still_running");
    done(&office, sara, "move_initiative", on(&office, json!({ "to": "cancelled", "note": "توقف الداعم" })));
    done(&office, mona, "end", end("انتهت مدته"));
    let late = of(&office, json!({ "id": id("asset"), "kind": "building", "name": "مبنى" }));
    assert_eq!(refused(&office, sara, "save_asset", late), "programmes.ended");
}

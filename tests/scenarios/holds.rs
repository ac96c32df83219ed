//! Projects that halt by themselves: what opens a hold, what it stops and what it never stops, and who ends it.

use crate::approvals::give_role;
use crate::loans::{Lending, TODAY, id};
use office::Caller;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const PASSWORD: &str = "نخلة وظل وماء";

/// A loan whose first tranche is out, since a day.
pub fn lent(day: &str) -> Lending {
    let office = Lending::open();
    office.approved("loan");
    office.delivered("loan", day);
    let pay = json!({ "tranche": id("loan-1"), "day": day, "method": "transfer" });
    office.done(&office.finance, "loans.pay_tranche", pay);
    office.done(&office.supervisor, "loans.verify_tranche", json!({ "tranche": id("loan-1") }));
    office
}

/// A visit to the project today, with what it read.
pub fn visited(office: &Lending, who: &Caller, loan: &str, key: &str, signal: &str, sales: &str) {
    let login = if *who == office.supervisor { "mona" } else { "sara" };
    let action = json!({ "text": "جلسة تسعير", "owner": office.person(login), "due": "2026-12-05" });
    let action = if signal == "distress" { action } else { Value::Null };
    let not_read = |kind: &str| json!({ "kind": kind, "typed": "", "reason": "لم يُسأل عنه" });
    let found = json!({
        "done_on": TODAY, "place": "المشغل", "present": "المستفيدة", "findings": "تراجع البيع", "signal": signal,
        "action": action,
        "readings": [not_read("production"), { "kind": "sales", "typed": sales }, not_read("stock"),
                     not_read("customers"), { "kind": "income", "typed": "5000" }],
    });
    let begun = json!({ "kind": "visit", "subject_kind": "project", "subject": id(&format!("{loan}-project")) });
    office.done(who, "follow_up.record", json!({ "id": id(key), "begun": begun, "version": 0, "found": found }));
}

fn open(office: &Lending) -> Value {
    let page = office.done(&office.finance, "holds.list", json!({}));
    page["lines"].as_array().unwrap().first().cloned().unwrap_or(Value::Null)
}

fn gap(office: &Lending) -> Vec<String> {
    let gates = office.sheet("loan")["tranches"][1]["gates"].as_array().unwrap().clone();
    let missing = gates.iter().filter(|one| one["met"] == false);
    missing.map(|one| one["key"].as_str().unwrap().to_owned()).collect()
}

pub fn next_day(office: &mut Lending) {
    office.story.pass(Duration::from_secs(86_400));
    office.researcher = office.story.sign_in("sara", PASSWORD).unwrap();
    office.supervisor = office.story.sign_in("mona", PASSWORD).unwrap();
    office.committee = office.story.sign_in("abdo", PASSWORD).unwrap();
    office.finance = office.story.sign_in("khaled", PASSWORD).unwrap();
    office.story.caller = office.story.sign_in("nouf", crate::office::PASSWORD).unwrap();
    office.story.office.tick();
}

#[test]
fn a_sign_of_distress_stops_the_money_and_never_a_repayment() {
    let office = lent("2026-11-10");
    assert_eq!(gap(&office), Vec::<String>::new());
    assert_eq!(open(&office), Value::Null);
    visited(&office, &office.researcher, "loan", "visit", "distress", "2450");
    let hold = open(&office);
    assert_eq!((&hold["cause"], &hold["side"], &hold["days"]), (&json!("signal"), &json!("beneficiary"), &json!(0)));
    assert_eq!(hold["opened_by_name"], "سارة الحربي");
    for who in [&office.supervisor, &office.committee] {
        assert_eq!(office.tasks(who, "holds_open"), 1, "the same minute");
    }
    let second = json!({ "tranche": id("loan-2") });
    let refused = office.refused(&office.researcher, "loans.request_tranche", second.clone());
    assert_eq!(refused, "gate.conditions_missing");
    assert_eq!(gap(&office), ["holds.signal"]);
    office.repaid("paid", "loan", TODAY, 10_000);
    visited(&office, &office.researcher, "loan", "again", "distress", "2400");
    let more = open(&office);
    assert_eq!((&more["hold"], &more["causes"]), (&hold["hold"], &json!(2)), "one hold a loan: new causes join it");

    let propose = |key: &str, decision: &str, assets: &str| {
        json!({ "id": id(key), "hold": hold["hold"], "decision": decision,
        "reason": "تراجع الطلب في الحي", "assets": assets })
    };
    let (sara, mona, abdo) = (&office.researcher, &office.supervisor, &office.committee);
    let coach = propose("coach", "coach_resume", "");
    assert_eq!(office.refused(sara, "holds.propose", coach), "hold.improved_reading");
    assert_eq!(office.refused(sara, "holds.propose", propose("stop", "stop", " ")), "hold.assets");
    assert_eq!(office.refused(sara, "holds.propose", propose("stop", "reschedule", "")), "holds.change_missing");
    assert_eq!(office.refused(&office.finance, "holds.propose", propose("stop", "stop", "ماكينتان")), "holds.propose");
    let mut wordless = propose("stop", "stop", "ماكينتان");
    wordless["reason"] = json!(" ");
    assert_eq!(office.refused(sara, "holds.propose", wordless), "holds.reason_missing");
    office.done(mona, "holds.propose", propose("stop", "stop", "ماكينتان"));
    assert_eq!(office.refused(sara, "holds.propose", propose("other", "stop", "ماكينتان")), "holds.waits");
    assert_eq!(office.tasks(abdo, "hold_decision"), 1);
    let approve = |declared: bool| json!({ "hold": hold["hold"], "declared": declared });
    assert_eq!(office.refused(sara, "holds.approve", approve(true)), "holds.release", "a researcher ends no hold");
    assert_eq!(office.refused(mona, "holds.approve", approve(true)), "holds.own_decision");
    assert_eq!(office.refused(abdo, "holds.approve", approve(false)), "hold.declaration");
    office.done(abdo, "holds.approve", approve(true));
    assert_eq!(office.refused(abdo, "holds.approve", approve(true)), "holds.not_open", "a second click");
    assert_eq!(open(&office), Value::Null);
    assert_eq!(gap(&office), ["holds.stopped"], "no more money goes out");
    let page = office.done(sara, "holds.open", json!({ "hold": hold["hold"] }));
    assert_eq!((&page["line"]["state"], &page["options"]), (&json!("released"), &json!([])), "it is a record now");
    assert_eq!(page["decisions"][0]["approved_by_name"], "عبدالرحمن السديس");
    office.repaid("later", "loan", TODAY, 10_000);
    let again = office.done(sara, "holds.of_loan", json!({ "loan": id("loan") }));
    assert_eq!(again["holds"].as_array().unwrap().len(), 1, "what was judged opens nothing again");
}

#[test]
fn whoever_recorded_the_visit_does_not_end_the_hold() {
    let office = lent("2026-11-10");
    visited(&office, &office.supervisor, "loan", "visit", "distress", "2450");
    let hold = open(&office)["hold"].clone();
    let stop = json!({ "id": id("stop"), "hold": hold, "decision": "stop", "reason": "توقف", "assets": "ماكينتان" });
    office.done(&office.researcher, "holds.propose", stop);
    let approve = json!({ "hold": hold, "declared": true });
    assert_eq!(office.refused(&office.supervisor, "holds.approve", approve.clone()), "holds.visitor");
    let page = office.done(&office.supervisor, "holds.open", json!({ "hold": hold }));
    assert_eq!(page["cannot_approve"], "holds.visitor", "and the page says so");
    let drop = json!({ "hold": hold, "reason": "نعيد النظر" });
    assert_eq!(office.refused(&office.finance, "holds.drop_decision", drop.clone()), "holds.release");
    office.done(&office.researcher, "holds.drop_decision", drop.clone());
    assert_eq!(office.refused(&office.researcher, "holds.drop_decision", drop), "holds.decided");
    let stop = json!({ "id": id("stop2"), "hold": hold, "decision": "stop", "reason": "توقف", "assets": "ماكينتان" });
    office.done(&office.researcher, "holds.propose", stop);
    office.done(&office.committee, "holds.approve", approve);
}

#[test]
fn a_day_opens_holds_by_itself_once() {
    let mut office = lent("2026-08-10");
    let hold = open(&office);
    assert_eq!((&hold["cause"], &hold["opened_by_name"]), (&json!("dpd"), &json!("")), "with the money that was late");
    assert!(gap(&office).contains(&"holds.dpd".to_owned()), "no more money goes out");
    office.story.office.tick();
    assert_eq!(open(&office)["hold"], hold["hold"], "the day finds nothing new");
    next_day(&mut office);
    assert_eq!(open(&office)["hold"], hold["hold"]);
    assert_eq!((&open(&office)["days"], &open(&office)["causes"]), (&json!(1), &json!(1)));
    office.repaid("all", "loan", TODAY, 960_000);
    assert_eq!(open(&office), Value::Null, "it ends with its loan");
}

#[test]
fn an_expired_guarantee_halts_the_day_after() {
    let mut office = Lending::open();
    let mut proposal = office.proposal("loan");
    proposal["guarantee"]["until"] = json!(TODAY);
    office.done(&office.researcher, "loans.propose", proposal);
    office.done(&office.supervisor, "loans.approve", json!({ "loan": id("loan") }));
    office.story.office.tick();
    assert_eq!(open(&office), Value::Null, "its last day");
    next_day(&mut office);
    let hold = open(&office);
    assert_eq!((&hold["cause"], &hold["opened_on"]), (&json!("guarantee_expired"), &json!("2026-11-22")));
    let trail = office.done(&office.story.caller, "audit.list", json!({ "limit": 20 })).to_string();
    assert!(trail.contains("holds.look_over"), "the trail tells: {trail}");
}

#[test]
fn a_rescheduling_ends_a_hold_with_a_smaller_instalment_and_closes_the_money_until_readings_are_better() {
    let office = lent("2026-11-10");
    visited(&office, &office.researcher, "loan", "visit", "distress", "2450");
    let hold = open(&office)["hold"].clone();
    let page = office.done(&office.supervisor, "holds.open", json!({ "hold": hold }));
    let change = json!({ "kind": "extend", "from_due": page["next_due"], "by": 6 });
    let weighed = office.done(&office.supervisor, "holds.weigh", json!({ "hold": hold, "change": change }));
    let unmet: Vec<&Value> =
        weighed["conditions"].as_array().unwrap().iter().filter(|one| one["met"] == false).collect();
    assert_eq!(unmet, Vec::<&Value>::new());
    assert_eq!(weighed["plan"]["before"]["outstanding"], weighed["plan"]["after"]["outstanding"], "nothing is added");
    let forgiving = json!({ "kind": "write_off" });
    let refused = office.refused(&office.supervisor, "holds.weigh", json!({ "hold": hold, "change": forgiving }));
    assert_eq!(refused, "loans.not_rescheduling");
    let propose = json!({ "id": id("anew"), "hold": hold, "decision": "reschedule", "reason": "القسط يفوق الدخل",
                          "change": change });
    office.done(&office.researcher, "holds.propose", propose);
    let before = office.sheet("loan");
    office.done(&office.supervisor, "holds.approve", json!({ "hold": hold, "declared": true }));
    let after = office.sheet("loan");
    assert_eq!((&after["restructured"], &after["outstanding"]), (&json!(true), &before["outstanding"]));
    assert!(after["ends_on"].as_str() > before["ends_on"].as_str(), "it ends later");
    assert_eq!(gap(&office), ["holds.locked"], "no money before two better readings");
    visited(&office, &office.researcher, "loan", "better", "sound", "3000");
    assert_eq!(gap(&office), ["holds.locked"], "readings of the day of the hold do not count");
}

#[test]
fn a_repayment_taken_back_halts_the_same_minute() {
    let office = lent("2026-10-10");
    let hold = office.done(&office.finance, "holds.list", json!({}))["lines"].clone();
    assert_eq!(hold.as_array().unwrap().len(), 1, "the first instalment is late with the money itself");
    let office = lent("2026-10-20");
    assert_eq!(open(&office)["cause"], "dpd", "late by a day");
    let office = lent("2026-10-21");
    assert_eq!(open(&office), Value::Null, "due today is not late");
}

#[test]
fn everybody_who_may_look_is_told_the_same_minute() {
    let office = lent("2026-11-10");
    let told: Arc<Mutex<BTreeSet<String>>> = Arc::default();
    let heard = Arc::clone(&told);
    office.story.office.subscribe(move |touched| {
        heard.lock().unwrap().extend(touched.views.iter().map(|view| view.0.to_owned()));
    });
    visited(&office, &office.researcher, "loan", "visit", "distress", "2450");
    let told = told.lock().unwrap().clone();
    for screen in ["holds.list", "holds.of_loan", "holds.open", "tasks.mine"] {
        let command = app::FEATURES.commands().find(|command| command.name == screen).unwrap();
        assert!(command.views.iter().any(|view| told.contains(view.0)), "{screen} asks again: {told:?}");
    }
}

#[test]
fn anybody_halts_a_project_by_hand_at_any_sign_and_does_not_end_it() {
    let office = lent("2026-11-10");
    let sign = |key: &str, said: &str, day: &str| json!({ "id": id(key), "loan": id("loan"), "side": "market", "said": said, "seen_on": day });
    let (mona, abdo) = (&office.supervisor, &office.committee);
    assert_eq!(office.refused(mona, "holds.halt", sign("sign", " ", TODAY)), "holds.sign_missing");
    assert_eq!(office.refused(mona, "holds.halt", sign("sign", "أُغلق", "2026-11-22")), "office.future_day");
    let long = "أ".repeat(1_001);
    assert_eq!(office.refused(mona, "holds.halt", sign("sign", &long, TODAY)), "holds.too_long");
    assert_eq!(office.refused(&office.story.caller, "holds.halt", sign("sign", "أُغلق", TODAY)), "holds.halt");
    let none = json!({ "id": id("sign"), "loan": id("none"), "side": "market", "said": "أُغلق", "seen_on": TODAY });
    assert_eq!(office.refused(mona, "holds.halt", none), "holds.not_haltable");
    office.done(mona, "holds.halt", sign("sign", "أُغلق السوق المجاور", "2026-11-20"));
    assert_eq!(office.refused(mona, "holds.halt", sign("sign", "أُغلق السوق", TODAY)), "holds.told_already");
    let hold = open(&office);
    assert_eq!(
        (&hold["cause"], &hold["side"], &hold["opened_by_name"]),
        (&json!("told"), &json!("market"), &json!("منى الزهراني"))
    );
    assert_eq!(gap(&office), ["holds.told"]);
    office.repaid("paid", "loan", TODAY, 10_000);
    let hold = hold["hold"].clone();
    office.done(&office.finance, "holds.halt", sign("more", "تعطلت الماكينة", TODAY));
    assert_eq!((&open(&office)["hold"], &open(&office)["causes"]), (&hold, &json!(2)), "one hold a loan");
    let stop = json!({ "id": id("stop"), "hold": hold, "decision": "stop", "reason": "توقف", "assets": "ماكينتان" });
    office.done(&office.researcher, "holds.propose", stop);
    let approve = json!({ "hold": hold, "declared": true });
    assert_eq!(
        office.refused(mona, "holds.approve", approve.clone()),
        "holds.visitor",
        "who halted it does not end it"
    );
    give_role(&office, "mona", "committee");
    let mona = &office.story.sign_in("mona", PASSWORD).unwrap();
    assert_eq!(office.refused(mona, "holds.approve", approve.clone()), "holds.visitor", "nor in another role");
    give_role(&office, "khaled", "supervisor");
    let khaled = &office.story.sign_in("khaled", PASSWORD).unwrap();
    assert_eq!(office.refused(khaled, "holds.approve", approve.clone()), "holds.visitor", "nor who told of more");
    give_role(&office, "sara", "committee");
    let sara = &office.story.sign_in("sara", PASSWORD).unwrap();
    assert_eq!(office.refused(sara, "holds.approve", approve.clone()), "holds.own_decision", "nor who proposed it");
    let page = office.done(sara, "holds.open", json!({ "hold": hold }));
    let names: Vec<&str> =
        page["hands"].as_array().unwrap().iter().map(|hand| hand["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["سارة الحربي", "منى الزهراني", "خالد العقيل"], "each is named");
    office.done(abdo, "holds.approve", approve);
    assert_eq!(office.refused(abdo, "holds.annex", json!({ "hold": hold })), "holds.no_annex");
    office.done(abdo, "holds.paper", json!({ "hold": hold }));
}

#[test]
fn steps_of_help_stand_with_their_side_and_a_late_one_is_a_task_of_its_owner() {
    let mut office = lent("2026-11-10");
    visited(&office, &office.researcher, "loan", "visit", "distress", "2450");
    let hold = open(&office)["hold"].clone();
    let (sara, finance) = (office.researcher.clone(), office.finance.clone());
    let step = |key: &str, text: &str, owner: &str, due: &str| json!({ "id": id(key), "hold": hold, "text": text, "side": "association", "owner": office.person(owner), "due": due });
    let past = step("step", "جلسة تسعير", "khaled", "2026-11-20");
    let good = step("step", "جلسة تسعير", "khaled", TODAY);
    let empty = step("step", " ", "khaled", TODAY);
    let nobody = json!({ "id": id("step"), "hold": hold, "text": "جلسة", "side": "association", "owner": id("nobody"), "due": TODAY });
    assert_eq!(office.refused(&sara, "holds.add_step", past), "holds.step_due");
    assert_eq!(office.refused(&sara, "holds.add_step", empty), "holds.step_missing");
    assert_eq!(office.refused(&sara, "holds.add_step", nobody), "holds.step_owner");
    assert_eq!(office.refused(&finance, "holds.add_step", good.clone()), "holds.propose");
    office.done(&sara, "holds.add_step", good.clone());
    assert_eq!(office.refused(&sara, "holds.add_step", good), "holds.step_added");
    assert_eq!(office.tasks(&finance, "hold_step"), 1, "soon");
    next_day(&mut office);
    let (sara, finance) = (office.researcher.clone(), office.finance.clone());
    let steps = |office: &Lending| office.done(&office.finance, "holds.open", json!({ "hold": hold }))["steps"].clone();
    assert_eq!((&steps(&office)[0]["days_late"], &steps(&office)[0]["state"]), (&json!(1), &json!("open")));
    assert_eq!(office.tasks(&finance, "hold_step"), 1, "late");
    let owner = office.person("khaled");
    let later = json!({ "step": id("step"), "version": 0, "text": "جلسة تسعير", "side": "association", "owner": owner,
                        "due": "2026-11-30" });
    office.done(&sara, "holds.change_step", later.clone());
    assert_eq!(
        office.refused(&sara, "holds.change_step", later),
        "record.changed_meanwhile",
        "nobody's words are lost"
    );
    assert_eq!((&steps(&office)[0]["due"], &steps(&office)[0]["first_due"]), (&json!("2026-11-30"), &json!(TODAY)));
    let settle = |version: i64, outcome: &str| json!({ "step": id("step"), "version": version, "done": true, "on": "2026-11-22", "outcome": outcome });
    assert_eq!(office.refused(&finance, "holds.settle_step", settle(1, " ")), "holds.outcome_missing");
    assert_eq!(office.refused(&office.committee, "holds.settle_step", settle(1, "تمت")), "holds.propose", "not theirs");
    office.done(&finance, "holds.settle_step", settle(1, "رُفع سعر العباءة"));
    assert_eq!(office.refused(&sara, "holds.settle_step", settle(2, "تمت")), "holds.step_settled");
    assert_eq!(office.tasks(&finance, "hold_step"), 0);
}

#[test]
fn the_association_sets_what_halts_in_versions_and_cannot_switch_it_off() {
    let office = lent("2026-11-10");
    let ask = || office.done(&office.supervisor, "holds.rule", json!({}));
    let shipped = ask();
    assert_eq!((&shipped["versions"], &shipped["settings"]["hold_dpd"]), (&json!([]), &json!(1)));
    let with = |field: &str, value: Value, version: i64, reason: &str| {
        let mut settings = shipped["settings"].clone();
        settings[field] = value;
        json!({ "version": version, "settings": settings, "reason": reason })
    };
    let mona = &office.supervisor;
    assert_eq!(office.refused(mona, "holds.set_rule", with("hold_dpd", json!(400), 0, "قرار")), "holds.rule_days");
    assert_eq!(office.refused(mona, "holds.set_rule", with("hold_dpd", json!(0), 0, "قرار")), "holds.rule_days");
    let silent = with("hold_signals", json!(["watch"]), 0, "قرار");
    assert_eq!(office.refused(mona, "holds.set_rule", silent), "holds.rule_signals");
    assert_eq!(office.refused(mona, "holds.set_rule", with("hold_dpd", json!(3), 0, " ")), "holds.rule_reason");
    let watch = with("hold_signals", json!(["watch", "distress"]), 0, "قرار المجلس رقم 7");
    assert_eq!(office.refused(&office.researcher, "holds.set_rule", watch.clone()), "holds.manage");
    visited(&office, &office.researcher, "loan", "before", "watch", "2450");
    assert_eq!(open(&office), Value::Null, "a sign to watch does not halt as shipped");
    office.done(mona, "holds.set_rule", watch.clone());
    assert_eq!(office.refused(mona, "holds.set_rule", watch), "record.changed_meanwhile");
    assert_eq!(ask()["versions"][0]["reason"], "قرار المجلس رقم 7");
    visited(&office, &office.researcher, "loan", "after", "watch", "2400");
    assert_eq!(open(&office)["cause"], "signal", "now it does");
}

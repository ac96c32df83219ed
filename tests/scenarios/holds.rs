//! Projects that halt by themselves: what opens a hold, what it stops and what it never stops, and who ends it.

use crate::loans::{Lending, TODAY, id};
use office::Caller;
use serde_json::{Value, json};
use std::time::Duration;

const PASSWORD: &str = "نخلة وظل وماء";

/// A loan whose first tranche is out, since a day.
fn lent(day: &str) -> Lending {
    let office = Lending::open();
    office.approved("loan");
    office.delivered("loan", day);
    let pay = json!({ "tranche": id("loan-1"), "day": day, "method": "transfer" });
    office.done(&office.finance, "loans.pay_tranche", pay);
    office.done(&office.researcher, "loans.verify_tranche", json!({ "tranche": id("loan-1") }));
    office
}

/// A visit to the project today, with what it read.
fn visited(office: &Lending, who: &Caller, key: &str, signal: &str, sales: &str) {
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
    let begun = json!({ "kind": "visit", "subject_kind": "project", "subject": id("loan-project") });
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

fn next_day(office: &mut Lending) {
    office.story.pass(Duration::from_secs(86_400));
    office.researcher = office.story.sign_in("sara", PASSWORD).unwrap();
    office.supervisor = office.story.sign_in("mona", PASSWORD).unwrap();
    office.committee = office.story.sign_in("abdo", PASSWORD).unwrap();
    office.finance = office.story.sign_in("khaled", PASSWORD).unwrap();
    office.story.office.tick();
}

#[test]
fn a_sign_of_distress_stops_the_money_and_never_a_repayment() {
    let office = lent("2026-11-10");
    assert_eq!(gap(&office), Vec::<String>::new());
    assert_eq!(open(&office), Value::Null);
    visited(&office, &office.researcher, "visit", "distress", "2450");
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
    visited(&office, &office.researcher, "again", "distress", "2400");
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
    visited(&office, &office.supervisor, "visit", "distress", "2450");
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
    assert_eq!(open(&office), Value::Null, "nobody has looked yet");
    assert!(gap(&office).contains(&"holds.dpd".to_owned()), "the gate looks for itself");
    office.story.office.tick();
    let hold = open(&office);
    assert_eq!((&hold["cause"], &hold["opened_by_name"]), (&json!("dpd"), &json!("")));
    let trail = office.done(&office.story.caller, "audit.list", json!({ "limit": 5 })).to_string();
    assert!(trail.contains("holds.look_over"), "the trail tells: {trail}");
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
}

#[test]
fn a_rescheduling_ends_a_hold_with_a_smaller_instalment_and_closes_the_money_until_readings_are_better() {
    let office = lent("2026-11-10");
    visited(&office, &office.researcher, "visit", "distress", "2450");
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
    visited(&office, &office.researcher, "better", "sound", "3000");
    assert_eq!(gap(&office), ["holds.locked"], "readings of the day of the hold do not count");
}

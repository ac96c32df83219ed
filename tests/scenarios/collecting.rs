//! Collecting: calls and promises, whom to call first, reminders that come once, many tranches with one press, provisions,
//! papers, and what a closed loan leaves behind.

use crate::loans::{Lending, TODAY, id};
use kernel::Day;
use office::Caller;
use serde_json::{Value, json};
use std::time::Duration;

const PASSWORD: &str = "نخلة وظل وماء";

/// A loan whose money went out on a day, so that its instalments fall due from a month later on.
fn lent(day: &str) -> Lending {
    let office = Lending::open();
    out(&office, "loan", day);
    office
}

fn out(office: &Lending, key: &str, day: &str) {
    office.approved(key);
    office.delivered(key, day);
    let pay = json!({ "tranche": id(&format!("{key}-1")), "day": day, "method": "transfer" });
    office.done(&office.finance, "loans.pay_tranche", pay);
    office.done(&office.supervisor, "loans.verify_tranche", json!({ "tranche": id(&format!("{key}-1")) }));
}

fn days_later(office: &mut Lending, days: u64) {
    office.story.pass(Duration::from_secs(86_400 * days));
    office.researcher = office.story.sign_in("sara", PASSWORD).unwrap();
    office.supervisor = office.story.sign_in("mona", PASSWORD).unwrap();
    office.committee = office.story.sign_in("abdo", PASSWORD).unwrap();
    office.finance = office.story.sign_in("khaled", PASSWORD).unwrap();
}

fn promise(key: &str, amount: i64, due: &str) -> Value {
    json!({ "id": id(key), "amount": amount, "due": due })
}

fn called(key: &str, outcome: &str, note: &str, promise: Value) -> Value {
    json!({ "id": id(key), "loan": id("loan"), "outcome": outcome, "note": note, "promise": promise })
}

fn standing(office: &Lending, key: &str) -> String {
    let page = office.done(&office.finance, "collection.promises", json!({}));
    let line = page["lines"].as_array().unwrap().iter().find(|line| line["promise"] == id(key)).unwrap().clone();
    line["standing"].as_str().unwrap().to_owned()
}

#[test]
fn a_call_is_kept_with_its_outcome_and_a_promise_is_judged_by_what_is_repaid() {
    let mut office = lent("2026-09-10");
    let sara = office.researcher.clone();
    let refused = |who: &Caller, input: Value| office.refused(who, "collection.record_call", input);
    assert_eq!(refused(&office.committee, called("a", "answered", "", Value::Null)), "collection.call");
    assert_eq!(refused(&sara, called("a", "refuses", " ", Value::Null)), "collection.call_note");
    assert_eq!(refused(&sara, called("a", "hardship", "", Value::Null)), "collection.call_note");
    assert_eq!(refused(&sara, called("a", "promise", "", Value::Null)), "collection.promise_missing");
    let word = promise("p1", 80_000, "2026-11-25");
    assert_eq!(refused(&sara, called("a", "answered", "", word.clone())), "collection.promise_unasked");
    let with = |amount: i64, due: &str| refused(&sara, called("a", "promise", "", promise("p1", amount, due)));
    assert_eq!(with(0, "2026-11-25"), "collection.promise_amount");
    assert_eq!(with(960_001, "2026-11-25"), "collection.promise_amount");
    assert_eq!(with(5_000, "2026-11-20"), "collection.promise_day");
    assert_eq!(with(5_000, "2027-11-20"), "collection.promise_day");
    let long = "س".repeat(1_001);
    assert_eq!(refused(&sara, called("a", "answered", &long, Value::Null)), "collection.text_long");

    office.done(&sara, "collection.record_call", called("none", "no_answer", "", Value::Null));
    office.done(&sara, "collection.record_call", called("call", "promise", "بعد صرف الراتب", word.clone()));
    let again = refused(&sara, called("call", "answered", "", Value::Null));
    assert_eq!(again, "collection.call_kept");
    let other = json!({ "loan": id("loan"), "promise": promise("p2", 50_000, "2026-11-30") });
    assert_eq!(office.refused(&sara, "collection.make_promise", other), "collection.promise_other_open");
    let mut wrong = json!({ "loan": id("loan"), "promise": promise("p2", 50_000, "2026-11-30") });
    wrong["promise"]["replaces"] = json!(id("p3"));
    assert_eq!(office.refused(&sara, "collection.make_promise", wrong.clone()), "collection.promise_replaces");
    wrong["promise"]["replaces"] = json!(id("p1"));
    assert_eq!(office.refused(&sara, "collection.make_promise", wrong.clone()), "collection.reason_missing");
    wrong["promise"]["reason"] = json!("يقبض في آخر الشهر");
    office.done(&sara, "collection.make_promise", wrong.clone());
    assert_eq!(office.refused(&sara, "collection.make_promise", wrong), "collection.promise_made");
    assert_eq!((standing(&office, "p1"), standing(&office, "p2")), ("replaced".to_owned(), "open".to_owned()));
    let gone = json!({ "id": id("p1"), "reason": "x" });
    assert_eq!(office.refused(&sara, "collection.withdraw_promise", gone), "collection.promise_not_open");

    office.repaid("part", "loan", TODAY, 20_000);
    assert_eq!(standing(&office, "p2"), "open");
    days_later(&mut office, 12);
    assert_eq!(standing(&office, "p2"), "open", "the days of grace are not over: 3 December");
    office.repaid("rest", "loan", "2026-12-03", 30_000);
    assert_eq!(standing(&office, "p2"), "kept");
    let page = office.done(&office.finance, "collection.promises", json!({ "standing": "kept" }));
    let line = &page["lines"][0];
    assert_eq!((&line["paid"], &line["kept_on"]), (&json!(50_000), &json!("2026-12-03")));
    let undo = json!({ "id": id("undo"), "loan": id("loan"), "place": 3, "day": "2026-12-03", "reason": "خطأ" });
    office.undone(&office.finance, undo);
    days_later(&mut office, 2);
    assert_eq!(standing(&office, "p2"), "partly", "what was taken back keeps nothing");

    let sara = office.researcher.clone();
    let next = json!({ "loan": id("loan"), "promise": promise("p4", 40_000, "2026-12-08") });
    office.done(&sara, "collection.make_promise", next);
    let withdraw = |reason: &str| json!({ "id": id("p4"), "reason": reason });
    assert_eq!(office.refused(&sara, "collection.withdraw_promise", withdraw(" ")), "collection.reason_missing");
    assert_eq!(office.refused(&office.committee, "collection.withdraw_promise", withdraw("س")), "collection.call");
    office.done(&sara, "collection.withdraw_promise", withdraw("سجّل خطأ"));
    assert_eq!(standing(&office, "p4"), "withdrawn");
    let log = office.done(&office.committee, "collection.call_log", json!({ "outcome": "promise" }));
    assert_eq!((&log["total"], &log["lines"][0]["by_name"]), (&json!(1), &json!("سارة الحربي")));
    office.repaid("all", "loan", "2026-12-05", 2_000_000);
    let late = called("late", "answered", "", Value::Null);
    assert_eq!(office.refused(&sara, "collection.record_call", late), "collection.nothing_owed");
}

#[test]
fn who_broke_a_promise_is_called_first_and_who_has_promised_last() {
    let mut office = lent("2026-08-10");
    office.borrower("hind", "هند فهد ناصر الدوسري", "1070707078");
    let mut other = office.proposal("other");
    other["project"]["new"]["party"] = json!(id("hind"));
    office.done(&office.researcher, "loans.propose", other);
    office.done(&office.supervisor, "loans.approve", json!({ "loan": id("other") }));
    office.delivered("other", "2026-09-10");
    let list = |office: &Lending| {
        let page = office.done(&office.committee, "collection.calls", json!({}));
        let lines = page["lines"].as_array().unwrap().clone();
        lines
            .iter()
            .map(|one| format!("{} {}", one["loan_no"].as_str().unwrap(), one["rank"].as_str().unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(list(&office), ["L-1448-0001 late", "L-1448-0002 late"], "late longest first");
    let card = office.done(&office.researcher, "collection.call_card", json!({ "party": id("noura") }));
    assert_eq!((&card["mobile"], &card["loans"][0]["loan_no"]), (&json!("+966558123490"), &json!("L-1448-0001")));
    let trail = office.done(&office.story.caller, "audit.list", json!({ "limit": 3 })).to_string();
    assert!(trail.contains("collection.call_card"), "who sees the number leaves a line: {trail}");
    let masked = office.done(&office.researcher, "collection.calls", json!({}))["lines"][0]["mobile"].clone();
    assert!(masked.as_str().unwrap().ends_with("490") && !masked.as_str().unwrap().contains("812"), "{masked}");
    let word = called("one", "promise", "", promise("p", 10_000, "2026-11-22"));
    office.done(&office.researcher, "collection.record_call", word);
    assert_eq!(list(&office), ["L-1448-0002 late", "L-1448-0001 promised"]);
    let other = json!({ "id": id("two"), "loan": id("other"), "outcome": "no_answer" });
    office.done(&office.researcher, "collection.record_call", other);
    assert_eq!(list(&office), ["L-1448-0002 called_today", "L-1448-0001 promised"]);
    days_later(&mut office, 6);
    assert_eq!(list(&office), ["L-1448-0001 broken", "L-1448-0002 late"]);
    assert_eq!(office.tasks(&office.researcher, "promises_broken"), 1);
    let broken = office.done(&office.committee, "collection.calls", json!({ "rank": "broken" }));
    assert_eq!((&broken["people"], &broken["ranks"][1]["people"]), (&json!(1), &json!(1)));
}

fn reminders(office: &Lending, state: &str) -> Value {
    office.done(&office.researcher, "collection.reminders", json!({ "state": state }))
}

fn message(key: &str, line: &Value) -> Value {
    let keys: Vec<Value> = line["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| json!({ "loan": item["loan"], "no": item["no"], "due": item["due"], "step": item["step"] }))
        .collect();
    json!({ "id": id(key), "party": line["party"], "items": keys, "text": line["text"] })
}

#[test]
fn a_reminder_comes_by_the_schedule_once_and_not_to_who_does_not_want_it() {
    // The first instalment falls due in three days, on 24 November.
    let mut office = lent("2026-10-24");
    let page = reminders(&office, "waiting");
    let line = page["lines"][0].clone();
    assert_eq!((&line["items"][0]["step"], &line["items"][0]["due"]), (&json!(-3), &json!("2026-11-24")));
    let text = line["text"].as_str().unwrap();
    for part in ["نورة عبدالله سالم القحطاني", "L-1448-0001", "2026/11/24", "1448/06/14", "800.00"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(office.tasks(&office.finance, "reminders_today"), 1);
    assert_eq!(office.refused(&office.committee, "collection.reminders", json!({})), "collection.call");

    let wish = |messages: bool, version: i64| json!({ "party": id("noura"), "messages": messages, "version": version, "said": "طلبت ذلك" });
    office.done(&office.researcher, "collection.set_wish", wish(false, 0));
    assert_eq!(office.refused(&office.researcher, "collection.set_wish", wish(true, 0)), "record.changed_meanwhile");
    let left = reminders(&office, "waiting");
    assert_eq!((&left["total"], &left["unwished"]), (&json!(0), &json!(1)));
    let unwished = office.refused(&office.researcher, "collection.prepare_reminder", message("m", &line));
    assert_eq!(unwished, "collection.reminder_unwished");
    office.done(&office.researcher, "collection.set_wish", wish(true, 1));

    let mut empty = message("m", &line);
    empty["text"] = json!(" ");
    assert_eq!(office.refused(&office.researcher, "collection.prepare_reminder", empty), "collection.reminder_empty");
    let mut wrong = message("m", &line);
    wrong["items"][0]["step"] = json!(0);
    assert_eq!(office.refused(&office.researcher, "collection.prepare_reminder", wrong), "collection.reminder_not_due");
    let mut edited = message("m", &line);
    edited["text"] = json!("مرحبًا نورة، قسطك يوم الثلاثاء");
    office.done(&office.researcher, "collection.prepare_reminder", edited.clone());
    assert_eq!(office.refused(&office.researcher, "collection.prepare_reminder", edited), "collection.reminder_made");
    let twice = office.refused(&office.finance, "collection.prepare_reminder", message("m2", &line));
    assert_eq!(twice, "collection.reminder_not_due", "never twice for one instalment and step");
    let prepared = reminders(&office, "prepared");
    assert_eq!(prepared["lines"][0]["text"], "مرحبًا نورة، قسطك يوم الثلاثاء");
    let sent = json!({ "id": id("m"), "channel": "whatsapp" });
    office.done(&office.finance, "collection.send_reminder", sent.clone());
    assert_eq!(office.refused(&office.finance, "collection.send_reminder", sent), "collection.reminder_sent");
    assert_eq!(reminders(&office, "sent")["lines"][0]["sent_by_name"], "خالد العقيل");

    days_later(&mut office, 3);
    let today = reminders(&office, "waiting")["lines"][0].clone();
    assert_eq!(today["items"][0]["step"], 0, "the next step is another reminder");
    office.repaid("paid", "loan", "2026-11-24", 80_000);
    assert_eq!(reminders(&office, "waiting")["total"], 0, "what is paid is not reminded of");
    assert_eq!(
        office.refused(&office.researcher, "collection.prepare_reminder", message("m3", &today)),
        "collection.reminder_not_due"
    );
}

#[test]
fn a_paused_a_put_off_and_a_written_off_loan_are_not_reminded_of() {
    for (change, paused) in [
        (json!({ "kind": "pause", "from": TODAY, "until": "2026-12-31" }), 1),
        (json!({ "kind": "defer", "from_due": "2026-11-24", "periods": 2 }), 0),
        (json!({ "kind": "write_off" }), 0),
    ] {
        let office = lent("2026-10-24");
        assert_eq!(reminders(&office, "waiting")["total"], 1);
        let lost = change["kind"] == "write_off";
        let cause = if lost { "lost" } else { "market" };
        let ask = json!({ "id": id("change"), "loan": id("loan"), "day": TODAY, "change": change, "cause": cause, "reason": "تراجع السوق" });
        office.done(&office.researcher, "loans.ask_change", ask);
        let who = if lost { &office.committee } else { &office.supervisor };
        office.done(who, "loans.approve_change", json!({ "request": id("change") }));
        let page = reminders(&office, "waiting");
        assert_eq!((&page["total"], &page["paused"]), (&json!(0), &json!(paused)), "{change}");
    }
}

#[test]
fn rules_are_versions_and_say_who_set_them() {
    let office = Lending::open();
    let set = |who: &Caller, rule: Value, version: i64, decided: &str| {
        office.call(who, "collection.set_rule", json!({ "rule": rule, "version": version, "decided": decided }))
    };
    let code = |outcome: kernel::Result<Value>| outcome.unwrap_err().code().map(|code| code.0.to_owned()).unwrap();
    let mona = &office.supervisor;
    let reminders = |steps: Value| json!({ "name": "reminders", "content": { "greeting": "", "closing": "", "steps": steps, "keep_days": 3 } });
    let step = |days: i32, text: &str| json!({ "days": days, "text": text });
    assert_eq!(code(set(mona, reminders(json!([])), 0, "")), "collection.rule_steps");
    assert_eq!(code(set(mona, reminders(json!([step(-61, "قسط")])), 0, "")), "collection.rule_step_days");
    assert_eq!(code(set(mona, reminders(json!([step(1, "أ"), step(1, "ب")])), 0, "")), "collection.rule_step_twice");
    assert_eq!(code(set(mona, reminders(json!([step(1, " ")])), 0, "")), "collection.rule_text");
    assert_eq!(code(set(mona, reminders(json!([step(1, "[كذا]")])), 0, "")), "collection.rule_slot");
    let late = json!({ "name": "reminders", "content": { "greeting": "", "closing": "", "steps": [step(1, "أ")], "keep_days": 15 } });
    assert_eq!(code(set(mona, late, 0, "")), "collection.rule_number");
    let contact = |grace: i32| json!({ "name": "contact", "content": { "promise_grace": grace, "letter_days": 10 } });
    assert_eq!(code(set(mona, contact(31), 0, "")), "collection.rule_number");
    assert_eq!(code(set(mona, contact(3), 0, "")), "collection.rule_same");
    set(mona, contact(0), 0, "").unwrap();
    assert_eq!(code(set(mona, contact(1), 0, "")), "collection.rule_changed", "nobody's words are overwritten");
    set(mona, contact(1), 1, "").unwrap();
    let table = |percents: [&str; 6]| json!({ "name": "provision", "content": { "percents": percents } });
    let shipped = ["1", "5", "20", "40", "75", "100"];
    assert_eq!(code(set(mona, table(["0", "5", "20", "40", "75", "101"]), 0, "ق")), "collection.rule_percent");
    assert_eq!(code(set(mona, table(["9", "5", "20", "40", "75", "100"]), 0, "ق")), "collection.rule_percent");
    assert_eq!(code(set(mona, table(shipped), 0, " ")), "collection.rule_decided");
    assert_eq!(
        office.refused(&office.finance, "collection.set_rule", json!({ "rule": table(shipped), "version": 0 })),
        "collection.manage"
    );
    let board = || office.done(&office.finance, "collection.standing", json!({}));
    assert_eq!(board()["table"]["version"], 0, "as shipped, which nobody has approved");
    set(mona, table(shipped), 0, "قرار المجلس 12").unwrap();
    let kept = board()["table"].clone();
    assert_eq!(
        (&kept["version"], &kept["decided"], &kept["set_by_name"]),
        (&json!(1), &json!("قرار المجلس 12"), &json!("منى الزهراني"))
    );
    let rules = office.done(&office.committee, "collection.rules", json!({}));
    assert_eq!((&rules["contact"]["promise_grace"], rules["before"].as_array().unwrap().len()), (&json!(1), 1));
}

#[test]
fn the_board_sets_aside_by_its_table_and_each_figure_opens_its_rows() {
    let office = lent("2026-09-10");
    // 80,000 halalas fell due on 10 October and on 10 November: 42 days late.
    let board = office.done(&office.finance, "collection.standing", json!({}));
    assert_eq!((&board["outstanding"]["amount"], &board["overdue"]["amount"]), (&json!(960_000), &json!(160_000)));
    let rows = board["provisions"].as_array().unwrap();
    assert_eq!(
        (&rows[2]["loans"], &rows[2]["outstanding"], &rows[2]["provision"]),
        (&json!(1), &json!(960_000), &json!(192_000))
    );
    assert_eq!(
        (&board["provision"], &board["at_risk"][1]["amount"], &board["at_risk"][2]["amount"]),
        (&json!(192_000), &json!(960_000), &json!(0))
    );
    assert_eq!((&board["fallen_due"], &board["collected"]), (&json!(160_000), &json!(0)));
    for (target, field) in [
        (&rows[2]["target"], "outstanding"),
        (&board["overdue"]["target"], "overdue"),
        (&board["outstanding"]["target"], "outstanding"),
    ] {
        let opened = office.done(&office.finance, target["screen"].as_str().unwrap(), target["asks"].clone());
        let wanted = if field == "overdue" { 160_000 } else { 960_000 };
        assert_eq!(opened[field], wanted, "{target}");
    }
    let write_off = json!({ "id": id("lost"), "loan": id("loan"), "day": TODAY, "change": { "kind": "write_off" }, "cause": "lost", "reason": "تعذر" });
    office.done(&office.researcher, "loans.ask_change", write_off);
    office.done(&office.committee, "loans.approve_change", json!({ "request": id("lost") }));
    let board = office.done(&office.finance, "collection.standing", json!({}));
    assert_eq!(
        (&board["outstanding"]["amount"], &board["written_off"]["amount"], &board["provision"]),
        (&json!(0), &json!(960_000), &json!(0))
    );
    let target = &board["written_off"]["target"];
    let opened = office.done(&office.finance, target["screen"].as_str().unwrap(), target["asks"].clone());
    assert_eq!((&opened["loans"], &opened["given_up"]), (&json!(1), &json!(960_000)));
    let ahead = office.refused(&office.finance, "collection.standing", json!({ "day": "2027-01-01" }));
    assert_eq!(ahead, "office.future_day");
}

#[test]
fn papers_are_printed_where_there_is_something_to_say() {
    let office = lent("2026-09-10");
    office.borrower("hind", "هند فهد ناصر الدوسري", "1070707078");
    let of = |key: &str| json!({ "party": id(key) });
    for command in ["collection.borrower_statement", "collection.late_letter"] {
        let paper = office.done(&office.finance, command, of("noura"));
        assert!(paper["pages"].as_array().is_some_and(|pages| !pages.is_empty()), "{command}: {paper}");
    }
    assert_eq!(office.refused(&office.finance, "collection.borrower_statement", of("hind")), "collection.no_loans");
    assert_eq!(office.refused(&office.finance, "collection.late_letter", of("hind")), "collection.not_late");
    assert_eq!(office.refused(&office.researcher, "collection.late_letter", of("noura")), "loans.collect");
    let report = office.done(&office.committee, "collection.portfolio_report", json!({ "fund": id("pool") }));
    assert!(report["pages"].as_array().is_some_and(|pages| !pages.is_empty()));
}

#[test]
fn many_tranches_go_on_with_one_press_each_by_its_own_rules() {
    let office = Lending::open();
    for key in ["one", "two", "own", "off"] {
        office.approved(key);
        let who = if key == "own" { &office.supervisor } else { &office.researcher };
        office.done(who, "loans.request_tranche", json!({ "tranche": id(&format!("{key}-1")) }));
    }
    let halted = json!({ "id": id("off-project"), "name": "مشغل", "state": "halted", "reason": "توقف" });
    office.done(&office.supervisor, "loans.change_project", halted);
    let all = ["one-1", "two-1", "own-1", "off-1"].map(id);
    let waiting = office.done(&office.supervisor, "loans.tranches_waiting", json!({ "step": "approval" }));
    assert_eq!((&waiting["total"], &waiting["amount"]), (&json!(4), &json!(3_840_000)));
    let ready: Vec<bool> = waiting["lines"].as_array().unwrap().iter().map(|one| one["ready"] == true).collect();
    assert_eq!(ready.iter().filter(|one| **one).count(), 2);
    let preview = json!({ "step": "approval", "tranches": all });
    let seen = office.done(&office.supervisor, "loans.preview_tranches", preview);
    assert_eq!(
        (&seen["fitting"], &seen["amount"], &seen["funds"][0]["tranches"]),
        (&json!(2), &json!(1_920_000), &json!(2))
    );
    let gaps: Vec<&str> = seen["lines"].as_array().unwrap().iter().filter_map(|one| one["gap"].as_str()).collect();
    assert_eq!(gaps, ["loans.own_tranche", "loans.tranche_conditions"]);

    let approve = json!({ "tranches": all });
    assert_eq!(office.refused(&office.researcher, "loans.approve_tranches", approve.clone()), "loans.approve");
    assert_eq!(
        office.refused(&office.supervisor, "loans.approve_tranches", json!({ "tranches": [] })),
        "loans.tranches_chosen"
    );
    let led = office.done(&office.supervisor, "loans.approve_tranches", approve.clone());
    assert_eq!((&led["done"], &led["skipped"], &led["amount"]), (&json!(2), &json!(2), &json!(1_920_000)));
    let codes: Vec<&str> = led["named"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["loans.own_tranche", "loans.tranche_conditions"]);
    assert_eq!(
        office.refused(&office.supervisor, "loans.approve_tranches", approve),
        "loans.tranches_none",
        "a second click"
    );
    let state = |key: &str| office.sheet(key)["tranches"][0]["tranche"]["state"].clone();
    assert_eq!(
        ["one", "two", "own", "off"].map(state),
        [json!("approved"), json!("approved"), json!("requested"), json!("requested")]
    );
    let trail = office.done(&office.story.caller, "audit.list", json!({ "limit": 8 })).to_string();
    assert!(trail.matches("loans.approve_tranches").count() >= 2, "each has its line: {trail}");

    for key in ["one", "two"] {
        let delivery =
            json!({ "tranche": id(&format!("{key}-1")), "day": TODAY, "supplier": "مؤسسة الإتقان", "invoice": "1" });
        office.done(&office.researcher, "loans.deliver_tranche", delivery);
    }
    let three = ["one-1", "two-1", "off-1"].map(id);
    let pay = json!({ "tranches": three, "day": TODAY, "method": "transfer", "reference": "FT77" });
    assert_eq!(office.refused(&office.supervisor, "loans.pay_tranches", pay.clone()), "loans.pay");
    let preview = json!({ "step": "payment", "tranches": three, "day": TODAY, "method": "transfer" });
    let seen = office.done(&office.finance, "loans.preview_tranches", preview);
    assert_eq!((&seen["funds"][0]["amount"], &seen["funds"][0]["short"]), (&json!(1_920_000), &json!(false)));
    let led = office.done(&office.finance, "loans.pay_tranches", pay);
    assert_eq!(
        (&led["done"], &led["skipped"], &led["named"][0]["code"]),
        (&json!(2), &json!(1), &json!("loans.tranche_step"))
    );
    assert_eq!(["one", "two"].map(state), [json!("paid"), json!("paid")]);
}

#[test]
fn a_closed_loan_is_asked_about_and_visited_once_more() {
    let office = lent("2026-10-24");
    let closing = || office.done(&office.committee, "collection.closing", json!({ "loan": id("loan") }));
    let answer = |answer: i64, version: i64| json!({ "loan": id("loan"), "answer": answer, "channel": "call", "said": "شكرًا", "version": version });
    assert_eq!((&closing()["closed"], &closing()["visit"]), (&json!(false), &Value::Null));
    assert_eq!(
        office.refused(&office.researcher, "collection.answer_satisfaction", answer(5, 0)),
        "collection.not_closed"
    );
    office.repaid("all", "loan", TODAY, 960_000);
    let closed = closing();
    let visit = closed["visit"].clone();
    let planned: Day = "2027-05-21".parse().unwrap();
    assert_eq!(
        (&closed["closed"], &visit["planned_on"], &visit["state"]),
        (&json!(true), &json!(planned), &json!("planned"))
    );
    let sheet =
        office.done(&office.researcher, "follow_up.activity", json!({ "activity": visit["activity"] })).to_string();
    assert!(sheet.contains("زيارة قياس أثر") && sheet.contains("سارة الحربي"), "{sheet}");
    assert_eq!(office.tasks(&office.finance, "satisfaction_ask"), 1);
    assert_eq!(
        office.refused(&office.researcher, "collection.answer_satisfaction", answer(6, 0)),
        "collection.answer_range"
    );
    assert_eq!(office.refused(&office.committee, "collection.answer_satisfaction", answer(5, 0)), "collection.call");
    office.done(&office.researcher, "collection.answer_satisfaction", answer(5, 0));
    assert_eq!(
        office.refused(&office.finance, "collection.answer_satisfaction", answer(1, 0)),
        "record.changed_meanwhile"
    );
    office.done(&office.finance, "collection.answer_satisfaction", answer(4, 1));
    assert_eq!(
        (&closing()["satisfaction"]["answer"], office.tasks(&office.finance, "satisfaction_ask")),
        (&json!(4), 0)
    );

    let undo = json!({ "id": id("undo"), "loan": id("loan"), "place": 2, "day": TODAY, "reason": "خطأ" });
    office.undone(&office.finance, undo);
    let reopened = closing();
    assert_eq!(
        (&reopened["closed"], &reopened["visit"]),
        (&json!(false), &Value::Null),
        "one that is owed again needs none"
    );
    let off =
        office.done(&office.researcher, "follow_up.activity", json!({ "activity": visit["activity"] })).to_string();
    assert!(off.contains("cancelled"), "{off}");
    office.repaid("again", "loan", TODAY, 960_000);
    assert_ne!(closing()["visit"], Value::Null);
}

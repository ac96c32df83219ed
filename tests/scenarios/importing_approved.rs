//! What an import would post waits for another person, by person and not by role: it is shown, approved or refused, and
//! posted whole; until then it survives whatever happens to the program, and comes in by no second way.

use crate::importing_office::{Desk, LOANS};
use crate::office::Story;
use office::Caller;
use serde_json::{Value, json};
use std::time::Duration;

const POOL: &str = "0190000a-0000-7000-8000-000000000001";
const FIRST: &str = "ق-1,1000000008,4000,2026/06/01م,10,2026/07/01م,محفظة القروض";

/// An office with one person and a loan pool of 5,000 riyals.
fn with_a_pool() -> Desk {
    let desk = Desk::new();
    desk.open_csv("supervisor", "beneficiaries", &["الاسم,رقم الهوية", "نورة سعد فهد العتيبي,1000000008"]);
    desk.save("supervisor");
    let pool = json!({ "id": POOL, "name": "محفظة القروض", "class": "unrestricted", "kind": "loan_pool" });
    desk.told("finance", "funds.add", pool);
    desk.told("finance", "funds.donate", gift(2, 500_000));
    desk
}

fn gift(number: u8, amount: i64) -> Value {
    json!({ "id": format!("0190000a-0000-7000-8000-0000000000{number:02}"), "fund": POOL, "amount": amount,
            "day": "2026-01-05", "donor": "شركة معارف", "method": "transfer", "reference": "", "narration": "",
            "account": null })
}

/// Brings in loans and leaves them waiting.
fn waiting(desk: &Desk, lines: &[&str]) -> Value {
    desk.open_csv("finance", "loans", &[&[LOANS], lines].concat());
    desk.save_alone("finance")
}

fn cash(desk: &Desk) -> i64 {
    let funds = desk.told("finance", "funds.list", json!({}))["funds"].clone();
    funds[0]["totals"]["cash"].as_i64().unwrap_or_else(|| panic!("{funds}"))
}

fn accepted(desk: &Desk) -> Value {
    desk.with(json!({ "cash_accepted": true }))
}

fn tasks(desk: &Desk, who: &str, kind: &str) -> Vec<Value> {
    let tasks = desk.told(who, "tasks.mine", json!({}))["tasks"].clone();
    tasks.as_array().unwrap().iter().filter(|task| task["kind"] == kind).cloned().collect()
}

#[test]
fn another_person_approves_what_an_import_would_post_and_sees_what_it_holds() {
    let desk = with_a_pool();
    let report = waiting(&desk, &[FIRST]);
    assert_eq!((&report["made"][0]["count"], &report["made"][1]["count"]), (&json!(1), &json!(0)), "{report}");
    assert_eq!((&report["waiting"]["payments"], &report["waiting"]["paid_out"]), (&json!(1), &json!(400_000)));
    assert_eq!(cash(&desk), 500_000, "nothing moved");
    let told = &tasks(&desk, "supervisor", "import_approve")[0];
    for (name, value) in [("loans", "1"), ("payments", "1"), ("paid_out", "4,000.00"), ("repayments", "0")] {
        assert_eq!(told["args"][name], value, "{told}");
    }
    assert_eq!(told["target"]["screen"], "importing.waiting");
    assert!(tasks(&desk, "finance", "import_approve").is_empty(), "not whoever brought it in");
    let shown = desk.told("supervisor", "importing.waiting", desk.named());
    assert_eq!(
        (&shown["may_decide"], &shown["own"], &shown["cash_above_limit"]),
        (&json!(true), &json!(false), &json!(1))
    );
    assert_eq!((&shown["funds"][0]["paid_out"], &shown["lines"][0]["loan_no"]), (&json!(400_000), &json!("ق-1")));

    // The same file again brings nothing a second time while it waits.
    let name = desk.named();
    let again = desk.open_csv("finance", "loans", &[LOANS, FIRST]);
    assert_eq!(
        (&again["counts"]["clean"], &again["counts"]["normalised"]),
        (&json!(0), &json!(0)),
        "{}",
        again["counts"]
    );

    let with_cash = json!({ "id": name["id"], "cash_accepted": true });
    assert_eq!(desk.refused("finance", "importing.approve", with_cash.clone()), "importing.own_import");
    assert_eq!(desk.refused("administrator", "importing.approve", with_cash.clone()), "funds.approve");
    assert_eq!(desk.refused("supervisor", "importing.approve", name), "importing.cash_above_limit");
    desk.told("supervisor", "importing.approve", with_cash.clone());
    assert_eq!(desk.refused("supervisor", "importing.approve", with_cash), "importing.decided");
    assert_eq!(cash(&desk), 100_000);
    let entry = desk.told("finance", "funds.journal", json!({ "limit": 1 }))["rows"][0].clone();
    let entry = desk.told("finance", "funds.entry", json!({ "id": entry["id"] }))["entry"].clone();
    assert_eq!(
        (&entry["made_by_name"], &entry["approved_by_name"]),
        (&json!("finance"), &json!("supervisor")),
        "{entry}"
    );
    assert_eq!(tasks(&desk, "finance", "import_approved").len(), 1, "whoever brought it in learns of it");
    assert!(tasks(&desk, "supervisor", "import_approve").is_empty());
}

#[test]
fn whoever_brought_it_in_approves_it_in_no_role() {
    let desk = with_a_pool();
    waiting(&desk, &[FIRST]);
    let people = desk.told("administrator", "staff.list", json!({}));
    let person = people["people"].as_array().unwrap().iter().find(|one| one["login"] == "finance").unwrap().clone();
    for role in ["supervisor", "committee", "finance"] {
        let people = desk.told("administrator", "staff.list", json!({}));
        let version = people["records"][person["id"].as_str().unwrap()]["number"].as_i64().unwrap_or_default();
        let change = json!({ "id": person["id"], "name": "finance", "role": role, "version": version });
        desk.told("administrator", "staff.change", change);
        assert_eq!(desk.refused("finance", "importing.approve", accepted(&desk)), "importing.own_import", "{role}");
    }
    assert_eq!(cash(&desk), 500_000);
}

#[test]
fn a_refusal_says_why_and_moves_nothing() {
    let desk = with_a_pool();
    waiting(&desk, &[FIRST]);
    let no = |reason: &str| desk.with(json!({ "reason": reason }));
    assert_eq!(desk.refused("supervisor", "importing.refuse", no(" ")), "importing.reason_missing");
    desk.told("supervisor", "importing.refuse", no("صُرف نقدًا بلا سند"));
    assert_eq!(desk.refused("supervisor", "importing.approve", accepted(&desk)), "importing.decided");
    assert_eq!(cash(&desk), 500_000);
    let told = &tasks(&desk, "finance", "import_refused")[0];
    assert_eq!(told["args"]["reason"], "صُرف نقدًا بلا سند");
    assert_eq!(desk.told("finance", "importing.waiting", desk.named())["sums"], json!(null));
    let runs = desk.told("finance", "importing.runs", json!({}))["runs"].clone();
    let run = runs.as_array().unwrap().iter().find(|run| run["subject"] == "loans").unwrap().clone();
    assert_eq!((&run["approval"], &run["asked"]), (&json!("refused"), &json!(1)));
}

#[test]
fn whoever_brought_it_in_takes_the_request_back() {
    let desk = with_a_pool();
    waiting(&desk, &[FIRST]);
    desk.told("finance", "importing.refuse", desk.with(json!({ "reason": "ملف قديم" })));
    assert_eq!(desk.refused("supervisor", "importing.approve", accepted(&desk)), "importing.decided");
    assert!(tasks(&desk, "finance", "import_refused").is_empty(), "they know");
}

#[test]
fn what_the_books_take_no_more_waits_on_whole() {
    let desk = with_a_pool();
    waiting(&desk, &[FIRST, "ق-2,1000000008,900,2026/07/01م,10,2026/08/01م,محفظة القروض"]);
    // Another loan of the same pool was approved first: 4,900 of 5,000 are wanted, and 1,000 of them are gone.
    let first = accepted(&desk);
    waiting(&desk, &["ق-3,1000000008,1000,2026/05/01م,10,2026/06/01م,محفظة القروض"]);
    desk.told("supervisor", "importing.approve", accepted(&desk));
    let short = desk.told_failure("supervisor", "importing.approve", first.clone());
    let kernel::Failure::Refused(refusal) = &short else { panic!("{short:?}") };
    assert_eq!((refusal.code.0, refusal.args["because"].as_str()), ("importing.not_posted", "ledger.fund_overdrawn"));
    for language in [office::words::Language::Ar, office::words::Language::En] {
        let said = office::words::failure(&short, language);
        assert!(said.contains("ق-2") && !said.contains("%{") && !said.contains("ledger."), "{said}");
    }
    assert_eq!(cash(&desk), 400_000, "not even the loan the money was enough for");
    desk.told("finance", "funds.donate", gift(3, 200_000));

    for month in 202601..=202607 {
        desk.told("finance", "funds.close_period", json!({ "period": month, "word": "روجع" }));
    }
    let closed = desk.told_failure("supervisor", "importing.approve", first.clone());
    let kernel::Failure::Refused(refusal) = &closed else { panic!("{closed:?}") };
    assert_eq!(refusal.args["because"], "ledger.period_closed", "{closed:?}");
    for month in [202607, 202606] {
        desk.told("finance", "funds.ask_to_reopen", json!({ "period": month, "reason": "حركات مستوردة" }));
        desk.told("supervisor", "funds.reopen_period", json!({ "period": month }));
    }
    desk.told("supervisor", "importing.approve", first);
    assert_eq!(cash(&desk), 110_000);
}

#[test]
fn two_who_approve_at_once_post_it_once() {
    let desk = with_a_pool();
    waiting(&desk, &[FIRST]);
    let other = desk.story.with("committee", "committee", "committee").1;
    let supervisor = desk.caller("supervisor");
    let core = &desk.story.office;
    let answers = std::thread::scope(|scope| {
        let both = [&supervisor, &other].map(|who| {
            let input = accepted(&desk);
            scope.spawn(move || core.call(who, "importing.approve", input))
        });
        both.map(|answer| answer.join().unwrap())
    });
    let refused: Vec<_> = answers.iter().filter_map(|answer| answer.as_ref().err()).collect();
    assert_eq!(refused.len(), 1, "one of the two was first");
    assert_eq!(refused[0].code().map(|code| code.0), Some("importing.decided"));
    assert_eq!(cash(&desk), 100_000);
}

#[test]
fn what_waits_outlives_the_session_the_program_and_a_restore() {
    let desk = with_a_pool();
    waiting(&desk, &[FIRST]);
    let input = accepted(&desk);
    let story = desk.story.restarted();
    let made = call(&story, "administrator", "backups.make", json!({}))["id"].clone();
    call(&story, "supervisor", "importing.refuse", json!({ "id": input["id"], "reason": "لا" }));
    call(&story, "administrator", "backups.restore", json!({ "id": made, "password": crate::office::PASSWORD }));
    let story = story.restarted();
    story.pass(Duration::from_secs(60));
    call(&story, "supervisor", "importing.approve", input);
    let funds = call(&story, "finance", "funds.list", json!({}));
    assert_eq!(funds["funds"][0]["totals"]["cash"], 100_000);
}

fn call(story: &Story, who: &str, command: &str, input: Value) -> Value {
    let (login, password) = match who {
        "administrator" => ("nouf", crate::office::PASSWORD),
        other => (other, "نخلة وظل وماء"),
    };
    let caller: Caller = story.sign_in(login, password).unwrap();
    story.office.call(&caller, command, input).unwrap_or_else(|failure| panic!("{command}: {failure}")).value
}

#[test]
fn a_trial_of_a_save_tells_what_the_save_refuses_and_leaves_nothing() {
    let desk = with_a_pool();
    desk.open_csv("finance", "loans", &[LOANS, FIRST, "ق-2,1000000008,50000,2026/07/01م,10,2026/08/01م,محفظة القروض"]);
    let tried = desk.told("finance", "importing.rehearse", desk.named());
    assert_eq!((&tried["counts"]["refused"], &tried["rehearsed"]["waiting"]["paid_out"]), (&json!(1), &json!(400_000)));
    let why = desk.rows("finance", "loans", json!(["refused"]));
    assert_eq!((desk.told("finance", "loans.list", json!({}))["total"].clone(), cash(&desk)), (json!(0), 500_000));
    let saved = desk.save_alone("finance");
    assert_eq!(saved["waiting"], tried["rehearsed"]["waiting"]);
    assert_eq!(desk.rows("finance", "loans", json!(["refused"])), why, "the same words");
}

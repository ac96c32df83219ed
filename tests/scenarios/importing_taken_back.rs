//! An import is taken back as a whole by a second person, while nothing it made has been changed since: afterwards the
//! office says of every day what it said before. What was changed is named, and then nothing is taken back.

use crate::importing_office::{Desk, LOANS};
use office::words::{self, Language};
use serde_json::{Value, json};

const POOL: &str = "0190000a-0000-7000-8000-000000000001";
const PEOPLE: [&str; 3] = ["الاسم,رقم الهوية", "نورة سعد فهد العتيبي,1000000008", "سالم ناصر علي الحربي,1098765439"];
const FIRST: &str = "ق-1,1000000008,4000,2026/06/01م,10,2026/07/01م,محفظة القروض";
const DAYS: [&str; 4] = ["2026-01-31", "2026-06-01", "2026-08-15", "2026-11-01"];

/// An office with one imported person and a loan pool of 5,000 riyals.
fn with_a_pool() -> Desk {
    let desk = Desk::new();
    desk.open_csv("supervisor", "beneficiaries", &PEOPLE[..2]);
    desk.save("supervisor");
    let pool = json!({ "id": POOL, "name": "محفظة القروض", "class": "unrestricted", "kind": "loan_pool" });
    desk.told("finance", "funds.add", pool);
    desk.told("finance", "funds.donate", gift("02", 500_000));
    desk
}

fn gift(number: &str, amount: i64) -> Value {
    json!({ "id": format!("0190000a-0000-7000-8000-0000000000{number}"), "fund": POOL, "amount": amount,
            "day": "2026-01-05", "donor": "شركة معارف", "method": "transfer", "reference": "", "narration": "",
            "account": null })
}

/// What the office says of people, money and loans, now and on days that are over.
fn figures(desk: &Desk) -> Value {
    let told = |command: &str, input: Value| desk.told("supervisor", command, input);
    let on_days: Vec<Value> = DAYS
        .iter()
        .map(|day| {
            let mut board = told("dashboard.board", json!({ "day": day }));
            // What waits is not what stands.
            board.as_object_mut().unwrap().retain(|field, _| !["tasks", "decisions"].contains(&field.as_str()));
            json!([board, told("funds.list", json!({ "day": day }))["funds"]])
        })
        .collect();
    json!([
        told("beneficiaries.list", json!({}))["total"],
        told("loans.list", json!({})),
        told("loans.projects", json!({})),
        balances(&told("funds.trial_balance", json!({}))),
        on_days
    ])
}

/// What each account holds. What was posted and taken back stands on both its sides, and holds nothing.
fn balances(trial: &Value) -> Value {
    let rows = trial["rows"].as_array().unwrap();
    let row = |row: &Value| json!([row["account"], row["debit_balance"], row["credit_balance"]]);
    rows.iter().filter(|row| row["debit_balance"] != row["credit_balance"]).map(row).collect()
}

/// The same figures; what differs is named by its place.
fn same(now: &Value, before: &Value) {
    let differs = differs(now, before, "");
    assert!(differs.is_empty(), "{differs:#?}");
}

fn differs(now: &Value, before: &Value, place: &str) -> Vec<String> {
    match (now, before) {
        (Value::Object(now), Value::Object(before)) if now.keys().eq(before.keys()) => {
            now.iter().flat_map(|(field, value)| differs(value, &before[field], &format!("{place}.{field}"))).collect()
        }
        (Value::Array(now), Value::Array(before)) if now.len() == before.len() => {
            let pairs = now.iter().zip(before).enumerate();
            pairs.flat_map(|(at, (now, before))| differs(now, before, &format!("{place}[{at}]"))).collect()
        }
        (now, before) if now == before => Vec::new(),
        (now, before) => vec![format!("{place}: {now} and before {before}")],
    }
}

fn ask(desk: &Desk, who: &str) {
    desk.told(who, "importing.ask_back", desk.with(json!({ "reason": "ملف سنة أخرى" })));
}

fn asked(desk: &Desk) -> Value {
    desk.with(json!({ "reason": "ملف سنة أخرى" }))
}

fn page(desk: &Desk) -> Value {
    desk.told("supervisor", "importing.run", desk.named())
}

/// What stands in the way, as record and what happened to it.
fn changed(desk: &Desk) -> Vec<(String, String)> {
    let text = |one: &Value, field: &str| one[field].as_str().unwrap().to_owned();
    let page = page(desk);
    let changed = page["changed"].as_array().unwrap();
    assert_eq!(page["changed_count"], changed.len());
    changed.iter().map(|one| (text(one, "label"), text(one, "what"))).collect()
}

fn is_sound(desk: &Desk) {
    let sound = desk.told("administrator", "backups.verify_office", json!({}));
    assert_eq!(sound["sound"], true, "{sound}");
    assert_eq!(desk.told("administrator", "audit.verify", json!({}))["broken_at"], Value::Null);
    assert_eq!(desk.told("finance", "funds.verify", json!({}))["broken_at"], Value::Null);
}

fn tasks(desk: &Desk, who: &str, kind: &str) -> Vec<Value> {
    let tasks = desk.told(who, "tasks.mine", json!({}))["tasks"].clone();
    tasks.as_array().unwrap().iter().filter(|task| task["kind"] == kind).cloned().collect()
}

#[test]
fn a_register_of_people_goes_by_another_person_and_may_come_again() {
    let desk = Desk::new();
    let before = figures(&desk);
    desk.open_csv("supervisor", "beneficiaries", &PEOPLE);
    desk.save("supervisor");
    let made = page(&desk);
    assert_eq!((&made["made"], &made["own"]), (&json!([{ "noun": "beneficiary", "count": 2 }]), &json!(true)));
    assert_eq!(desk.refused("researcher", "importing.ask_back", asked(&desk)), "importing.use");
    let silent = desk.with(json!({ "reason": " " }));
    assert_eq!(desk.refused("supervisor", "importing.ask_back", silent), "importing.back_reason_missing");
    assert_eq!(desk.refused("finance", "importing.take_back", desk.named()), "importing.taking_back_decided");
    ask(&desk, "supervisor");
    assert_eq!(desk.refused("supervisor", "importing.ask_back", asked(&desk)), "importing.taking_back_waits");
    assert_eq!(desk.refused("supervisor", "importing.take_back", desk.named()), "importing.own_taking_back");
    assert_eq!(desk.refused("researcher", "importing.take_back", desk.named()), "importing.take_back");
    let told = &tasks(&desk, "finance", "import_take_back")[0];
    assert_eq!((&told["args"]["reason"], &told["target"]["screen"]), (&json!("ملف سنة أخرى"), &json!("importing.run")));
    assert_eq!(desk.told("finance", "importing.run", desk.named())["may_take_back"], true);

    desk.told("finance", "importing.take_back", desk.named());
    same(&figures(&desk), &before);
    assert_eq!(desk.refused("finance", "importing.take_back", desk.named()), "importing.taken_back");
    assert_eq!(desk.refused("supervisor", "importing.ask_back", asked(&desk)), "importing.taken_back");
    let gone = page(&desk);
    assert_eq!((&gone["made"], &gone["run"]["taken_back_by"]), (&json!([]), &json!("finance")));
    is_sound(&desk);

    let again = desk.open_csv("supervisor", "beneficiaries", &PEOPLE);
    assert_eq!(again["imported_before"], Value::Null, "a file that was taken back has not come in");
    assert_eq!(desk.save("supervisor")["ready"], 2);
    let lines = desk.told("administrator", "audit.list", json!({}))["lines"].clone();
    let line = lines
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["command"] == "importing.take_back" && line["outcome"] == "done")
        .unwrap()
        .clone();
    let files = line["before"]["files"].as_array().map(Vec::len);
    assert_eq!(files, Some(2), "the trail keeps what went: {line}");
    assert_eq!(line["after"]["taken_back"], "ملف سنة أخرى");
}

#[test]
fn the_loans_of_an_association_go_with_all_their_entries_and_every_day_says_what_it_said() {
    let desk = Desk::new();
    desk.open("supervisor", "beneficiaries", "beneficiaries.xlsx");
    desk.save("supervisor");
    desk.open("finance", "openings", "fund_opening.xlsx");
    desk.save("finance");
    let before = figures(&desk);
    let vouchers = |desk: &Desk| desk.told("finance", "funds.verify", json!({}))["entries"].as_i64().unwrap();
    let posted = vouchers(&desk);
    let first = desk.open("finance", "loans", "loans.xlsx");
    let reused = json!({ "table": "repayments", "row": null, "ask": "receipt_number_reused", "decision": "import" });
    desk.told("finance", "importing.answer", desk.with(reused));
    desk.save("finance");
    assert_ne!(figures(&desk), before);
    let moved = vouchers(&desk) - posted;
    assert!(moved > 500, "{moved}");
    ask(&desk, "finance");
    assert_eq!(desk.refused("administrator", "importing.take_back", desk.named()), "funds.approve");
    desk.told("supervisor", "importing.take_back", desk.named());
    same(&figures(&desk), &before);
    assert_eq!(vouchers(&desk), posted + 2 * moved, "each entry stands, and beside it what takes it back");
    let last = desk.told("finance", "funds.journal", json!({ "limit": 1 }))["rows"][0].clone();
    let entry = desk.told("finance", "funds.entry", json!({ "id": last["id"] }))["entry"].clone();
    assert_eq!((&entry["made_by_name"], &entry["approved_by_name"]), (&json!("finance"), &json!("supervisor")));
    is_sound(&desk);
    let again = desk.open("finance", "loans", "loans.xlsx");
    assert_eq!(again["counts"], first["counts"], "the corrected file finds the office as the first one did");
}

#[test]
fn opening_balances_go_and_their_funds_leave_their_names_to_others() {
    let desk = Desk::new();
    let before = figures(&desk);
    desk.open("finance", "openings", "fund_opening.xlsx");
    desk.save("finance");
    ask(&desk, "finance");
    desk.told("supervisor", "importing.take_back", desk.named());
    assert_eq!(figures(&desk)[4], before[4], "no fund is shown, and none holds anything");
    is_sound(&desk);
    let books = desk.told("administrator", "funds.journal", json!({}))["rows"].clone();
    assert_eq!(books.as_array().unwrap().len(), 2, "the opening and its reversal stand in the books");
    desk.open("finance", "openings", "fund_opening.xlsx");
    assert_eq!(desk.save("finance")["made"][0]["count"], 7, "the same names, and new funds");
    is_sound(&desk);
}

#[test]
fn who_brought_it_in_takes_it_back_in_no_role_and_by_no_way() {
    let desk = with_a_pool();
    desk.open_csv("finance", "loans", &[LOANS, FIRST]);
    desk.save("finance");
    let before = figures(&desk);
    // Another asks: whoever brought it in is no second person, and neither is whoever asked.
    ask(&desk, "supervisor");
    let people = || desk.told("administrator", "staff.list", json!({}));
    let id = |login: &str| {
        let people = people()["people"].clone();
        people.as_array().unwrap().iter().find(|one| one["login"] == login).unwrap()["id"].clone()
    };
    for login in ["finance", "supervisor"] {
        for role in ["supervisor", "committee", "finance"] {
            let version = people()["records"][id(login).as_str().unwrap()]["number"].as_i64().unwrap_or_default();
            let change = json!({ "id": id(login), "name": login, "role": role, "version": version });
            desk.told("administrator", "staff.change", change);
            assert_eq!(desk.refused(login, "importing.take_back", desk.named()), "importing.own_taking_back", "{role}");
        }
    }
    // Not by undoing the movements beside it, nor by the voucher.
    let row = desk.told("finance", "funds.journal", json!({ "limit": 1 }))["rows"][0]["id"].clone();
    let voucher = json!({ "id": POOL.replace("01", "09"), "entry": row, "day": "2026-11-01", "reason": "خطأ" });
    assert_eq!(desk.refused("finance", "funds.ask_reversal", voucher), "funds.belongs_to_loan");
    same(&figures(&desk), &before);
    // A third person does.
    let third = desk.story.with("ثالث", "third", "committee").1;
    desk.story.office.call(&third, "importing.take_back", desk.named()).unwrap();
    assert_eq!(desk.told("finance", "loans.list", json!({}))["total"], 0);
    is_sound(&desk);
}

#[test]
fn what_was_changed_since_is_named_and_nothing_is_taken_back() {
    let desk = with_a_pool();
    let file = desk.told("supervisor", "beneficiaries.list", json!({}))["lines"][0].clone();
    let people = desk.named();
    assert_eq!(changed(&desk), []);
    ask(&desk, "supervisor");

    let note = json!({ "party": file["party"], "text": "زيارة ميدانية" });
    desk.told("researcher", "beneficiaries.note", note);
    let label = format!("{} {}", file["file_no"].as_str().unwrap(), file["name"].as_str().unwrap());
    assert_eq!(changed(&desk), [(label.clone(), "command.beneficiaries.note".to_owned())]);
    let said = page(&desk)["changed"][0].clone();
    assert_eq!(said["by"], "researcher", "who did it, and when: {said}");
    assert!(said["at"].is_number());
    let before = figures(&desk);
    let failure = desk.told_failure("finance", "importing.take_back", desk.named());
    assert_eq!(failure.code().map(|code| code.0), Some("importing.changed_since"));
    for language in [Language::Ar, Language::En] {
        let said = words::failure(&failure, language);
        assert!(said.contains(&label) && !said.contains("%{"), "{said}");
    }
    same(&figures(&desk), &before);

    desk.open_csv("finance", "loans", &[LOANS, FIRST]);
    desk.save("finance");
    let on_file = desk.told("supervisor", "importing.run", people)["changed"].clone();
    let loan = on_file.as_array().unwrap().iter().find(|one| one["what"] == "importing.rests.loan").unwrap();
    assert_eq!((&loan["label"], &loan["detail"]), (&json!(label), &json!("ق-1")), "what rests on it is named, too");
    is_sound(&desk);
}

#[test]
fn a_repayment_or_a_closed_month_since_keeps_an_import_of_loans() {
    let desk = with_a_pool();
    desk.open_csv("finance", "loans", &[LOANS, FIRST]);
    desk.save("finance");
    let loan = desk.told("finance", "loans.list", json!({}))["lines"][0]["loan"].clone();
    for month in 202601..=202606 {
        desk.told("finance", "funds.close_period", json!({ "period": month, "word": "روجع" }));
    }
    assert_eq!(changed(&desk), [("2026/06".to_owned(), "importing.rests.closed".to_owned())]);
    assert_eq!(desk.refused("finance", "importing.ask_back", asked(&desk)), "importing.changed_since");
    desk.told("finance", "funds.ask_to_reopen", json!({ "period": 202606, "reason": "استيراد خاطئ" }));
    desk.told("supervisor", "funds.reopen_period", json!({ "period": 202606 }));
    assert_eq!(changed(&desk), []);

    let payment = json!({ "id": desk.story.person_id().to_string(), "loan": loan, "day": "2026-11-01", "amount": 100,
                          "method": "transfer", "reference": "" });
    desk.told("finance", "loans.repay", payment);
    assert_eq!(changed(&desk), [("ق-1".to_owned(), "command.loans.repay".to_owned())]);
    assert_eq!(desk.refused("finance", "importing.ask_back", asked(&desk)), "importing.changed_since");
}

#[test]
fn what_other_features_keep_of_a_loan_keeps_its_import() {
    let desk = with_a_pool();
    desk.open_csv("finance", "loans", &[LOANS, FIRST]);
    desk.save("finance");
    let loan = desk.told("finance", "loans.list", json!({}))["lines"][0]["loan"].clone();
    assert_eq!(changed(&desk), []);
    let guarantee =
        json!({ "id": desk.story.person_id().to_string(), "loan": loan, "kind": "employer", "said": "خطاب" });
    desk.told("researcher", "guarantees.propose", guarantee);
    assert_eq!(changed(&desk), [("ق-1".to_owned(), "importing.rests.kept_by_others".to_owned())]);
    assert_eq!(desk.refused("finance", "importing.ask_back", asked(&desk)), "importing.changed_since");
}

#[test]
fn what_waits_goes_with_its_import_and_is_not_approved_meanwhile() {
    let desk = with_a_pool();
    let before = figures(&desk);
    desk.open_csv("finance", "loans", &[LOANS, FIRST]);
    desk.save_alone("finance");
    ask(&desk, "finance");
    let approval = desk.with(json!({ "cash_accepted": true }));
    assert_eq!(desk.refused("supervisor", "importing.approve", approval.clone()), "importing.taking_back_waits");
    // It is kept after all; then its movements are approved, and it goes with them.
    desk.told("supervisor", "importing.keep", desk.with(json!({ "reason": "الملف صحيح" })));
    assert_eq!(tasks(&desk, "finance", "import_kept")[0]["args"]["reason"], "الملف صحيح");
    desk.told("supervisor", "importing.approve", approval.clone());
    assert_eq!(page(&desk)["moved"], 400_000);
    ask(&desk, "finance");
    desk.told("supervisor", "importing.take_back", desk.named());
    same(&figures(&desk), &before);

    desk.open_csv("finance", "loans", &[LOANS, FIRST]);
    desk.save_alone("finance");
    let waits = desk.with(json!({ "cash_accepted": true }));
    ask(&desk, "finance");
    desk.told("supervisor", "importing.take_back", desk.named());
    same(&figures(&desk), &before);
    assert_eq!(desk.refused("supervisor", "importing.approve", waits), "importing.decided");
    assert!(tasks(&desk, "supervisor", "import_approve").is_empty());
    is_sound(&desk);
}

#[test]
fn movements_of_a_later_file_go_before_the_loans_they_rest_on() {
    let desk = with_a_pool();
    let head = "رقم السند,رقم القرض,التاريخ,المبلغ,طريقة السداد,يلغي السند";
    desk.open_csv("finance", "loans", &[LOANS, FIRST]);
    desk.save("finance");
    let loans = desk.named();
    let before = figures(&desk);
    desk.open_csv("finance", "loans", &[head, "س-1,ق-1,2026/07/01م,400,تحويل,", "س-2,ق-1,2026/08/01م,300,تحويل,"]);
    desk.save("finance");
    assert_ne!(figures(&desk), before);
    let rests = desk.told("supervisor", "importing.run", loans)["changed"].clone();
    assert_eq!((&rests[0]["label"], &rests[0]["what"]), (&json!("ق-1"), &json!("importing.rests.events")), "{rests}");
    ask(&desk, "finance");
    desk.told("supervisor", "importing.take_back", desk.named());
    same(&figures(&desk), &before);
    is_sound(&desk);
}

#[test]
fn money_that_was_spent_since_keeps_an_import_and_leaves_everything() {
    let desk = with_a_pool();
    let head = "رقم السند,رقم القرض,التاريخ,المبلغ,طريقة السداد,يلغي السند";
    desk.open_csv("finance", "loans", &[LOANS, FIRST]);
    desk.save("finance");
    desk.open_csv("finance", "loans", &[head, "س-1,ق-1,2026/07/01م,1500,تحويل,"]);
    desk.save("finance");
    let repaid = desk.with(json!({ "reason": "سداد جمعية أخرى" }));
    // Of 2,500 riyals in the pool 2,000 are lent on.
    desk.open_csv("finance", "loans", &[LOANS, "ق-2,1000000008,2000,2026/09/01م,10,2026/10/01م,محفظة القروض"]);
    desk.save("finance");
    desk.told("finance", "importing.ask_back", repaid.clone());
    let before = figures(&desk);
    let taking = json!({ "id": repaid["id"] });
    assert_eq!(desk.refused("supervisor", "importing.take_back", taking), "ledger.fund_overdrawn");
    same(&figures(&desk), &before);
    is_sound(&desk);
}

#[test]
fn members_that_came_with_their_households_go_with_them() {
    let desk = Desk::new();
    let lines =
        ["الاسم,رقم الهوية,ابن1,ابن2", "نورة سعد فهد العتيبي,1000000008,بندر,سالم", "سالم ناصر علي الحربي,1098765439,,"];
    let before = figures(&desk);
    desk.open_csv("supervisor", "beneficiaries", &lines);
    let report = desk.save("supervisor");
    let made: Vec<(&str, i64)> = report["made"]
        .as_array()
        .unwrap()
        .iter()
        .map(|made| (made["noun"].as_str().unwrap(), made["count"].as_i64().unwrap()))
        .collect();
    assert_eq!(made, [("beneficiary", 2), ("member", 2)]);
    desk.told("supervisor", "importing.ask_back", desk.with(json!({ "reason": "ملف قديم" })));
    desk.told("administrator", "importing.take_back", desk.named());
    same(&figures(&desk), &before);
    // The same file comes in once more.
    desk.open_csv("supervisor", "beneficiaries", &lines);
    assert_eq!(desk.save("supervisor")["ready"], 2);

    // A member who has something of their own by now keeps the household.
    let list = desk.told("supervisor", "beneficiaries.list", json!({ "text": "نورة", "limit": 5 }));
    let head = desk.told("supervisor", "beneficiaries.open", json!({ "party": list["lines"][0]["party"] }));
    let member = head["members"][0]["party"].clone();
    let changed = json!({ "party": list["lines"][0]["party"], "member": member, "reason": "انتقل" });
    desk.told("supervisor", "beneficiaries.remove_member", changed);
    let refused = desk.refused("supervisor", "importing.ask_back", desk.with(json!({ "reason": "ملف قديم" })));
    assert_eq!(refused, "importing.changed_since");
}

//! The demonstration association: made by one command, marked for good, and true in its books.

use kernel::{Day, Moment};
use office::clock::SetClock;
use office::{Caller, Office, Options, SessionChange};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

fn options(demo: bool) -> Options {
    let day = Day::from_ymd(2026, 11, 22).unwrap();
    let midnight = Moment::start_of_riyadh_day(i64::from(day.number())).micros();
    let clock = Arc::new(SetClock::at(Moment::from_micros(midnight + 36_000_000_000)));
    Options { clock, cost: database::Cost::cheap(), demo }
}

struct Demonstration {
    office: Office,
    caller: Caller,
    made: Value,
}

impl Demonstration {
    fn new(folder: &Path, seed: u32) -> Self {
        let office = app::open(folder, options(false)).unwrap();
        let answer = office.call(&Caller::Nobody, "office.set_up_demo", json!({ "seed": seed })).unwrap();
        let SessionChange::Begun(token) = answer.session else { panic!("a session must begin") };
        Self { office, caller: Caller::Holder(token), made: answer.value }
    }

    fn ask(&self, name: &str, input: Value) -> Value {
        self.office.call(&self.caller, name, input).unwrap_or_else(|failure| panic!("{name}: {failure}")).value
    }

    fn signed_in(&self, place: usize) -> Caller {
        let person = &self.made["people"][place];
        let input = json!({ "login": person["login"], "password": person["password"] });
        let entered = self.office.call(&Caller::Nobody, "session.sign_in", input).unwrap();
        let SessionChange::Begun(token) = entered.session else { panic!("a session must begin") };
        assert_eq!(entered.value["must_change_password"], false, "nobody is stopped at the door");
        Caller::Holder(token)
    }
}

/// Refunds, bounced cheques, entries taken back and files that changed their status stand in these books.
fn figures_open_their_rows(demo: &Demonstration, day: &str) {
    let board = demo.ask("dashboard.board", json!({ "day": day }));
    let flows = &board["sources_and_uses"];
    assert!(flows["flows"].as_array().unwrap().len() >= 3, "{day}: {flows}");
    for flow in flows["flows"].as_array().unwrap() {
        let ask = json!({ "kind": flow["kind"], "from": flows["from"], "until": flows["until"] });
        assert_eq!(demo.ask("dashboard.flow", ask)["amount"], flow["amount"], "{day}: {flow}");
    }
    let ask = json!({ "from": "2020-01-01", "until": day, "day": day, "state": "all" });
    let (due, collection) = (demo.ask("collection.due", ask), &board["collection"]);
    let paid = due["amount"].as_i64().unwrap() - due["unpaid"].as_i64().unwrap();
    assert_eq!((&due["amount"], &json!(paid)), (&collection["fallen_due"], &collection["collected"]), "{day}");
    let files = demo.ask("beneficiaries.on_day", json!({ "day": day, "status": "active" }));
    let people = &board["beneficiaries"];
    assert_eq!((&files["total"], &files["persons"]), (&people["active"], &people["persons"]), "{day}");
}

/// Two demonstrations take as long as all other stories together: what is to be seen of them is one story.
#[test]
fn a_demonstration_is_true_marked_for_good_and_the_same_from_the_same_seed() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let demo = Demonstration::new(folder.path(), 1);
    has_people_families_loans_and_true_books(&demo);
    assert_eq!(told(&demo), told(&Demonstration::new(other.path(), 1)));
    stays_one_after_it_is_closed(demo, folder.path());
}

fn has_people_families_loans_and_true_books(demo: &Demonstration) {
    let files = demo.ask("beneficiaries.list", json!({ "counts": true, "limit": 1 }));
    assert_eq!(files["total"], 300);
    let counts = files["counts"].clone();
    for status in ["registered", "active", "suspended", "graduated", "closed"] {
        let found = counts["status"].as_array().unwrap().iter().find(|count| count["value"] == status);
        let found = found.unwrap_or_else(|| panic!("some files are {status}: {counts}"));
        assert!(found["count"].as_i64().unwrap() >= 5, "{found}");
    }
    assert!(counts["expiring"].as_i64().unwrap() >= 10, "records that run out: {counts}");
    assert!(counts["review_due"].as_i64().unwrap() >= 5, "reviews that are due: {counts}");
    assert!(files["active_people"].as_i64().unwrap() > 500, "with their families");

    let funds = demo.ask("funds.list", json!({}));
    assert_eq!(funds["funds"].as_array().unwrap().len(), 7);
    assert_eq!((&funds["waiting"], &funds["read_only"]), (&json!(3), &json!(false)), "vouchers wait for somebody");
    let found = demo.ask("funds.verify", json!({}));
    assert!(found["entries"].as_i64().unwrap() > 500, "two years of books: {found}");
    assert_eq!((&found["broken_at"], &found["unbalanced"]), (&json!(null), &json!(0)));
    assert_eq!((&found["balances_off"], &found["counters_off"]), (&json!(0), &json!(0)));
    let cheques = demo.ask("funds.cheques", json!({}))["cheques"].clone();
    for state in ["waiting", "cleared", "bounced"] {
        assert!(cheques.as_array().unwrap().iter().any(|cheque| cheque["state"] == state), "a cheque is {state}");
    }
    let sum: i64 = cheques
        .as_array()
        .unwrap()
        .iter()
        .filter(|cheque| cheque["state"] == "waiting")
        .map(|cheque| cheque["amount"].as_i64().unwrap())
        .sum();
    let control = json!({ "account": "11104", "fund": null, "from": "2024-01-01", "until": "2026-11-22" });
    assert_eq!(demo.ask("funds.account", control)["ledger"]["closing"], sum, "the register adds up to its account");
    let periods = demo.ask("funds.periods", json!({}))["periods"].clone();
    let state = |id: i64| {
        let found = periods.as_array().unwrap().iter().find(|period| period["id"] == id).cloned();
        found.unwrap()["state"].clone()
    };
    assert_eq!((state(202512), state(202610), state(202611)), (json!("locked"), json!("closed"), json!("open")));
    let report = demo.ask("audit.verify", json!({}));
    assert_eq!(report["broken_at"], json!(null), "every deed has its line: {report}");

    for day in ["2026-11-22", "2026-03-31", "2025-06-30"] {
        figures_open_their_rows(demo, day);
    }

    let loans = demo.ask("loans.list", json!({ "limit": 500, "counts": true }));
    assert_eq!(loans["total"], 121);
    let phase = |name: &str| {
        let found = loans["counts"]["phase"].as_array().unwrap().iter().find(|count| count["phase"] == name).cloned();
        found.map_or(0, |found| found["count"].as_i64().unwrap())
    };
    assert_eq!((phase("waiting"), phase("approved"), phase("rejected"), phase("cancelled")), (9, 4, 2, 2));
    assert!(phase("closed") >= 28 && phase("active") >= 70, "{}", loans["counts"]);
    assert!(phase("overpaid") >= 1, "somebody has a credit: {}", loans["counts"]);
    assert!(loans["counts"]["late"].as_i64().unwrap() >= 20, "{}", loans["counts"]);
    let lines = loans["lines"].as_array().unwrap();
    for fund in funds["funds"].as_array().unwrap() {
        let id = &fund["fund"]["id"];
        let of_fund = lines.iter().filter(|line| line["fund"] == *id || line["fund_name"] == fund["fund"]["name"]);
        let outstanding: i64 = of_fund.map(|line| line["outstanding"].as_i64().unwrap()).sum();
        assert_eq!(fund["totals"]["loans"], outstanding, "the books hold what the loans owe: {}", fund["fund"]["name"]);
    }
    let board = demo.ask("dashboard.board", json!({}));
    for band in board["ageing"].as_array().unwrap() {
        assert!(band["loans"].as_i64().unwrap() >= 2 && band["outstanding"].as_i64().unwrap() > 0, "{band}");
    }
    assert_eq!(board["ageing"].as_array().unwrap().len(), 6, "not late, and five bands");
    for month in board["months"].as_array().unwrap() {
        assert!(month["due"].as_i64().unwrap() > 0 && month["collected"].as_i64().unwrap() > 0, "{month}");
    }
    for figure in
        [&board["portfolio"]["outstanding"], &board["portfolio"]["overdue"], &board["beneficiaries"]["active"]]
    {
        assert!(figure.as_i64().unwrap() > 0, "{board}");
    }

    let finance = demo.signed_in(2);
    let tasks = demo.office.call(&finance, "tasks.mine", json!({})).unwrap().value;
    let returned = tasks["tasks"].as_array().unwrap().iter().any(|task| task["kind"] == "voucher_returned");
    assert!(returned, "{tasks}");
}

fn stays_one_after_it_is_closed(demo: Demonstration, folder: &Path) {
    let people = demo.made["people"].clone();
    let again = demo.office.call(&Caller::Nobody, "office.set_up_demo", json!({ "seed": 2 })).unwrap_err();
    assert_eq!(again.code().map(|code| code.0), Some("office.set_up_already"));
    drop(demo);
    let office = app::open(folder, options(false)).unwrap();
    let seen = office.call(&Caller::Nobody, "office.look", json!({})).unwrap().value;
    assert_eq!((&seen["demo"], &seen["demo_people"]), (&json!(true), &people), "the sign-in screen knows");
    drop(office);

    // Without its mark in the folder the open file says so by itself, and marks the folder again.
    std::fs::remove_file(folder.join("office.demo")).unwrap();
    let office = app::open(folder, options(false)).unwrap();
    assert_eq!(office.call(&Caller::Nobody, "office.look", json!({})).unwrap().value["demo"], false);
    let input = json!({ "login": people[0]["login"], "password": people[0]["password"] });
    office.call(&Caller::Nobody, "session.sign_in", input).unwrap();
    assert_eq!(office.call(&Caller::Nobody, "office.look", json!({})).unwrap().value["demo"], true);
    drop(office);
    assert!(folder.join("office.demo").exists());
}

#[test]
fn a_real_office_never_becomes_a_demonstration() {
    // A mark left in the folder of a real office goes when the office is opened.
    let real = tempfile::tempdir().unwrap();
    std::fs::write(real.path().join("office.demo"), "[]").unwrap();
    let office = app::open(real.path(), options(false)).unwrap();
    let set_up = json!({
        "association": { "name_ar": "جمعية غراس" },
        "administrator": { "name": "منيرة", "login": "munira", "password": "قهوة وتمر في بريدة" },
    });
    office.call(&Caller::Nobody, "office.set_up", set_up).unwrap();
    assert!(!office.is_demo() && !real.path().join("office.demo").exists());
}

/// What a demonstration tells, without the identifiers the office makes by itself.
fn told(demo: &Demonstration) -> Value {
    let names = |list: &Value, fields: &[&str]| -> Vec<Value> {
        let line = |line: &Value| fields.iter().map(|field| line[*field].clone()).collect();
        list.as_array().unwrap().iter().map(line).collect()
    };
    let files = demo.ask("beneficiaries.list", json!({ "limit": 500 }));
    let loans = demo.ask("loans.list", json!({ "limit": 500 }));
    let journal = demo.ask("funds.journal", json!({ "limit": 500 }));
    json!({
        "people": demo.made["people"],
        "files": names(&files["lines"], &["file_no", "name", "status", "mobile", "identity_masked", "opened_on"]),
        "loans": names(&loans["lines"], &["loan_no", "borrower", "outstanding"]),
        "journal": names(&journal["rows"], &["voucher", "day", "narration", "counterparty", "amount"]),
        "trial_balance": demo.ask("funds.trial_balance", json!({}))["rows"],
    })
}

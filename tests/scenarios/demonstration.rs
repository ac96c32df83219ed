//! The demonstration association: made by one command, marked for good, and true in its books.

use app::clock::SetClock;
use app::office::{Caller, Office, Options, SessionChange};
use kernel::{Day, Moment};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

fn options(demo: bool) -> Options {
    let day = Day::from_ymd(2026, 10, 21).unwrap();
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
        let office = Office::open(folder, options(false)).unwrap();
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

#[test]
fn a_demonstration_has_people_families_and_two_years_of_true_books() {
    let folder = tempfile::tempdir().unwrap();
    let demo = Demonstration::new(folder.path(), 1);
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
    let control = json!({ "account": "11104", "fund": null, "from": "2024-01-01", "until": "2026-10-21" });
    assert_eq!(demo.ask("funds.account", control)["ledger"]["closing"], sum, "the register adds up to its account");
    let periods = demo.ask("funds.periods", json!({}))["periods"].clone();
    let state = |id: i64| {
        let found = periods.as_array().unwrap().iter().find(|period| period["id"] == id).cloned();
        found.unwrap()["state"].clone()
    };
    assert_eq!((state(202412), state(202609), state(202610)), (json!("locked"), json!("closed"), json!("open")));
    let report = demo.ask("audit.verify", json!({}));
    assert_eq!(report["broken_at"], json!(null), "every deed has its line: {report}");

    let finance = demo.signed_in(2);
    let tasks = demo.office.call(&finance, "tasks.mine", json!({})).unwrap().value;
    let returned = tasks["tasks"].as_array().unwrap().iter().any(|task| task["kind"] == "voucher_returned");
    assert!(returned, "{tasks}");
}

#[test]
fn a_demonstration_stays_one_after_it_is_closed_and_a_real_office_never_becomes_one() {
    let folder = tempfile::tempdir().unwrap();
    let demo = Demonstration::new(folder.path(), 2);
    let people = demo.made["people"].clone();
    let again = demo.office.call(&Caller::Nobody, "office.set_up_demo", json!({ "seed": 2 })).unwrap_err();
    assert_eq!(again.code().map(|code| code.0), Some("office.set_up_already"));
    drop(demo);
    let office = Office::open(folder.path(), options(false)).unwrap();
    let seen = office.call(&Caller::Nobody, "office.look", json!({})).unwrap().value;
    assert_eq!((&seen["demo"], &seen["demo_people"]), (&json!(true), &people), "the sign-in screen knows");
    drop(office);

    // Without its mark in the folder the open file says so by itself, and marks the folder again.
    std::fs::remove_file(folder.path().join("office.demo")).unwrap();
    let office = Office::open(folder.path(), options(false)).unwrap();
    assert_eq!(office.call(&Caller::Nobody, "office.look", json!({})).unwrap().value["demo"], false);
    let input = json!({ "login": people[0]["login"], "password": people[0]["password"] });
    office.call(&Caller::Nobody, "session.sign_in", input).unwrap();
    assert_eq!(office.call(&Caller::Nobody, "office.look", json!({})).unwrap().value["demo"], true);
    drop(office);
    assert!(folder.path().join("office.demo").exists());

    // A mark left in the folder of a real office goes when the office is opened.
    let real = tempfile::tempdir().unwrap();
    std::fs::write(real.path().join("office.demo"), "[]").unwrap();
    let office = Office::open(real.path(), options(false)).unwrap();
    let set_up = json!({
        "association": { "name_ar": "جمعية غراس" },
        "administrator": { "name": "منيرة", "login": "munira", "password": "قهوة وتمر في بريدة" },
    });
    office.call(&Caller::Nobody, "office.set_up", set_up).unwrap();
    assert!(!office.is_demo() && !real.path().join("office.demo").exists());
}

#[test]
fn the_same_seed_makes_the_same_demonstration() {
    let told = |seed: u32| {
        let folder = tempfile::tempdir().unwrap();
        let demo = Demonstration::new(folder.path(), seed);
        let files = demo.ask("beneficiaries.list", json!({ "limit": 500 }));
        (demo.ask("funds.verify", json!({}))["head"].clone(), files["lines"].clone(), demo.made["people"].clone())
    };
    let first = told(5);
    assert_eq!(first, told(5), "the seal of the last entry covers the whole of the books");
    assert_ne!(first.0, told(6).0);
}

//! The loans of an association come in with everything that was paid out and paid back; the books follow day by day.

use crate::importing_office::{Desk, answer_key, counts, key_counts, key_reasons};
use kernel::Day;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SHEETS: [(&str, &str); 3] = [("loans", "القروض"), ("tranches", "دفعات الصرف"), ("repayments", "السداد")];

/// An office that holds the people and the funds of the association.
fn with_people_and_funds() -> Desk {
    let desk = Desk::new();
    desk.open("supervisor", "beneficiaries", "beneficiaries.xlsx");
    desk.save("supervisor");
    desk.open("finance", "openings", "fund_opening.xlsx");
    desk.save("finance");
    desk
}

fn halalas(value: &Value) -> i64 {
    value.as_i64().unwrap()
}

/// The rows of the loans' file that go in, by the answer key.
fn ready(sheet: &str) -> Vec<Value> {
    let key = answer_key();
    let sheets = key["files"]["loans.xlsx"]["sheets"].as_array().unwrap();
    let rows = sheets.iter().find(|one| one["name"] == sheet).unwrap()["rows"].as_array().unwrap().clone();
    let goes_in = |row: &&Value| row["verdict"] == "clean" || row["verdict"] == "normalised";
    rows.iter().filter(goes_in).map(|row| row["values"].clone()).collect()
}

fn loan_ids(desk: &Desk) -> BTreeMap<String, String> {
    let page = desk.told("finance", "loans.list", json!({ "limit": 500 }));
    let text = |line: &Value, field: &str| line[field].as_str().unwrap().to_owned();
    page["lines"].as_array().unwrap().iter().map(|line| (text(line, "loan_no"), text(line, "loan"))).collect()
}

#[test]
fn every_loan_stands_on_the_halala_where_the_answer_key_says_and_the_books_agree_on_every_day() {
    let desk = with_people_and_funds();
    let preview = desk.open("finance", "loans", "loans.xlsx");
    for (table, sheet) in SHEETS {
        let tables = preview["tables"].as_array().unwrap();
        let found = tables.iter().find(|one| one["kind"] == table).unwrap();
        assert_eq!(counts(&found["counts"]), key_counts("loans.xlsx", sheet), "{sheet}");
        assert_eq!(desk.reasons("finance", table), key_reasons("loans.xlsx", sheet), "{sheet}");
    }
    let report = desk.save("finance");
    let reversals = ready("السداد").iter().filter(|row| row["kind"] == "reversal").count();
    let made = |noun: &str| -> u64 {
        let made = report["made"].as_array().unwrap().iter().find(|one| one["noun"] == noun).unwrap();
        made["count"].as_u64().unwrap()
    };
    let waited = |count: &str| report["waiting"][count].as_u64().unwrap();
    assert_eq!(made("loan"), 116);
    assert_eq!(made("tranche") + waited("payments"), 225);
    assert_eq!(made("repayment") + waited("repayments"), (1166 - reversals) as u64);
    assert_eq!(made("reversal") + waited("reversals"), reversals as u64);
    assert!(waited("payments") > 0 && waited("repayments") > 0, "{report}");

    every_loan_stands_as_the_key_says(&desk);
    the_books_hold_what_is_owed_on_every_day(&desk);
    let verified = desk.told("finance", "funds.verify", json!({}));
    for off in ["unbalanced", "balances_off", "counters_off"] {
        assert_eq!(verified[off], 0, "{verified}");
    }
    assert_eq!(verified["broken_at"], json!(null), "{verified}");

    let again = desk.open("finance", "loans", "loans.xlsx");
    assert_eq!(
        (&again["counts"]["clean"], &again["counts"]["normalised"]),
        (&json!(0), &json!(0)),
        "{}",
        again["counts"]
    );
    assert_eq!(again["can_save"], false, "the same file makes no doubles");
}

fn every_loan_stands_as_the_key_says(desk: &Desk) {
    let key = answer_key();
    let ids = loan_ids(desk);
    let loans = key["portfolio"]["loans"].as_array().unwrap();
    assert_eq!((ids.len(), loans.len()), (116, 116));
    let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
    for loan in loans {
        let input = json!({ "loan": ids[loan["loan_no"].as_str().unwrap()], "day": "2026-10-31" });
        let sheet = desk.told("finance", "loans.detail", input);
        let ours = json!({
            "fund": sheet["fund_name"], "amount_halalas": sheet["amount"], "paid_net_halalas": halalas(&sheet["repaid"]) + halalas(&sheet["credit"]),
            "outstanding_halalas": sheet["outstanding"], "credit_halalas": sheet["credit"], "overdue_halalas": sheet["overdue"],
            "oldest_unpaid_due": sheet["overdue_since"], "dpd": sheet["days_late"],
        });
        for (figure, value) in ours.as_object().unwrap() {
            // The key names the oldest row due by the end of the day, the sheet the oldest that is late.
            if figure != "oldest_unpaid_due" || loan["dpd"] != 0 {
                assert_eq!(*value, loan[figure], "{figure} of {}", loan["loan_no"]);
            }
        }
        let late = halalas(&sheet["days_late"]);
        let outstanding = halalas(&sheet["outstanding"]);
        for (sum, amount) in [
            ("lent_halalas", halalas(&sheet["paid_out"])),
            ("paid_net_halalas", halalas(&sheet["repaid"]) + halalas(&sheet["credit"])),
            ("outstanding_halalas", outstanding),
            ("overdue_halalas", halalas(&sheet["overdue"])),
            ("credits_halalas", halalas(&sheet["credit"])),
            ("late", i64::from(late > 0)),
            ("par30", if late > 30 { outstanding } else { 0 }),
            ("par90", if late > 90 { outstanding } else { 0 }),
        ] {
            *sums.entry(sum).or_default() += amount;
        }
    }
    let totals = &key["portfolio"]["totals"];
    for (sum, amount) in &sums {
        let wanted = if sum.starts_with("par") { &totals[sum]["amount_halalas"] } else { &totals[sum] };
        assert_eq!(json!(amount), *wanted, "{sum}");
    }
}

/// On each day from the opening on, the loans account of each fund is what the rows of the file leave owed.
fn the_books_hold_what_is_owed_on_every_day(desk: &Desk) {
    let key = answer_key();
    let day = |value: &Value| value.as_str().unwrap().parse::<Day>().unwrap();
    let funds: BTreeMap<String, String> = ready("القروض")
        .iter()
        .map(|loan| (loan["loan_no"].as_str().unwrap().to_owned(), loan["fund"].as_str().unwrap().to_owned()))
        .collect();
    // What moves on a day, by loan: paid out, paid back.
    let mut moves: BTreeMap<Day, Vec<(String, i64, i64)>> = BTreeMap::new();
    for tranche in ready("دفعات الصرف") {
        let loan = tranche["loan_no"].as_str().unwrap().to_owned();
        moves.entry(day(&tranche["date"])).or_default().push((loan, halalas(&tranche["amount_halalas"]), 0));
    }
    for payment in ready("السداد") {
        let loan = payment["loan_no"].as_str().unwrap().to_owned();
        moves.entry(day(&payment["date"])).or_default().push((loan, 0, halalas(&payment["amount_halalas"])));
    }
    let mut owed: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    let mut checked = 0;
    let (first, last) = ("2024-01-01".parse::<Day>().unwrap(), "2026-10-31".parse::<Day>().unwrap());
    let opening = "2025-01-01".parse::<Day>().unwrap();
    for number in first.number()..=last.number() {
        let today = first.plus_days(number - first.number()).unwrap();
        if today == opening {
            let start = by_fund(&owed, &funds);
            assert_eq!(json!(start), key["files"]["fund_opening.xlsx"]["loan_control"], "before the opening day");
        }
        for (loan, out, back) in moves.remove(&today).unwrap_or_default() {
            let so_far = owed.entry(loan).or_default();
            *so_far = (so_far.0 + out, so_far.1 + back);
        }
        if today < opening {
            continue;
        }
        let wanted = by_fund(&owed, &funds);
        let list = desk.told("finance", "funds.list", json!({ "day": today }));
        for fund in list["funds"].as_array().unwrap() {
            let name = fund["fund"]["name"].as_str().unwrap();
            let owed = wanted.get(name).copied().unwrap_or_default();
            assert_eq!(halalas(&fund["totals"]["loans"]), owed, "{name} on {today}");
            checked += 1;
        }
    }
    assert!(moves.is_empty() && checked == 7 * 669, "{checked}");
}

/// What is owed by fund. What was paid beyond a loan is the borrower's credit, not less owed.
fn by_fund(owed: &BTreeMap<String, (i64, i64)>, funds: &BTreeMap<String, String>) -> BTreeMap<String, i64> {
    let mut sums = BTreeMap::new();
    for (loan, (out, back)) in owed {
        *sums.entry(funds[loan].clone()).or_default() += (out - back).max(0);
    }
    sums
}

#[test]
fn nobody_of_the_office_is_said_to_have_done_what_an_earlier_register_tells() {
    let desk = with_people_and_funds();
    desk.open("finance", "loans", "loans.xlsx");
    desk.save("finance");
    let loan =
        desk.told("finance", "loans.list", json!({ "phase": ["active"], "limit": 1 }))["lines"][0]["loan"].clone();
    let payment = json!({ "id": desk.story.person_id().to_string(), "loan": loan, "day": "2026-11-01", "amount": 100,
                          "method": "transfer", "reference": "" });
    desk.told("finance", "loans.repay", payment);
    let sheet = desk.told("finance", "loans.detail", json!({ "loan": loan }));
    let steps: Vec<&Value> = sheet["tranches"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|one| one["tranche"]["steps"].as_array().unwrap())
        .collect();
    assert!(!steps.is_empty() && steps.iter().all(|step| step["imported"] == true), "{steps:?}");
    let (own, old): (Vec<&Value>, Vec<&Value>) = sheet["story"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["kind"] != "imported")
        .partition(|line| line["imported"] == false);
    assert_eq!((own.len(), &own[0]["kind"], &own[0]["amount"]), (1, &json!("repay"), &json!(100)), "{own:?}");
    assert!(old.len() > steps.len(), "every step and every event of the register: {old:?}");
    desk.told("finance", "loans.statement", json!({ "loan": loan }));
}

#[test]
fn loans_wait_for_their_people_and_their_funds() {
    let desk = Desk::new();
    let preview = desk.open("finance", "loans", "loans.xlsx");
    let why: Vec<&str> =
        preview["why_not"].as_array().unwrap().iter().map(|why| why["code"].as_str().unwrap()).collect();
    assert_eq!(why, ["no_people", "no_funds"]);
    assert_eq!(desk.refused("finance", "importing.save", desk.named()), "importing.not_ready");
}

#[test]
fn questions_about_loans_are_answered_and_what_was_left_comes_later() {
    let desk = with_people_and_funds();
    let preview = desk.open("finance", "loans", "loans.xlsx");
    let names = preview["fund_names"].as_array().unwrap();
    assert_eq!(names.len(), 7);
    let loans = desk.rows("finance", "loans", json!(["ask"]));
    let answer =
        json!({ "table": "loans", "row": loans[0]["row"], "ask": "unknown_fund", "decision": { "use": names[1] } });
    let answered = desk.told("finance", "importing.answer", desk.with(answer));
    assert_eq!(answered["tables"][0]["counts"]["ask"], 0);
    let reused = json!({ "table": "repayments", "row": null, "ask": "receipt_number_reused", "decision": "import" });
    desk.told("finance", "importing.answer", desk.with(reused));
    let report = desk.save("finance");
    assert_eq!(report["made"][0]["count"], 117);
    let again = desk.open("finance", "loans", "loans.xlsx");
    assert_eq!(again["counts"]["clean"], 0);
}

//! The files of an office with other habits come in: a sheet for each town, year and fund, months across, words of its
//! own. A person answers once what the answer key says they are asked once, and everything ends as the key says.

use crate::dashboard_qassim::compare;
use crate::importing_office::Desk;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/intake/cases/jazan");

fn key() -> Value {
    serde_json::from_slice(&std::fs::read(format!("{FILES}/expected.json")).unwrap()).unwrap()
}

/// Who brings in which file, in the order of the key.
const ORDER: [(&str, &str, &str); 4] = [
    ("supervisor", "beneficiaries", "beneficiaries.xlsx"),
    ("supervisor", "beneficiaries", "beneficiaries_farasan.csv"),
    ("finance", "openings", "openings.xlsx"),
    ("supervisor", "loans", "loans.xlsx"),
];

fn open(desk: &Desk, who: &str, subject: &str, file: &str) -> Value {
    let bytes = std::fs::read(format!("{FILES}/{file}")).unwrap();
    desk.told(who, "importing.open", desk.handed(subject, file, &bytes))
}

/// What a person answers to the questions of a file.
fn answers(file: &str) -> Vec<Value> {
    let stem = file.rsplit_once('.').unwrap().0;
    let said: Value = serde_json::from_slice(&std::fs::read(format!("{FILES}/answers_{stem}.json")).unwrap()).unwrap();
    said["answers"].as_array().unwrap().clone()
}

fn answered(desk: &Desk, who: &str, file: &str) -> Value {
    answers(file).into_iter().map(|answer| desk.told(who, "importing.answer", desk.with(answer))).last().unwrap()
}

fn counts(preview: &Value) -> (i64, i64, i64) {
    let count = |verdict: &str| preview["counts"][verdict].as_i64().unwrap();
    (count("clean") + count("normalised"), count("ask"), count("refused"))
}

fn imported() -> Desk {
    let desk = Desk::new();
    let key = key();
    for (who, subject, file) in ORDER {
        open(&desk, who, subject, file);
        let preview = answered(&desk, who, file);
        let wanted = &key["files"][file]["counts"];
        let count = |verdict: &str| wanted[verdict].as_i64().unwrap();
        let all = (count("clean") + count("normalised"), count("ask"), count("refused"));
        assert_eq!(counts(&preview), all, "{file}");
        assert_eq!(preview["can_save"], true, "{file}: {}", preview["why_not"]);
        desk.save(who);
    }
    desk
}

#[test]
fn an_office_with_other_habits_stands_as_its_answer_key_says() {
    let desk = imported();
    let key = key();
    let portfolio = &key["portfolio"];
    let board = |day: &str| desk.told("supervisor", "dashboard.board", json!({ "day": day, "calendar": "gregorian" }));
    let today = board(portfolio["as_of"].as_str().unwrap());
    compare("the whole", &today, &portfolio["totals"]);
    for own in today["by_fund"].as_array().unwrap() {
        let name = own["name"].as_str().unwrap();
        if let Some(wanted) = portfolio["by_fund"].get(name) {
            compare(name, own, wanted);
        }
    }
    for (day, wanted) in portfolio["totals_on"].as_object().unwrap() {
        compare(day, &board(day), wanted);
    }
    for (day, wanted) in portfolio["collected_on"].as_object().unwrap() {
        let span = json!({ "from": day, "until": day, "day": portfolio["as_of"], "limit": 500 });
        let received = desk.told("finance", "collection.received", span);
        assert_eq!(
            (&received["payments"], &received["amount"]),
            (&wanted["receipts"], &wanted["amount_halalas"]),
            "{day}"
        );
    }
    let verified = desk.told("finance", "funds.verify", json!({}));
    assert_eq!((&verified["unbalanced"], &verified["broken_at"]), (&json!(0), &json!(null)), "{verified}");

    // The same files again make no doubles.
    for (who, subject, file) in ORDER {
        open(&desk, who, subject, file);
        let preview = answered(&desk, who, file);
        assert_eq!(counts(&preview).0, 0, "{file}: {}", preview["counts"]);
    }
}

#[test]
fn every_loan_of_it_stands_as_the_key_says() {
    let desk = imported();
    let key = key();
    let mut ids = BTreeMap::new();
    loop {
        let lines = desk.told("finance", "loans.list", json!({ "offset": ids.len(), "limit": 100 }))["lines"].clone();
        let lines = lines.as_array().unwrap().clone();
        ids.extend(lines.iter().map(|line| (line["loan_no"].as_str().unwrap().to_owned(), line["loan"].clone())));
        if lines.len() < 100 {
            break;
        }
    }
    let halalas = |value: &Value| value.as_i64().unwrap_or_default();
    let loans = key["portfolio"]["loans"].as_array().unwrap();
    assert_eq!(ids.len(), loans.len());
    for loan in loans {
        let number = loan["loan_no"].as_str().unwrap();
        let sheet = desk.told("finance", "loans.detail", json!({ "loan": ids[number], "day": "2026-10-31" }));
        let paid = halalas(&sheet["repaid"]) + halalas(&sheet["credit"]);
        assert_eq!(json!(paid), loan["paid_net_halalas"], "{number}");
        for (figure, wanted) in [
            ("fund_name", "fund"),
            ("amount", "amount_halalas"),
            ("outstanding", "outstanding_halalas"),
            ("credit", "credit_halalas"),
            ("overdue", "overdue_halalas"),
            ("days_late", "dpd"),
        ] {
            assert_eq!(sheet[figure], loan[wanted], "{figure} of {number}");
        }
    }
}

#[test]
fn children_named_beside_their_head_are_members_of_the_household() {
    let desk = Desk::new();
    let (who, subject, file) = ORDER[0];
    open(&desk, who, subject, file);
    answered(&desk, who, file);
    desk.save(who);
    let found = desk.told(who, "beneficiaries.list", json!({ "text": "عيسى نايف خالد الغزواني", "limit": 5 }));
    let party = found["lines"][0]["party"].clone();
    let file = desk.told(who, "beneficiaries.open", json!({ "party": party }));
    let members: Vec<(&str, &str)> = file["members"]
        .as_array()
        .unwrap_or_else(|| panic!("{file}"))
        .iter()
        .map(|member| (member["name"].as_str().unwrap(), member["relation"].as_str().unwrap()))
        .collect();
    assert_eq!(members, [("بندر", "child"), ("سالم", "child"), ("صالح", "child")]);
}

#[test]
fn what_is_asked_says_what_it_is_about_and_what_is_left_out_is_named() {
    let desk = Desk::new();
    let preview = open(&desk, "supervisor", "beneficiaries", "beneficiaries_farasan.csv");
    let questions = preview["questions"].as_array().unwrap();
    let about = |ask: &str| -> Vec<(&str, &str)> {
        let own = questions.iter().filter(|question| question["ask"] == ask);
        own.map(|one| (one["field"].as_str().unwrap(), one["value"].as_str().unwrap())).collect()
    };
    assert_eq!(about("sheet_value"), [("city", "فرسان"), ("researcher", "هادي الحكمي")]);
    assert_eq!(about("column_meaning"), [("marital_status", "ح.")]);
    assert_eq!(about("short_year"), [("birth_date", "")]);
    let meaning = questions.iter().find(|question| question["ask"] == "column_meaning").unwrap();
    assert_eq!(meaning["examples"][0], "م", "a person sees what stands in the column");
    assert_eq!(counts(&preview).0, 0, "nothing is taken that must be asked");

    let preview = open(&desk, "supervisor", "beneficiaries", "beneficiaries.xlsx");
    let left_out: Vec<&str> =
        preview["left_out"].as_array().unwrap().iter().map(|sheet| sheet["sheet"].as_str().unwrap()).collect();
    assert_eq!(left_out, ["اقرأني", "إحصاء"]);
    let parts = preview["tables"][0]["parts"].as_array().unwrap();
    let second = &parts[1]["left_out"];
    assert_eq!(second[0]["header"], "آخر زيارة");
    // A sheet can be taken out, and is named then.
    let out = json!({ "table": "beneficiaries", "sheet": "صبيا", "leave_out": true });
    let preview = desk.told("supervisor", "importing.lay_out", desk.with(out));
    assert_eq!(preview["tables"][0]["parts"].as_array().unwrap().len(), 2);
    assert!(preview["left_out"].as_array().unwrap().iter().any(|sheet| sheet["sheet"] == "صبيا"));
}

#[test]
fn what_was_decided_is_remembered_for_the_next_file_of_the_same_shape() {
    let desk = Desk::new();
    let (who, subject, file) = ORDER[1];
    open(&desk, who, subject, file);
    let first = answered(&desk, who, file);
    desk.told(who, "importing.save_map", desk.with(json!({ "name": "فرسان" })));
    let again = open(&desk, who, subject, file);
    assert_eq!(again["map"]["name"], "فرسان");
    assert_eq!(again["counts"], first["counts"], "and nobody is asked a second time");
}

#[test]
fn cells_that_say_the_same_are_corrected_together() {
    let desk = Desk::new();
    let lines =
        ["الاسم,رقم الهوية,الجوال", "نورة سعد فهد العتيبي,1000000008,لاحقا", "سارة محمد حسن الحربي,1010101010,لاحقا"];
    let preview = desk.open_csv("supervisor", "beneficiaries", &lines);
    assert_eq!(counts(&preview), (0, 0, 2));
    let mend = json!({ "table": "beneficiaries", "row": 2, "field": "mobile", "text": "", "alike": true });
    assert_eq!(counts(&desk.told("supervisor", "importing.correct", desk.with(mend))), (2, 0, 0));
}

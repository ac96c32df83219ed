//! Guarantees, visits and commitments of an office's register come in: proposed, asked about, never twice, and gone again
//! by two people; what is old halts a project only where somebody said so.

use crate::importing_office::{Desk, LOANS};
use serde_json::{Value, json};
use sheets::{Column, ColumnKind, Table, Value as Cell};

const POOL: &str = "0190000a-0000-7000-8000-000000000001";
const PEOPLE: [&str; 3] = ["الاسم,رقم الهوية", "نورة سعد فهد العتيبي,1000000008", "سالم ناصر علي الحربي,1098765439"];
const FIRST: &str = "ق-1,1000000008,4000,2026/06/01م,10,2027/07/01م,محفظة القروض";
/// The identity number of a guarantor nobody knows.
const GUARANTOR: &str = "1087654321";

/// An office with two imported people and one loan of the first.
fn lending() -> Desk {
    let desk = Desk::new();
    desk.open_csv("supervisor", "beneficiaries", &PEOPLE);
    desk.save("supervisor");
    let pool = json!({ "id": POOL, "name": "محفظة القروض", "class": "unrestricted", "kind": "loan_pool" });
    desk.told("finance", "funds.add", pool);
    desk.told(
        "finance",
        "funds.donate",
        json!({ "id": POOL.replace("01", "02"), "fund": POOL, "amount": 500_000, "day": "2026-01-05",
                "donor": "شركة معارف", "method": "transfer", "reference": "", "narration": "", "account": null }),
    );
    desk.open_csv("finance", "loans", &[LOANS, FIRST]);
    desk.save("finance");
    desk
}

/// A number that passes its check, with these digits before it.
fn guarantor() -> String {
    (0..10)
        .map(|check| format!("{}{check}", &GUARANTOR[..9]))
        .find(|number| kernel::saudi::NationalId::parse(number).is_ok())
        .unwrap()
}

fn table(title: &str, lines: &[String]) -> Table {
    let cells = |line: &str| line.split('|').map(|cell| Cell::Text(cell.to_owned())).collect::<Vec<_>>();
    Table {
        title: title.to_owned(),
        columns: lines[0].split('|').map(|head| Column { title: head.to_owned(), kind: ColumnKind::Text }).collect(),
        rows: lines[1..].iter().map(|line| cells(line)).collect(),
    }
}

/// The register of an office: three sheets of one workbook.
fn register() -> Vec<u8> {
    let lines = |lines: &[&str]| lines.iter().map(|line| line.replace("GUARANTOR", &guarantor())).collect::<Vec<_>>();
    let book = [
        table(
            "الكفلاء",
            &lines(&[
                "رقم القرض|نوع الضمان|اسم الكفيل|هوية الكفيل|جوال الكفيل|البيان",
                "ق/1|كفيل غارم|ماجد فهد|GUARANTOR|0501234567|كفالة حضورية",
                "ق-1|كفيل|سالم الحربي|1098765439||",
                "ق-1|كفيل|نورة|1000000008||",
            ]),
        ),
        table(
            "الزيارات",
            &lines(&[
                "رقم القرض|رقم الهوية|تاريخ الزيارة|الباحث|ما شوهد|حالة المشروع|المبيعات|العملاء|الزيارة القادمة",
                "ق-1||1448/02/01|researcher|المحل مفتوح، أخوها 1098765439|سليم|4500|12|2026/12/01",
                "ق-1||2026/09/05|researcher|المحل مغلق|متعثر|0|لم تُقرأ|",
                "|1098765439|2026/09/06|منى|زيارة منزلية|||  |",
                "ق-1||2027/01/05|researcher|لم يأت|سليم|||",
            ]),
        ),
        table(
            "الالتزامات",
            &lines(&[
                "رقم القرض|الطرف|الالتزام|تاريخ الاستحقاق|هل وفى|تاريخ الوفاء|سبب الإعفاء|المسؤول",
                "ق-1|المستفيد|فتح المحل كل يوم|2026/08/01|لا|||",
                "ق-1|الجمعية|توريد الفرن|2026/10/20|لا|||supervisor",
                "ق-1|المستفيد|دورة المحاسبة|2026/07/01|نعم|2026/06/28||",
                "ق-1|المستفيد|تأمين المحل|2026/07/15|||مرض|",
            ]),
        ),
    ];
    sheets::write_xlsx_book(&book).unwrap()
}

fn open(desk: &Desk, who: &str) -> Value {
    desk.told(who, "importing.open", desk.handed("follow_up", "متابعة.xlsx", &register()))
}

fn answer(desk: &Desk, table: &str, ask: &str, about: Value, decision: Value) -> Value {
    let mut input = json!({ "table": table, "row": null, "ask": ask, "decision": decision });
    input.as_object_mut().unwrap().extend(about.as_object().unwrap().clone());
    desk.told("supervisor", "importing.answer", desk.with(input))
}

fn researcher(preview: &Value) -> Value {
    let people = preview["people"].as_array().unwrap();
    people.iter().find(|one| one["name"] == "researcher").unwrap()["id"].clone()
}

/// Opens the register and answers all it asks; distress and late promises as said.
fn answered(desk: &Desk, halts: &str) -> Value {
    let preview = open(desk, "supervisor");
    let mona = json!({ "field": "by", "value": "منى" });
    answer(desk, "visits", "unknown_person", mona, json!({ "use": researcher(&preview) }));
    answer(desk, "visits", "old_distress", json!({}), json!({ "use": halts }));
    answer(desk, "commitments", "old_promise", json!({}), json!({ "use": "past" }))
}

fn loan(desk: &Desk) -> Value {
    desk.told("supervisor", "loans.list", json!({}))["lines"][0]["loan"].clone()
}

fn guarantees(desk: &Desk) -> Vec<Value> {
    let sheet = desk.told("supervisor", "guarantees.of_loan", json!({ "loan": loan(desk) }));
    sheet["guarantees"].as_array().unwrap().clone()
}

fn total(desk: &Desk, command: &str) -> i64 {
    desk.told("supervisor", command, json!({}))["total"].as_i64().unwrap()
}

fn is_sound(desk: &Desk) {
    let sound = desk.told("administrator", "backups.verify_office", json!({}));
    assert_eq!(sound["sound"], true, "{sound}");
    assert_eq!(desk.told("administrator", "audit.verify", json!({}))["broken_at"], Value::Null);
}

/// What stands in the way of taking the import in hand back.
fn changed(desk: &Desk) -> Vec<String> {
    let page = desk.told("supervisor", "importing.run", desk.named());
    page["changed"].as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_register_comes_in_as_it_is_meant_and_only_once() {
    let desk = lending();
    assert_eq!(
        desk.refused("finance", "importing.open", desk.handed("follow_up", "م.xlsx", &register())),
        "follow_up.keep"
    );
    let preview = open(&desk, "supervisor");
    assert_eq!(preview["not_found"], json!([]));
    let asked: Vec<&str> =
        preview["questions"].as_array().unwrap().iter().map(|one| one["ask"].as_str().unwrap()).collect();
    assert_eq!(asked, ["old_distress", "unknown_person", "old_promise"]);
    assert_eq!(preview["halting"], 0);
    let (reasons, of) = (|table: &str| desk.reasons("supervisor", table), |one: &str| one.to_owned());
    assert_eq!(reasons("guarantees").into_keys().collect::<Vec<_>>(), [of("guarantor_borrows")]);
    assert_eq!(reasons("visits").into_keys().collect::<Vec<_>>(), [of("date_in_future")]);
    let none = answer(&desk, "visits", "old_distress", json!({}), json!({ "use": "maybe" }));
    assert_eq!(none["counts"]["ask"], 3, "what is no answer leaves the question open");

    let ready = answered(&desk, "past");
    assert_eq!((&ready["halting"], &ready["counts"]["ask"]), (&json!(0), &json!(0)));
    let tried = desk.told("supervisor", "importing.rehearse", desk.named());
    assert_eq!((tried["rehearsed"]["ready"].as_i64(), total(&desk, "follow_up.list")), (Some(9), 0));
    let report = desk.save_alone("supervisor");
    let made = json!([
        { "noun": "guarantee", "count": 2 }, { "noun": "guarantor", "count": 1 },
        { "noun": "activity", "count": 4 }, { "noun": "commitment", "count": 4 },
    ]);
    assert_eq!((&report["made"], &report["waiting"]), (&made, &Value::Null));
    assert_eq!(desk.told("supervisor", "importing.save", desk.named()), report, "sent twice, it is the same save");

    // Guarantees wait for another person, who says what the register left out.
    let proposed = guarantees(&desk);
    let states: Vec<_> = proposed.iter().map(|one| (one["kind"].clone(), one["state"].clone())).collect();
    assert_eq!(states, vec![(json!("guarantor"), json!("proposed")); 2]);
    assert_eq!((&proposed[0]["name"], &proposed[1]["name"]), (&json!("ماجد فهد"), &json!("سالم ناصر علي الحربي")));
    let seen = json!(["identity_seen", "income_seen", "undertaking_signed"]);
    let verify = |income: Value| json!({ "guarantee": proposed[0]["id"], "checked": seen, "income": income });
    assert_eq!(desk.refused("supervisor", "guarantees.verify", verify(json!(500_000))), "guarantees.own_guarantee");
    let (_, committee) = desk.story.with("لجنة", "committee", "committee");
    let by_committee = |input: Value| desk.story.office.call(&committee, "guarantees.verify", input);
    let code = by_committee(verify(Value::Null)).unwrap_err().code().map(|code| code.0);
    assert_eq!(code, Some("guarantees.income_missing"));
    by_committee(verify(json!(500_000))).unwrap();
    let held = guarantees(&desk);
    assert_eq!((&held[0]["state"], &held[0]["income"]), (&json!("active"), &json!(500_000)));

    // What is past is told, and halts nothing, today or tomorrow; what lies ahead is planned.
    let lines = desk.told("supervisor", "follow_up.list", json!({}))["lines"].clone();
    let lines = lines.as_array().unwrap();
    let states: Vec<_> = lines.iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states.iter().filter(|state| **state == "done").count(), 3);
    let next = lines.iter().find(|one| one["state"] == "planned").unwrap();
    assert_eq!((&next["planned_on"], &next["researcher_name"]), (&json!("2026-12-01"), &json!("researcher")));
    assert!(lines.iter().any(|one| one["signal"] == "distress"), "it is told as what was seen");
    let to_review = desk.told("supervisor", "follow_up.list", json!({ "to_review": true }))["total"].clone();
    assert_eq!(to_review, 0, "nobody is asked to review years of visits");
    desk.story.office.tick();
    assert_eq!(total(&desk, "holds.list"), 0, "nothing halts that nobody was told of");
    assert_eq!(total(&desk, "follow_up.commitments"), 4);

    // No identity number has got into a text, nor into the trail.
    let trail = desk.told("administrator", "audit.list", json!({ "limit": 500 })).to_string();
    for told in [trail, json!(lines).to_string(), json!(guarantees(&desk)).to_string()] {
        assert!(!told.contains("1098765439") && !told.contains(&guarantor()), "{told}");
    }

    let again = open(&desk, "supervisor");
    assert_eq!((&again["counts"]["clean"], &again["counts"]["normalised"]), (&json!(0), &json!(0)), "{again}");
    assert_eq!(again["can_save"], false);
    assert_eq!(
        ["guarantee_exists", "visit_exists", "promise_exists"].map(|reason| {
            let tables = ["guarantees", "visits", "commitments"];
            tables.iter().filter_map(|table| desk.reasons("supervisor", table).get(reason).copied()).sum::<u64>()
        }),
        [2, 3, 4],
    );
    let file = desk.told("supervisor", "importing.refused", desk.named());
    assert!(!desk.fetched("supervisor", &file).is_empty(), "what stays out leaves as a sheet");
    is_sound(&desk);
}

#[test]
fn old_distress_halts_where_somebody_says_so_and_is_told_before() {
    let desk = lending();
    assert_eq!(answered(&desk, "halts")["halting"], 1, "it is told before the save");
    desk.save_alone("supervisor");
    let holds = desk.told("supervisor", "holds.list", json!({}));
    assert_eq!((&holds["total"], &holds["lines"][0]["cause"]), (&json!(1), &json!("signal")), "{holds}");
    // A hold keeps its cause: the import is not taken back from under it.
    assert_eq!(changed(&desk), ["importing.rests.halted"]);
    let asked = desk.with(json!({ "reason": "ملف آخر" }));
    assert_eq!(desk.refused("supervisor", "importing.ask_back", asked), "importing.changed_since");
    is_sound(&desk);
}

#[test]
fn two_people_take_it_back_whole_and_it_may_come_again() {
    let desk = lending();
    answered(&desk, "past");
    desk.save_alone("supervisor");
    assert_eq!(changed(&desk), Vec::<String>::new());
    let back = desk.with(json!({ "reason": "سجل سنة أخرى" }));
    desk.told("supervisor", "importing.ask_back", back);
    assert_eq!(desk.refused("supervisor", "importing.take_back", desk.named()), "importing.own_taking_back");
    desk.told("finance", "importing.take_back", desk.named());
    assert_eq!(["follow_up.list", "follow_up.commitments"].map(|list| total(&desk, list)), [0, 0]);
    assert_eq!(guarantees(&desk), Vec::<Value>::new());
    let found = desk.told("supervisor", "guarantees.guarantor", json!({ "number": guarantor() }));
    assert_eq!(found["party"], Value::Null, "a guarantor only the register knew is gone with it");
    is_sound(&desk);

    answered(&desk, "past");
    assert_eq!(desk.save_alone("supervisor")["ready"], 9, "the corrected file finds the office as the first one did");
    is_sound(&desk);
}

#[test]
fn what_somebody_did_since_is_named_and_nothing_goes() {
    let desk = lending();
    let loans = desk.named();
    answered(&desk, "past");
    desk.save_alone("supervisor");
    let lines = desk.told("supervisor", "follow_up.list", json!({ "state": ["planned"] }))["lines"].clone();
    let moved = json!({ "id": lines[0]["activity"], "planned_on": "2026-12-05", "version": lines[0]["version"],
                        "researcher": lines[0]["researcher"] });
    desk.told("researcher", "follow_up.replan", moved);
    assert_eq!(changed(&desk), ["command.follow_up.replan"]);
    let back = desk.with(json!({ "reason": "سجل سنة أخرى" }));
    assert_eq!(desk.refused("supervisor", "importing.ask_back", back), "importing.changed_since");
    // The loans beneath do not go from under what came in upon them.
    let page = desk.told("supervisor", "importing.run", loans);
    let rests = page["changed"].as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap());
    assert!(rests.collect::<Vec<_>>().contains(&"importing.rests.kept_by_others"), "{page}");
}

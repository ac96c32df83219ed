//! An association's own files come in: looked at, mended, answered, saved, and never twice.

use crate::importing_office::{Desk, answer_key, counts, key_counts, key_reasons};
use serde_json::{Value, json};

fn verdicts(preview: &Value, table: &str) -> Value {
    let tables = preview["tables"].as_array().unwrap();
    counts(&tables.iter().find(|one| one["kind"] == table).unwrap()["counts"])
}

#[test]
fn the_register_comes_in_as_the_answer_key_says_and_a_second_time_nothing_does() {
    let desk = Desk::new();
    let who = "supervisor";
    let preview = desk.open(who, "beneficiaries", "beneficiaries.xlsx");
    assert_eq!(verdicts(&preview, "beneficiaries"), key_counts("beneficiaries.xlsx", "المستفيدون"));
    assert_eq!(preview["data_rows"], answer_key()["files"]["beneficiaries.xlsx"]["data_rows"]);
    assert_eq!(desk.reasons(who, "beneficiaries"), key_reasons("beneficiaries.xlsx", "المستفيدون"));
    assert_eq!(desk.told(who, "beneficiaries.list", json!({}))["total"], 0, "nothing is saved by looking");

    let report = desk.save(who);
    assert_eq!(report["made"], json!([{ "noun": "beneficiary", "count": 292 }]));
    assert_eq!((&report["ready"], &report["ask"], &report["refused"]), (&json!(292), &json!(5), &json!(23)));
    assert_eq!(desk.told(who, "beneficiaries.list", json!({}))["total"], 292);
    assert_eq!(desk.told(who, "importing.save", desk.named()), report, "sent twice, it is the same save");
    let runs = desk.told(who, "importing.runs", json!({}));
    assert_eq!((&runs["runs"][0]["ready"], &runs["runs"][0]["file_name"]), (&json!(292), &json!("beneficiaries.xlsx")));

    let again = desk.open(who, "beneficiaries", "beneficiaries.xlsx");
    assert_eq!(again["imported_before"]["ready"], 292, "the very same file was here before");
    assert_eq!((&again["counts"]["clean"], &again["counts"]["normalised"]), (&json!(0), &json!(0)));
    assert_eq!((&again["can_save"], &again["why_not"][0]["code"]), (&json!(false), &json!("nothing_ready")));
    // Whoever was asked about the first time is compared with the person of the office now, whose number stays covered.
    let asking = desk.rows(who, "beneficiaries", json!(["ask"]));
    let compared = desk.told(who, "importing.compare", desk.with(json!({ "row": asking[0]["row"] })));
    assert!(compared["other"]["known"].is_string(), "{}", compared["other"]);
    let field = |name: &str| compared["fields"].as_array().unwrap().iter().find(|one| one["field"] == name).unwrap();
    assert!(field("id_number")["other"].as_str().unwrap().contains('*'), "{}", field("id_number"));
    assert!(!field("full_name")["other"].as_str().unwrap().is_empty());
    assert_eq!(desk.refused(who, "importing.save", desk.named()), "importing.not_ready");
}

#[test]
fn the_funds_open_as_the_answer_key_says_and_only_once() {
    let desk = Desk::new();
    let preview = desk.open("finance", "openings", "fund_opening.xlsx");
    assert_eq!(verdicts(&preview, "funds"), key_counts("fund_opening.xlsx", "الصناديق"));
    assert_eq!(verdicts(&preview, "openings"), key_counts("fund_opening.xlsx", "أرصدة افتتاحية"));
    assert_eq!(preview["openings"]["day"], "2025-01-01");

    let report = desk.save("finance");
    assert_eq!(report["made"], json!([{ "noun": "fund", "count": 7 }, { "noun": "opening_line", "count": 36 }]));
    let key = answer_key();
    let list = desk.told("finance", "funds.list", json!({ "day": "2025-01-01" }));
    let funds = list["funds"].as_array().unwrap();
    assert_eq!(funds.len(), 7);
    for fund in funds {
        let wanted = &key["files"]["fund_opening.xlsx"]["funds"][fund["fund"]["name"].as_str().unwrap()];
        let totals = &fund["totals"];
        assert_eq!(
            (&totals["cash"], &totals["loans"], &totals["net_assets"]),
            (&wanted["cash_halalas"], &wanted["loans_halalas"], &wanted["net_assets_halalas"]),
            "{fund}"
        );
    }
    let again = desk.open("finance", "openings", "fund_opening.xlsx");
    assert_eq!(again["can_save"], false, "{}", again["why_not"]);
    let opened = desk.rows("finance", "openings", json!(["refused"]));
    assert_eq!(opened.len(), 36, "each line of an opened fund is refused where it can be read");
    assert!(opened.iter().all(|row| row["reasons"][0]["reason"] == "fund_opened"), "{}", opened[0]);
}

#[test]
fn a_cell_is_mended_a_question_answered_and_the_rows_that_stayed_out_come_in_later() {
    let desk = Desk::new();
    let who = "supervisor";
    desk.open(who, "beneficiaries", "beneficiaries.xlsx");
    let asking = desk.rows(who, "beneficiaries", json!(["ask"]));
    let row = asking[0]["row"].as_u64().unwrap();
    let compared = desk.told(who, "importing.compare", desk.with(json!({ "row": row })));
    assert_eq!(compared["level"], "strong");
    let name = compared["fields"].as_array().unwrap().iter().find(|field| field["field"] == "full_name").unwrap();
    assert!(name["row"] != "" && name["other"] != "");

    let answer = |row: Value, decision: Value| json!({ "table": "beneficiaries", "row": row, "ask": "suspected_duplicate", "decision": decision });
    let one = desk.told(who, "importing.answer", desk.with(answer(json!(row), json!("import"))));
    assert_eq!((&one["counts"]["ask"], &one["questions"][0]["open"]), (&json!(4), &json!(4)));
    let all = desk.told(who, "importing.answer", desk.with(answer(json!(null), json!("leave_out"))));
    assert_eq!((&all["counts"]["ask"], &all["counts"]["skipped"]), (&json!(0), &json!(4)), "its own answer stands");
    let back = desk.told(who, "importing.answer", desk.with(answer(json!(null), json!(null))));
    assert_eq!(back["counts"]["ask"], 4);
    desk.told(who, "importing.answer", desk.with(answer(json!(null), json!("leave_out"))));
    let no_answer = json!({ "table": "beneficiaries", "row": row, "ask": "unknown_fund", "decision": "import" });
    assert_eq!(desk.refused(who, "importing.answer", desk.with(no_answer)), "importing.no_answer");

    let refused = desk.rows(who, "beneficiaries", json!(["refused"]));
    let nameless = refused.iter().find(|row| row["reasons"][0]["reason"] == "name_missing").unwrap()["row"].clone();
    let mend = |text: Value| {
        desk.with(json!({ "table": "beneficiaries", "row": nameless, "field": "full_name", "text": text }))
    };
    let mended = desk.told(who, "importing.correct", mend(json!("نورة سعد فهد العتيبي")));
    assert_eq!(mended["counts"]["refused"], 22);
    let unmended = desk.told(who, "importing.correct", mend(json!(null)));
    assert_eq!(unmended["counts"]["refused"], 23, "a correction can be taken back");
    desk.told(who, "importing.correct", mend(json!("نورة سعد فهد العتيبي")));
    let found = json!({ "table": "beneficiaries", "text": "نوره سعد", "limit": 10 });
    assert!(desk.told(who, "importing.rows", desk.with(found))["total"].as_u64().unwrap() >= 1);
    assert_eq!(desk.save(who)["ready"], 294);
    assert_eq!(desk.refused(who, "importing.correct", mend(json!("س"))), "importing.saved_already");

    // What was refused leaves as a spreadsheet, and comes back without making anybody twice.
    let file = desk.told(who, "importing.refused", desk.named());
    let handed = desk.handed("beneficiaries", "refused.xlsx", &desk.fetched(who, &file));
    let again = desk.told(who, "importing.open", handed);
    assert_eq!((&again["data_rows"], &again["counts"]["refused"]), (&json!(22), &json!(22)), "nothing was mended yet");
    let unmapped = again["tables"][0]["parts"][0]["left_out"].as_array().unwrap();
    assert!(unmapped.iter().any(|column| column["header"] == "سبب عدم الاستيراد"), "the reasons are not data");
    let short = desk.rows(who, "beneficiaries", json!(["refused"]));
    let short = short.iter().find(|row| row["reasons"][0]["reason"] == "mobile_length").unwrap();
    let mend = json!({ "table": "beneficiaries", "row": short["row"], "field": "mobile", "text": "0501234567" });
    assert_eq!(desk.told(who, "importing.correct", desk.with(mend))["counts"]["refused"], 21);
    assert_eq!(desk.save(who)["ready"], 1);
    assert_eq!(desk.told(who, "beneficiaries.list", json!({}))["total"], 295);
}

#[test]
fn a_table_is_laid_out_by_hand_and_remembered_for_the_next_file() {
    let desk = Desk::new();
    let who = "supervisor";
    let lines = ["كشف الأسر,,", "رمز,من,هاتفه", "1010101010,نورة سعد فهد العتيبي,0501234567"];
    let preview = desk.open_csv(who, "beneficiaries", &lines);
    assert_eq!(preview["can_save"], false);
    let sheet = preview["sheets"][0]["name"].clone();
    let seen = desk.told(who, "importing.sheet", desk.with(json!({ "sheet": sheet, "limit": 5 })));
    assert_eq!(seen["lines"][1]["cells"], json!(["رمز", "من", "هاتفه"]));
    let columns = json!({ "id_number": 0, "full_name": 1, "mobile": 2 });
    let at = |header: u64, columns: &Value| {
        desk.with(json!({ "table": "beneficiaries", "sheet": sheet, "header_row": header, "columns": columns }))
    };
    assert_eq!(desk.refused(who, "importing.lay_out", at(9, &columns)), "importing.no_such_row");
    let twice = json!({ "id_number": 0, "full_name": 0 });
    assert_eq!(desk.refused(who, "importing.lay_out", at(2, &twice)), "importing.column_twice");
    assert_eq!(desk.refused(who, "importing.lay_out", at(2, &json!({ "full_name": 7 }))), "importing.no_such_column");
    let laid = desk.told(who, "importing.lay_out", at(2, &columns));
    assert_eq!((&laid["data_rows"], &laid["can_save"]), (&json!(1), &json!(true)));
    assert_eq!(
        desk.refused(who, "importing.save_map", desk.with(json!({ "name": " " }))),
        "importing.map_name_missing"
    );
    desk.told(who, "importing.save_map", desk.with(json!({ "name": "كشف الأسر" })));

    // The next file has its columns elsewhere; by its headers they are found at once.
    let moved = ["من,ملاحظة,رمز,هاتفه", "سارة محمد حسن الحربي,,1000000008,0501234568"];
    let next = desk.open_csv(who, "beneficiaries", &moved);
    assert_eq!((&next["map"]["name"], &next["can_save"]), (&json!("كشف الأسر"), &json!(true)));
    desk.save(who);
    let maps = desk.told(who, "importing.maps", json!({}));
    let map = maps["maps"][0]["id"].clone();
    desk.open(who, "beneficiaries", "beneficiaries.xlsx");
    let fits = desk.refused(who, "importing.use_map", desk.with(json!({ "map": map })));
    assert_eq!(fits, "importing.map_does_not_fit");
    desk.open_csv(who, "beneficiaries", &moved);
    desk.told(who, "importing.lay_out", desk.with(json!({ "table": "beneficiaries", "sheet": null })));
    let used = desk.told(who, "importing.use_map", desk.with(json!({ "map": map })));
    assert_eq!(used["map"]["name"], "كشف الأسر");
    desk.told(who, "importing.forget_map", json!({ "map": map }));
    assert_eq!(desk.told(who, "importing.maps", json!({}))["maps"], json!([]));
}

#[test]
fn an_import_belongs_to_the_session_that_opened_it_and_to_who_may_keep_such_records() {
    let desk = Desk::new();
    let handed = desk.handed("beneficiaries", "a.csv", "الاسم,رقم الهوية\nنورة سعد,1000000008".as_bytes());
    assert_eq!(desk.refused("researcher", "importing.open", handed.clone()), "importing.use");
    assert_eq!(desk.refused("finance", "importing.open", handed.clone()), "beneficiaries.keep");
    assert_eq!(desk.told("supervisor", "importing.current", json!({}))["id"], json!(null));
    let opened = desk.told("supervisor", "importing.open", handed.clone());
    assert_eq!(desk.told("supervisor", "importing.open", handed), opened, "a call sent twice opens the file once");
    assert_eq!(desk.told("supervisor", "importing.current", json!({}))["preview"], opened);
    assert_eq!(
        desk.refused("administrator", "importing.rows", desk.with(json!({ "table": "beneficiaries", "limit": 1 }))),
        "importing.not_in_hand"
    );
    let idle = desk.told("supervisor", "importing.progress", desk.named());
    assert_eq!(idle, json!({ "phase": "idle", "done": 0, "total": 0 }));
    desk.told("supervisor", "importing.stop", desk.named());
    assert_eq!(desk.save("supervisor")["ready"], 1, "stopping what has not begun stops nothing later");
    assert_eq!(desk.told("supervisor", "importing.progress", desk.named())["phase"], "done");
    desk.told("supervisor", "importing.close", desk.named());
    assert_eq!(desk.refused("supervisor", "importing.save", desk.named()), "importing.not_in_hand");
    assert_eq!(desk.refused("supervisor", "importing.refused", desk.named()), "importing.not_in_hand");
    desk.told("supervisor", "session.sign_out", json!({}));
    assert_eq!(desk.refused("supervisor", "importing.current", json!({})), "session.sign_in_again");
}

#[test]
fn rows_are_judged_again_when_the_office_changed_meanwhile() {
    let desk = Desk::new();
    let line = ["الاسم,رقم الهوية", "نورة سعد فهد العتيبي,1000000008"];
    desk.open_csv("supervisor", "beneficiaries", &line);
    let mine = desk.named();
    desk.open_csv("administrator", "beneficiaries", &line);
    desk.save("administrator");
    assert_eq!(desk.refused("supervisor", "importing.save", mine.clone()), "importing.office_changed");
    let now = desk.told("supervisor", "importing.current", json!({}));
    assert_eq!(now["preview"]["counts"]["refused"], 1, "the number belongs to somebody now");
    assert_eq!(desk.refused("supervisor", "importing.save", mine), "importing.not_ready");
}

#[test]
fn a_question_nobody_answered_leaves_with_the_refused_rows() {
    let desk = Desk::new();
    let lines =
        ["الاسم,رقم الهوية,الجوال", "نورة سعد فهد العتيبي,1000000008,0551234567", "نورة سعد فهد العتيبي,,0551234567"];
    let preview = desk.open_csv("supervisor", "beneficiaries", &lines);
    assert_eq!(preview["counts"]["ask"], 1, "{}", preview["counts"]);
    desk.save("supervisor");
    let file = desk.told("supervisor", "importing.refused", desk.named());
    let handed = desk.handed("beneficiaries", "refused.xlsx", &desk.fetched("supervisor", &file));
    let again = desk.told("supervisor", "importing.open", handed);
    assert_eq!((&again["data_rows"], &again["counts"]["ask"]), (&json!(1), &json!(1)), "it asks again");
    let row = &desk.told(
        "supervisor",
        "importing.sheet",
        desk.with(json!({ "sheet": again["sheets"][0]["name"], "offset": 0, "limit": 10 })),
    )["lines"][1];
    assert!(row.to_string().contains("هل هو الشخص نفسه في الصف 2؟"), "{row}");
}

#[test]
fn what_the_books_do_not_take_stands_refused_in_the_preview_and_the_rest_is_saved() {
    let desk = Desk::new();
    desk.open_csv("supervisor", "beneficiaries", &["الاسم,رقم الهوية", "نورة سعد فهد العتيبي,1000000008"]);
    desk.save("supervisor");
    let fund = "0190000a-0000-7000-8000-000000000001";
    desk.told(
        "finance",
        "funds.add",
        json!({ "id": fund, "name": "محفظة القروض", "class": "unrestricted", "kind": "loan_pool" }),
    );
    let gift = json!({ "id": "0190000a-0000-7000-8000-000000000002", "fund": fund, "amount": 500_000, "day": "2026-01-05",
                       "donor": "شركة معارف", "method": "transfer", "reference": "", "narration": "", "account": null });
    desk.told("finance", "funds.donate", gift);
    let lines = [
        "رقم القرض,رقم الهوية,مبلغ القرض,تاريخ الصرف,عدد الأقساط,أول قسط,الصندوق",
        "ق-1,1000000008,4000,2026/06/01م,10,2026/07/01م,محفظة القروض",
        "ق-2,1000000008,50000,2026/07/01م,10,2026/08/01م,محفظة القروض",
    ];
    let preview = desk.open_csv("finance", "loans", &lines);
    assert_eq!(preview["counts"]["refused"], 0, "{}", preview["counts"]);
    assert_eq!(desk.refused("finance", "importing.save", desk.named()), "importing.rows_refused");
    assert_eq!(desk.told("finance", "loans.list", json!({}))["total"], 0, "nothing was saved");
    let refused = desk.rows("finance", "loans", json!(["refused"]));
    assert_eq!((refused.len(), &refused[0]["row"]), (1, &json!(3)));
    assert_eq!(refused[0]["reasons"][0]["reason"], "movement_refused");
    assert!(refused[0]["reasons"][0]["detail"].as_str().unwrap().contains("ledger.fund_overdrawn"), "{}", refused[0]);
    for (language, words) in [("ar", "نقد الصندوق لا يكفي"), ("en", "fund")] {
        let report = desk.told("finance", "importing.report", desk.with(json!({ "language": language })));
        let said = &report["judgement"]["tables"]["loans"]["rows"][1]["reasons"][0]["detail"];
        assert!(said.as_str().unwrap().to_lowercase().contains(words), "{said}");
        assert_eq!(said.as_str().unwrap().is_ascii(), language == "en", "{said}");
    }
    assert_eq!(desk.save("finance")["ready"], 1);
    assert_eq!(desk.told("finance", "loans.list", json!({}))["lines"][0]["loan_no"], "ق-1");
}

#[test]
fn an_opening_without_a_day_or_out_of_balance_waits() {
    let desk = Desk::new();
    desk.told("finance", "funds.add", json!({ "id": "0190000a-0000-7000-8000-000000000001", "name": "الصندوق العام", "class": "unrestricted", "kind": "operating" }));
    let lines = ["رقم الحساب,الصندوق,مدين,دائن", "11101,الصندوق العام,1000,", "23101,الصندوق العام,,900"];
    let preview = desk.open_csv("finance", "openings", &lines);
    let why: Vec<&str> =
        preview["why_not"].as_array().unwrap().iter().map(|why| why["code"].as_str().unwrap()).collect();
    assert_eq!(why, ["no_opening_day", "fund_unbalanced"]);
    let ahead = desk.told("finance", "importing.set_day", desk.with(json!({ "day": "2030-01-01" })));
    assert_eq!(ahead["why_not"][0]["code"], "opening_day_ahead");
    desk.told("finance", "importing.set_day", desk.with(json!({ "day": "2026-01-01" })));
    let mend = json!({ "table": "openings", "row": 3, "field": "credit", "text": "1000" });
    assert_eq!(desk.told("finance", "importing.correct", desk.with(mend))["why_not"], json!([]));
    assert_eq!(
        desk.save("finance")["made"],
        json!([{ "noun": "fund", "count": 0 }, { "noun": "opening_line", "count": 2 }])
    );
}

#[test]
fn an_import_and_the_rows_it_refused_leave_their_lines() {
    let desk = Desk::new();
    desk.open("supervisor", "beneficiaries", "beneficiaries.xlsx");
    desk.save("supervisor");
    desk.told("supervisor", "importing.refused", desk.named());
    let page = desk.told("administrator", "audit.list", json!({}));
    let line = |command: &str| {
        let lines = page["lines"].as_array().unwrap();
        lines.iter().find(|line| line["command"] == command).unwrap_or_else(|| panic!("no line for {command}")).clone()
    };
    let saved = line("importing.save");
    assert_eq!((&saved["summary"], &saved["action"]), (&json!("beneficiaries.xlsx"), &json!("change")));
    assert_eq!((&saved["after"]["ready"], &saved["after"]["refused"]), (&json!(292), &json!(23)));
    assert_eq!(saved["after"]["sha256"].as_str().unwrap().len(), 64);
    let exported = line("importing.refused");
    assert_eq!(
        (&exported["action"], &exported["after"]["rows"]),
        (&json!("export"), &json!(28)),
        "five wait for an answer"
    );
}

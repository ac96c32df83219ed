//! The funds as the office uses them, through `Office::call` alone.

use crate::books::{Story, id};
use office::Caller;
use serde_json::json;
use sharaka_tests::{bring, fetched};

#[test]
fn a_donation_is_receipted_printed_and_found_again() {
    let story = Story::new();
    let sheet = story.done("funds.donate", story.donation(0x20, 0x11, 100_050));
    assert_eq!(sheet["number"], "RV-2026-000001");
    assert_eq!(sheet["amount_in_words"], "ألف ريال وخمسون هللة");
    assert_eq!(sheet["entry"]["narration"], "تبرع", "an empty narration says what it is");
    assert_eq!(
        story.refused(&story.finance, "funds.donate", story.donation(0x20, 0x11, 100_050)),
        "ledger.duplicate_id"
    );
    assert_eq!(story.refused(&story.researcher, "funds.donate", story.donation(0x21, 0x11, 5)), "funds.post");
    let cash =
        json!({ "id": id(0x22), "fund": id(0x11), "amount": 5, "day": "2026-10-20", "donor": "س", "method": "cash" });
    assert_eq!(
        story.refused(&story.finance, "funds.donate", cash),
        "office.malformed",
        "the law knows no cash donation"
    );

    for (text, found) in [("معارف", 1), ("rv-2026-000001", 1), ("FT26293", 1), ("غيرها", 0)] {
        let page = story.done("funds.journal", json!({ "filter": { "text": text } }));
        assert_eq!(page["rows"].as_array().unwrap().len(), found, "{text}");
    }
    let row = &story.done("funds.journal", json!({}))["rows"][0];
    assert_eq!((&row["debit_name"], &row["credit_name"]), (&json!("نقدية وودائع في البنوك"), &json!("التبرع العام")));

    let paper = story.done("funds.voucher", json!({ "id": id(0x20) }));
    let pdf = fetched(&story.office, &story.finance, &paper);
    assert!(pdf.starts_with(b"%PDF-"), "a voucher is a PDF");
    assert_eq!(paper["name"], "RV-2026-000001.pdf");
    assert_eq!(paper["pages"].as_array().unwrap().len(), 1, "a voucher fits one page");
    let zakat = story.done("funds.donate", story.donation(0x23, 0x13, 700));
    assert_eq!(zakat["entry"]["lines"][1]["account"], "31101", "what is given to the zakat fund is zakat");
}

#[test]
fn money_moves_between_funds_only_by_two_people() {
    let story = Story::new();
    story.done("funds.donate", story.donation(0x20, 0x11, 100_000));
    let ask = |amount: i64, number: u8| {
        json!({ "id": id(number), "from": id(0x11), "to": id(0x12), "amount": amount, "day": "2026-10-21",
                "reason": "تغذية محفظة القروض" })
    };
    story.done("funds.transfer", ask(60_000, 0x31));
    assert_eq!(story.done("funds.drafts", json!({}))["drafts"].as_array().unwrap().len(), 1);
    assert_eq!(
        story.done("funds.list", json!({}))["funds"][1]["totals"]["cash"],
        0,
        "nothing moves before the approval"
    );
    assert_eq!(story.refused(&story.finance, "funds.approve", json!({ "id": id(0x31) })), "funds.own_draft");
    let posted = story.by(&story.supervisor, "funds.approve", json!({ "id": id(0x31) }))["voucher"].clone();
    assert_eq!(posted["amount"], 60_000, "what passes through the transfer account is counted once");
    assert_eq!((&posted["number"], &posted["entry"]["approved_by_name"]), (&json!("JV-2026-000001"), &json!("saad")));
    assert_eq!(story.refused(&story.supervisor, "funds.approve", json!({ "id": id(0x31) })), "funds.draft_decided");
    let screen = story.done("funds.list", json!({}));
    let cash: Vec<i64> =
        screen["funds"].as_array().unwrap().iter().map(|line| line["totals"]["cash"].as_i64().unwrap()).collect();
    assert_eq!(cash, [40_000, 60_000, 0]);
    assert_eq!((&screen["cash"], &screen["lendable"]), (&json!(100_000), &json!(60_000)));

    story.done("funds.transfer", ask(50_000, 0x32));
    let overdrawn = story.refused(&story.supervisor, "funds.approve", json!({ "id": id(0x32) }));
    assert_eq!(overdrawn, "ledger.fund_overdrawn", "40,000 are left");
    let returned = json!({ "id": id(0x32), "note": "المبلغ أكبر من الرصيد" });
    story.office.call(&story.supervisor, "funds.return_draft", returned).unwrap();
    let drafts = story.done("funds.drafts", json!({}))["drafts"].clone();
    assert_eq!((&drafts[0]["state"], &drafts[0]["for_me"]), (&json!("returned"), &json!(false)));

    let sheet = story.done("funds.detail", json!({ "fund": id(0x11), "from": "2026-10-01", "until": "2026-10-31" }));
    assert_eq!((&sheet["net_assets_before"], &sheet["net_assets_after"]), (&json!(0), &json!(40_000)));
    assert_eq!((&sheet["sources"][0]["amount"], &sheet["uses"][0]["amount"]), (&json!(100_000), &json!(60_000)));
}

#[test]
fn the_books_close_by_months_open_by_two_and_leave_as_a_journal() {
    let story = Story::new();
    story.done("funds.donate", story.donation(0x20, 0x11, 100_000));
    let month = |period: i32| json!({ "period": period, "word": "روجع" });
    for period in 202601..=202609 {
        story.done("funds.close_period", month(period));
    }
    assert_eq!(story.refused(&story.finance, "funds.close_period", month(202610)), "ledger.period_not_over");
    story.next_day();
    story.done("funds.close_period", month(202610));
    assert_eq!(story.refused(&story.finance, "funds.donate", story.donation(0x21, 0x11, 5)), "ledger.period_closed");
    let closed = story.done("funds.list", json!({ "day": "2026-10-31" }));
    assert_eq!((&closed["open_period"], &closed["closed_period"]), (&json!(null), &json!(202610)));
    let october = json!({ "period": 202610 });
    assert_eq!(story.refused(&story.supervisor, "funds.reopen_period", october.clone()), "ledger.reopening_needs_two");
    story.done("funds.ask_to_reopen", json!({ "period": 202610, "reason": "سند متأخر" }));
    assert_eq!(story.refused(&story.finance, "funds.reopen_period", october.clone()), "ledger.reopening_needs_two");
    let waiting = |who: &Caller| {
        let tasks = story.office.call(who, "tasks.mine", json!({})).unwrap().value["tasks"].clone();
        tasks.as_array().unwrap().iter().filter(|task| task["kind"] == "month_reopen").count()
    };
    assert_eq!((waiting(&story.supervisor), waiting(&story.finance)), (1, 0), "another person decides");
    story.office.call(&story.supervisor, "funds.reopen_period", october).unwrap();
    assert_eq!(waiting(&story.supervisor), 0, "what was granted waits no more");
    story.done("funds.donate", story.donation(0x21, 0x11, 5));

    let trial = story.done("funds.trial_balance", json!({}));
    assert_eq!((&trial["debit_balance"], &trial["credit_balance"]), (&json!(100_005), &json!(100_005)));
    let earlier = story.done("funds.trial_balance", json!({ "day": "2026-10-19" }));
    assert_eq!(earlier["rows"], json!([]), "nothing had been posted by then");
    let paper = story.done("funds.trial_balance_paper", json!({}));
    assert_eq!(paper["name"], "trial-balance-2026-11-01.pdf");
    let file = story.done("funds.books", json!({}));
    let text = fetched(&story.office, &story.finance, &file);
    assert!(String::from_utf8(text).unwrap().contains("2026-10-20 * (RV-2026-000001) تبرع"));
    let found = story.done("funds.verify", json!({}));
    assert_eq!((&found["entries"], &found["broken_at"], &found["balances_off"]), (&json!(2), &json!(null), &json!(0)));
}

#[test]
fn the_chart_is_the_associations_to_extend_and_a_fund_can_be_renamed() {
    let story = Story::new();
    let accounts = |story: &Story| story.done("funds.chart", json!({}))["accounts"].as_array().unwrap().len();
    let before = accounts(&story);
    story.done("funds.add_account", json!({ "code": "11105", "name": "نقدية لدى الفروع", "postable": true }));
    let account = || {
        let accounts = story.done("funds.chart", json!({}))["accounts"].clone();
        accounts.as_array().unwrap().iter().find(|account| account["code"] == "11105").unwrap().clone()
    };
    assert_eq!(account()["parent"], "111", "an account hangs below the group whose code it begins with");
    assert_eq!(accounts(&story), before + 1);
    let change = json!({ "code": "11105", "name": "نقدية لدى المكاتب", "postable": true, "checked": true });
    story.done("funds.change_account", change);
    let changed = account();
    assert_eq!((&changed["name"], &changed["checked"]), (&json!("نقدية لدى المكاتب"), &json!(true)));
    let renamed =
        json!({ "id": id(0x11), "name": "صندوق الشراكة المجتمعية", "class": "unrestricted", "kind": "operating" });
    story.done("funds.change", renamed);
    let funds = story.done("funds.list", json!({}))["funds"].clone();
    assert!(funds.as_array().unwrap().iter().any(|line| line["fund"]["name"] == "صندوق الشراكة المجتمعية"), "{funds}");
    let periods = story.done("funds.periods", json!({}));
    assert!(periods["periods"].is_array(), "periods come with the first entry of their year");
    story.done("funds.donate", story.donation(0x20, 0x11, 100_000));
    let entry = story.done("funds.entry", json!({ "id": id(0x20) }));
    assert_eq!(entry["number"], "RV-2026-000001", "from the number to the voucher in one step");
}

#[test]
fn the_chart_leaves_as_a_spreadsheet_and_comes_back_by_its_codes() {
    let story = Story::new();
    let file = story.done("funds.chart_file", json!({}));
    let brought = |bytes: Vec<u8>| bring(&story.office, &story.finance, "funds.chart_preview", bytes).unwrap();
    let sheet = brought(fetched(&story.office, &story.finance, &file));
    let same = story.done("funds.chart_preview", json!({ "name": file["name"], "ticket": sheet }));
    assert_eq!((&same["added"], &same["changed"], &same["refused"]), (&json!(0), &json!(0), &json!(0)), "{same}");
    story.done("funds.donate", story.donation(0x20, 0x11, 100_000));

    let csv = "رقم الحساب,الحساب,يقبل القيود,طوبق بالدليل الرسمي\n\
               11105,نقدية لدى الفروع,نعم,نعم\n31201,التبرعات العامة,,نعم\n41205,مصاريف بنكية,,\n\
               11101,البنك,لا,\n99,بلا مجموعة,,\n11106,,,\n11105,مكرر,,\n4120501,سبع خانات,,\n11101001,بنك الجزيرة,,\n";
    let none = json!({ "name": "x.csv", "ticket": brought(b"a,b\n1,2\n".to_vec()) });
    let chart = json!({ "name": "chart.csv", "ticket": brought(csv.into()) });
    let preview = story.done("funds.chart_preview", chart.clone());
    let told: Vec<(String, String)> = preview["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let outcome = row["refusal"].as_str().unwrap_or_else(|| row["verdict"].as_str().unwrap());
            (row["code"].as_str().unwrap().to_owned(), outcome.to_owned())
        })
        .collect();
    let expected = [
        ("99", "ledger.parent_unknown"),
        ("11105", "added"),
        ("31201", "changed"),
        ("41205", "same"),
        ("11101", "ledger.account_in_use"),
        ("11106", "ledger.name_missing"),
        ("11105", "ledger.code_taken"),
        ("4120501", "ledger.code_shape"),
        ("11101001", "added"),
    ];
    assert_eq!(told, expected.map(|(code, outcome)| (code.to_owned(), outcome.to_owned())));
    assert_eq!(story.refused(&story.supervisor, "funds.import_chart", chart.clone()), "funds.manage");
    story.done("funds.import_chart", chart.clone());
    let again = json!({ "name": "chart.csv", "ticket": brought(csv.into()) });
    let again = story.done("funds.chart_preview", again);
    assert_eq!((&again["added"], &again["changed"]), (&json!(0), &json!(0)), "what was previewed is done");
    let accounts = story.done("funds.chart", json!({}))["accounts"].clone();
    let named = |code: &str| {
        let found = accounts.as_array().unwrap().iter().find(|account| account["code"] == code).unwrap();
        (found["name"].clone(), found["checked"].clone())
    };
    assert_eq!(named("31201"), (json!("التبرعات العامة"), json!(true)));
    assert_eq!(named("11101001"), (json!("بنك الجزيرة"), json!(true)));
    assert_eq!(story.refused(&story.finance, "funds.chart_preview", none), "funds.chart_columns_missing");
}

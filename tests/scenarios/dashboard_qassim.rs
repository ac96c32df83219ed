//! An association's own files come in, and the board says of them what the answer key says, to the halala.

use crate::importing_office::{Desk, answer_key};
use kernel::id::PaymentId;
use serde_json::{Value, json};

/// The day the answer key looks at.
const DAY: &str = "2026-10-31";

/// The office after its files came in: people, funds, loans.
fn imported() -> Desk {
    let desk = Desk::new();
    for (who, subject, file) in [
        ("supervisor", "beneficiaries", "beneficiaries.xlsx"),
        ("finance", "openings", "fund_opening.xlsx"),
        ("supervisor", "loans", "loans.xlsx"),
    ] {
        desk.open(who, subject, file);
        desk.save(who);
    }
    desk
}

/// A rate of the key, such as 0.223586, in hundredths of a per cent.
fn hundredths(rate: &Value) -> i64 {
    let text = rate.to_string();
    let (whole, digits) = text.split_once('.').unwrap();
    let millionths: i64 = format!("{whole}{digits:0<6}").parse().unwrap();
    (millionths + 50) / 100
}

/// Each figure of a portfolio, beside the key's.
pub fn compare(named: &str, told: &Value, key: &Value) {
    let portfolio = &told["portfolio"];
    for (figure, wanted) in [
        ("loans", "loans"),
        ("active", "active"),
        ("paid_off", "paid_off"),
        ("late", "late"),
        ("lent", "lent_halalas"),
        ("paid", "paid_net_halalas"),
        ("outstanding", "outstanding_halalas"),
        ("overdue", "overdue_halalas"),
        ("credits", "credits_halalas"),
    ] {
        assert_eq!(portfolio[figure], key[wanted], "{named}: {figure}");
    }
    let collection = &told["collection"];
    assert_eq!(collection["fallen_due"], key["fallen_due_halalas"], "{named}");
    assert_eq!(collection["collected"], key["collected_on_fallen_due_halalas"], "{named}");
    assert_eq!(collection["rate"], hundredths(&key["collection_rate"]), "{named}: the collection rate");
    assert_eq!(told["arrears_rate"], hundredths(&key["arrears_rate"]), "{named}: the arrears rate");
    let all_money = portfolio["paid"].as_i64().unwrap() * 1_000_000 / collection["fallen_due"].as_i64().unwrap();
    assert_eq!((all_money + 50) / 100, hundredths(&key["collection_rate_all_money"]), "{named}: all money");
    for (place, days) in ["par0", "par30", "par60", "par90"].into_iter().enumerate() {
        let risk = &told["at_risk"][place];
        assert_eq!(format!("par{}", risk["days"]), days);
        assert_eq!(risk["amount"], key[days]["amount_halalas"], "{named}: {days}");
        assert_eq!(risk["rate"], hundredths(&key[days]["rate"]), "{named}: {days}");
    }
    for (place, band) in ["0", "1-30", "31-60", "61-90", "91-180", ">180"].into_iter().enumerate() {
        let (told, key) = (&told["ageing"][place], &key["buckets"][band]);
        assert_eq!(told["loans"], key["loans"], "{named}: {band}");
        assert_eq!(told["outstanding"], key["outstanding_halalas"], "{named}: {band}");
        assert_eq!(told["overdue"], key["overdue_halalas"], "{named}: {band}");
    }
}

fn amount(value: &Value) -> i64 {
    value.as_i64().unwrap()
}

fn sum(rows: &Value, figure: &str) -> i64 {
    rows.as_array().unwrap().iter().map(|row| amount(&row[figure])).sum()
}

#[test]
fn the_board_equals_the_answer_key_to_the_halala() {
    let desk = imported();
    let board = desk.told("supervisor", "dashboard.board", json!({ "day": DAY, "calendar": "gregorian" }));
    let key = answer_key()["portfolio"].clone();
    assert_eq!(key["as_of"], DAY);
    compare("the whole", &board, &key["totals"]);
    let by_fund = key["by_fund"].as_object().unwrap();
    assert_eq!(board["by_fund"].as_array().unwrap().len(), by_fund.len());
    for own in board["by_fund"].as_array().unwrap() {
        let name = own["name"].as_str().unwrap();
        compare(name, own, &by_fund[name]);
        let position = board["funds"].as_array().unwrap().iter().find(|fund| fund["name"] == name).unwrap();
        assert_eq!(position["totals"]["loans"], own["portfolio"]["outstanding"], "the books of {name} hold its loans");
    }
    assert_eq!(board["beneficiaries"]["registered"], 0, "their files came a day later");
    let today = desk.told("supervisor", "dashboard.board", json!({}));
    assert_eq!(today["beneficiaries"]["registered"], 292, "imported files wait to be activated");
    let whole = &board["portfolio"];
    assert_eq!(amount(&whole["average"]), (amount(&whole["outstanding"]) + 43) / 87, "87 loans are active");

    let months = &board["months"];
    assert_eq!(months.as_array().unwrap().len(), 12);
    assert_eq!((&months[0]["from"], &months[11]["until"]), (&json!("2025-11-01"), &json!(DAY)));
    let quarter: i64 = months.as_array().unwrap()[11..].iter().map(|month| amount(&month["due"])).sum();
    assert_eq!(amount(&board["collection"]["quarter"]["fallen_due"]), quarter, "October is the quarter so far");
    let before: i64 = months.as_array().unwrap()[8..11].iter().map(|month| amount(&month["due"])).sum();
    assert_eq!(amount(&board["collection"]["previous_quarter"]["fallen_due"]), before);
    for month in months.as_array().unwrap() {
        let span = json!({ "from": month["from"], "until": month["until"], "day": DAY, "limit": 500 });
        let received = desk.told("finance", "collection.received", span);
        assert_eq!(received["amount"], month["collected"], "{month}");
        assert_eq!(sum(&received["lines"], "amount"), amount(&received["amount"]), "{month}");
        assert_eq!(received["lines"].as_array().unwrap().len() as i64, amount(&received["payments"]), "{month}");
    }
    let flows = &board["sources_and_uses"];
    let flow = |kind: &str| {
        flows["flows"]
            .as_array()
            .unwrap()
            .iter()
            .find(|flow| flow["kind"] == kind)
            .map_or(0, |flow| amount(&flow["amount"]))
    };
    for flow in flows["flows"].as_array().unwrap() {
        let ask = json!({ "kind": flow["kind"], "from": flows["from"], "until": flows["until"], "limit": 500 });
        let rows = desk.told("finance", "dashboard.flow", ask);
        assert_eq!(rows["amount"], flow["amount"], "{flow}");
        if amount(&rows["total"]) <= 500 {
            assert_eq!(sum(&rows["lines"], "amount"), amount(&flow["amount"]), "{flow}");
        }
    }
    assert_eq!(flow("repayments"), sum(months, "collected"), "the books took in what the chart shows as collected");
    assert_eq!(amount(&flows["before"]) + amount(&flows["net_change"]), amount(&flows["after"]));
    assert_eq!(flows["after"], board["lendable"]["balance"]);

    let late = desk.told("supervisor", "collection.late", json!({ "day": DAY, "limit": 500 }));
    assert_eq!((&late["loans"], &late["overdue"]), (&key["totals"]["late"], &key["totals"]["overdue_halalas"]));
    assert_eq!(late["outstanding"], key["totals"]["par0"]["amount_halalas"]);
    for band in late["bands"].as_array().unwrap() {
        let name = band["band"].as_str().unwrap().replace("181", ">180");
        let name = if name == "91->180" { "91-180".to_owned() } else { name };
        let key = &key["totals"]["buckets"][&name];
        assert_eq!((&band["loans"], &band["overdue"]), (&key["loans"], &key["overdue_halalas"]), "{name}");
    }
    let due =
        desk.told("finance", "collection.due", json!({ "from": "2015-01-01", "until": "2026-10-30", "limit": 500 }));
    assert_eq!(due["unpaid"], key["totals"]["overdue_halalas"]);
    assert_eq!(sum(&due["lines"], "unpaid"), amount(&due["unpaid"]));

    // The rate opens the instalments it is of, paid ones included.
    let rate = &board["collection"];
    let target = &board["collection"]["target"];
    assert_eq!((&target["screen"], &target["asks"]["state"]), (&json!("collection.due"), &json!("all")));
    let shown = |state: &str| {
        let mut narrowed = target.clone();
        narrowed["asks"]["state"] = json!(state);
        behind(&desk, &narrowed)
    };
    let (all, paid, unpaid) = (shown("all"), shown("paid"), shown("unpaid"));
    assert_eq!(all["amount"], rate["fallen_due"], "{target}");
    assert_eq!(amount(&all["amount"]) - amount(&all["unpaid"]), amount(&rate["collected"]));
    assert_eq!(amount(&all["instalments"]), amount(&paid["instalments"]) + amount(&unpaid["instalments"]));
    assert!(paid["lines"].as_array().unwrap().iter().all(|line| line["unpaid"] == 0), "{paid}");
}

#[test]
fn a_day_looked_back_on_is_told_as_it_was_known_then() {
    let desk = imported();
    let ask = json!({ "day": DAY, "calendar": "hijri" });
    let parts =
        ["portfolio", "collection", "at_risk", "arrears_rate", "ageing", "months", "by_fund", "sources_and_uses"];
    let present = desk.told("supervisor", "dashboard.board", ask.clone());
    let late = desk.told("supervisor", "collection.late", json!({ "day": DAY }));
    let instalments = || behind(&desk, &present["collection"]["target"]);
    let due = instalments();
    let worst = late["lines"][0].clone();
    let payment = json!({
        "id": PaymentId::from_bytes([5; 16]), "loan": worst["loan"], "day": "2026-11-01", "amount": worst["overdue"],
        "method": "transfer",
    });
    desk.told("finance", "loans.repay", payment);
    let past = desk.told("supervisor", "dashboard.board", ask);
    for part in parts {
        assert_eq!(past[part], present[part], "{part}");
    }
    assert_eq!(desk.told("supervisor", "collection.late", json!({ "day": DAY })), late);
    assert_eq!(instalments(), due, "what was paid later is not yet paid on the day");
    let today = desk.told("supervisor", "dashboard.board", json!({ "day": "2026-11-01" }));
    let paid = amount(&today["portfolio"]["paid"]) - amount(&past["portfolio"]["paid"]);
    assert_eq!(paid, amount(&worst["overdue"]));

    let calls = desk.told("finance", "tasks.mine", json!({}))["tasks"].clone();
    let named: Vec<_> = calls.as_array().unwrap().iter().filter(|task| task["kind"] == "late_loan").collect();
    assert_eq!(named.len(), 3, "the worst are named, the others counted");
    assert!(named.iter().all(|task| task["args"]["loan_no"] != worst["loan_no"]), "who has paid is not called");

    let paper = desk.told("supervisor", "dashboard.paper", json!({ "day": DAY }));
    let pdf = desk.fetched("supervisor", &paper);
    assert!(pdf.starts_with(b"%PDF-"));
    assert!(paper["pages"].as_array().unwrap().len() <= 4, "a committee reads four pages at most");
}

/// What a figure leads to, answered: a screen bears the name of its command.
fn behind(desk: &Desk, target: &Value) -> Value {
    let mut ask = target["asks"].clone();
    ask["limit"] = json!(500);
    desk.told("supervisor", target["screen"].as_str().unwrap(), ask)
}

#[test]
fn every_figure_of_the_loans_opens_rows_that_add_up_to_it_on_any_day() {
    let desk = imported();
    for day in [DAY, "2026-10-20", "2025-12-31", "2025-01-01"] {
        let board = desk.told("supervisor", "dashboard.board", json!({ "day": day }));
        let mut boards = vec![&board];
        boards.extend(board["by_fund"].as_array().unwrap());
        for told in boards {
            let active = behind(&desk, &told["portfolio"]["target"]);
            assert_eq!(active["loans"], told["portfolio"]["active"], "{day}");
            assert_eq!(active["outstanding"], told["portfolio"]["outstanding"], "{day}");
            assert_eq!(sum(&active["lines"], "outstanding"), amount(&active["outstanding"]), "{day}");
            let late = behind(&desk, &told["portfolio"]["late_target"]);
            assert_eq!((&late["loans"], &late["overdue"]), (&told["portfolio"]["late"], &told["portfolio"]["overdue"]));
            for risk in told["at_risk"].as_array().unwrap() {
                let rows = behind(&desk, &risk["target"]);
                assert_eq!((&rows["loans"], &rows["outstanding"]), (&risk["loans"], &risk["amount"]), "{day}");
            }
            for band in told["ageing"].as_array().unwrap() {
                let rows = behind(&desk, &band["target"]);
                let found = (&rows["loans"], &rows["outstanding"], &rows["overdue"]);
                assert_eq!(found, (&band["loans"], &band["outstanding"], &band["overdue"]), "{day}: {band}");
            }
        }
        let collection = &board["collection"];
        let instalments = behind(&desk, &collection["target"]);
        assert_eq!(instalments["amount"], collection["fallen_due"], "{day}");
        assert_eq!(amount(&instalments["amount"]) - amount(&instalments["unpaid"]), amount(&collection["collected"]));
        for month in board["months"].as_array().unwrap() {
            assert_eq!(behind(&desk, &month["target"])["amount"], month["due"], "{day}: {month}");
        }
        let people = &board["beneficiaries"];
        assert_eq!(behind(&desk, &people["target"])["total"], people["active"], "{day}");
        let files = desk.told("supervisor", "beneficiaries.on_day", json!({ "day": day, "status": "active" }));
        assert_eq!((&files["total"], &files["persons"]), (&people["active"], &people["persons"]), "{day}");
        for apart in ["restructured", "written_off"] {
            assert_eq!(behind(&desk, &board[apart]["target"])["loans"], board[apart]["loans"], "{day}");
        }
        let all = desk.told("supervisor", "collection.portfolio", json!({ "day": day }));
        let figures = ["loans", "lent", "paid", "outstanding", "overdue"];
        assert_eq!(figures.map(|figure| &all[figure]), figures.map(|figure| &board["portfolio"][figure]), "{day}");
        assert_eq!(all["credit"], board["portfolio"]["credits"], "{day}");
    }
    let ahead = desk.refused("supervisor", "collection.portfolio", json!({ "day": "2030-01-01" }));
    assert_eq!(ahead, "office.future_day");
}

#[test]
fn a_payment_of_the_time_before_the_books_is_refused_before_it_is_recorded() {
    let desk = imported();
    let early = desk.told("supervisor", "loans.find", json!({ "text": "ق-1446-010" }))["loans"][0]["loan"].clone();
    let ask = json!({ "loan": early, "day": "2024-12-30", "amount": 50_000 });
    assert_eq!(desk.refused("finance", "loans.repay_preview", ask), "ledger.before_opening");
    let payment = json!({ "id": PaymentId::from_bytes([6; 16]), "loan": early, "day": "2024-12-30",
        "amount": 50_000, "method": "transfer" });
    assert_eq!(desk.refused("finance", "loans.repay", payment), "ledger.before_opening");
    for month in 202501..=202512 {
        desk.told("finance", "funds.close_period", json!({ "period": month, "word": "روجع" }));
    }
    let closed = json!({ "loan": early, "day": "2025-12-30", "amount": 50_000 });
    assert_eq!(desk.refused("finance", "loans.repay_preview", closed), "ledger.period_closed");
}

/// The computer's clock was wrong for an hour; what was recorded meanwhile is told rightly once it is right again.
#[test]
fn a_clock_set_back_for_a_while_leaves_no_wrong_figure() {
    let desk = imported();
    let loan = desk.told("supervisor", "loans.find", json!({ "text": "ق-1448-002" }))["loans"][0]["loan"].clone();
    let right = office::clock::Clock::now(desk.story.clock.as_ref());
    let pay = |number: u8, day: &str, amount: i64| {
        let id = PaymentId::from_bytes([number; 16]);
        json!({ "id": id, "loan": loan, "day": day, "amount": amount, "method": "transfer" })
    };
    desk.told("finance", "loans.repay", pay(1, "2026-11-01", 250_000));
    desk.story.clock.set(kernel::Moment::from_micros(right.micros() - 40 * 86_400_000_000));
    desk.story.told("integrity.confirm_clock", json!({}));
    desk.told("finance", "loans.repay", pay(2, "2026-09-20", 100_000));
    desk.story.clock.set(right);
    desk.story.told("integrity.confirm_clock", json!({}));
    let sheet = desk.told("supervisor", "loans.detail", json!({ "loan": loan }));
    let line = desk.told("supervisor", "loans.find", json!({ "text": "ق-1448-002" }))["loans"][0].clone();
    assert_eq!(line["outstanding"], sheet["outstanding"], "the list and the sheet");
    let board = desk.told("supervisor", "dashboard.board", json!({}));
    for own in board["by_fund"].as_array().unwrap() {
        let held = board["funds"].as_array().unwrap().iter().find(|fund| fund["fund"] == own["fund"]).unwrap();
        assert_eq!(held["totals"]["loans"], own["portfolio"]["outstanding"], "the books of {}", own["name"]);
    }
}

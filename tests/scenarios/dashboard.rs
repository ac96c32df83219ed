//! The board of an association without loans yet: people, funds, what waits.

use crate::office::Story;
use office::Caller;
use serde_json::{Value, json};
use std::time::Duration;

fn fund(number: u8) -> String {
    format!("0190000a-0000-7000-8000-0000000000{number:02x}")
}

fn by(story: &Story, who: &Caller, name: &str, input: Value) -> Value {
    story.office.call(who, name, input).unwrap_or_else(|failure| panic!("{name}: {failure}")).value
}

#[test]
fn money_of_the_lending_funds_is_told_from_where_it_came_to_where_it_went() {
    let story = Story::begun();
    let (_, finance) = story.with("فهد", "fahd", "finance");
    let (_, supervisor) = story.with("سارة", "sara", "supervisor");
    for (number, name, kind) in [(1, "صندوق الشراكة", "operating"), (2, "محفظة القروض", "loan_pool")]
    {
        let new = json!({ "id": fund(number), "name": name, "class": "unrestricted", "kind": kind });
        by(&story, &finance, "funds.add", new);
    }
    let donation = |number: u8, to: u8, amount: i64, day: &str| {
        json!({ "id": fund(number), "fund": fund(to), "amount": amount, "day": day, "donor": "شركة معارف",
                "method": "transfer", "reference": "", "narration": "", "account": null })
    };
    by(&story, &finance, "funds.donate", donation(0x20, 1, 900_000, "2025-10-05"));
    by(&story, &finance, "funds.donate", donation(0x21, 2, 250_050, "2025-10-05"));
    by(&story, &finance, "funds.donate", donation(0x22, 2, 100_000, "2026-11-20"));
    let ask = json!({ "id": fund(0x31), "from": fund(1), "to": fund(2), "amount": 60_000, "day": "2026-11-18", "reason": "تغذية المحفظة" });
    by(&story, &finance, "funds.transfer", ask);

    let board = |who: &Caller, day: &str, calendar: &str| {
        by(&story, who, "dashboard.board", json!({ "day": day, "calendar": calendar }))
    };
    let waiting = &board(&supervisor, "2026-11-21", "hijri")["waiting"];
    assert_eq!((&waiting[0]["kind"], &waiting[0]["args"]["amount"]), (&json!("voucher_approve"), &json!("600.00")));
    assert_eq!(board(&finance, "2026-11-21", "hijri")["waiting"], json!([]), "nobody decides what they wrote");
    let posted = by(&story, &supervisor, "funds.approve", json!({ "id": fund(0x31) }));
    let back = json!({ "id": fund(0x41), "entry": fund(0x22), "day": "2026-11-21", "reason": "سُجّل مرتين" });
    by(&story, &finance, "funds.ask_reversal", back);
    by(&story, &supervisor, "funds.approve", json!({ "id": fund(0x41) }));

    let told = by(&story, &supervisor, "dashboard.board", json!({ "calendar": "gregorian" }));
    let flows = &told["sources_and_uses"];
    assert_eq!((&flows["from"], &flows["until"]), (&json!("2025-12-01"), &json!("2026-11-21")));
    assert_eq!((&flows["before"], &flows["after"]), (&json!(250_050), &json!(310_050)));
    assert_eq!(flows["net_change"], 60_000);
    let kinds: Vec<_> =
        flows["flows"].as_array().unwrap().iter().map(|flow| (&flow["kind"], &flow["amount"])).collect();
    assert_eq!(kinds, [(&json!("transfers_in"), &json!(60_000))], "a donation taken back is none: {posted}");
    assert_eq!(told["lendable"]["available"], 310_050);
    assert_eq!(told["lendable"]["balance"], 310_050, "the partnership fund does not lend");
    assert_eq!(told["portfolio"]["loans"], 0);
    assert_eq!(
        (&told["collection"]["rate"], &told["arrears_rate"]),
        (&Value::Null, &Value::Null),
        "no rate of nothing"
    );

    let before = board(&supervisor, "2026-11-20", "gregorian");
    let flows: Vec<_> =
        before["sources_and_uses"]["flows"].as_array().unwrap().iter().map(|flow| flow["amount"].clone()).collect();
    assert_eq!(flows, [json!(100_000), json!(60_000)], "the day before, the donation stood");
    assert_eq!(before["lendable"]["balance"], 410_050);

    let found = by(&story, &finance, "funds.find", json!({ "text": "معارف" }));
    assert_eq!(found["vouchers"].as_array().unwrap().len(), 4, "three donations, and the one that takes one back");
    let found = by(&story, &finance, "funds.find", json!({ "text": "rv-2026-000001" }));
    assert_eq!(found["vouchers"][0]["id"], fund(0x22));
    assert_eq!(by(&story, &finance, "funds.find", json!({ "text": " " }))["vouchers"], json!([]));
}

#[test]
fn files_are_counted_with_the_status_they_had() {
    const DAY: Duration = Duration::from_secs(86_400);
    let story = Story::begun();
    let (_, supervisor) = story.with("سارة", "sara", "supervisor");
    let party = |number: u8| fund(number);
    let people =
        [(1, "نورة بنت سعد بن علي القحطاني", "1098765439", 4), (2, "هند بنت فهد بن سالم الحربي", "1000000008", 6)];
    for (number, name, identity, family) in people {
        let facts = json!({ "name": name,
            "mobile": format!("055123456{number}"), "city": "بريدة", "district": "الريان", "family_size": family });
        let identity = json!({ "number": identity, "expires_on": "2030-01-01" });
        by(
            &story,
            &supervisor,
            "beneficiaries.add",
            json!({ "party": party(number), "facts": facts, "identity": identity }),
        );
        by(&story, &supervisor, "beneficiaries.check_identity", json!({ "party": party(number) }));
    }
    // After a day of idling the screen has locked itself.
    let entered = || story.sign_in("sara", "نخلة وظل وماء").expect("she comes back");
    let to = |number: u8, status: &str| {
        let change = json!({ "party": party(number), "status": status, "reason": "قرار اللجنة" });
        by(&story, &entered(), "beneficiaries.change_status", change)
    };
    story.pass(DAY);
    to(1, "active");
    story.pass(DAY);
    to(2, "active");
    to(1, "suspended");
    story.pass(DAY);
    to(1, "active");
    let supervisor = entered();
    let told = |day: &str| {
        let people = by(&story, &supervisor, "dashboard.board", json!({ "day": day }))["beneficiaries"].clone();
        ["active", "registered", "persons", "new_this_quarter"].map(|figure| people[figure].as_i64().unwrap())
    };
    assert_eq!(told("2026-11-20"), [0, 0, 0, 0], "before anybody came");
    assert_eq!(told("2026-11-21"), [0, 2, 0, 2]);
    assert_eq!(told("2026-11-22"), [1, 1, 4, 2]);
    assert_eq!(told("2026-11-23"), [1, 0, 6, 2], "one suspended, the other active");
    assert_eq!(told("2026-11-24"), [2, 0, 10, 2]);
}

#[test]
fn a_board_is_printed_and_the_future_is_refused() {
    let story = Story::begun();
    let (_, researcher) = story.with("سارة", "sara", "researcher");
    assert_eq!(story.refused("dashboard.board", json!({ "day": "2026-11-22" })), "office.future_day");
    let refused = story.office.call(&researcher, "dashboard.board", json!({})).unwrap_err();
    assert!(matches!(refused, kernel::Failure::Forbidden { permission: "dashboard.view" }));
    let paper = story.told("dashboard.paper", json!({}));
    let pdf = sharaka_tests::fetched(&story.office, &story.caller, &paper);
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(paper["name"], "dashboard-2026-11-21.pdf");
    assert_eq!(story.told("audit.list", json!({ "action": "print" }))["lines"][0]["command"], "dashboard.paper");
}

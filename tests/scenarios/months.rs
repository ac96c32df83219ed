//! Closing a month: what waits in it is told first, it takes a word, and what waited is posted on the first open day.

use crate::books::{Story, id};
use serde_json::{Value, json};

fn voucher(number: u8, kind: &str, day: &str, amount: i64) -> Value {
    json!({ "id": id(number), "kind": kind, "day": day, "narration": "رسوم بنكية", "counterparty": "البنك",
            "method": "transfer", "lines": [
                { "account": "41205", "fund": id(0x11), "debit": amount },
                { "account": "11101", "fund": id(0x11), "credit": amount } ] })
}

fn close(period: i32, word: &str) -> Value {
    json!({ "period": period, "word": word })
}

/// An office on the first of November with money, and something of each kind that waits in October.
fn office() -> Story {
    let story = Story::new();
    story.done("funds.donate", story.donation(0x20, 0x11, 100_000));
    let cheque = json!({ "id": id(0x21), "fund": id(0x11), "amount": 7_000, "day": "2026-10-21", "donor": "مؤسسة العون",
        "method": "cheque", "reference": "000123", "narration": "", "account": null });
    story.done("funds.donate", cheque);
    story.done("funds.draft", voucher(0x31, "payment", "2026-10-28", 900));
    story.by(&story.supervisor, "funds.approve", json!({ "id": id(0x31) }));
    story.done("funds.draft", voucher(0x32, "journal", "2026-10-29", 400));
    story.by(&story.supervisor, "funds.return_draft", json!({ "id": id(0x32), "note": "المبلغ" }));
    for period in 202601..=202609 {
        story.done("funds.close_period", close(period, "روجع"));
    }
    story
}

#[test]
fn a_month_tells_first_what_waits_in_it_and_closes_with_a_word() {
    let story = office();
    let waits = story.done("funds.closing", json!({ "period": 202610 }));
    assert_eq!(waits["today_inside"], true, "the last day of a month lies inside it");
    assert_eq!(story.refused(&story.finance, "funds.close_period", close(202610, "روجع")), "ledger.period_not_over");

    story.next_day();
    story.done("funds.ask_to_reopen", json!({ "period": 202609, "reason": "سند متأخر" }));
    let waits = story.done("funds.closing", json!({ "period": 202610 }));
    assert_eq!((&waits["today_inside"], &waits["posts_on"]), (&json!(false), &json!("2026-11-01")));
    let states: Vec<_> = waits["drafts"].as_array().unwrap().iter().map(|draft| draft["state"].clone()).collect();
    assert_eq!(states, ["waiting", "returned"]);
    assert_eq!(waits["cheques"][0]["donor"], "مؤسسة العون");
    assert_eq!(waits["approvals"], json!([]), "what was asked for in November is none of October's");
    let november = story.done("funds.closing", json!({ "period": 202611 }));
    assert_eq!(november["approvals"][0]["kind"], "month_reopen", "{november}");

    for nothing in ["", "  "] {
        let refused = story.refused(&story.finance, "funds.close_period", close(202610, nothing));
        assert_eq!(refused, "funds.closing_word_missing");
    }
    story.done("funds.close_period", close(202610, "طوبق كشف البنك"));
    let lines = story.by(&story.administrator, "audit.list", json!({ "subject": "202610" }))["lines"].clone();
    let told = &lines[0]["after"];
    assert_eq!((&told["word"], &told["drafts"], &told["cheques"]), (&json!("طوبق كشف البنك"), &json!(2), &json!(1)));
}

#[test]
fn what_waited_when_its_month_closed_is_posted_on_the_first_open_day_and_says_so() {
    let story = office();
    story.next_day();
    let draft = |story: &Story| {
        let drafts = story.by(&story.committee, "funds.drafts", json!({}))["drafts"].clone();
        drafts.as_array().unwrap().iter().find(|draft| draft["id"] == id(0x31)).unwrap().clone()
    };
    assert_eq!(draft(&story)["posts_on"], json!(null), "its month is open still");
    story.done("funds.close_period", close(202610, "طوبق كشف البنك"));
    assert_eq!(draft(&story)["posts_on"], "2026-11-01", "whoever approves it is told before");
    let decided = story.by(&story.committee, "funds.approve", json!({ "id": id(0x31) }));
    let entry = &decided["voucher"]["entry"];
    assert_eq!((&entry["day"], &entry["amount"]), (&json!("2026-11-01"), &json!(900)));
    let narration = entry["narration"].as_str().unwrap();
    assert!(narration.starts_with("رسوم بنكية") && narration.contains("2026-10-28"), "{narration}");
    assert_eq!(story.done("funds.verify", json!({}))["broken_at"], json!(null));

    // A reversal asked for before the close goes the same way.
    let story = office();
    let back = json!({ "id": id(0x41), "entry": id(0x20), "day": "2026-10-30", "reason": "سُجل مرتين" });
    story.done("funds.ask_reversal", back);
    story.next_day();
    story.done("funds.close_period", close(202610, "طوبق كشف البنك"));
    let decided = story.by(&story.supervisor, "funds.approve", json!({ "id": id(0x41) }));
    assert_eq!(decided["voucher"]["entry"]["day"], "2026-11-01");
    // Nothing new is written into the closed month.
    let late = voucher(0x33, "journal", "2026-10-30", 5);
    assert_eq!(story.refused(&story.finance, "funds.draft", late), "ledger.period_closed");
}

#[test]
fn a_request_to_open_a_month_is_refused_by_another_person_who_says_why() {
    let story = office();
    let september = |reason: &str| json!({ "period": 202609, "reason": reason });
    let none = story.refused(&story.supervisor, "funds.refuse_reopening", september("لا"));
    assert_eq!(none, "ledger.reopening_needs_two", "nobody asked");
    story.done("funds.ask_to_reopen", september("سند متأخر"));
    let own = story.refused(&story.finance, "funds.refuse_reopening", september("لا"));
    assert_eq!(own, "ledger.reopening_needs_two", "not who asked");
    assert_eq!(story.refused(&story.supervisor, "funds.refuse_reopening", september(" ")), "funds.reason_missing");
    let refused = story.by(&story.supervisor, "funds.refuse_reopening", september("سُلّمت القوائم"));
    assert_eq!((&refused["state"], &refused["reopen_asked_by"]), (&json!("closed"), &json!(null)));
    let tasks = story.done("tasks.mine", json!({}))["tasks"].clone();
    let told = tasks.as_array().unwrap().iter().find(|task| task["kind"] == "month_refused").unwrap().clone();
    assert_eq!(told["args"]["reason"], "سُلّمت القوائم", "who asked is told why");
    let open = story.refused(&story.supervisor, "funds.reopen_period", json!({ "period": 202609 }));
    assert_eq!(open, "ledger.reopening_needs_two");
    story.done("funds.ask_to_reopen", september("سند آخر"));
    story.by(&story.supervisor, "funds.reopen_period", json!({ "period": 202609 }));
}

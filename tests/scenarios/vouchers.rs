//! Vouchers from the first draft to the books: who writes, who approves, what is returned, mended, taken back.

use crate::books::{Story, id};
use serde_json::{Value, json};

fn drafts(story: &Story) -> Vec<Value> {
    story.done("funds.drafts", json!({}))["drafts"].as_array().unwrap().clone()
}

fn draft(number: u8, kind: &str, amount: i64) -> Value {
    json!({ "id": id(number), "kind": kind, "day": "2026-10-22", "narration": "رسوم بنكية", "counterparty": "البنك",
            "method": "transfer", "lines": [
                { "account": "41205", "fund": id(0x11), "debit": amount },
                { "account": "11101", "fund": id(0x11), "credit": amount } ] })
}

#[test]
fn a_hand_written_voucher_is_checked_before_it_waits() {
    let story = Story::new();
    story.done("funds.donate", story.donation(0x20, 0x11, 100_000));
    let draft = |number: u8, credit: i64| {
        json!({ "id": id(number), "kind": "payment", "day": "2026-10-22", "narration": "رسوم بنكية", "counterparty": "البنك",
                "method": "transfer", "lines": [
                    { "account": "41205", "fund": id(0x11), "debit": 1_500 },
                    { "account": "11101", "fund": id(0x11), "credit": credit } ] })
    };
    assert_eq!(story.refused(&story.finance, "funds.draft", draft(0x41, 1_400)), "ledger.unbalanced");
    for (account, why) in [("412", "ledger.group_account"), ("31102", "ledger.other_restriction")] {
        let mut wrong = draft(0x41, 1_500);
        wrong["lines"][0]["account"] = json!(account);
        assert_eq!(story.refused(&story.finance, "funds.draft", wrong), why, "nobody is asked to approve {account}");
    }
    story.done("funds.draft", draft(0x42, 1_500));
    let approve = json!({ "id": id(0x42) });
    let once = story.by(&story.supervisor, "funds.approve", approve.clone());
    assert_eq!((&once["voucher"], &once["draft"]["approvals_needed"]), (&json!(null), &json!(2)));
    assert_eq!(story.refused(&story.supervisor, "funds.approve", approve.clone()), "funds.approved_by_you");
    assert_eq!(story.refused(&story.finance, "funds.approve", approve.clone()), "funds.own_draft");
    let posted = story.by(&story.committee, "funds.approve", approve)["voucher"].clone();
    assert_eq!(posted["number"], "PV-2026-000001");
    let approvers = (&posted["entry"]["approved_by_name"], &posted["entry"]["second_approved_by_name"]);
    assert_eq!(approvers, (&json!("saad"), &json!("fahd")));
    let paper = story.done("funds.voucher", json!({ "id": id(0x42) }));
    assert_eq!(paper["pages"].as_array().unwrap().len(), 1, "with its four places to sign");
    let sheet = story.done(
        "funds.account",
        json!({ "account": "11101", "fund": null, "from": "2026-10-01", "until": "2026-10-31" }),
    );
    assert_eq!((&sheet["ledger"]["closing"], sheet["ledger"]["lines"].as_array().unwrap().len()), (&json!(98_500), 2));
}

#[test]
fn a_returned_voucher_is_mended_by_its_maker_and_approved_anew() {
    let story = Story::new();
    story.done("funds.donate", story.donation(0x20, 0x11, 100_000));
    story.done("funds.draft", draft(0x41, "payment", 2_500));
    story.by(&story.supervisor, "funds.approve", json!({ "id": id(0x41) }));
    let back = json!({ "id": id(0x41), "note": "المبلغ في الكشف 1500" });
    assert_eq!(story.refused(&story.finance, "funds.return_draft", back.clone()), "funds.own_draft");
    story.by(&story.committee, "funds.return_draft", back);
    let tasks = story.done("tasks.mine", json!({}))["tasks"].clone();
    let told = tasks.as_array().unwrap().iter().any(|task| task["kind"] == "voucher_returned");
    assert!(told, "its maker learns of it: {tasks}");
    assert_eq!(drafts(&story)[0]["note"], "المبلغ في الكشف 1500");
    assert!(
        story.by(&story.supervisor, "funds.drafts", json!({}))["drafts"].as_array().unwrap().is_empty(),
        "and nobody else has it on their list"
    );
    let mended = story.done("funds.change_draft", draft(0x41, "payment", 1_500));
    assert_eq!((&mended["state"], &mended["approvals"]), (&json!("waiting"), &json!([])), "it is approved anew");
    let for_me = |who| story.by(who, "funds.drafts", json!({}))["drafts"][0]["for_me"].clone();
    assert_eq!((for_me(&story.finance), for_me(&story.supervisor)), (json!(false), json!(true)));
    story.by(&story.supervisor, "funds.approve", json!({ "id": id(0x41) }));
    assert_eq!(for_me(&story.supervisor), json!(false));
    let waits = story.by(&story.committee, "tasks.mine", json!({}))["tasks"].clone();
    let told = waits.as_array().unwrap().iter().any(|task| task["kind"] == "voucher_approve");
    assert!(told, "the second approver learns of it: {waits}");
    story.by(&story.committee, "funds.approve", json!({ "id": id(0x41) }));
    assert_eq!(story.refused(&story.finance, "funds.change_draft", draft(0x41, "payment", 5)), "funds.draft_decided");

    story.done("funds.draft", draft(0x42, "journal", 700));
    story.done("funds.drop_draft", json!({ "id": id(0x42) }));
    assert!(drafts(&story).is_empty());
    assert_eq!(story.refused(&story.finance, "funds.drop_draft", json!({ "id": id(0x41) })), "funds.draft_decided");
    let register = json!({ "id": id(0x43), "kind": "journal", "day": "2026-10-22", "narration": "شيك",
        "lines": [ { "account": "11104", "fund": id(0x11), "debit": 5 }, { "account": "31201", "fund": id(0x11), "credit": 5 } ] });
    assert_eq!(story.refused(&story.finance, "funds.draft", register), "funds.register_account");
    let stranger = json!({ "id": id(0x44), "kind": "reversal", "day": "2026-10-22", "narration": "س", "lines": [] });
    assert_eq!(story.refused(&story.finance, "funds.draft", stranger), "office.malformed", "a reversal is asked for");
}

#[test]
fn an_entry_is_taken_back_by_two_people_and_exactly() {
    let story = Story::new();
    story.done("funds.donate", story.donation(0x20, 0x11, 100_000));
    story.done("funds.donate", story.donation(0x21, 0x11, 100_000));
    let ask = |number: u8, entry: u8, day: &str| json!({ "id": id(number), "entry": id(entry), "day": day, "reason": "سُجل مرتين" });
    let early = story.refused(&story.finance, "funds.ask_reversal", ask(0x51, 0x21, "2026-10-19"));
    assert_eq!(early, "ledger.reversal_before_entry");
    let asked = story.done("funds.ask_reversal", ask(0x51, 0x21, "2026-10-22"));
    assert_eq!((&asked["content"]["kind"], &asked["amount"]), (&json!("reversal"), &json!(100_000)));
    let again = story.refused(&story.finance, "funds.ask_reversal", ask(0x52, 0x21, "2026-10-22"));
    assert_eq!(again, "funds.reversal_waits");
    assert_eq!(story.refused(&story.finance, "funds.change_draft", draft(0x51, "journal", 5)), "funds.not_by_hand");
    assert_eq!(story.refused(&story.finance, "funds.approve", json!({ "id": id(0x51) })), "funds.own_draft");
    let done = story.by(&story.supervisor, "funds.approve", json!({ "id": id(0x51) }))["voucher"].clone();
    assert_eq!((&done["number"], &done["counterpart"]), (&json!("JV-2026-000001"), &json!("RV-2026-000002")));
    assert_eq!((&done["entry"]["made_by_name"], &done["entry"]["approved_by_name"]), (&json!("nouf"), &json!("saad")));
    let again = story.refused(&story.finance, "funds.ask_reversal", ask(0x53, 0x21, "2026-10-22"));
    assert_eq!(again, "ledger.reversed_already");
    let back = story.refused(&story.finance, "funds.ask_reversal", ask(0x53, 0x51, "2026-10-22"));
    assert_eq!(back, "ledger.reversal_of_reversal");
    assert_eq!(story.done("funds.list", json!({}))["cash"], 100_000);
}

#[test]
fn a_cheque_waits_until_its_bank_pays_it_or_it_comes_back() {
    let story = Story::new();
    for number in [0x20, 0x21] {
        let mut cheque = story.donation(number, 0x11, 500_000);
        cheque["method"] = json!("cheque");
        story.done("funds.donate", cheque);
    }
    assert_eq!(story.done("funds.list", json!({}))["cash"], 0, "a cheque is no cash yet");
    let clear = |number: u8, cheque: u8, day: &str| json!({ "id": id(number), "cheque": id(cheque), "day": day });
    let early = story.refused(&story.finance, "funds.clear_cheque", clear(0x61, 0x20, "2026-10-19"));
    assert_eq!(early, "funds.cheque_too_early");
    let cleared = story.done("funds.clear_cheque", clear(0x61, 0x20, "2026-10-25"));
    assert_eq!((&cleared["amount"], &cleared["entry"]["reference"]), (&json!(500_000), &json!("FT26293")));
    let twice = story.refused(&story.finance, "funds.clear_cheque", clear(0x62, 0x20, "2026-10-25"));
    assert_eq!(twice, "funds.cheque_cleared");
    let bounce =
        |entry: u8| json!({ "id": id(entry + 0x50), "entry": id(entry), "day": "2026-10-26", "reason": "شيك راجع" });
    assert_eq!(story.refused(&story.finance, "funds.ask_reversal", bounce(0x20)), "funds.cheque_cleared");
    story.done("funds.ask_reversal", bounce(0x21));
    story.by(&story.supervisor, "funds.approve", json!({ "id": id(0x71) }));
    let states = |story: &Story| -> Vec<Value> {
        let cheques = story.done("funds.cheques", json!({}))["cheques"].clone();
        cheques.as_array().unwrap().iter().map(|cheque| cheque["state"].clone()).collect()
    };
    assert_eq!(states(&story), ["bounced", "cleared"]);
    assert_eq!(
        story.refused(&story.finance, "funds.clear_cheque", clear(0x62, 0x21, "2026-10-26")),
        "funds.cheque_bounced"
    );
    // The bank took its payment back: the cheque is under collection again.
    story.done("funds.ask_reversal", bounce(0x61));
    story.by(&story.supervisor, "funds.approve", json!({ "id": id(0xb1) }));
    assert_eq!(states(&story), ["waiting", "bounced"]);
    let sheet = json!({ "account": "11104", "fund": null, "from": "2026-10-01", "until": "2026-10-31" });
    assert_eq!(story.done("funds.account", sheet)["ledger"]["closing"], 500_000, "the register adds up to its account");
}

#[test]
fn nobody_approves_above_the_limit_of_their_role() {
    let story = Story::new();
    story.done("funds.donate", story.donation(0x20, 0x11, 100_000));
    let limit = |amount: Value| json!({ "role": "supervisor", "amount": amount });
    assert_eq!(story.refused(&story.finance, "funds.set_approval_limit", limit(json!(1_000))), "association.manage");
    let negative = story.refused(&story.administrator, "funds.set_approval_limit", limit(json!(-1)));
    assert_eq!(negative, "funds.limit_negative");
    story.by(&story.administrator, "funds.set_approval_limit", limit(json!(1_000)));
    let limits = story.done("funds.approval_limits", json!({}))["limits"].clone();
    assert!(limits.as_array().unwrap().contains(&limit(json!(1_000))), "{limits}");
    story.done("funds.draft", draft(0x41, "journal", 1_001));
    assert_eq!(story.refused(&story.supervisor, "funds.approve", json!({ "id": id(0x41) })), "ledger.above_limit");
    assert_eq!(story.by(&story.supervisor, "funds.drafts", json!({}))["drafts"][0]["for_me"], false);
    story.by(&story.administrator, "funds.set_approval_limit", limit(json!(null)));
    story.by(&story.supervisor, "funds.approve", json!({ "id": id(0x41) }));
}

#[test]
fn a_year_is_locked_when_its_months_are_closed() {
    let story = Story::new();
    let mut last_year = story.donation(0x20, 0x11, 100_000);
    last_year["day"] = json!("2025-12-20");
    story.done("funds.donate", last_year);
    let lock = json!({ "year": 2025 });
    assert_eq!(story.refused(&story.finance, "funds.lock_year", lock.clone()), "ledger.earlier_period_open");
    for month in 202501..=202512 {
        story.done("funds.close_period", json!({ "period": month, "word": "روجع" }));
    }
    let asked = story.done("funds.ask_to_reopen", json!({ "period": 202512, "reason": "تسوية" }));
    assert_eq!(asked["reopen_asked_by_name"], "nouf");
    story.done("funds.lock_year", lock);
    let again = story.refused(&story.supervisor, "funds.reopen_period", json!({ "period": 202512 }));
    assert_eq!(again, "ledger.year_locked");
    let states = story.done("funds.periods", json!({}))["periods"].clone();
    assert!(states.as_array().unwrap().iter().all(|period| period["state"] == "locked"), "{states}");
}

//! Money comes back, is handed back, forgiven, taken back; loan and books move together.

use crate::loans::{Lending, TODAY, id};
use serde_json::{Value, json};

#[test]
fn a_repayment_says_where_it_goes_before_and_after() {
    let office = Lending::open();
    office.approved("loan");
    office.delivered("loan", "2026-09-15");
    let late = office.sheet("loan");
    assert_eq!((&late["days_late"], &late["overdue"]), (&json!(37), &json!(160_000)), "15 October and 15 November");
    let ask = json!({ "loan": id("loan"), "day": "2026-11-20", "amount": 200_000 });
    let preview = office.done(&office.finance, "loans.repay_preview", ask.clone());
    let rows: Vec<(i64, i64)> = preview["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["by_this"].as_i64().unwrap(), row["outstanding_after"].as_i64().unwrap()))
        .collect();
    assert_eq!(rows, [(80_000, 0), (80_000, 0), (40_000, 40_000)], "oldest due first, then the next one");
    assert_eq!((&preview["owed_before"], &preview["owed_after"]), (&json!(960_000), &json!(760_000)));
    assert_eq!((&preview["entry"][0]["account"], &preview["entry"][1]["account"]), (&json!("11101"), &json!("11201")));
    assert_eq!((&preview["amount_in_words"], &preview["same_recorded"]), (&json!("ألفا ريال"), &json!(false)));

    let receipt = office.repaid("first", "loan", "2026-11-20", 200_000);
    assert_eq!(receipt["number"], "RV-2026-000002");
    let repaid = office.sheet("loan");
    assert_eq!((&repaid["outstanding"], &repaid["overdue"]), (&json!(760_000), &json!(0)));
    assert_eq!(office.done(&office.finance, "loans.repay_preview", ask)["same_recorded"], true);
    let again = office.repaid("first", "loan", "2026-11-20", 200_000);
    assert_eq!(again["place"], receipt["place"], "the same payment sent again is the same payment");
    let other = office.repayment("first", "loan", "2026-11-20", 200_001);
    assert_eq!(office.refused(&office.finance, "loans.repay", other), "loans.payment_exists");
    let tomorrow = office.repayment("second", "loan", "2026-11-22", 5);
    assert_eq!(office.refused(&office.finance, "loans.repay", tomorrow), "loans.future_day");
    let before = office.repayment("second", "loan", "2026-09-14", 5);
    assert_eq!(office.refused(&office.finance, "loans.repay", before), "loan.before_payout");
    let sheet = office.sheet("loan");
    let states: Vec<&Value> = sheet["rows"].as_array().unwrap()[..4].iter().map(|row| &row["state"]).collect();
    assert_eq!(states, ["paid_late", "paid_late", "partial", "upcoming"]);
    assert_eq!((&sheet["rows"][0]["days_late"], &sheet["last_payment"]["amount"]), (&json!(36), &json!(200_000)));
    assert_eq!(office.held("11201", TODAY), 760_000);

    for (name, input) in [
        ("loans.receipt", json!({ "loan": id("loan"), "place": receipt["place"] })),
        ("loans.statement", json!({ "loan": id("loan") })),
        ("loans.plan_paper", json!({ "loan": id("loan") })),
    ] {
        let paper = office.done(&office.finance, name, input);
        let pdf = sharaka_tests::fetched(&office.story.office, &office.finance, &paper);
        assert!(pdf.starts_with(b"%PDF-"), "{name} is a PDF");
        let most = if name == "loans.statement" { 2 } else { 1 };
        assert!(paper["pages"].as_array().unwrap().len() <= most, "{name} of twelve instalments is short");
    }
    let no_payment = json!({ "loan": id("loan"), "place": 1 });
    assert_eq!(office.refused(&office.finance, "loans.receipt", no_payment), "loans.no_receipt");
}

#[test]
fn too_much_is_credit_and_is_handed_back() {
    let office = Lending::open();
    office.approved("loan");
    office.delivered("loan", "2026-09-15");
    office.repaid("all", "loan", "2026-11-10", 1_000_000);
    let sheet = office.sheet("loan");
    assert_eq!((&sheet["credit"], &sheet["phase"]), (&json!(40_000), &json!("overpaid")));
    assert_eq!((office.held("11201", TODAY), office.held("21103", TODAY)), (0, -40_000));
    let refund = |amount: i64| json!({ "id": id("back"), "loan": id("loan"), "day": "2026-11-12", "amount": amount, "method": "transfer" });
    assert_eq!(office.refused(&office.finance, "loans.ask_refund", refund(40_001)), "loans.refund_above_credit");
    assert_eq!(office.refused(&office.supervisor, "loans.ask_refund", refund(1)), "loans.pay");

    // A payment: two others approve it, and only then does money move.
    let waits = office.done(&office.finance, "loans.ask_refund", refund(40_000));
    assert_eq!((&waits["phase"], &waits["requests"][0]["approvals_needed"]), (&json!("overpaid"), &json!(2)));
    assert_eq!(office.refused(&office.finance, "loans.ask_refund", refund(40_000)), "loans.payment_exists");
    let another = json!({ "id": id("b2"), "loan": id("loan"), "day": "2026-11-12", "amount": 1, "method": "transfer" });
    assert_eq!(office.refused(&office.finance, "loans.ask_refund", another), "loans.request_waits");
    let back = json!({ "request": id("back") });
    assert_eq!(office.refused(&office.finance, "loans.approve_refund", back.clone()), "loans.own_request");
    assert_eq!(office.refused(&office.researcher, "loans.approve_refund", back.clone()), "funds.approve");
    let another_door = office.call(&office.committee, "loans.approve_forgiveness", back.clone());
    assert!(matches!(another_door, Err(kernel::Failure::NotFound { .. })), "{another_door:?}");
    assert_eq!(office.tasks(&office.supervisor, "refund_approve"), 1);
    let once = office.done(&office.supervisor, "loans.approve_refund", back.clone());
    assert_eq!((&once["phase"], office.held("21103", TODAY)), (&json!("overpaid"), -40_000));
    assert_eq!(office.tasks(&office.supervisor, "refund_approve"), 0, "they have approved it");
    assert_eq!(office.refused(&office.supervisor, "loans.approve_refund", back.clone()), "loans.approved_by_you");
    let sheet = office.done(&office.committee, "loans.approve_refund", back.clone());
    assert_eq!(office.refused(&office.committee, "loans.approve_refund", back), "loans.request_decided");
    let refunded = sheet["story"].as_array().unwrap().iter().find(|line| line["kind"] == "refund").unwrap();
    let voucher = office.done(&office.finance, "funds.entry", json!({ "id": refunded["entry"] }));
    for (hand, name) in [
        ("made_by_name", "خالد العقيل"),
        ("approved_by_name", "منى الزهراني"),
        ("second_approved_by_name", "عبدالرحمن السديس"),
    ] {
        assert_eq!(voucher["entry"][hand], name, "{voucher}");
    }
    assert_eq!((&sheet["phase"], &sheet["credit"]), (&json!("closed"), &json!(0)));
    assert_eq!((office.held("21103", "2026-11-11"), office.held("21103", TODAY)), (-40_000, 0));
    let undo = json!({ "id": id("undo"), "loan": id("loan"), "place": 2, "day": TODAY, "reason": "سُجل خطأ" });
    assert_eq!(
        office.refused(&office.finance, "loans.ask_undo", undo),
        "loan.later_event_stands",
        "the refund stands on it"
    );
}

#[test]
fn a_repayment_that_comes_to_light_late_moves_the_books_of_every_later_day() {
    let office = Lending::open();
    office.approved("loan");
    office.delivered("loan", "2026-09-15");
    office.repaid("all", "loan", "2026-11-05", 960_000);
    assert_eq!((office.held("11201", "2026-11-05"), office.held("21103", "2026-11-05")), (0, 0));
    office.repaid("late", "loan", "2026-10-20", 300_000);
    assert_eq!((office.held("11201", "2026-10-20"), office.held("21103", "2026-10-20")), (660_000, 0));
    assert_eq!((office.held("11201", "2026-11-05"), office.held("21103", "2026-11-05")), (0, -300_000));
    let journal = office.done(&office.finance, "funds.journal", json!({ "filter": { "loan": id("loan") } }));
    let moved: Vec<&Value> =
        journal["rows"].as_array().unwrap().iter().filter(|row| row["event"] == "loan.reallocated").collect();
    assert_eq!((moved.len(), &moved[0]["day"], &moved[0]["amount"]), (1, &json!("2026-11-05"), &json!(300_000)));

    let undo = |place: u32, day: &str, reason: &str| json!({ "id": id("undo"), "loan": id("loan"), "place": place, "day": day, "reason": reason });
    assert_eq!(office.refused(&office.finance, "loans.ask_undo", undo(3, TODAY, " ")), "loans.reason_missing");
    assert_eq!(
        office.refused(&office.finance, "loans.ask_undo", undo(3, "2026-10-19", "خطأ")),
        "loans.before_its_event"
    );
    let sheet = office.undone(&office.finance, undo(3, "2026-11-18", "قُيّد مرتين"));
    assert_eq!((&sheet["phase"], &sheet["credit"]), (&json!("closed"), &json!(0)));
    assert_eq!((office.held("11201", "2026-11-17"), office.held("21103", "2026-11-17")), (0, -300_000));
    assert_eq!((office.held("11201", TODAY), office.held("21103", TODAY)), (0, 0));
    assert_eq!(office.held("11101", TODAY), 10_000_000 + 960_000);
    let story = sheet["story"].as_array().unwrap();
    assert_eq!(
        (&story[0]["kind"], &story[0]["note"], &story[0]["target"]),
        (&json!("undo"), &json!("قُيّد مرتين"), &json!(3))
    );
    let taken = story.iter().find(|line| line["place"] == 3).unwrap();
    assert_eq!((&taken["undone_by"], &taken["can_undo"]), (&json!(4), &json!(false)));
    assert_eq!(office.refused(&office.finance, "loans.ask_undo", undo(3, TODAY, "ثانية")), "loan.already_undone");
    assert_eq!(office.refused(&office.finance, "loans.ask_undo", undo(4, TODAY, "رجوع")), "loan.undo_stays");
    let reverse = json!({ "id": id("r"), "entry": taken["entry"], "day": TODAY, "reason": "س" });
    assert_eq!(office.refused(&office.finance, "funds.ask_reversal", reverse), "funds.belongs_to_loan");
}

#[test]
fn a_payout_is_taken_back_last_and_its_tranche_waits_again() {
    let office = Lending::open();
    office.approved("loan");
    office.delivered("loan", "2026-11-10");
    office.paid_out("loan", "2026-11-12");
    office.repaid("one", "loan", "2026-11-20", 50_000);
    let undo = |place: u32| json!({ "id": id(&format!("undo-{place}")), "loan": id("loan"), "place": place, "day": TODAY, "reason": "مرتجع" });
    assert_eq!(office.refused(&office.finance, "loans.ask_undo", undo(1)), "loans.payout_stands_under");
    assert_eq!(office.refused(&office.supervisor, "loans.ask_undo", undo(2)), "loans.pay", "who pays takes back");
    office.undone(&office.finance, undo(3));
    office.undone(&office.finance, undo(2));
    let sheet = office.undone(&office.finance, undo(1));
    assert_eq!((&sheet["phase"], &sheet["paid_out"]), (&json!("approved"), &json!(0)));
    let states: Vec<&Value> =
        sheet["tranches"].as_array().unwrap().iter().map(|tranche| &tranche["tranche"]["state"]).collect();
    assert_eq!(states, ["approved", "approved"]);
    for account in ["11201", "21101", "21103"] {
        assert_eq!(office.held(account, TODAY), 0, "{account}");
    }
    assert_eq!(office.held("11101", TODAY), 10_000_000, "the supplier's money came back with the purchase");
    let deliver = json!({ "tranche": id("loan-1"), "day": TODAY, "supplier": "مؤسسة أخرى" });
    let sheet = office.done(&office.researcher, "loans.deliver_tranche", deliver);
    assert_eq!((&sheet["phase"], &sheet["rows"][0]["due"]), (&json!("active"), &json!("2026-12-21")));
}

#[test]
fn the_committee_forgives_and_nobody_else() {
    let office = Lending::open();
    office.approved("loan");
    office.delivered("loan", "2026-11-10");
    let forgive = |amount: i64| json!({ "id": id("f"), "loan": id("loan"), "day": TODAY, "amount": amount, "reason": "قرار اللجنة رقم 12" });
    assert_eq!(office.refused(&office.finance, "loans.ask_forgiveness", forgive(5)), "loans.keep");
    assert_eq!(office.refused(&office.supervisor, "loans.ask_forgiveness", forgive(960_001)), "loan.forgiven_too_much");
    let asked = office.done(&office.supervisor, "loans.ask_forgiveness", forgive(100_000));
    assert_eq!((&asked["outstanding"], &asked["requests"][0]["kind"]), (&json!(960_000), &json!("forgive")));
    let which = json!({ "request": id("f") });
    assert_eq!(office.refused(&office.supervisor, "loans.approve_forgiveness", which.clone()), "loans.forgive");
    assert_eq!(office.tasks(&office.committee, "forgive_approve"), 1);

    // Said no to once, asked again with another identifier, and decided.
    let no = json!({ "request": id("f"), "reason": "يُكتفى بالتأجيل" });
    assert_eq!(office.refused(&office.finance, "loans.drop_request", no.clone()), "loans.forgive");
    let dropped = office.done(&office.committee, "loans.drop_request", no);
    assert_eq!((&dropped["requests"], office.tasks(&office.committee, "forgive_approve")), (&json!([]), 0));
    assert_eq!(office.refused(&office.committee, "loans.approve_forgiveness", which), "loans.request_decided");
    let again =
        json!({ "id": id("g"), "loan": id("loan"), "day": TODAY, "amount": 100_000, "reason": "قرار اللجنة رقم 13" });
    office.done(&office.supervisor, "loans.ask_forgiveness", again);
    let sheet = office.done(&office.committee, "loans.approve_forgiveness", json!({ "request": id("g") }));
    assert_eq!((&sheet["forgiven"], &sheet["outstanding"]), (&json!(100_000), &json!(860_000)));
    assert_eq!((office.held("42105", TODAY), office.held("11201", TODAY)), (100_000, 860_000));
    let undo = json!({ "id": id("undo"), "loan": id("loan"), "place": 2, "day": TODAY, "reason": "أُلغي القرار" });
    assert_eq!(office.refused(&office.finance, "loans.ask_undo", undo), "loans.forgive");
}

#[test]
fn what_one_person_would_take_back_another_approves_and_until_then_it_stands() {
    let office = Lending::open();
    office.approved("loan");
    office.delivered("loan", "2026-11-10");
    office.repaid("one", "loan", "2026-11-20", 50_000);
    let cash = || office.held("11101", TODAY);
    let before = cash();
    let undo = json!({ "id": id("undo"), "loan": id("loan"), "place": 2, "day": TODAY, "reason": "سُجلت على قرض آخر" });
    assert_eq!(office.refused(&office.researcher, "loans.ask_undo", undo.clone()), "loans.collect");
    let sheet = office.done(&office.supervisor, "loans.ask_undo", undo.clone());
    let request = &sheet["requests"][0];
    assert_eq!((&request["kind"], &request["amount"], &request["place"]), (&json!("undo"), &json!(50_000), &json!(2)));
    assert_eq!((cash(), &sheet["outstanding"]), (before, &json!(910_000)), "it stands until another approves");
    let again = json!({ "id": id("other"), "loan": id("loan"), "place": 2, "day": TODAY, "reason": "مرة أخرى" });
    assert_eq!(office.refused(&office.finance, "loans.ask_undo", again), "loans.request_waits");

    let which = json!({ "request": id("undo") });
    assert_eq!(office.refused(&office.supervisor, "loans.approve_undo", which.clone()), "loans.own_request");
    assert_eq!(office.refused(&office.researcher, "loans.approve_undo", which.clone()), "funds.approve");
    assert_eq!(
        (office.tasks(&office.finance, "undo_approve"), office.tasks(&office.supervisor, "undo_approve")),
        (1, 0)
    );
    // Said no to once, and asked anew.
    office.done(&office.finance, "loans.drop_request", json!({ "request": id("undo"), "reason": "السداد صحيح" }));
    assert_eq!(office.tasks(&office.supervisor, "undo_refused"), 1);
    assert_eq!(office.refused(&office.finance, "loans.approve_undo", which), "loans.request_decided");
    let anew = json!({ "id": id("anew"), "loan": id("loan"), "place": 2, "day": TODAY, "reason": "سُجلت على قرض آخر" });
    let sheet = office.undone(&office.supervisor, anew);
    assert_eq!((cash(), &sheet["outstanding"]), (before - 50_000, &json!(960_000)));
    let reversal = office.done(&office.finance, "funds.journal", json!({ "limit": 1 }))["rows"][0]["id"].clone();
    let entry = office.done(&office.finance, "funds.entry", json!({ "id": reversal }))["entry"].clone();
    assert_eq!((&entry["made_by_name"], &entry["approved_by_name"]), (&json!("منى الزهراني"), &json!("خالد العقيل")));
}

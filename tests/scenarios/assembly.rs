//! The general assembly: who pays for a year, by which receipt of the books, and how many make a quorum.

use crate::loans::{Lending, TODAY, id};
use serde_json::{Value, json};

/// An office with two members, a fund for its running costs, and the fee of the year.
fn assembly() -> Lending {
    let office = Lending::open();
    let fund = json!({ "id": id("running"), "name": "التشغيل", "class": "unrestricted", "kind": "operating" });
    office.done(&office.finance, "funds.add", fund);
    for (key, name) in [("first", "سليمان عبدالله محمد الربدي"), ("second", "يوسف أحمد سعود البليهي")]
    {
        let who = json!({ "id": id(&format!("{key}-party")), "name": name });
        let joined = json!({ "id": id(key), "who": who, "kind": "active", "joined_on": "2026-01-01" });
        office.done(&office.supervisor, "assembly.add", joined);
    }
    office.done(&office.finance, "assembly.set_due", json!({ "year": 2026, "kind": "active", "amount": 20_000 }));
    office
}

fn received(office: &Lending, key: &str, amount: i64, account: Option<&str>) -> Value {
    let gift = json!({ "id": id(key), "fund": id("running"), "amount": amount, "day": "2026-11-02", "donor": "أعضاء الجمعية",
        "method": "transfer", "reference": "", "narration": "", "account": account });
    office.done(&office.finance, "funds.donate", gift)["number"].clone()
}

fn fee(member: &str, receipt: &Value, amount: i64) -> Value {
    json!({ "member": id(member), "year": 2026, "receipt": receipt, "amount": amount })
}

fn offered(office: &Lending) -> Vec<(Value, Value)> {
    let page = office.done(&office.finance, "assembly.receipts", json!({}));
    page["receipts"].as_array().unwrap().iter().map(|one| (one["receipt_no"].clone(), one["left"].clone())).collect()
}

#[test]
fn a_fee_is_paid_by_a_receipt_of_memberships_and_by_no_other() {
    let office = assembly();
    assert!(offered(&office).is_empty(), "the gift to the pool is no fee");
    let gift = received(&office, "gift-2", 50_000, None);
    let refused = |input: Value| office.refused(&office.finance, "assembly.record_fee", input);
    assert_eq!(refused(fee("first", &gift, 20_000)), "assembly.receipt_other");
    assert_eq!(refused(fee("first", &json!("RV-2026-000099"), 20_000)), "assembly.receipt_unknown");

    let fees = received(&office, "fees", 30_000, Some("31205"));
    assert_eq!(offered(&office), [(fees.clone(), json!(30_000))]);
    let voucher = office.done(&office.finance, "funds.entry", json!({ "id": id("fees") }));
    assert_eq!(voucher["entry"]["narration"], "رسوم عضوية");
    assert_eq!(office.refused(&office.supervisor, "assembly.receipts", json!({})), "assembly.fees");
    assert_eq!(office.refused(&office.researcher, "assembly.list", json!({})), "assembly.view");
    let list = |office: &Lending| office.done(&office.supervisor, "assembly.list", json!({ "year": 2026 }));
    assert_eq!((&list(&office)["needed"], &list(&office)["in_order"]), (&json!(1), &json!(0)));

    office.done(&office.finance, "assembly.record_fee", fee("first", &fees, 20_000));
    assert_eq!(offered(&office), [(fees.clone(), json!(10_000))]);
    assert_eq!(refused(fee("first", &fees, 5_000)), "assembly.fee_recorded");
    assert_eq!(refused(fee("second", &fees, 10_001)), "assembly.receipt_used", "a third of it is left");
    office.done(&office.finance, "assembly.record_fee", fee("second", &fees, 10_000));
    assert!(offered(&office).is_empty(), "nothing is left to offer");
    let page = list(&office);
    let stands: Vec<&Value> = page["lines"].as_array().unwrap().iter().map(|one| &one["standing"]).collect();
    assert_eq!((stands, &page["in_order"]), (vec![&json!("paid"), &json!("owes")], &json!(1)));

    // The receipt is taken back by two people: it pays nothing any more, and is not offered again.
    let back = json!({ "id": id("back"), "entry": id("fees"), "day": TODAY, "reason": "سُجل مرتين" });
    office.done(&office.finance, "funds.ask_reversal", back);
    office.done(&office.supervisor, "funds.approve", json!({ "id": id("back") }));
    assert!(offered(&office).is_empty());
    assert_eq!(list(&office)["in_order"], 0);
    assert_eq!(refused(fee("second", &fees, 1)), "assembly.receipt_unknown");
}

#[test]
fn a_fee_takes_arabic_digits_and_no_member_who_has_left() {
    let office = assembly();
    let fees = received(&office, "fees", 30_000, Some("31205"));
    let typed: String = fees
        .as_str()
        .unwrap()
        .chars()
        .map(|one| match one {
            '0'..='9' => char::from_u32(u32::from('٠') + one as u32 - u32::from('0')).unwrap(),
            other => other,
        })
        .collect();
    office.done(&office.finance, "assembly.record_fee", fee("first", &json!(typed), 100));
    let version =
        office.done(&office.finance, "assembly.open", json!({ "member": id("second") }))["record"]["number"].clone();
    let ended = json!({ "member": id("second"), "ended_on": TODAY, "reason": "طلب ذلك", "version": version });
    office.done(&office.supervisor, "assembly.end", ended);
    assert_eq!(office.refused(&office.finance, "assembly.record_fee", fee("second", &fees, 100)), "assembly.ended");
    let page = office.done(&office.supervisor, "assembly.list", json!({ "text": "١" }));
    assert_eq!(page["lines"][0]["name"], "سليمان عبدالله محمد الربدي", "the number of a member in either digits");
}

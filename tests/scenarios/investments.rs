//! Investments: decided by another person, bought, let; rents due, received, late and bounced; deposits; what a rule moves.

use crate::loans::{Lending, TODAY, id};
use office::Caller;
use serde_json::{Value, json};

pub fn idea(key: &str, cost: i64) -> Value {
    json!({ "id": id(key), "facts": { "kind": "property", "name": format!("عمارة {key}"), "fund": id("pool"),
        "idea": "شقق لمحدودي الدخل", "study": "دراسة العائد والمخاطر", "expected_cost": cost, "place": "بريدة" } })
}

fn done(office: &Lending, who: &Caller, verb: &str, input: Value) -> Value {
    office.done(who, &format!("investments.{verb}"), input)
}

fn refused(office: &Lending, who: &Caller, verb: &str, input: Value) -> String {
    office.refused(who, &format!("investments.{verb}"), input)
}

fn sheet(office: &Lending, key: &str) -> Value {
    done(office, &office.finance, "open", json!({ "investment": id(key) }))
}

pub fn of(office: &Lending, key: &str, more: Value) -> Value {
    let mut input = json!({ "id": id(key), "version": sheet(office, key)["record"]["number"] });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

fn lease(office: &Lending, key: &str) -> Value {
    done(office, &office.finance, "lease", json!({ "lease": id(key) }))
}

/// Both approve a payment; one approves anything else.
fn both(office: &Lending, key: &str) {
    office.done(&office.supervisor, "funds.approve", json!({ "id": id(key) }));
    office.done(&office.committee, "funds.approve", json!({ "id": id(key) }));
}

pub fn approved(office: &Lending, key: &str, cost: i64) {
    done(office, &office.finance, "propose", idea(key, cost));
    done(office, &office.finance, "ask_decision", of(office, key, json!({})));
    let yes = of(office, key, json!({ "approved_cost": cost, "decision": "محضر 12 في 1448/06/01" }));
    done(office, &office.supervisor, "approve", yes);
}

pub fn purchase(key: &str, building: &str, amount: i64) -> Value {
    json!({ "id": id(key), "investment": id(building), "day": TODAY, "amount": amount, "seller": "مكتب النخبة" })
}

/// A building of two flats, bought for 60,000.
pub fn bought(office: &Lending) {
    approved(office, "tower", 6_000_000);
    done(office, &office.finance, "buy", purchase("deed", "tower", 6_000_000));
    both(office, "deed");
    for (key, name) in [("flat1", "شقة 1"), ("flat2", "شقة 2")] {
        let unit = json!({ "id": id(key), "investment": id("tower"), "facts": { "name": name, "cost": 3_000_000 } });
        done(office, &office.finance, "add_unit", unit);
    }
}

/// A building and a lease of it.
pub fn estate(office: &Lending) -> (String, String) {
    bought(office);
    done(office, &office.finance, "add_lease", letting("first", "flat1", "2026-11-01"));
    (id("tower"), id("first"))
}

pub fn letting(key: &str, unit: &str, starts: &str) -> Value {
    json!({ "id": id(key), "unit": id(unit), "tenant": id("noura"), "known": true, "starts": starts, "months": 12,
            "annual": 2_400_000, "pays": 12, "calendar": "gregorian", "deposit": 200_000, "income_proof": "file" })
}

fn rent(key: &str, lease: &str, amount: i64, way: &str) -> Value {
    json!({ "id": id(key), "lease": id(lease), "day": TODAY, "amount": amount, "way": way })
}

fn balance(office: &Lending, account: &str) -> i64 {
    let asks = json!({ "account": account, "fund": id("pool"), "from": "2026-01-01", "until": TODAY });
    office.done(&office.finance, "funds.account", asks)["ledger"]["closing"].as_i64().unwrap()
}

#[test]
fn nothing_is_bought_before_another_person_decided_and_two_more_approved() {
    let office = Lending::open();
    let (khaled, mona) = (&office.finance, &office.supervisor);
    assert_eq!(refused(&office, &office.researcher, "propose", idea("tower", 6_000_000)), "investments.keep");
    let mut nameless = idea("tower", 6_000_000);
    nameless["facts"]["name"] = json!(" ");
    assert_eq!(refused(&office, khaled, "propose", nameless), "investments.name_missing");
    let mut sized = idea("tower", 6_000_000);
    sized["facts"]["size"] = json!("small");
    assert_eq!(refused(&office, khaled, "propose", sized), "investments.size_of_enterprise");
    let mut bare = idea("tower", 6_000_000);
    bare["facts"]["study"] = json!("");
    done(&office, mona, "propose", bare);
    assert_eq!(refused(&office, mona, "propose", idea("tower", 6_000_000)), "investments.added_already");
    assert_eq!(refused(&office, mona, "ask_decision", of(&office, "tower", json!({}))), "investments.not_complete");
    let whole = of(&office, "tower", json!({ "facts": idea("tower", 6_000_000)["facts"] }));
    done(&office, mona, "change", whole);
    assert_eq!(refused(&office, khaled, "buy", purchase("deed", "tower", 100)), "investments.not_approved");
    done(&office, khaled, "ask_decision", of(&office, "tower", json!({})));
    let yes = json!({ "approved_cost": 6_000_000, "decision": "محضر 12" });
    assert_eq!(
        refused(&office, mona, "approve", of(&office, "tower", yes.clone())),
        "investments.own_approval",
        "hers"
    );
    let wordless = of(&office, "tower", json!({ "approved_cost": 6_000_000, "decision": "" }));
    assert_eq!(refused(&office, &office.committee, "approve", wordless), "investments.decision_missing");
    done(&office, &office.committee, "return_idea", of(&office, "tower", json!({ "note": "أضيفوا عرضين" })));
    assert_eq!(sheet(&office, "tower")["returned_note"], "أضيفوا عرضين");
    done(&office, khaled, "ask_decision", of(&office, "tower", json!({})));
    done(&office, &office.committee, "approve", of(&office, "tower", yes));
    let mut dearer = idea("tower", 7_000_000);
    dearer["facts"]["kind"] = json!("service");
    let dearer = of(&office, "tower", json!({ "facts": dearer["facts"] }));
    assert_eq!(refused(&office, khaled, "change", dearer), "investments.decided_stays");

    assert_eq!(refused(&office, khaled, "buy", purchase("deed", "tower", 6_000_001)), "investments.above_decided");
    done(&office, khaled, "buy", purchase("deed", "tower", 6_000_000));
    assert_eq!(refused(&office, khaled, "buy", purchase("again", "tower", 1)), "investments.above_decided", "it waits");
    let draft = json!({ "id": id("deed"), "kind": "payment", "day": TODAY, "narration": "غيره", "counterparty": "س",
        "method": "transfer", "lines": [] });
    assert_eq!(office.refused(khaled, "funds.change_draft", draft), "funds.not_by_hand");
    assert_eq!(office.refused(khaled, "funds.approve", json!({ "id": id("deed") })), "funds.own_draft");
    assert_eq!(sheet(&office, "tower")["line"]["standing"], "approved", "nothing is paid yet");
    both(&office, "deed");
    let now = sheet(&office, "tower");
    assert_eq!((&now["line"]["standing"], &now["line"]["cost"]), (&json!("owned"), &json!(6_000_000)));
    assert_eq!(balance(&office, "12301"), 6_000_000, "the register and the books are one");
}

#[test]
fn rent_is_due_received_late_and_bounces() {
    let office = Lending::open();
    let khaled = &office.finance;
    bought(&office);
    assert_eq!(
        refused(&office, &office.researcher, "add_lease", letting("first", "flat1", "2026-09-01")),
        "investments.keep"
    );
    let mut strange = letting("first", "flat1", "2026-09-01");
    strange["pays"] = json!(3);
    assert_eq!(refused(&office, khaled, "add_lease", strange), "leases.pays_range");
    done(&office, khaled, "add_lease", letting("first", "flat1", "2026-09-01"));
    assert_eq!(refused(&office, khaled, "add_lease", letting("second", "flat1", "2027-08-31")), "leases.overlap");
    assert_eq!(office.tasks(khaled, "rents_unposted"), 1);
    assert_eq!(done(&office, khaled, "post_dues", json!({}))["posted"], 3);
    assert_eq!(done(&office, khaled, "post_dues", json!({}))["posted"], 0);
    assert_eq!((balance(&office, "11406"), balance(&office, "31207")), (600_000, -600_000));
    assert_eq!(office.tasks(khaled, "rent_late"), 1);

    done(&office, khaled, "receive_rent", rent("r1", "first", 250_000, "transfer"));
    let now = lease(&office, "first");
    assert_eq!((&now["owed"], &now["credit"]), (&json!(350_000), &json!(0)));
    done(&office, khaled, "receive_rent", rent("r2", "first", 400_000, "cheque"));
    let now = lease(&office, "first");
    assert_eq!((&now["owed"], &now["credit"], &now["late"]), (&json!(0), &json!(50_000), &json!(0)));
    assert_eq!((balance(&office, "11406"), balance(&office, "21107")), (0, -50_000));
    assert_eq!(refused(&office, khaled, "late_letter", json!({ "lease": id("first") })), "leases.no_late_rent");

    let bounced = json!({ "id": id("bounce"), "entry": id("r2"), "day": TODAY, "reason": "ارتد الشيك" });
    office.done(khaled, "funds.ask_reversal", bounced);
    office.done(&office.supervisor, "funds.approve", json!({ "id": id("bounce") }));
    let now = lease(&office, "first");
    assert_eq!((&now["owed"], &now["credit"]), (&json!(350_000), &json!(0)), "late again from its own days");
    assert_eq!((balance(&office, "11406"), balance(&office, "21107")), (350_000, 0));
    assert_eq!(now["late_days"], 51, "from 1 October");
    done(&office, khaled, "late_letter", json!({ "lease": id("first") }));
    done(&office, khaled, "lease_paper", json!({ "lease": id("first") }));
    done(&office, khaled, "rent_receipt", json!({ "lease": id("first"), "entry": id("r1") }));
    let gone = json!({ "lease": id("first"), "entry": id("r2") });
    assert_eq!(refused(&office, khaled, "rent_receipt", gone), "leases.no_receipt");

    let early = |ends: &str| json!({ "id": id("first"), "version": lease(&office, "first")["record"]["number"], "ends": ends, "reason": "انتقل" });
    assert_eq!(refused(&office, khaled, "end_lease", early("2026-10-15")), "leases.due_posted");
    done(&office, khaled, "end_lease", early(TODAY));
    let late = done(&office, khaled, "rents", json!({ "standing": ["late"] }));
    assert_eq!(late["left"], 350_000, "what is late outlives the lease");
    let off = |amount: i64| json!({ "id": id("off"), "lease": id("first"), "day": TODAY, "amount": amount, "reason": "أعسر" });
    assert_eq!(refused(&office, khaled, "write_off_rent", off(350_001)), "funds.above_owed");
    done(&office, khaled, "write_off_rent", off(150_000));
    assert_eq!(office.refused(khaled, "funds.approve", json!({ "id": id("off") })), "funds.own_draft");
    office.done(&office.supervisor, "funds.approve", json!({ "id": id("off") }));
    assert_eq!(lease(&office, "first")["owed"], 200_000);
    assert_eq!((balance(&office, "11406"), balance(&office, "43102")), (200_000, 150_000));
    let list = done(&office, khaled, "list", json!({}))["lines"][0].clone();
    assert_eq!(list["received"], 250_000, "what came, not what is due: written off is neither");
}

#[test]
fn a_deposit_is_owed_until_it_is_returned_or_kept_with_a_reason() {
    let office = Lending::open();
    let khaled = &office.finance;
    bought(&office);
    done(&office, khaled, "add_lease", letting("first", "flat1", "2026-11-01"));
    let came = |key: &str, amount: i64| json!({ "id": id(key), "lease": id("first"), "day": TODAY, "amount": amount, "way": "transfer" });
    assert_eq!(refused(&office, khaled, "receive_deposit", came("d1", 200_001)), "leases.above_deposit");
    done(&office, khaled, "receive_deposit", came("d1", 200_000));
    assert_eq!((balance(&office, "21107"), &lease(&office, "first")["credit"]), (-200_000, &json!(0)), "no rent ahead");
    let back = json!({ "id": id("d2"), "lease": id("first"), "day": TODAY, "amount": 100_000 });
    assert_eq!(refused(&office, khaled, "return_deposit", back), "leases.lease_runs");
    done(&office, khaled, "post_dues", json!({ "lease": id("first") }));
    let keep = |key: &str, against: &str, amount: i64| {
        json!({ "id": id(key), "lease": id("first"), "day": TODAY,
        "amount": amount, "against": against, "reason": "لم يُسدد" })
    };
    assert_eq!(refused(&office, khaled, "keep_deposit", keep("d3", "rent", 200_001)), "leases.above_deposit");
    done(&office, khaled, "keep_deposit", keep("d3", "rent", 150_000));
    assert_eq!(refused(&office, khaled, "keep_deposit", keep("d4", "damage", 1)), "investments.voucher_waits");
    office.done(&office.supervisor, "funds.approve", json!({ "id": id("d3") }));
    let now = lease(&office, "first");
    assert_eq!((&now["deposit"], &now["owed"]), (&json!(50_000), &json!(50_000)));
    assert_eq!((balance(&office, "21107"), balance(&office, "11406")), (-50_000, 50_000));
}

#[test]
fn a_cheque_waits_for_its_day() {
    let office = Lending::open();
    let khaled = &office.finance;
    bought(&office);
    done(&office, khaled, "add_lease", letting("first", "flat1", "2026-11-01"));
    let cheque = |key: &str, no: &str, day: &str| {
        json!({ "id": id(key), "lease": id("first"), "cheque_no": no,
        "bank": "الراجحي", "presents_on": day, "amount": 200_000 })
    };
    done(&office, khaled, "add_cheque", cheque("q1", "101", TODAY));
    assert_eq!(refused(&office, khaled, "add_cheque", cheque("q2", "101", "2026-12-01")), "leases.cheque_known");
    done(&office, khaled, "add_cheque", cheque("q2", "102", "2026-12-01"));
    assert_eq!(office.tasks(khaled, "cheque_present"), 1);
    let present = |key: &str, entry: &str| json!({ "id": id(key), "entry": id(entry), "day": TODAY });
    assert_eq!(refused(&office, khaled, "present_cheque", present("q2", "e2")), "leases.cheque_early");
    done(&office, khaled, "present_cheque", present("q1", "e1"));
    assert_eq!(refused(&office, khaled, "present_cheque", present("q1", "e3")), "leases.cheque_settled");
    assert_eq!(balance(&office, "11104"), 200_000, "under collection");
    done(&office, khaled, "give_back_cheque", json!({ "id": id("q2"), "reason": "سدد تحويلًا" }));
    let standings: Vec<Value> =
        lease(&office, "first")["cheques"].as_array().unwrap().iter().map(|one| one["standing"].clone()).collect();
    assert_eq!(standings, [json!("presented"), json!("given_back")]);
    assert_eq!(lease(&office, "first")["owed"], 0);
}

#[test]
fn half_of_the_net_return_feeds_another_fund_by_a_decided_rule() {
    let office = Lending::open();
    let (khaled, mona) = (&office.finance, &office.supervisor);
    let other = json!({ "id": id("other"), "name": "صندوق الشراكة", "class": "unrestricted", "kind": "operating" });
    office.done(khaled, "funds.add", other);
    bought(&office);
    done(&office, khaled, "add_lease", letting("first", "flat1", "2026-11-01"));
    done(&office, khaled, "receive_rent", rent("r1", "first", 200_001, "transfer"));
    let rule = |points: i64, to: &str| {
        json!({ "rule": id("rule"), "version": id("v1"), "name": "تغذية الصندوق", "base": "return",
        "from": id("pool"), "effective_on": "2026-01-01", "applies": "at_period_end", "decision": "قرار 12/1448",
        "decided_on": TODAY, "lines": [{ "to": id(to), "points": points }] })
    };
    assert_eq!(refused(&office, khaled, "write_rule", rule(10_001, "other")), "funds.rule_percent");
    assert_eq!(refused(&office, khaled, "write_rule", rule(5_000, "pool")), "funds.same_fund");
    done(&office, khaled, "write_rule", rule(5_000, "other"));
    let apply = |key: &str| json!({ "id": id(key), "rule": id("rule"), "from": "2026-11-01", "until": TODAY });
    assert_eq!(refused(&office, khaled, "apply_rule", apply("s1")), "investments.rule_none", "not decided");
    assert_eq!(refused(&office, khaled, "approve_rule", json!({ "version": id("v1") })), "investments.decide");
    done(&office, mona, "approve_rule", json!({ "version": id("v1") }));
    let asked = json!({ "rule": id("rule"), "from": "2026-11-01", "until": TODAY });
    let preview = done(&office, khaled, "share_preview", asked);
    assert_eq!((&preview["net"], &preview["decided"]), (&json!(200_001), &json!(100_001)), "a tie goes to the line");
    done(&office, khaled, "apply_rule", apply("s1"));
    assert_eq!(refused(&office, khaled, "apply_rule", apply("s2")), "funds.period_shared");
    let now = done(&office, khaled, "allocation", json!({}));
    assert_eq!((&now["shares"][0]["standing"], &now["shares"][0]["left"]), (&json!("waiting"), &json!(100_001)));
    assert_eq!(office.refused(khaled, "funds.approve", json!({ "id": id("s1") })), "funds.own_draft");
    office.done(mona, "funds.approve", json!({ "id": id("s1") }));
    let now = done(&office, khaled, "allocation", json!({}));
    assert_eq!((&now["moved"], &now["shares"][0]["left"]), (&json!(100_001), &json!(0)));
    let none = json!({ "id": id("s3"), "rule": id("rule"), "from": "2026-10-01", "until": "2026-10-31" });
    done(&office, khaled, "apply_rule", none);
    assert_eq!(
        done(&office, khaled, "allocation", json!({}))["shares"][1]["standing"],
        "nothing",
        "no return moves nothing"
    );
}

#[test]
fn a_donation_is_allocated_as_it_comes_and_takes_its_share_back_with_it() {
    let office = Lending::open();
    let (khaled, mona) = (&office.finance, &office.supervisor);
    for (key, name) in [("other", "صندوق الشراكة"), ("third", "صندوق الاستثمار")] {
        let fund = json!({ "id": id(key), "name": name, "class": "unrestricted", "kind": "operating" });
        office.done(khaled, "funds.add", fund);
    }
    let rule = json!({ "rule": id("rule"), "version": id("v1"), "name": "نسبة من الموارد", "base": "donations",
        "from": id("other"), "effective_on": "2026-01-01", "applies": "at_receipt", "decision": "قرار 12/1448",
        "decided_on": TODAY, "lines": [{ "to": id("third"), "points": 1_500 }] });
    done(&office, khaled, "write_rule", rule);
    done(&office, mona, "approve_rule", json!({ "version": id("v1") }));
    let gift = json!({ "id": id("d1"), "fund": id("other"), "amount": 100_000, "day": TODAY, "donor": "معارف",
        "method": "transfer", "reference": "", "narration": "", "account": null });
    office.done(khaled, "funds.donate", gift);
    let share = done(&office, khaled, "allocation", json!({}))["shares"][0].clone();
    assert_eq!((&share["decided"], &share["standing"]), (&json!(15_000), &json!("waiting")));
    office.done(mona, "funds.approve", json!({ "id": share["share"] }));
    let undo = json!({ "id": id("undo"), "entry": id("d1"), "day": TODAY, "reason": "سُجل خطأ" });
    office.done(khaled, "funds.ask_reversal", undo);
    office.done(mona, "funds.approve", json!({ "id": id("undo") }));
    let now = done(&office, khaled, "allocation", json!({}));
    assert_eq!((&now["moved"], &now["shares"][0]["left"]), (&json!(0), &json!(0)), "the share went with it");
}

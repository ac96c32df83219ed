//! What follows from a purchase: what lending may not change of its tranche, what products ask, what projects own, what is
//! late and what halts.

use crate::loans::{TODAY, id};
use crate::purchases::{Buying, TOMORROW, YESTERDAY, all_of_it, begin, delivery, invoice};
use serde_json::{Value, json};
use std::time::Duration;

#[test]
fn lending_does_not_part_a_tranche_from_what_was_ordered_of_it() {
    let buying = Buying::open();
    buying.ordered("buy");
    let change = |amount: i64, kind: &str| json!({ "tranche": id("loan-1"), "amount": amount, "kind": kind });
    assert_eq!(buying.refused("loans.change_tranche", change(900_000, "in_kind")), "purchases.tranche_sum");
    assert_eq!(buying.refused("loans.change_tranche", change(200_000, "cash")), "loans.cash_share");
    buying.keep("loans.change_tranche", change(960_000, "in_kind"));
    let second = begin("second", "loan");
    buying.keep("purchases.begin", second);
    assert!(buying.gaps("second").contains(&"purchases.fits".to_owned()), "nothing is left of the tranche");
    let why = json!({ "purchase": id("second"), "why": "ours", "reason": "" });
    assert_eq!(buying.refused("purchases.cancel", why), "purchases.reason_missing");
    buying.keep("purchases.cancel", json!({ "purchase": id("second"), "why": "ours", "reason": "تكرار" }));
    let cancel = json!({ "purchase": id("buy"), "why": "supplier", "reason": "اعتذر المورد" });
    buying.keep("purchases.cancel", cancel.clone());
    let sheet = buying.sheet("buy");
    assert_eq!((&sheet["ended_why"], &sheet["line"]["order_no"]), (&json!("supplier"), &json!("P-1448-0001")));
    assert_eq!(buying.refused("purchases.cancel", cancel), "purchases.ended");
    buying.keep("loans.change_tranche", change(900_000, "in_kind"));
    buying.office.done(&buying.office.researcher, "loans.cancel", json!({ "loan": id("loan"), "note": "اعتذرت" }));
    assert_eq!(buying.refused("purchases.begin", begin("late", "loan")), "purchases.tranche_closed");
}

#[test]
fn a_product_may_ask_for_orders_and_otherwise_tranches_go_their_old_way() {
    let buying = Buying::open();
    let office = &buying.office;
    let product = office.product()["id"].clone();
    buying.tranche_approved();
    let gates = || office.sheet("loan")["tranches"][0]["gates"].as_array().unwrap().clone();
    let own =
        |gates: Vec<Value>| gates.iter().filter(|one| one["key"].as_str().unwrap().starts_with("purchases.")).count();
    assert_eq!(own(gates()), 0, "nothing is asked of a tranche nothing was ordered from");
    let rule = |version: i64, terms: Value| json!({ "product": product, "version": version, "terms": terms });
    let asked = json!({ "asked": true, "above": 200_000, "quotes": 1, "quotes_above": 0 });
    assert_eq!(buying.refused("purchases.set_rule", rule(0, asked.clone())), "purchases.manage");
    let wrong = json!({ "quotes": 0 });
    assert_eq!(office.refused(&office.supervisor, "purchases.set_rule", rule(0, wrong)), "purchases.terms");
    office.done(&office.supervisor, "purchases.set_rule", rule(0, asked.clone()));
    let late = office.refused(&office.supervisor, "purchases.set_rule", rule(0, asked));
    assert_eq!(late, "record.changed_meanwhile");
    assert_eq!(own(gates()), 3);
    let refused = buying.refused("loans.deliver_tranche", buying.booking("مؤسسة الإتقان"));
    assert_eq!(refused, "gate.conditions_missing");
    let above = json!({ "asked": true, "above": 960_000, "quotes": 1, "quotes_above": 0 });
    office.done(&office.supervisor, "purchases.set_rule", rule(1, above));
    assert_eq!(own(gates()), 0, "960,000 is not above 960,000");
    buying.keep("loans.deliver_tranche", buying.booking("مؤسسة الإتقان"));
    let rules = office.done(&office.finance, "purchases.rules", json!({}));
    assert_eq!((&rules["rules"][0]["version"], &rules["usual"]["quotes"]), (&json!(2), &json!(3)));
}

#[test]
fn what_a_project_owns_stays_in_sight_with_what_became_of_it() {
    let buying = Buying::open();
    let office = &buying.office;
    buying.ordered("buy");
    buying.keep("purchases.deliver", delivery("came", "buy", all_of_it()));
    let asset = buying.sheet("buy")["assets"][0]["id"].clone();
    let change =
        |state: &str, day: &str, reason: &str| json!({ "asset": asset, "state": state, "day": day, "reason": reason });
    let see = |day: &str| json!({ "asset": asset, "day": day, "note": "تعمل" });
    assert_eq!(buying.refused("purchases.change_asset", change("lost", TODAY, "")), "purchases.reason_missing");
    assert_eq!(buying.refused("purchases.change_asset", change("in_use", TODAY, "تعمل")), "purchases.asset_state");
    assert_eq!(buying.refused("purchases.change_asset", change("lost", YESTERDAY, "سُرقت")), "purchases.asset_day");
    assert_eq!(buying.refused("purchases.change_asset", change("returned", TODAY, "عيب")), "purchases.back_by_piece");
    assert_eq!(buying.refused("purchases.see_asset", see(TOMORROW)), "office.future_day");
    buying.keep("purchases.see_asset", see(TODAY));
    buying.keep("purchases.change_asset", change("damaged", TODAY, "كُسر الذراع"));
    buying.keep("purchases.change_asset", change("sold", TODAY, "بيعت قطعًا"));
    assert_eq!(buying.refused("purchases.see_asset", see(TODAY)), "purchases.asset_gone");
    assert_eq!(office.refused(&office.finance, "purchases.see_asset", see(TODAY)), "purchases.keep");
    let of = office.done(&office.finance, "purchases.of_loan", json!({ "loan": id("loan") }));
    let kept = of["assets"][0].clone();
    let kinds: Vec<&Value> = kept["events"].as_array().unwrap().iter().map(|event| &event["kind"]).collect();
    assert_eq!(kinds, ["in_use", "seen", "damaged", "sold"]);
    assert_eq!((&kept["state"], &kept["said"], &kept["seen_on"]), (&json!("sold"), &json!("بيعت قطعًا"), &json!(TODAY)));
    let project = office.done(&office.finance, "purchases.of_project", json!({ "project": of["project"] }));
    assert_eq!(project["assets"].as_array().unwrap().len(), 2);
}

#[test]
fn the_list_pages_and_narrows_in_the_store_and_says_what_is_late() {
    let buying = Buying::open();
    let office = &buying.office;
    buying.ordered("buy");
    buying.keep("purchases.begin", begin("next", "loan"));
    let list = |input: Value| office.done(&office.finance, "purchases.list", input);
    let all = list(json!({}));
    assert_eq!((&all["total"], &all["late"]), (&json!(2), &json!(0)));
    assert_eq!(list(json!({ "limit": 1, "offset": 1 }))["lines"].as_array().unwrap().len(), 1);
    assert_eq!(list(json!({ "state": ["draft"] }))["total"], 1);
    assert_eq!(list(json!({ "text": "P-1448-0001" }))["total"], 1);
    assert_eq!(list(json!({ "text": "الاتقان" }))["total"], 1, "by the supplier");
    assert_eq!(list(json!({ "text": "نورة" }))["total"], 2, "by the borrower");
    let supplier =
        all["lines"].as_array().unwrap().iter().find(|one| one["state"] == "ordered").unwrap()["supplier"].clone();
    assert_eq!(list(json!({ "supplier": supplier }))["total"], 1);
    let by = |key: &str| list(json!({ "order": { "by": key, "down": true } }))["total"].clone();
    for key in ["order_no", "title", "loan", "borrower", "supplier", "amount", "ordered", "due", "state"] {
        assert_eq!(by(key), 2, "{key}");
    }
    assert_eq!(office.tasks(&office.researcher, "purchases_late"), 0);
    office.story.pass(Duration::from_secs(86_400));
    let tomorrow = office.story.sign_in("sara", "نخلة وظل وماء").unwrap();
    assert_eq!(office.tasks(&tomorrow, "purchases_late"), 1);
    let late = office.done(&tomorrow, "purchases.list", json!({ "late": true }));
    assert_eq!((&late["total"], &late["late"], &late["lines"][0]["late"]), (&json!(1), &json!(1), &json!(true)));
}

#[test]
fn what_is_paid_for_and_not_verified_in_time_halts_the_project_and_nothing_is_ordered_for_it() {
    for verified in [false, true] {
        let buying = Buying::open();
        let office = &buying.office;
        let plan = json!({ "tranche": id("loan-1"), "amount": 960_000, "kind": "in_kind" });
        buying.keep("loans.change_tranche", plan);
        buying.ordered("buy");
        buying.keep("purchases.deliver", delivery("came", "buy", all_of_it()));
        office.done(&office.finance, "purchases.invoice", invoice("bill", "buy", "44", 960_000));
        buying.tranche_approved();
        buying.keep("loans.deliver_tranche", buying.booking("مؤسسة الإتقان"));
        let pay = json!({ "tranche": id("loan-1"), "day": TODAY, "method": "transfer" });
        office.done(&office.finance, "loans.pay_tranche", pay);
        if verified {
            buying.photographed("buy");
            office.done(&buying.another, "purchases.verify", json!({ "purchase": id("buy"), "day": TODAY }));
        }
        let holds = |days: u64| {
            office.story.pass(Duration::from_secs(days * 86_400));
            let finance = office.story.sign_in("khaled", "نخلة وظل وماء").unwrap();
            office.story.office.tick();
            let page = office.done(&finance, "holds.list", json!({}));
            let lines = page["lines"].as_array().unwrap().clone();
            let reasons =
                lines.first().map(|line| office.done(&finance, "holds.open", json!({ "hold": line["hold"] })));
            reasons.map(|sheet| sheet["reasons"].clone())
        };
        assert_eq!(holds(13), None, "thirteen days are not fourteen");
        let found = holds(1);
        if verified {
            assert_eq!(found, None, "the tranche itself is not verified yet, but what was bought is");
            continue;
        }
        let reasons = found.unwrap();
        assert_eq!(reasons.as_array().unwrap().len(), 1);
        assert_eq!((&reasons[0]["kind"], &reasons[0]["reference"]), (&json!("purchase_unverified"), &json!(id("buy"))));
        let sara = office.story.sign_in("sara", "نخلة وظل وماء").unwrap();
        let more =
            json!({ "id": id("more"), "loan": id("loan"), "amount": 100_000, "kind": "in_kind", "item": "خيوط" });
        office.done(&sara, "loans.cancel_tranche", json!({ "tranche": id("loan-2"), "note": "تُخطط من جديد" }));
        office.done(&sara, "loans.plan_tranche", more);
        let typed = json!({ "title": "خيوط", "items": [{ "item": "خيوط", "quantity": 1, "amount": 100_000 }] });
        office.done(&sara, "purchases.begin", json!({ "id": id("next"), "tranche": id("more"), "typed": typed }));
        let sheet = office.done(&sara, "purchases.open", json!({ "purchase": id("next") }));
        let halted =
            sheet["conditions"].as_array().unwrap().iter().find(|one| one["key"] == "holds.purchase_unverified");
        assert_eq!(halted.unwrap()["met"], false, "nothing is ordered for a project that is halted");
    }
}

//! Guarantees of a loan from the first word to the last, and the notes beside them, told through `Office::call` alone.

use crate::approvals::give_role;
use crate::loans::{Lending, TODAY, id};
use office::Caller;
use serde_json::{Value, json};
use sharaka_tests::fetched;

const ROLES: [&str; 5] = ["researcher", "supervisor", "finance", "committee", "administrator"];
const YESTERDAY: &str = "2026-11-20";

/// What is seen of a guarantor before they are believed.
const SEEN: [&str; 3] = ["identity_seen", "income_seen", "undertaking_signed"];

fn of(office: &Lending, loan: &str) -> Value {
    office.done(&office.researcher, "guarantees.of_loan", json!({ "loan": id(loan) }))
}

fn states(office: &Lending, loan: &str) -> Vec<String> {
    let all = of(office, loan)["guarantees"].as_array().unwrap().clone();
    all.iter().map(|one| one["state"].as_str().unwrap().to_owned()).collect()
}

/// Somebody who guarantees a loan with their salary.
fn guarantor(key: &str, loan: &str) -> Value {
    json!({
        "id": id(key), "loan": id(loan), "kind": "guarantor", "income": 900_000,
        "guarantor": { "id": id(&format!("{key}-party")), "number": "١٠٧٠٧٠٧٠٧٨", "expires_on": "2030-01-01",
                       "name": "سالم فهد عبدالله الدوسري", "born_on": "1985-03-01" },
    })
}

fn verification(key: &str) -> Value {
    json!({ "guarantee": id(key), "checked": SEEN })
}

#[test]
fn what_a_loan_says_is_its_guarantee_until_somebody_takes_it_in_hand() {
    let office = Lending::open();
    office.done(&office.researcher, "loans.propose", office.proposal("loan"));
    let said = of(&office, "loan")["guarantees"][0].clone();
    assert_eq!((&said["id"], &said["of_loan"], &said["state"]), (&json!(id("loan")), &json!(true), &json!("proposed")));
    assert_eq!(said["said"], "مستفيدة من الضمان");
    assert_eq!(office.tasks(&office.supervisor, "guarantee_verify"), 0, "what the proposal says is looked at with it");
    office.done(&office.supervisor, "loans.approve", json!({ "loan": id("loan") }));
    assert_eq!(states(&office, "loan"), ["verified"]);
    office.delivered("loan", "2026-11-10");
    assert_eq!(states(&office, "loan"), ["active"], "money is out");
    let list = office.done(&office.finance, "guarantees.list", json!({ "text": "القحطاني", "state": ["active"] }));
    assert_eq!((&list["total"], &list["lines"][0]["loan_no"]), (&json!(1), &json!("L-1448-0001")));

    let release = |reason: &str| json!({ "guarantee": id("loan"), "reason": reason });
    assert_eq!(office.refused(&office.researcher, "guarantees.release", release("خطأ")), "guarantees.verify");
    assert_eq!(office.refused(&office.supervisor, "guarantees.release", release(" ")), "guarantees.reason_missing");
    office.done(&office.supervisor, "guarantees.release", release("حل محله كفيل"));
    let kept = of(&office, "loan")["guarantees"][0].clone();
    assert_eq!((&kept["state"], &kept["ended_reason"]), (&json!("released"), &json!("حل محله كفيل")));
    assert_eq!(kept["said"], "مستفيدة من الضمان", "what the loan said stands in the record");
    assert_eq!(office.refused(&office.supervisor, "guarantees.release", release("ثانية")), "guarantees.ended");
    let pay = json!({ "tranche": id("loan-1"), "day": TODAY, "method": "transfer" });
    office.done(&office.finance, "loans.pay_tranche", pay);
    office.done(&office.supervisor, "loans.verify_tranche", json!({ "tranche": id("loan-1") }));
    let second = json!({ "tranche": id("loan-2") });
    let refused = office.refused(&office.researcher, "loans.request_tranche", second.clone());
    assert_eq!(refused, "gate.conditions_missing", "no more money goes out without a guarantee");
    let gates = office.sheet("loan")["tranches"][1]["gates"].clone();
    assert_eq!((&gates[0]["key"], &gates[0]["met"]), (&json!("guarantees.valid"), &json!(false)));
    assert_eq!(gates[0]["mend"]["screen"], "guarantees.of_loan", "and the page says where that is mended");
    office.done(&office.researcher, "guarantees.propose", guarantor("salem", "loan"));
    office.done(&office.researcher, "loans.request_tranche", second);
}

#[test]
fn a_guarantor_is_a_person_the_office_knows_and_another_person_looks_at_them() {
    let office = Lending::open();
    office.approved("loan");
    let with = |change: &dyn Fn(&mut Value)| {
        let mut new = guarantor("salem", "loan");
        change(&mut new);
        office.refused(&office.researcher, "guarantees.propose", new)
    };
    assert_eq!(with(&|new| new["guarantor"]["number"] = json!("")), "guarantees.guarantor_number");
    assert_eq!(with(&|new| new["guarantor"]["number"] = json!("1070707079")), "kernel.identity_check_digit");
    assert_eq!(with(&|new| new["guarantor"]["expires_on"] = json!(YESTERDAY)), "guarantees.guarantor_identity");
    assert_eq!(with(&|new| new["guarantor"]["born_on"] = json!("2009-01-01")), "guarantees.guarantor_young");
    assert_eq!(with(&|new| new["guarantor"]["name"] = json!("")), "guarantees.guarantor_name");
    assert_eq!(with(&|new| new["guarantor"]["number"] = json!("1098765439")), "guarantees.guarantor_borrows");
    assert_eq!(with(&|new| new["income"] = json!(null)), "guarantees.income_missing");
    assert_eq!(with(&|new| new["until"] = json!(YESTERDAY)), "guarantees.until_past");
    assert_eq!(with(&|new| new["guarantor"] = json!(null)), "guarantees.guarantor_missing");
    assert_eq!(with(&|new| new["kind"] = json!("employer")), "guarantees.said_missing");
    assert_eq!(with(&|new| new["kind"] = json!("social_security")), "guarantees.fact_missing", "the file must say so");
    let team = json!({ "id": id("team"), "loan": id("loan"), "kind": "project_team", "said": "فريق المشروع" });
    assert_eq!(office.refused(&office.researcher, "guarantees.propose", team), "guarantees.residence_missing");
    assert_eq!(office.refused(&office.finance, "guarantees.propose", guarantor("salem", "loan")), "guarantees.keep");

    office.done(&office.researcher, "guarantees.propose", guarantor("salem", "loan"));
    let one = of(&office, "loan")["guarantees"][1].clone();
    assert_eq!((&one["name"], &one["identity_masked"]), (&json!("سالم فهد عبدالله الدوسري"), &json!("107*****78")));
    let again = guarantor("again", "loan");
    assert_eq!(office.refused(&office.supervisor, "guarantees.propose", again), "guarantees.guarantor_twice");
    office.done(&office.researcher, "loans.propose", office.proposal("other"));
    let mut known = guarantor("known", "other");
    known["guarantor"]["name"] = json!("");
    office.done(&office.supervisor, "guarantees.propose", known);
    let found = office.done(&office.researcher, "guarantees.guarantor", json!({ "number": "1070707078" }));
    assert_eq!((&found["name"], found["guarantees"].as_array().unwrap().len()), (&one["name"], 2));
    let other = of(&office, "other")["guarantees"][1].clone();
    assert_eq!(
        (&other["party"], &other["other_guarantees"]),
        (&one["party"], &json!(1)),
        "found by the number, and warned of"
    );
    let nobody = office.done(&office.researcher, "guarantees.guarantor", json!({ "number": "10707070" }));
    assert_eq!(nobody["party"], json!(null), "nobody is found by part of a number");
    let own = office.done(&office.researcher, "guarantees.guarantor", json!({ "number": "1098765439" }));
    assert_eq!(own["own_loans"], json!(["L-1448-0001", "L-1448-0002"]));

    assert_eq!(office.tasks(&office.supervisor, "guarantee_verify"), 1, "nobody is asked to look at their own");
    assert_eq!(office.refused(&office.researcher, "guarantees.verify", verification("salem")), "guarantees.verify");
    let blind = json!({ "guarantee": id("salem"), "checked": ["identity_seen"] });
    assert_eq!(office.refused(&office.supervisor, "guarantees.verify", blind), "guarantees.checks_missing");
    let own = office.refused(&office.supervisor, "guarantees.verify", verification("known"));
    assert_eq!(own, "guarantees.own_guarantee");
    office.done(&office.supervisor, "guarantees.verify", verification("salem"));
    let twice = office.refused(&office.committee, "guarantees.verify", verification("salem"));
    assert_eq!(twice, "guarantees.not_waiting");
    assert_eq!(states(&office, "loan"), ["verified", "verified"]);
}

#[test]
fn what_has_expired_stops_the_money_until_it_is_seen_anew_or_replaced() {
    let office = Lending::open();
    let mut proposal = office.proposal("loan");
    proposal["guarantee"]["until"] = json!(YESTERDAY);
    office.done(&office.researcher, "loans.propose", proposal);
    assert_eq!(states(&office, "loan"), ["expired"], "that follows from the day");
    let approve = json!({ "loan": id("loan") });
    assert_eq!(office.refused(&office.supervisor, "loans.approve", approve.clone()), "gate.conditions_missing");
    let gate = office.sheet("loan")["gates"][0].clone();
    assert_eq!((&gate["key"], &gate["args"]["until"]), (&json!("guarantees.expired"), &json!(YESTERDAY)));
    let seen = |until: &str| json!({ "guarantee": id("loan"), "checked": ["benefit_seen", "undertaking_signed"], "until": until });
    let refused = office.refused(&office.supervisor, "guarantees.verify", seen("2027-11-20"));
    assert_eq!(refused, "guarantees.fact_missing", "the file does not say so");
    let mut file = office.done(&office.researcher, "beneficiaries.open", json!({ "party": id("noura") }));
    file["facts"]["social_security"] = json!(true);
    let change = json!({ "party": id("noura"), "version": file["record"]["number"], "facts": file["facts"] });
    office.done(&office.researcher, "beneficiaries.change", change);
    assert_eq!(office.refused(&office.supervisor, "guarantees.verify", seen(YESTERDAY)), "guarantees.until_past");
    let forever = json!({ "guarantee": id("loan"), "checked": ["benefit_seen", "undertaking_signed"] });
    assert_eq!(office.refused(&office.supervisor, "guarantees.verify", forever), "guarantees.until_missing");
    office.done(&office.supervisor, "guarantees.verify", seen("2027-11-20"));
    assert_eq!(states(&office, "loan"), ["verified"]);
    office.done(&office.committee, "loans.approve", approve);

    office.delivered("loan", "2026-11-10");
    let mut instead = guarantor("salem", "loan");
    instead["replaces"] = json!(id("elsewhere"));
    assert_eq!(office.refused(&office.researcher, "guarantees.propose", instead.clone()), "guarantees.replaces");
    instead["replaces"] = json!(id("loan"));
    office.done(&office.researcher, "guarantees.propose", instead);
    assert_eq!(states(&office, "loan"), ["active", "proposed"], "the old one stands until the new one is seen");
    office.done(&office.supervisor, "guarantees.verify", verification("salem"));
    assert_eq!(states(&office, "loan"), ["released", "active"]);
}

#[test]
fn a_product_says_how_many_guarantors_of_what_age_and_who_may_be_one() {
    let office = Lending::open();
    let product = office.product()["id"].clone();
    let rule = |version: i64, terms: Value| json!({ "product": product, "version": version, "terms": terms });
    let terms = json!({ "verified": true, "bands": [{ "above": 1_000_000, "guarantors": 1 }], "oldest": 40,
                        "may_borrow": false, "last_due_before": 60 });
    assert_eq!(office.refused(&office.researcher, "guarantees.set_rule", rule(0, terms.clone())), "guarantees.manage");
    let wrong = json!({ "oldest": 12 });
    assert_eq!(office.refused(&office.supervisor, "guarantees.set_rule", rule(0, wrong)), "guarantees.terms");
    office.done(&office.supervisor, "guarantees.set_rule", rule(0, terms.clone()));
    let meanwhile = office.refused(&office.supervisor, "guarantees.set_rule", rule(0, terms.clone()));
    assert_eq!(meanwhile, "record.changed_meanwhile");
    let kept = office.done(&office.finance, "guarantees.rules", json!({}))["rules"][0].clone();
    assert_eq!((&kept["version"], &kept["terms"]["oldest"]), (&json!(1), &json!(40)));

    office.done(&office.researcher, "loans.propose", office.proposal("loan"));
    let gaps = |office: &Lending| -> Vec<String> {
        let gates = office.sheet("loan")["gates"].as_array().unwrap().clone();
        let missing = gates.iter().filter(|one| one["met"] == false);
        missing.map(|one| one["key"].as_str().unwrap().to_owned()).collect()
    };
    let unborn = "guarantees.last_due";
    assert_eq!(gaps(&office), ["guarantees.verified", "guarantees.guarantors", unborn], "nobody knows her age");
    office.done(&office.researcher, "guarantees.propose", guarantor("salem", "loan"));
    office.done(&office.supervisor, "guarantees.verify", verification("salem"));
    assert_eq!(gaps(&office), ["guarantees.age", unborn], "he is 41");
    let looser = json!({ "verified": true, "bands": [{ "above": 1_000_000, "guarantors": 1 }], "oldest": 65,
                         "may_borrow": false });
    office.done(&office.supervisor, "guarantees.set_rule", rule(1, looser));
    assert_eq!(gaps(&office), Vec::<String>::new());
    office.done(&office.supervisor, "loans.approve", json!({ "loan": id("loan") }));
}

#[test]
fn a_guarantee_is_called_by_two_people_whatever_roles_they_have() {
    let office = Lending::open();
    office.approved("loan");
    let call = json!({ "guarantee": id("loan"), "reason": "تعثر ثلاثة أشهر" });
    assert_eq!(office.refused(&office.finance, "guarantees.ask_call", call.clone()), "guarantees.not_callable");
    office.delivered("loan", "2026-08-10");
    assert_eq!(office.refused(&office.researcher, "guarantees.ask_call", call.clone()), "guarantees.call");
    for role in ROLES {
        let alone = office.story.with("وحيد", &format!("alone-{role}"), role).1;
        let asked = office.call(&alone, "guarantees.ask_call", call.clone());
        let done = office.call(&alone, "guarantees.approve_call", json!({ "guarantee": id("loan") }));
        assert!(done.is_err(), "a {role} calls a guarantee alone: {done:?}");
        if asked.is_ok() {
            office.done(&alone, "guarantees.drop_call", json!({ "guarantee": id("loan"), "reason": "خطأ" }));
        }
    }
    let shifting = office.story.with("متنقل", "shifting", "finance").1;
    office.done(&shifting, "guarantees.ask_call", call.clone());
    for role in ROLES {
        give_role(&office, "shifting", role);
        let done = office.call(&shifting, "guarantees.approve_call", json!({ "guarantee": id("loan") }));
        assert!(done.is_err(), "one person as {role}: {done:?}");
    }
    assert_eq!(office.refused(&office.finance, "guarantees.ask_call", call), "guarantees.call_waits");
    assert_eq!(of(&office, "loan")["guarantees"][0]["call"]["reason"], "تعثر ثلاثة أشهر");
    assert_eq!(office.tasks(&office.committee, "guarantee_call"), 1);
    office.done(&office.committee, "guarantees.approve_call", json!({ "guarantee": id("loan") }));
    assert_eq!(states(&office, "loan"), ["called"]);
    let late = json!({ "guarantee": id("loan"), "reason": "سُدد" });
    assert_eq!(office.refused(&office.supervisor, "guarantees.release", late), "guarantees.ended");
}

fn printed(office: &Lending, who: &Caller, command: &str, loan: &str) -> Value {
    let paper = office.done(who, command, json!({ "loan": id(loan) }));
    assert!(fetched(&office.story.office, who, &paper).starts_with(b"%PDF"), "{command}");
    paper
}

#[test]
fn notes_are_drawn_signed_and_handed_back_and_then_the_letter_is_printed() {
    let office = Lending::open();
    office.done(&office.researcher, "loans.propose", office.proposal("loan"));
    let draw = |per: &str| json!({ "loan": id("loan"), "per": per, "place_of_issue": "بريدة" });
    assert_eq!(
        office.refused(&office.researcher, "guarantees.draw_notes", draw("sight")),
        "guarantees.notes_too_early"
    );
    office.done(&office.supervisor, "loans.approve", json!({ "loan": id("loan") }));
    let choices = of(&office, "loan")["choices"].clone();
    let cost = |one: &Value| (one["papers"].as_i64().unwrap(), one["each"].as_i64().unwrap());
    assert_eq!((cost(&choices[0]), cost(&choices[1])), ((1, 1_200_000), (12, 100_000)), "one, or one per instalment");
    let nowhere = json!({ "loan": id("loan"), "per": "sight", "place_of_issue": "" });
    assert_eq!(office.refused(&office.researcher, "guarantees.draw_notes", nowhere), "guarantees.place_missing");
    office.done(&office.researcher, "guarantees.draw_notes", draw("instalment"));
    assert_eq!(office.refused(&office.researcher, "guarantees.draw_notes", draw("sight")), "guarantees.notes_stand");
    let pages =
        printed(&office, &office.researcher, "guarantees.note_paper", "loan")["pages"].as_array().unwrap().len();
    assert_eq!(pages, 12, "a page each");
    office.done(&office.researcher, "guarantees.void_notes", json!({ "loan": id("loan"), "reason": "سند واحد يكفي" }));
    office.done(&office.researcher, "guarantees.draw_notes", draw("sight"));
    let note = of(&office, "loan")["notes"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&note["note_no"], &note["due"], &note["amount"]),
        (&json!("N-1448-0013"), &json!(null), &json!(1_200_000))
    );

    let sign = |day: &str, kept_at: &str| json!({ "loan": id("loan"), "day": day, "kept_at": kept_at });
    assert_eq!(office.refused(&office.researcher, "guarantees.sign_notes", sign(TODAY, "")), "guarantees.kept_missing");
    assert_eq!(
        office.refused(&office.researcher, "guarantees.sign_notes", sign("2026-11-23", "خزنة")),
        "office.future_day"
    );
    assert_eq!(
        office.refused(&office.researcher, "guarantees.sign_notes", sign(YESTERDAY, "خزنة")),
        "guarantees.signed_early"
    );
    office.done(&office.researcher, "guarantees.sign_notes", sign(TODAY, "الخزنة، الملف ٣"));
    let void = json!({ "loan": id("loan"), "reason": "تغيرت الخطة" });
    assert_eq!(office.refused(&office.researcher, "guarantees.void_notes", void), "guarantees.own_note");

    office.delivered("loan", "2026-11-10");
    office.paid_out("loan", TODAY);
    let back = json!({ "loan": id("loan"), "day": TODAY });
    assert_eq!(office.refused(&office.researcher, "guarantees.return_notes", back.clone()), "guarantees.not_closed");
    assert_eq!(
        office.refused(&office.finance, "guarantees.clearance", json!({ "loan": id("loan") })),
        "guarantees.not_closed"
    );
    office.repaid("all", "loan", TODAY, 1_200_000);
    assert_eq!(office.sheet("loan")["phase"], "closed");
    assert_eq!(states(&office, "loan"), ["released"], "by itself");
    assert_eq!(
        office.refused(&office.finance, "guarantees.clearance", json!({ "loan": id("loan") })),
        "guarantees.note_out"
    );
    assert_eq!(office.tasks(&office.researcher, "note_return"), 1);
    office.done(&office.researcher, "guarantees.return_notes", back);
    assert_eq!(office.tasks(&office.researcher, "note_return"), 0);
    let ended = of(&office, "loan")["notes"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&ended["state"], &ended["ended_note"]), (&json!("returned"), &json!("نورة عبدالله سالم القحطاني")));
    printed(&office, &office.finance, "guarantees.clearance", "loan");
    let more = guarantor("late", "loan");
    assert_eq!(office.refused(&office.researcher, "guarantees.propose", more), "guarantees.loan_ended");
    office.undone(
        &office.finance,
        json!({ "id": id("undo"), "loan": id("loan"), "place": 3, "day": TODAY, "reason": "شيك مرتجع" }),
    );
    assert_eq!(states(&office, "loan"), ["active"], "and it stands again where the payment is taken back");
}

#[test]
fn a_guarantor_and_who_is_to_come_instead_are_not_two() {
    let office = Lending::open();
    let product = office.product()["id"].clone();
    let terms = json!({ "bands": [{ "above": 1_000_000, "guarantors": 2 }] });
    let rule = json!({ "product": product, "version": 0, "terms": terms });
    office.done(&office.supervisor, "guarantees.set_rule", rule);
    office.done(&office.researcher, "loans.propose", office.proposal("loan"));
    office.done(&office.researcher, "guarantees.propose", guarantor("salem", "loan"));
    office.done(&office.supervisor, "guarantees.verify", verification("salem"));
    // The same person once more, as if he came instead of himself.
    let mut again = guarantor("again", "loan");
    again["replaces"] = json!(id("salem"));
    office.done(&office.researcher, "guarantees.propose", again);
    let gate = of(&office, "loan")["conditions"].as_array().unwrap().clone();
    let two = gate.iter().find(|one| one["key"] == "guarantees.guarantors").unwrap();
    assert_eq!((&two["met"], &two["args"]["n"]), (&json!(false), &json!("1")));
    let approve = json!({ "loan": id("loan") });
    assert_eq!(office.refused(&office.supervisor, "loans.approve", approve), "gate.conditions_missing");
}

#[test]
fn nobody_is_called_for_a_loan_that_was_repaid_meanwhile() {
    let office = Lending::open();
    office.approved("loan");
    office.delivered("loan", "2026-08-10");
    let call = json!({ "guarantee": id("loan"), "reason": "تعثر ثلاثة أشهر" });
    office.done(&office.finance, "guarantees.ask_call", call.clone());
    let owed = office.sheet("loan")["outstanding"].as_i64().unwrap();
    office.repaid("all", "loan", TODAY, owed);
    assert_eq!(office.sheet("loan")["phase"], "closed");
    let which = json!({ "guarantee": id("loan") });
    assert_eq!(office.refused(&office.committee, "guarantees.approve_call", which), "guarantees.not_callable");
    assert_eq!(of(&office, "loan")["guarantees"][0]["call"]["reason"], "تعثر ثلاثة أشهر", "it can still be dropped");
    office.done(&office.committee, "guarantees.drop_call", json!({ "guarantee": id("loan"), "reason": "سُدد" }));
    assert_eq!(office.tasks(&office.committee, "guarantee_call"), 0);
    office.repaid("more", "loan", TODAY, 5_000);
    assert_eq!(office.sheet("loan")["phase"], "overpaid");
    let owing = office.refused(&office.finance, "guarantees.ask_call", call);
    assert_eq!(owing, "guarantees.not_callable", "the association owes her, not she the association");
}

#[test]
fn a_call_that_waits_falls_with_the_guarantee_it_was_about() {
    let office = Lending::open();
    office.approved("loan");
    office.delivered("loan", "2026-08-10");
    let mut instead = guarantor("salem", "loan");
    instead["replaces"] = json!(id("loan"));
    office.done(&office.researcher, "guarantees.propose", instead);
    let call = json!({ "guarantee": id("loan"), "reason": "تعثر ثلاثة أشهر" });
    office.done(&office.finance, "guarantees.ask_call", call);
    office.done(&office.supervisor, "guarantees.verify", verification("salem"));
    assert_eq!(states(&office, "loan"), ["released", "active"]);
    assert_eq!(office.tasks(&office.committee, "guarantee_call"), 0, "nothing waits that cannot be decided");
}

#[test]
fn a_letter_says_the_day_it_was_closed_and_covers_numbers_from_whom_they_are_covered() {
    let office = Lending::open();
    office.approved("loan");
    office.delivered("loan", "2026-09-10");
    office.repaid("part", "loan", "2026-10-20", 60_000);
    let change = json!({ "id": id("release"), "loan": id("loan"), "day": TODAY, "change": { "kind": "release" },
                         "cause": "death", "reason": "شهادة الوفاة في الملف" });
    office.done(&office.researcher, "loans.ask_change", change);
    office.done(&office.committee, "loans.approve_change", json!({ "request": id("release") }));
    assert_eq!(office.sheet("loan")["phase"], "closed");
    printed(&office, &office.finance, "guarantees.clearance", "loan");
    printed(&office, &office.committee, "guarantees.clearance", "loan");
    let trail = office.done(&office.story.caller, "audit.list", json!({ "action": "print" }));
    let lines = trail["lines"].as_array().unwrap().iter().filter(|line| line["command"] == "guarantees.clearance");
    let told: Vec<(&Value, &Value)> =
        lines.map(|line| (&line["after"]["closed_on"], &line["after"]["identity_whole"])).collect();
    // The newest first: the committee sees no identity number whole, on paper neither.
    assert_eq!(told, [(&json!(TODAY), &json!(false)), (&json!(TODAY), &json!(true))]);
}

#[test]
fn a_loss_that_came_in_whole_is_claimed_of_nobody() {
    let office = Lending::open();
    office.approved("loan");
    let draw = json!({ "loan": id("loan"), "per": "sight", "place_of_issue": "بريدة" });
    office.done(&office.researcher, "guarantees.draw_notes", draw);
    let sign = json!({ "loan": id("loan"), "day": TODAY, "kept_at": "خزنة" });
    office.done(&office.researcher, "guarantees.sign_notes", sign);
    office.delivered("loan", "2026-09-10");
    let lost = json!({ "id": id("lost"), "loan": id("loan"), "day": TODAY, "change": { "kind": "write_off" },
                       "cause": "lost", "reason": "لا عنوان يُعرف" });
    office.done(&office.researcher, "loans.ask_change", lost);
    office.done(&office.committee, "loans.approve_change", json!({ "request": id("lost") }));
    let back = json!({ "loan": id("loan"), "day": TODAY });
    assert_eq!(office.refused(&office.researcher, "guarantees.return_notes", back.clone()), "guarantees.not_closed");
    let call = json!({ "guarantee": id("loan"), "reason": "شُطب الدين" });
    office.done(&office.finance, "guarantees.ask_call", call);
    office.repaid("came", "loan", TODAY, 960_000);
    let which = json!({ "guarantee": id("loan") });
    assert_eq!(office.refused(&office.committee, "guarantees.approve_call", which), "guarantees.not_callable");
    assert_eq!(of(&office, "loan")["notes_go_back"], true);
    office.done(&office.researcher, "guarantees.return_notes", back);
}

#[test]
fn the_list_is_narrowed_ordered_and_cut_in_the_store() {
    let office = Lending::open();
    office.approved("loan");
    office.done(&office.researcher, "guarantees.propose", guarantor("salem", "loan"));
    let employer =
        json!({ "id": id("letter"), "loan": id("loan"), "kind": "employer", "said": "خطاب إدارة التعليم بعنيزة" });
    office.done(&office.researcher, "guarantees.propose", employer);
    let list = |input: Value| office.done(&office.finance, "guarantees.list", input);
    let all = list(json!({}));
    assert_eq!(all["total"], 3);
    let count = |page: &Value, state: &str| {
        page["counts"].as_array().unwrap().iter().find(|one| one["state"] == state).unwrap()["count"].clone()
    };
    assert_eq!((count(&all, "verified"), count(&all, "proposed")), (json!(1), json!(2)));
    for (text, found) in
        [("الدوسرى", 1), ("فهد عبد الله الدوسري", 1), ("اداره التعليم", 1), ("القحطاني", 3), ("لا أحد", 0)]
    {
        assert_eq!(list(json!({ "text": text }))["total"], found, "{text}");
    }
    assert_eq!(list(json!({ "kind": "employer" }))["lines"][0]["said"], "خطاب إدارة التعليم بعنيزة");
    assert_eq!(list(json!({ "party": id("salem-party") }))["total"], 1);
    let second = list(json!({ "limit": 1, "offset": 1 }));
    assert_eq!((second["lines"].as_array().unwrap().len(), &second["total"]), (1, &json!(3)));
    for by in ["loan", "borrower", "kind", "guarantor", "until", "state", "proposed"] {
        let turned = |down: bool| {
            let page = list(json!({ "order": { "by": by, "down": down } }));
            let lines = page["lines"].as_array().unwrap().iter();
            lines.map(|one| one["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let mut back = turned(true);
        back.reverse();
        if by != "until" {
            assert_eq!(turned(false), back, "{by}");
        }
    }
    office.done(&office.researcher, "loans.cancel", json!({ "loan": id("loan"), "note": "اعتذرت" }));
    assert_eq!(list(json!({}))["total"], 0, "what went with its loan is asked for by itself");
    let released = list(json!({ "state": ["released"] }));
    assert_eq!((&released["total"], count(&released, "released")), (&json!(3), json!(3)));
}

//! Four eyes, whatever is asked for: by person and not by the role of today, one answer each, and what waits is told to
//! those who may decide it.

use crate::loans::{Lending, TODAY, id};
use kernel::Failure;
use office::Caller;
use serde_json::{Value, json};
use sharaka_tests::Kept;
use std::time::Duration;

const ROLES: [&str; 5] = ["researcher", "supervisor", "finance", "committee", "administrator"];

pub fn give_role(office: &Lending, login: &str, role: &str) {
    let people = office.done(&office.story.caller, "staff.list", json!({}));
    let person = people["people"].as_array().unwrap().iter().find(|person| person["login"] == login).unwrap().clone();
    let version = people["records"][person["id"].as_str().unwrap()]["number"].as_i64().unwrap_or_default();
    let change = json!({ "id": person["id"], "name": person["name"], "role": role, "version": version });
    office.done(&office.story.caller, "staff.change", change);
}

pub fn draft(key: &str, kind: &str, amount: i64) -> Value {
    json!({ "id": id(key), "kind": kind, "day": "2026-11-20", "narration": "رسوم بنكية", "counterparty": "البنك",
            "method": "transfer", "lines": [
                { "account": "41205", "fund": id("pool"), "debit": amount },
                { "account": "11101", "fund": id("pool"), "credit": amount } ] })
}

/// Something that waits: its name, who asked, the commands that decide it, and the refusal of one's own.
type Waits<'a> = (&'a str, &'a Caller, Vec<(&'static str, Value)>, &'static str);

/// An office in which something of each kind waits.
fn everything_waits(office: &Lending) -> Vec<Waits<'_>> {
    for key in ["one", "two", "three"] {
        office.approved(key);
    }
    for key in ["one", "two"] {
        office.delivered(key, "2026-11-20");
    }
    office.repaid("all", "one", TODAY, 1_000_000);
    office.done(&office.researcher, "loans.propose", office.proposal("own"));
    office.done(&office.researcher, "loans.request_tranche", json!({ "tranche": id("three-1") }));
    let refund = json!({ "id": id("back"), "loan": id("one"), "day": TODAY, "amount": 40_000, "method": "transfer" });
    office.done(&office.finance, "loans.ask_refund", refund);
    let forgive = json!({ "id": id("given"), "loan": id("two"), "day": TODAY, "amount": 5_000, "reason": "قرار 12" });
    office.done(&office.supervisor, "loans.ask_forgiveness", forgive);
    office.done(&office.finance, "funds.draft", draft("payment", "payment", 1_500));
    office.done(&office.finance, "funds.draft", draft("journal", "journal", 700));
    for month in 202601..=202610 {
        office.done(&office.finance, "funds.close_period", json!({ "period": month, "word": "روجع" }));
    }
    office.done(&office.finance, "funds.ask_to_reopen", json!({ "period": 202610, "reason": "سند متأخر" }));
    let (own, third) = (json!({ "loan": id("own"), "note": "لا" }), json!({ "tranche": id("three-1") }));
    let voucher = |key: &str| {
        vec![
            ("funds.return_draft", json!({ "id": id(key), "note": "صحح" })),
            ("funds.approve", json!({ "id": id(key) })),
        ]
    };
    vec![
        ("sara", &office.researcher, vec![("loans.reject", own.clone()), ("loans.approve", own)], "loans.own_loan"),
        ("sara", &office.researcher, vec![("loans.approve_tranche", third)], "loans.own_tranche"),
        (
            "khaled",
            &office.finance,
            vec![("loans.approve_refund", json!({ "request": id("back") }))],
            "loans.own_request",
        ),
        (
            "mona",
            &office.supervisor,
            vec![("loans.approve_forgiveness", json!({ "request": id("given") }))],
            "loans.own_request",
        ),
        ("khaled", &office.finance, voucher("payment"), "funds.own_draft"),
        ("khaled", &office.finance, voucher("journal"), "funds.own_draft"),
        (
            "khaled",
            &office.finance,
            vec![("funds.reopen_period", json!({ "period": 202610 }))],
            "ledger.reopening_needs_two",
        ),
    ]
}

#[test]
fn nobody_decides_what_they_asked_for_in_whatever_role() {
    let office = Lending::open();
    for (login, caller, decisions, own) in everything_waits(&office) {
        let before = ROLES[match login {
            "sara" => 0,
            "mona" => 1,
            _ => 2,
        }];
        for (command, input) in &decisions {
            let mut told = 0;
            for role in ROLES {
                give_role(&office, login, role);
                match office.call(caller, command, input.clone()) {
                    Err(Failure::Forbidden { .. }) => {}
                    Err(failure) => {
                        assert_eq!(failure.code().map(|code| code.0), Some(own), "{command} by {login} as {role}");
                        told += 1;
                    }
                    Ok(answer) => panic!("{login} decided their own with {command} as {role}: {answer}"),
                }
            }
            assert!(told > 0, "{command}: some role would have been let through");
        }
        give_role(&office, login, before);
    }
    // All of it waited for others, who decide it now.
    let decided = [
        (&office.committee, "loans.approve", json!({ "loan": id("own") })),
        (&office.committee, "loans.approve_tranche", json!({ "tranche": id("three-1") })),
        (&office.supervisor, "loans.approve_refund", json!({ "request": id("back") })),
        (&office.committee, "loans.approve_refund", json!({ "request": id("back") })),
        (&office.committee, "loans.approve_forgiveness", json!({ "request": id("given") })),
        (&office.supervisor, "funds.approve", json!({ "id": id("payment") })),
        (&office.committee, "funds.approve", json!({ "id": id("payment") })),
        (&office.supervisor, "funds.approve", json!({ "id": id("journal") })),
        (&office.supervisor, "funds.reopen_period", json!({ "period": 202610 })),
    ];
    for (caller, command, input) in decided {
        office.done(caller, command, input);
    }
}

#[test]
fn what_waits_is_told_to_each_who_may_decide_it_and_counted_alike() {
    let office = Lending::open();
    everything_waits(&office);
    let kinds =
        ["loan_approve", "tranche_approve", "refund_approve", "forgive_approve", "voucher_approve", "month_reopen"];
    let told = |who: &Caller| kinds.map(|kind| office.tasks(who, kind));
    assert_eq!(told(&office.committee), [1, 1, 1, 1, 2, 1]);
    assert_eq!(told(&office.supervisor), [1, 1, 1, 0, 2, 1], "forgiving is the committee's");
    assert_eq!(told(&office.finance), [0; 6], "asked for all of it");
    assert_eq!(told(&office.researcher), [0; 6]);
    let tasks = office.done(&office.committee, "tasks.mine", json!({}))["tasks"].clone();
    let of = |kind: &str| tasks.as_array().unwrap().iter().find(|task| task["kind"] == kind).unwrap()["args"].clone();
    for (kind, args) in [
        ("loan_approve", json!({ "amount": "12,000.00", "by": "سارة الحربي" })),
        ("tranche_approve", json!({ "amount": "9,600.00", "no": "1", "name": "نورة عبدالله سالم القحطاني" })),
        ("refund_approve", json!({ "amount": "400.00", "by": "خالد العقيل" })),
        ("forgive_approve", json!({ "amount": "50.00", "reason": "قرار 12" })),
        ("voucher_approve", json!({ "amount": "15.00", "narration": "رسوم بنكية" })),
        ("month_reopen", json!({ "month": "2026/10", "reason": "سند متأخر" })),
    ] {
        for (name, value) in args.as_object().unwrap() {
            assert_eq!(&of(kind)[name], value, "{kind}: {}", of(kind));
        }
    }
    for who in [&office.committee, &office.supervisor, &office.finance] {
        let board = office.done(who, "dashboard.board", json!({}));
        let decisions: usize = told(who).iter().sum();
        assert_eq!(board["waiting"].as_array().unwrap().len(), decisions, "the board counts what the badge counts");
    }
    office.done(&office.supervisor, "funds.approve", json!({ "id": id("payment") }));
    assert_eq!(office.tasks(&office.supervisor, "voucher_approve"), 1, "the payment waits for another one");
    assert_eq!(office.tasks(&office.committee, "voucher_approve"), 2);
}

#[test]
fn who_asked_for_a_tranche_or_approved_it_does_not_pay_it_in_another_role() {
    let office = Lending::open();
    office.approved("loan");
    let tranche = id("loan-1");
    office.done(&office.researcher, "loans.request_tranche", json!({ "tranche": tranche }));
    office.done(&office.committee, "loans.approve_tranche", json!({ "tranche": tranche }));
    let delivery = json!({ "tranche": tranche, "day": TODAY, "supplier": "مؤسسة الإتقان", "invoice": "4471" });
    office.done(&office.supervisor, "loans.deliver_tranche", delivery);
    let pay = json!({ "tranche": tranche, "day": TODAY, "method": "transfer", "reference": "FT1" });
    let preview = json!({ "tranche": tranche, "day": TODAY, "method": "transfer" });
    for (login, caller) in [("abdo", &office.committee), ("sara", &office.researcher)] {
        give_role(&office, login, "finance");
        assert_eq!(office.refused(caller, "loans.pay_tranche", pay.clone()), "loans.own_payout", "{login}");
        assert_eq!(office.refused(caller, "loans.pay_preview", preview.clone()), "loans.own_payout", "{login}");
        assert_eq!(office.tasks(caller, "tranche_pay"), 0, "{login} is not asked to");
    }
    assert_eq!(office.tasks(&office.finance, "tranche_pay"), 1);
    office.done(&office.finance, "loans.pay_tranche", pay);
}

#[test]
fn two_people_who_answer_at_once_are_one_answer_and_a_refusal() {
    let office = Lending::open();
    for round in 0..6 {
        let key = format!("journal-{round}");
        office.done(&office.finance, "funds.draft", draft(&key, "journal", 700));
        let approve = json!({ "id": id(&key) });
        let core = &office.story.office;
        let answers = std::thread::scope(|scope| {
            let both = [&office.supervisor, &office.committee].map(|who| {
                let input = approve.clone();
                scope.spawn(move || core.call(who, "funds.approve", input))
            });
            both.map(|answer| answer.join().unwrap())
        });
        let refused: Vec<_> = answers.iter().filter_map(|answer| answer.as_ref().err()).collect();
        assert_eq!(refused.len(), 1, "one of the two was first");
        assert_eq!(refused[0].code().map(|code| code.0), Some("funds.draft_decided"));
    }
    let journal = office.done(&office.finance, "funds.journal", json!({}))["rows"].clone();
    let posted = journal.as_array().unwrap().iter().filter(|row| row["narration"] == "رسوم بنكية").count();
    assert_eq!(posted, 6, "each stands in the books once");
}

#[test]
fn what_was_taken_back_meanwhile_is_answered_no_more() {
    let office = Lending::open();
    everything_waits(&office);
    let drop = |key: &str| json!({ "request": id(key), "reason": "لم يعد يلزم" });
    office.done(&office.finance, "loans.drop_request", drop("back"));
    let late = json!({ "request": id("back") });
    assert_eq!(office.refused(&office.committee, "loans.approve_refund", late), "loans.request_decided");
    assert_eq!(office.refused(&office.finance, "loans.drop_request", drop("back")), "loans.request_decided");
    office.done(&office.finance, "funds.drop_draft", json!({ "id": id("journal") }));
    let gone = office.call(&office.committee, "funds.approve", json!({ "id": id("journal") }));
    assert!(matches!(gone, Err(Failure::NotFound { .. })), "{gone:?}");
    // Mended while another approves: what they saw is not what stands there.
    office.done(&office.supervisor, "funds.approve", json!({ "id": id("payment") }));
    let mended = office.done(&office.finance, "funds.change_draft", draft("payment", "journal", 900));
    assert_eq!((&mended["approvals"], &mended["approvals_needed"]), (&json!([]), &json!(1)));
    let change =
        json!({ "tranche": id("three-1"), "amount": 900_000, "kind": "in_kind", "supplier": "", "item": "ماكينة" });
    office.done(&office.researcher, "loans.change_tranche", change);
    let late = json!({ "tranche": id("three-1") });
    assert_eq!(office.refused(&office.committee, "loans.approve_tranche", late.clone()), "loans.tranche_step");
    office.done(&office.supervisor, "loans.request_tranche", late.clone());
    assert_eq!(office.refused(&office.supervisor, "loans.approve_tranche", late.clone()), "loans.own_tranche");
    office.done(&office.committee, "loans.approve_tranche", late);
    office.done(&office.researcher, "loans.cancel", json!({ "loan": id("own"), "note": "عدلت" }));
    let late = json!({ "loan": id("own") });
    assert_eq!(office.refused(&office.committee, "loans.approve", late), "loans.decided_already");
    let waits = office.done(&office.committee, "tasks.mine", json!({}))["tasks"].clone();
    let kinds: Vec<_> = waits.as_array().unwrap().iter().map(|task| task["kind"].clone()).collect();
    for gone in ["refund_approve", "loan_approve", "tranche_approve"] {
        assert!(!kinds.contains(&json!(gone)), "{kinds:?}");
    }
}

#[test]
fn a_limit_set_meanwhile_holds_for_what_waits() {
    let office = Lending::open();
    everything_waits(&office);
    let limit = |role: &str, amount: Value| {
        office.done(&office.story.caller, "funds.set_approval_limit", json!({ "role": role, "amount": amount }));
    };
    limit("committee", json!(999));
    let kinds = ["refund_approve", "forgive_approve", "voucher_approve", "loan_approve"];
    let told = || kinds.map(|kind| office.tasks(&office.committee, kind));
    assert_eq!(told(), [0, 0, 1, 1], "above the limit it waits for others; loans have none");
    let given = json!({ "request": id("given") });
    assert_eq!(office.refused(&office.committee, "loans.approve_forgiveness", given.clone()), "ledger.above_limit");
    limit("committee", json!(null));
    assert_eq!(told(), [1, 1, 2, 1]);
    office.done(&office.committee, "loans.approve_forgiveness", given);
    // Who approved first has another limit by now: the books do not take it until somebody within theirs has.
    let payment = json!({ "id": id("payment") });
    office.done(&office.supervisor, "funds.approve", payment.clone());
    limit("supervisor", json!(1_000));
    assert_eq!(office.refused(&office.committee, "funds.approve", payment.clone()), "ledger.above_limit");
    limit("supervisor", json!(1_500));
    let posted = office.done(&office.committee, "funds.approve", payment);
    assert_eq!(posted["voucher"]["amount"], 1_500);
}

#[test]
fn who_asked_learns_what_became_of_it() {
    let office = Lending::open();
    everything_waits(&office);
    assert_eq!(office.tasks(&office.researcher, "tranche_request"), 0, "each approved loan went on already");
    office.done(&office.committee, "loans.reject", json!({ "loan": id("own"), "note": "مشروع قائم مثله" }));
    office.done(&office.committee, "loans.drop_request", json!({ "request": id("back"), "reason": "ناقص" }));
    office.done(&office.committee, "loans.drop_request", json!({ "request": id("given"), "reason": "ناقص" }));
    let mine = office.done(&office.researcher, "tasks.mine", json!({}))["tasks"].clone();
    let told = mine.as_array().unwrap().iter().find(|task| task["kind"] == "loan_rejected").unwrap().clone();
    assert_eq!(told["args"]["reason"], "مشروع قائم مثله");
    assert_eq!(told["target"], json!({ "screen": "loans.detail", "asks": { "loan": id("own"), "day": null } }));
    let kinds = [(&office.finance, "refund_refused"), (&office.supervisor, "forgive_refused")];
    assert_eq!(kinds.map(|(who, kind)| office.tasks(who, kind)), [1, 1]);
    assert_eq!(office.tasks(&office.committee, "loan_rejected"), 0, "who decided knows");
    let again = json!({ "id": id("b2"), "loan": id("one"), "day": TODAY, "amount": 40_000, "method": "transfer" });
    office.done(&office.finance, "loans.ask_refund", again);
    assert_eq!(office.tasks(&office.finance, "refund_refused"), 0, "it was asked for anew");
    office.approved("next");
    assert_eq!(office.tasks(&office.researcher, "tranche_request"), 1);
    office.done(&office.researcher, "loans.request_tranche", json!({ "tranche": id("next-1") }));
    assert_eq!(office.tasks(&office.researcher, "tranche_request"), 0);
    office.story.pass(Duration::from_hours(24 * 15));
    let sara = office.story.sign_in("sara", "نخلة وظل وماء").unwrap();
    assert_eq!(office.tasks(&sara, "loan_rejected"), 0, "news grows old");
}

#[test]
fn what_waited_in_an_office_of_before_is_decided() {
    let kept = Kept::named("0015-demonstration");
    let folder = tempfile::tempdir().unwrap();
    kept.lay_out(folder.path());
    let office = kept.open(folder.path());
    let drafts = office.told("committee", "funds.drafts", json!({}))["drafts"].clone();
    let waits = drafts.as_array().unwrap();
    let second =
        waits.iter().find(|draft| draft["for_me"] == true && draft["approvals"].as_array().unwrap().len() == 1);
    let second = second.expect("a payment that one person has approved");
    assert_eq!((&second["approvals_needed"], second["approvals"][0]["name"].is_string()), (&json!(2), true));
    let posted = office.told("committee", "funds.approve", json!({ "id": second["id"] }));
    let approvers = (&posted["voucher"]["entry"]["approved_by"], &posted["draft"]["approvals"][0]["person"]);
    assert_eq!(approvers.0, approvers.1, "who approved before the upgrade stands on the voucher");
    let tasks = office.told("committee", "tasks.mine", json!({}))["tasks"].clone();
    let loan = tasks.as_array().unwrap().iter().find(|task| task["kind"] == "loan_approve").expect("a loan waits");
    let loan = loan["target"]["asks"]["loan"].clone();
    office.told("committee", "loans.reject", json!({ "loan": loan, "note": "مشروع قائم مثله" }));
    let sheet = office.told("committee", "loans.detail", json!({ "loan": loan }));
    assert_eq!(sheet["decision"], "rejected");
}

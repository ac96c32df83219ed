//! No money moves by one pair of hands: every way it can move, tried by one person in every role and by one person who
//! changes the role before each step, is refused somewhere; with a second person it goes through.
//!
//! The ways are the office's own table of commands: one that touches the books or the loans and has no place here fails
//! [`every_command_that_touches_money_has_its_place`].

use crate::approvals::give_role;
use crate::holds::visited;
use crate::importing_office::LOANS;
use crate::investments;
use crate::loans::{Lending, TODAY, id};
use office::Caller;
use office::command::Kind;
use serde_json::{Value, json};
use sharaka_tests::bring;
use std::collections::BTreeSet;

const ROLES: [&str; 5] = ["researcher", "supervisor", "finance", "committee", "administrator"];

/// Part of a way in [`ways`]: money leaves, changes its fund, or is given up, or a closed month takes entries again.
const OF_A_WAY: [&str; 37] = [
    "funds.approve",
    "funds.ask_reversal",
    "funds.ask_to_reopen",
    "funds.draft",
    "funds.reopen_period",
    "funds.transfer",
    // Who ended a hold by a visit of theirs or by hand is told in `holds.rs`, too.
    "holds.approve",
    "holds.propose",
    "importing.approve",
    "importing.save",
    "importing.take_back",
    // Drafts of the register of investments; `funds.approve` is another person's.
    "investments.apply_rule",
    "investments.buy",
    "investments.finish_maintenance",
    "investments.keep_deposit",
    "investments.pay_cost",
    "investments.return_deposit",
    "investments.sell",
    "investments.write_off_rent",
    "loans.approve",
    "loans.approve_change",
    "loans.approve_deferral",
    "loans.approve_forgiveness",
    "loans.approve_refund",
    "loans.approve_tranche",
    "loans.approve_tranches",
    "loans.approve_undo",
    "loans.ask_change",
    "loans.ask_deferral",
    "loans.ask_forgiveness",
    "loans.ask_refund",
    "loans.ask_undo",
    "loans.deliver_tranche",
    "loans.pay_tranche",
    "loans.pay_tranches",
    "loans.propose",
    "loans.request_tranche",
];

/// Money that came in is recorded by who received it, with a receipt to whoever brought it.
const RECEIVES: [&str; 7] = [
    "funds.clear_cheque",
    "funds.donate",
    "investments.present_cheque",
    "investments.receive_deposit",
    "investments.receive_rent",
    "investments.receive_return",
    "loans.repay",
];

/// What is said, prepared or given up, and moves nothing.
const MOVES_NOTHING: [&str; 70] = [
    "funds.add",
    "funds.add_account",
    "funds.change",
    "funds.change_account",
    "funds.change_draft",
    "funds.close_period",
    "funds.drop_draft",
    "funds.import_chart",
    "funds.lock_year",
    "funds.refuse_reopening",
    "funds.return_draft",
    "funds.set_approval_limit",
    "funds.verify",
    // Who decides an application, and who the loan it becomes, is told in `applications.rs`: each role alone, and one
    // person who changes role. The loan then needs an approval of its own.
    "applications.approve",
    "holds.drop_decision",
    // Stops money, and never lets any go; who halts by hand does not end it.
    "holds.halt",
    // What is judged by is set within bounds that stop money in any case.
    "holds.set_rule",
    // Whose consent a guarantee needs is told in `guarantees.rs`: each role alone, and one person who changes role.
    "guarantees.approve_call",
    "guarantees.ask_call",
    "guarantees.draw_notes",
    "guarantees.drop_call",
    "guarantees.propose",
    "guarantees.release",
    "guarantees.return_notes",
    "guarantees.set_rule",
    "guarantees.sign_notes",
    "guarantees.verify",
    "guarantees.void_notes",
    "importing.ask_back",
    "importing.keep",
    "importing.refuse",
    // What is due becomes income, and no money moves; a share whose draft was taken away waits for others again.
    "investments.change_rent",
    "investments.post_dues",
    "investments.share_again",
    "loans.add_product",
    "loans.cancel",
    "loans.cancel_tranche",
    "loans.change_product",
    "loans.change_project",
    "loans.change_tranche",
    "loans.drop_deferral",
    "loans.drop_request",
    "loans.open_project",
    "loans.plan_tranche",
    "loans.reject",
    // Moves no money; that another person than the payer and the deliverer sees it is told in `loans.rs`.
    "loans.verify_tranche",
    // Takes a name out, never a row of money; that another person asked for it is told in `privacy.rs`.
    "privacy.anonymise",
    // Whose consent an order and a verification need is told in `purchases.rs`: each role alone, and one person who changes
    // role; the money goes with its tranche.
    "purchases.approve",
    "purchases.begin",
    "purchases.cancel",
    "purchases.change",
    "purchases.close_rest",
    "purchases.deliver",
    "purchases.give_back",
    "purchases.invoice",
    "purchases.move_to",
    "purchases.order",
    "purchases.send_back",
    "purchases.set_rule",
    "purchases.verify",
    "purchases.void_invoice",
    // Who passes a stage is told in `stages.rs`; the money behind it goes its own way, by its own hands.
    "stages.ask_review",
    "stages.begin",
    "stages.change",
    "stages.complete",
    "stages.drop_review",
    "stages.fail",
    "stages.lay",
    "stages.pass",
    "stages.place",
];

#[test]
fn every_command_that_touches_money_has_its_place() {
    let touches_money = app::FEATURES.commands().filter(|command| {
        let of_money = ["funds", "loans", "importing"].contains(&command.feature);
        let views = command.views.iter().any(|view| ["funds", "loans"].contains(&view.0));
        let changes = matches!(command.kind, Kind::Write | Kind::System) && command.touches;
        changes && (views || of_money && command.kind == Kind::Write)
    });
    let touching: BTreeSet<&str> = touches_money.map(|command| command.name).collect();
    let placed: Vec<&str> = [&OF_A_WAY[..], &RECEIVES, &MOVES_NOTHING].concat();
    let elsewhere = ["importing.forget_map", "office.set_up_demo", "office.set_up"];
    for command in &touching {
        assert!(
            placed.contains(command) || elsewhere.contains(command),
            "{command} touches money and has no place in tests/scenarios/two_hands.rs: who is the second person?"
        );
    }
    for command in &placed {
        assert!(touching.contains(command), "{command} is no command that touches money any more");
    }
    assert_eq!(placed.iter().collect::<BTreeSet<_>>().len(), placed.len(), "each stands in one place");
    let walked: BTreeSet<&str> = {
        let office = Lending::open();
        prepared(&office);
        ways(&office).into_iter().flat_map(|way| way.steps).map(|step| step.command).collect()
    };
    for command in OF_A_WAY {
        assert!(walked.contains(command), "{command} is walked in no way");
    }
}

struct Step {
    command: &'static str,
    input: Value,
    /// A file that goes with it, brought in by who calls.
    file: Option<String>,
}

fn step(command: &'static str, input: Value) -> Step {
    Step { command, input, file: None }
}

/// A way money moves, from the first word to the last.
struct Way {
    name: &'static str,
    steps: Vec<Step>,
    /// How many of the first steps one person may do; the others are for other people.
    first: usize,
}

/// What other people did before: approved loans, a repayment beyond what was owed, a month that is closed.
fn prepared(office: &Lending) {
    let other = json!({ "id": id("other"), "name": "صندوق التشغيل", "class": "unrestricted", "kind": "operating" });
    office.done(&office.finance, "funds.add", other);
    let small = json!({ "id": id("small"), "fund": id("pool"), "amount": 1_000, "day": TODAY, "donor": "شركة معارف",
                        "method": "transfer", "reference": "", "narration": "", "account": null });
    office.done(&office.finance, "funds.donate", small);
    for key in ["approved", "credit"] {
        office.approved(key);
    }
    office.delivered("credit", "2026-11-20");
    office.repaid("all", "credit", TODAY, 1_000_000);
    office.delivered("approved", "2026-11-20");
    office.repaid("slip", "approved", TODAY, 3_000);
    office.approved("fresh");
    office.approved("bulk");
    office.approved("halted");
    office.delivered("halted", "2026-11-20");
    visited(office, &office.researcher, "halted", "visit", "distress", "2450");
    let register = format!("ق-9,1098765439,800,{},8,2026/12/21م,محفظة القروض", TODAY.replace('-', "/") + "م");
    let file = Step {
        command: "importing.open",
        input: json!({ "id": id("register"), "subject": "loans", "name": "سجل.csv" }),
        file: Some([LOANS, &register].join("\n")),
    };
    walk(office, &office.finance, &file).unwrap();
    office.done(&office.finance, "importing.save", json!({ "id": id("register") }));
    let accepted = json!({ "id": id("register"), "cash_accepted": true });
    office.done(&office.supervisor, "importing.approve", accepted);
    office.done(&office.finance, "funds.close_period", json!({ "period": 202601, "word": "روجع" }));
    invested(office);
}

/// A building with two leases, one of them over, a maintenance, a rule that holds; and another building that is decided.
fn invested(office: &Lending) {
    let done = |verb: &str, input: Value| office.done(&office.finance, &format!("investments.{verb}"), input);
    investments::approved(office, "house", 100_000);
    investments::bought(office);
    done("add_lease", investments::letting("first", "flat1", "2026-10-01"));
    done("add_lease", investments::letting("gone", "flat2", "2025-06-01"));
    for key in ["first", "gone"] {
        let came = json!({ "id": id(&format!("{key}-deposit")), "lease": id(key), "day": TODAY, "amount": 100_000, "way": "transfer" });
        done("receive_deposit", came);
    }
    let rent = json!({ "id": id("rent"), "lease": id("first"), "day": TODAY, "amount": 200_000, "way": "transfer" });
    done("receive_rent", rent);
    let work = json!({ "id": id("work"), "investment": id("tower"), "work": "صيانة المصعد", "planned_on": TODAY });
    done("plan_maintenance", work);
    let rule = json!({ "rule": id("rule"), "version": id("version"), "name": "تغذية", "base": "return", "from": id("pool"),
        "effective_on": "2026-01-01", "applies": "at_period_end", "decision": "قرار 1", "decided_on": TODAY,
        "lines": [{ "to": id("other"), "points": 1_000 }] });
    done("write_rule", rule);
    office.done(&office.supervisor, "investments.approve_rule", json!({ "version": id("version") }));
}

/// The ways of investments: each a draft that others approve.
fn invested_ways() -> Vec<Way> {
    let way = |name: &'static str, command: &'static str, key: &str, mut input: Value| {
        input["id"] = json!(id(key));
        Way { name, steps: vec![step(command, input), step("funds.approve", json!({ "id": id(key) }))], first: 1 }
    };
    let cost = json!({ "investment": id("tower"), "day": TODAY, "amount": 900, "payee": "مؤسسة", "what": "سباكة" });
    let sold =
        json!({ "investment": id("tower"), "day": TODAY, "proceeds": 700_000, "share_points": 1_000, "buyer": "مشتر" });
    let kept = json!({ "lease": id("first"), "day": TODAY, "amount": 500, "against": "damage", "reason": "كسر باب" });
    let back = json!({ "lease": id("gone"), "day": TODAY, "amount": 100_000 });
    let off = json!({ "lease": id("first"), "day": TODAY, "amount": 700, "reason": "أعسر" });
    let paid = json!({ "id": id("work-cost"), "amount": 800, "payee": "مؤسسة" });
    vec![
        way(
            "an investment bought",
            "investments.buy",
            "house-deed",
            investments::purchase("house-deed", "house", 100_000),
        ),
        way("a part of an investment sold", "investments.sell", "sold", sold),
        way("a cost of a building", "investments.pay_cost", "cost", cost),
        Way {
            name: "a maintenance that cost something",
            steps: vec![
                step(
                    "investments.finish_maintenance",
                    json!({ "id": id("work"), "version": 1, "done_on": TODAY, "outcome": "تمت", "cost": paid }),
                ),
                step("funds.approve", json!({ "id": id("work-cost") })),
            ],
            first: 1,
        },
        way("a deposit kept", "investments.keep_deposit", "kept", kept),
        way("a deposit returned", "investments.return_deposit", "back-deposit", back),
        way("rent written off", "investments.write_off_rent", "off", off),
        way(
            "a share of the return",
            "investments.apply_rule",
            "share",
            json!({ "rule": id("rule"), "from": "2026-11-01", "until": TODAY }),
        ),
    ]
}

fn ways(office: &Lending) -> Vec<Way> {
    let tranche = |key: &str| json!({ "tranche": id(key) });
    let voucher = |key: &str, kind: &str| {
        json!({ "id": id(key), "kind": kind, "day": TODAY, "narration": "رسوم بنكية", "counterparty": "البنك",
                "method": "transfer", "lines": [ { "account": "41205", "fund": id("pool"), "debit": 900 },
                { "account": "11101", "fund": id("pool"), "credit": 900 } ] })
    };
    let delivery = |key: &str| json!({ "tranche": id(key), "day": TODAY, "supplier": "مؤسسة الإتقان", "invoice": "1" });
    let pay = |key: &str| json!({ "tranche": id(key), "day": TODAY, "method": "transfer", "reference": "FT1" });
    let loan = format!("ق-1,1098765439,1000,{},10,2026/12/21م,محفظة القروض", TODAY.replace('-', "/") + "م");
    let file = json!({ "id": id("import"), "subject": "loans", "name": "قروض.csv" });
    let import = json!({ "id": id("import"), "cash_accepted": true });
    let halted = office.done(&office.finance, "holds.list", json!({}))["lines"][0]["hold"].clone();
    let page = office.done(&office.finance, "holds.open", json!({ "hold": halted }));
    let anew = json!({ "kind": "extend", "from_due": page["next_due"], "by": 6 });
    let mut ways = vec![
        Way {
            name: "the plan of a halted loan laid out anew",
            steps: vec![
                step(
                    "holds.propose",
                    json!({ "id": id("anew"), "hold": halted, "decision": "reschedule", "reason": "القسط يفوق الدخل",
                            "change": anew }),
                ),
                step("holds.approve", json!({ "hold": halted, "declared": true })),
            ],
            first: 1,
        },
        Way {
            name: "a new loan",
            steps: vec![
                step("loans.propose", office.proposal("own")),
                step("loans.approve", json!({ "loan": id("own") })),
                step("loans.request_tranche", tranche("own-1")),
                step("loans.approve_tranche", tranche("own-1")),
                step("loans.deliver_tranche", delivery("own-1")),
                step("loans.pay_tranche", pay("own-1")),
            ],
            first: 1,
        },
        Way {
            name: "a tranche of a loan others approved",
            steps: vec![
                step("loans.request_tranche", tranche("fresh-1")),
                step("loans.approve_tranche", tranche("fresh-1")),
                step("loans.deliver_tranche", delivery("fresh-1")),
                step("loans.pay_tranche", pay("fresh-1")),
            ],
            first: 1,
        },
        Way {
            name: "many tranches of loans others approved",
            steps: vec![
                step("loans.request_tranche", tranche("bulk-1")),
                step("loans.approve_tranches", json!({ "tranches": [id("bulk-1")] })),
                step("loans.deliver_tranche", delivery("bulk-1")),
                step(
                    "loans.pay_tranches",
                    json!({ "tranches": [id("bulk-1")], "day": TODAY, "method": "transfer", "reference": "FT1" }),
                ),
            ],
            first: 1,
        },
        Way {
            name: "a refund",
            steps: vec![
                step(
                    "loans.ask_refund",
                    json!({ "id": id("back"), "loan": id("credit"), "day": TODAY, "amount": 4_000, "method": "transfer" }),
                ),
                step("loans.approve_refund", json!({ "request": id("back") })),
            ],
            first: 1,
        },
        Way {
            name: "a repayment taken back",
            steps: vec![
                step(
                    "loans.ask_undo",
                    json!({ "id": id("slip-undo"), "loan": id("approved"), "place": 2, "day": TODAY, "reason": "خطأ" }),
                ),
                step("loans.approve_undo", json!({ "request": id("slip-undo") })),
            ],
            first: 1,
        },
        Way {
            name: "a debt forgiven",
            steps: vec![
                step(
                    "loans.ask_forgiveness",
                    json!({ "id": id("given"), "loan": id("approved"), "day": TODAY, "amount": 5_000, "reason": "قرار" }),
                ),
                step("loans.approve_forgiveness", json!({ "request": id("given") })),
            ],
            first: 1,
        },
        Way {
            name: "many loans put off",
            steps: vec![
                step(
                    "loans.ask_deferral",
                    json!({ "id": id("ramadan"), "choice": { "due_from": TODAY, "due_until": "2027-12-31", "periods": 1 },
                            "loans": [id("approved")], "cause": "season", "reason": "رمضان" }),
                ),
                step("loans.approve_deferral", json!({ "deferral": id("ramadan") })),
            ],
            first: 1,
        },
        Way {
            name: "a loan written off",
            steps: vec![
                step(
                    "loans.ask_change",
                    json!({ "id": id("lost"), "loan": id("approved"), "day": TODAY, "change": { "kind": "write_off" },
                            "cause": "lost", "reason": "تعذر التحصيل" }),
                ),
                step("loans.approve_change", json!({ "request": id("lost") })),
            ],
            first: 1,
        },
        Way {
            name: "a payment",
            steps: vec![
                step("funds.draft", voucher("payment", "payment")),
                step("funds.approve", json!({ "id": id("payment") })),
            ],
            first: 1,
        },
        Way {
            name: "a journal voucher",
            steps: vec![
                step("funds.draft", voucher("journal", "journal")),
                step("funds.approve", json!({ "id": id("journal") })),
            ],
            first: 1,
        },
        Way {
            name: "a transfer",
            steps: vec![
                step(
                    "funds.transfer",
                    json!({ "id": id("transfer"), "from": id("pool"), "to": id("other"), "amount": 700, "day": TODAY,
                            "reason": "قرار" }),
                ),
                step("funds.approve", json!({ "id": id("transfer") })),
            ],
            first: 1,
        },
        Way {
            name: "a voucher taken back",
            steps: vec![
                step(
                    "funds.ask_reversal",
                    json!({ "id": id("reversal"), "entry": id("small"), "day": TODAY, "reason": "سُجلت خطأ" }),
                ),
                step("funds.approve", json!({ "id": id("reversal") })),
            ],
            first: 1,
        },
        Way {
            name: "an import",
            steps: vec![
                Step { command: "importing.open", input: file, file: Some([LOANS, &loan].join("\n")) },
                step("importing.save", json!({ "id": id("import") })),
                step("importing.approve", import),
            ],
            first: 2,
        },
        Way {
            name: "an import taken back",
            steps: vec![
                step("importing.ask_back", json!({ "id": id("register"), "reason": "سجل سنة أخرى" })),
                step("importing.take_back", json!({ "id": id("register") })),
            ],
            first: 1,
        },
        Way {
            name: "a closed month",
            steps: vec![
                step("funds.ask_to_reopen", json!({ "period": 202601, "reason": "سند متأخر" })),
                step("funds.reopen_period", json!({ "period": 202601 })),
            ],
            first: 1,
        },
    ];
    ways.extend(invested_ways());
    ways
}

/// What the books hold: every voucher, every fund, and which months take entries; and how the loans stand.
fn money(office: &Lending) -> Value {
    let ask = |command: &str| office.done(&office.finance, command, json!({}));
    let periods = ask("funds.periods")["periods"].clone();
    let months: Vec<Value> = periods.as_array().unwrap().iter().map(|period| period["state"].clone()).collect();
    // How each loan whose money is out is to be paid back.
    let loans = ask("loans.list")["lines"].clone();
    let out = loans.as_array().unwrap().iter().filter(|line| line["paid_out"] != 0);
    let terms: Vec<Value> = out.map(|line| json!([line["loan_no"], line["phase"], line["restructured"]])).collect();
    json!([ask("funds.list")["funds"], ask("funds.journal")["rows"], months, terms])
}

fn walk(office: &Lending, who: &Caller, step: &Step) -> Result<Value, kernel::Failure> {
    let mut input = step.input.clone();
    if let Some(file) = &step.file {
        input["ticket"] = json!(bring(&office.story.office, who, step.command, file.clone())?);
    }
    office.call(who, step.command, input)
}

#[test]
fn one_person_moves_no_money_in_any_role() {
    for role in ROLES {
        let office = Lending::open();
        prepared(&office);
        let alone = office.story.with("وحيد", "alone", role).1;
        let before = money(&office);
        for way in ways(&office) {
            let done: Vec<&str> =
                way.steps.iter().filter(|step| walk(&office, &alone, step).is_ok()).map(|step| step.command).collect();
            assert_eq!(money(&office), before, "{} by a {role} alone: {done:?}", way.name);
        }
    }
}

#[test]
fn one_person_moves_no_money_by_changing_the_role() {
    let office = Lending::open();
    prepared(&office);
    let alone = office.story.with("وحيد", "alone", "researcher").1;
    let before = money(&office);
    for way in ways(&office) {
        let mut done = Vec::new();
        for step in &way.steps {
            let went = ROLES.iter().any(|role| {
                give_role(&office, "alone", role);
                walk(&office, &alone, step).is_ok()
            });
            done.extend(went.then_some(step.command));
        }
        assert_eq!(money(&office), before, "{} by one person: {done:?}", way.name);
        assert!(done.len() >= way.first, "{}: one person may begin it, and did {done:?}", way.name);
    }
}

#[test]
fn with_other_people_each_way_is_open() {
    let office = Lending::open();
    prepared(&office);
    let begins = office.story.with("البادئ", "alone", "researcher").1;
    let others = [&office.supervisor, &office.committee, &office.finance, &office.researcher];
    for way in ways(&office) {
        let before = money(&office);
        for step in &way.steps[..way.first] {
            let went = ROLES.iter().any(|role| {
                give_role(&office, "alone", role);
                walk(&office, &begins, step).is_ok()
            });
            assert!(went, "{}: {}", way.name, step.command);
        }
        for step in &way.steps[way.first..] {
            // As many of them as it needs: a payment is approved by two.
            let went = others.iter().filter(|who| walk(&office, who, step).is_ok()).count();
            assert!(went > 0, "{}: {}", way.name, step.command);
        }
        assert_ne!(money(&office), before, "{}", way.name);
    }
}

//! A loan from its proposal to its receipt, told through `Office::call` alone.

use crate::office::{Story, seen};
use kernel::id::PartyId;
use kernel::{Failure, Result};
use office::Caller;
use serde_json::{Value, json};
use std::time::Duration;

/// Today is 2026-11-21; November lies open in the books, and so does every month before.
pub const TODAY: &str = "2026-11-21";

/// An identifier that is the same for the same name.
pub fn id(name: &str) -> String {
    let mut bytes = [9_u8; 16];
    for (place, byte) in name.bytes().enumerate() {
        bytes[place % 16] = bytes[place % 16].wrapping_mul(31).wrapping_add(byte);
    }
    PartyId::from_bytes(bytes).to_string()
}

/// The people who lend, a borrower with an active file, and a loan pool with 100,000 riyals.
pub struct Lending {
    pub story: Story,
    pub researcher: Caller,
    pub supervisor: Caller,
    pub finance: Caller,
    pub committee: Caller,
}

impl Lending {
    pub fn open() -> Self {
        let story = Story::begun();
        let (_, researcher) = story.with("سارة الحربي", "sara", "researcher");
        let (_, supervisor) = story.with("منى الزهراني", "mona", "supervisor");
        let (_, finance) = story.with("خالد العقيل", "khaled", "finance");
        let (_, committee) = story.with("عبدالرحمن السديس", "abdo", "committee");
        let office = Self { story, researcher, supervisor, finance, committee };
        office.borrower("noura", "نورة عبدالله سالم القحطاني", "1098765439");
        let fund = json!({ "id": id("pool"), "name": "محفظة القروض", "class": "unrestricted", "kind": "loan_pool" });
        office.done(&office.finance, "funds.add", fund);
        office.done(
            &office.finance,
            "funds.donate",
            json!({ "id": id("gift"), "fund": id("pool"), "amount": 10_000_000, "day": "2026-01-05", "donor": "شركة معارف",
                    "method": "transfer", "reference": "", "narration": "", "account": null }),
        );
        office
    }

    pub fn call(&self, caller: &Caller, name: &str, input: Value) -> Result<Value> {
        self.story.pass(Duration::from_secs(1));
        seen(&self.story.office, caller, name, input)
    }

    pub fn done(&self, caller: &Caller, name: &str, input: Value) -> Value {
        self.call(caller, name, input).unwrap_or_else(|failure| panic!("{name}: {failure}"))
    }

    pub fn refused(&self, caller: &Caller, name: &str, input: Value) -> String {
        match self.call(caller, name, input) {
            Ok(answer) => panic!("{name} must be refused: {answer}"),
            Err(Failure::Forbidden { permission }) => permission.to_owned(),
            Err(failure) => failure.code().unwrap_or_else(|| panic!("{name}: {failure}")).0.to_owned(),
        }
    }

    /// Somebody with an active file.
    pub fn borrower(&self, key: &str, name: &str, number: &str) {
        let facts =
            json!({ "name": name, "sex": "female", "mobile": "0558123490", "city": "بريدة", "district": "الريان" });
        let identity = json!({ "number": number, "expires_on": "2030-01-01" });
        let party = id(key);
        self.done(
            &self.researcher,
            "beneficiaries.add",
            json!({ "party": party, "facts": facts, "identity": identity }),
        );
        self.done(&self.researcher, "beneficiaries.check_identity", json!({ "party": party }));
        let activate = json!({ "party": party, "status": "active", "reason": "" });
        self.done(&self.supervisor, "beneficiaries.change_status", activate);
    }

    /// The identifier of somebody of the office.
    pub fn person(&self, login: &str) -> Value {
        let people = self.done(&self.story.caller, "staff.list", json!({}));
        let all = people["people"].as_array().unwrap();
        all.iter().find(|one| one["login"] == login).unwrap()["id"].clone()
    }

    pub fn product(&self) -> Value {
        self.done(&self.researcher, "loans.products", json!({}))["products"][0].clone()
    }

    /// 12,000 riyals over twelve months: 9,600 for machines and 2,400 in cash.
    pub fn proposal(&self, key: &str) -> Value {
        json!({
            "id": id(key), "project": { "new": { "id": id(&format!("{key}-project")), "party": id("noura"),
                "name": "مشغل «إبرة وخيط»", "activity": "خياطة" } },
            "product": self.product()["id"], "fund": id("pool"), "amount": 1_200_000, "instalments": 12,
            "calendar": "gregorian", "guarantee": { "kind": "social_security", "text": "مستفيدة من الضمان" },
            "purpose": "شراء ماكينات", "tranches": [
                { "id": id(&format!("{key}-1")), "amount": 960_000, "kind": "in_kind", "item": "ماكينتان" },
                { "id": id(&format!("{key}-2")), "amount": 240_000, "kind": "cash" },
            ],
        })
    }

    /// A loan proposed and approved.
    /// How many tasks of a kind wait for a person.
    pub fn tasks(&self, caller: &Caller, kind: &str) -> usize {
        let mine = self.done(caller, "tasks.mine", json!({}));
        mine["tasks"].as_array().unwrap().iter().filter(|task| task["kind"] == kind).count()
    }

    pub fn approved(&self, key: &str) -> Value {
        self.done(&self.researcher, "loans.propose", self.proposal(key));
        self.done(&self.supervisor, "loans.approve", json!({ "loan": id(key) }))
    }

    /// Its first tranche asked for, approved and delivered on a day.
    pub fn delivered(&self, key: &str, day: &str) -> Value {
        let tranche = id(&format!("{key}-1"));
        self.done(&self.researcher, "loans.request_tranche", json!({ "tranche": tranche }));
        self.done(&self.supervisor, "loans.approve_tranche", json!({ "tranche": tranche }));
        let delivery = json!({ "tranche": tranche, "day": day, "supplier": "مؤسسة الإتقان", "invoice": "4471" });
        self.done(&self.researcher, "loans.deliver_tranche", delivery)
    }

    /// The rest of the way of the first tranche, and all of the second.
    pub fn paid_out(&self, key: &str, day: &str) -> Value {
        let (first, second) = (id(&format!("{key}-1")), id(&format!("{key}-2")));
        let pay = |tranche: &str| json!({ "tranche": tranche, "day": day, "method": "transfer", "reference": "FT1" });
        self.done(&self.finance, "loans.pay_tranche", pay(&first));
        self.done(&self.supervisor, "loans.verify_tranche", json!({ "tranche": first }));
        self.done(&self.researcher, "loans.request_tranche", json!({ "tranche": second }));
        self.done(&self.supervisor, "loans.approve_tranche", json!({ "tranche": second }));
        self.done(&self.finance, "loans.pay_tranche", pay(&second))
    }

    pub fn repayment(&self, payment: &str, loan: &str, day: &str, amount: i64) -> Value {
        json!({ "id": id(payment), "loan": id(loan), "day": day, "amount": amount, "method": "transfer", "reference": "" })
    }

    pub fn repaid(&self, payment: &str, loan: &str, day: &str, amount: i64) -> Value {
        self.done(&self.finance, "loans.repay", self.repayment(payment, loan, day, amount))
    }

    /// Takes an event back: one person asks, and finance or the supervisor, whoever did not, approves.
    pub fn undone(&self, asks: &Caller, input: Value) -> Value {
        let request = json!({ "request": input["id"] });
        self.done(asks, "loans.ask_undo", input);
        let own = self.call(&self.supervisor, "loans.approve_undo", request.clone());
        own.unwrap_or_else(|_| self.done(&self.finance, "loans.approve_undo", request))
    }

    /// What the fund holds on an account at the end of a day; debit above zero.
    pub fn held(&self, account: &str, day: &str) -> i64 {
        let trial = self.done(&self.finance, "funds.trial_balance", json!({ "day": day, "fund": id("pool") }));
        let rows = trial["rows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["account"] == account);
        row.map_or(0, |row| row["debit_balance"].as_i64().unwrap() - row["credit_balance"].as_i64().unwrap())
    }

    pub fn sheet(&self, key: &str) -> Value {
        self.done(&self.finance, "loans.detail", json!({ "loan": id(key) }))
    }
}

#[test]
fn an_approved_purchase_waits_for_those_who_buy_it_and_only_then_for_the_one_who_pays() {
    let office = Lending::open();
    office.approved("loan");
    let tranche = json!({ "tranche": id("loan-1") });
    office.done(&office.researcher, "loans.request_tranche", tranche.clone());
    office.done(&office.supervisor, "loans.approve_tranche", tranche);
    let waits = || {
        let kinds = [
            (&office.researcher, "tranche_deliver"),
            (&office.finance, "tranche_pay"),
            (&office.finance, "tranche_deliver"),
        ];
        kinds.map(|(who, kind)| office.tasks(who, kind))
    };
    assert_eq!(waits(), [1, 0, 0]);
    let delivery = json!({ "tranche": id("loan-1"), "day": TODAY, "supplier": "مؤسسة الإتقان", "invoice": "4471" });
    office.done(&office.researcher, "loans.deliver_tranche", delivery);
    assert_eq!(waits(), [0, 1, 0]);
}

#[test]
fn a_loan_is_proposed_by_one_person_and_decided_by_another() {
    let office = Lending::open();
    let names: Vec<Value> = office.done(&office.researcher, "loans.products", json!({}))["products"]
        .as_array()
        .unwrap()
        .iter()
        .map(|product| product["terms"]["most"].clone())
        .collect();
    assert_eq!(names, [json!(5_000_000), json!(1_000_000)], "an office begins with two products");
    let sheet = office.done(&office.researcher, "loans.propose", office.proposal("loan"));
    assert_eq!((&sheet["loan_no"], &sheet["phase"]), (&json!("L-1448-0001"), &json!("waiting")));
    assert_eq!((&sheet["rows"][0]["amount"], &sheet["rows"][11]["amount"]), (&json!(100_000), &json!(100_000)));
    assert_eq!(sheet["cash_limit"], 240_000, "a fifth of the loan");

    let decide = json!({ "loan": id("loan") });
    assert_eq!(office.refused(&office.researcher, "loans.approve", decide.clone()), "loans.approve");
    assert_eq!(office.refused(&office.committee, "loans.reject", decide.clone()), "loans.reason_missing");
    office.done(&office.supervisor, "loans.propose", office.proposal("own"));
    assert_eq!(office.refused(&office.supervisor, "loans.approve", json!({ "loan": id("own") })), "loans.own_loan");
    let rejected = json!({ "loan": id("own"), "note": "مشروع قائم مثله" });
    assert_eq!(office.done(&office.committee, "loans.reject", rejected)["phase"], "rejected");

    let sheet = office.done(&office.supervisor, "loans.approve", decide.clone());
    assert_eq!((&sheet["phase"], &sheet["decided_by_name"]), (&json!("approved"), &json!("منى الزهراني")));
    assert_eq!(office.refused(&office.committee, "loans.approve", decide.clone()), "loans.decided_already");
    assert_eq!(
        office.refused(&office.finance, "loans.repay", office.repayment("p", "loan", TODAY, 5)),
        "loans.not_paid_out"
    );
    let cancel = json!({ "loan": id("loan"), "note": "اعتذرت المستفيدة" });
    let sheet = office.done(&office.researcher, "loans.cancel", cancel);
    assert_eq!(
        (&sheet["phase"], &sheet["tranches"][0]["tranche"]["state"]),
        (&json!("cancelled"), &json!("cancelled"))
    );
}

#[test]
fn a_proposal_outside_the_product_is_refused_with_its_reason() {
    let office = Lending::open();
    let with = |change: &dyn Fn(&mut Value)| {
        let mut proposal = office.proposal("loan");
        change(&mut proposal);
        office.refused(&office.researcher, "loans.propose", proposal)
    };
    assert_eq!(with(&|loan| loan["amount"] = json!(10)), "loans.amount_range");
    assert_eq!(with(&|loan| loan["instalments"] = json!(37)), "loans.term_range");
    assert_eq!(with(&|loan| loan["tranches"][0]["amount"] = json!(960_001)), "loans.tranches_sum");
    assert_eq!(with(&|loan| loan["tranches"][0]["kind"] = json!("cash")), "loans.cash_share");
    assert_eq!(with(&|loan| loan["tranches"] = json!([])), "loans.tranches_missing");
    assert_eq!(with(&|loan| loan["guarantee"] = json!({})), "loans.guarantee_missing");
    assert_eq!(with(&|loan| loan["first_due"] = json!(TODAY)), "loans.first_due_past");
    let operating = json!({ "id": id("ops"), "name": "تشغيلي", "class": "unrestricted", "kind": "operating" });
    office.done(&office.finance, "funds.add", operating);
    assert_eq!(with(&|loan| loan["fund"] = json!(id("ops"))), "loans.fund_does_not_lend");
    let suspend = json!({ "party": id("noura"), "status": "suspended", "reason": "انتقلت" });
    office.done(&office.supervisor, "beneficiaries.change_status", suspend);
    assert_eq!(with(&|_| ()), "loans.file_not_active");
}

#[test]
fn whoever_proposes_a_loan_sees_the_funds_that_lend_but_not_the_books() {
    let office = Lending::open();
    let grant = json!({ "id": id("waqf"), "name": "وقف", "class": "endowment", "kind": "waqf" });
    office.done(&office.finance, "funds.add", grant);
    let answer = office.done(&office.researcher, "loans.products", json!({}));
    let funds: Vec<&str> =
        answer["funds"].as_array().unwrap().iter().filter_map(|fund| fund["name"].as_str()).collect();
    assert_eq!(funds, ["محفظة القروض"], "a fund that does not lend is not offered");
    assert_eq!(office.refused(&office.researcher, "funds.list", json!({ "day": null })), "funds.view");
}

#[test]
fn products_and_projects_are_kept() {
    let office = Lending::open();
    let mut product = office.product();
    product["terms"]["most"] = json!(900_000);
    let changed = office.done(&office.supervisor, "loans.change_product", product.clone());
    assert_eq!((&changed["version"], &office.product()["terms"]["most"]), (&json!(2), &json!(900_000)));
    assert_eq!(office.refused(&office.researcher, "loans.propose", office.proposal("loan")), "loans.amount_range");
    product["terms"]["least"] = json!(1_000_000);
    assert_eq!(office.refused(&office.supervisor, "loans.change_product", product), "loans.product_amounts");
    let terms =
        json!({ "least": 100_000, "most": 2_000_000, "longest": 24, "calendar": "hijri", "defers_ramadan": true });
    let own = json!({ "id": id("own"), "name": "قرض الزراعة", "terms": terms });
    office.done(&office.supervisor, "loans.add_product", own.clone());
    let products = office.done(&office.researcher, "loans.products", json!({}))["products"].clone();
    let added = products.as_array().unwrap().iter().find(|product| product["id"] == own["id"]).unwrap();
    assert_eq!(
        (&added["terms"]["unit"], &added["offered"]),
        (&json!(100), &json!(true)),
        "a riyal where nothing is said"
    );
    let twice = json!({ "id": id("twice"), "name": "قرض الزراعه", "terms": own["terms"] });
    assert_eq!(office.refused(&office.supervisor, "loans.add_product", twice), "loans.product_name_taken");

    let preview = office.done(
        &office.researcher,
        "loans.plan_preview",
        json!({ "product": id("own"), "amount": 1_200_000, "instalments": 12, "calendar": "hijri" }),
    );
    let due: Vec<&str> = preview["rows"].as_array().unwrap().iter().map(|row| row["due"].as_str().unwrap()).collect();
    assert_eq!(due.len(), 12);
    let ramadan = "2027-02-08".."2027-03-10";
    assert!(!due.iter().any(|day| ramadan.contains(day)), "Ramadan 1448 has no instalment: {due:?}");
    assert_eq!(preview["amount_in_words"], "اثنا عشر ألف ريال");

    let project = json!({ "id": id("shop"), "party": id("noura"), "name": "بقالة الحي", "activity": "تجارة" });
    office.done(&office.researcher, "loans.open_project", project);
    let halted =
        json!({ "id": id("shop"), "name": "بقالة الحي", "activity": "تجارة", "state": "halted", "reason": "" });
    assert_eq!(office.refused(&office.supervisor, "loans.change_project", halted.clone()), "loans.reason_missing");
    let halted = json!({ "id": id("shop"), "name": "بقالة الريان", "state": "halted", "reason": "تراجعت المبيعات" });
    office.done(&office.supervisor, "loans.change_project", halted);
    let mut proposal = office.proposal("loan");
    (proposal["product"], proposal["project"]) = (json!(id("own")), json!({ "known": id("shop") }));
    assert_eq!(office.refused(&office.researcher, "loans.propose", proposal), "loans.project_not_running");
    let found = office.done(&office.researcher, "loans.projects", json!({ "text": "الريان", "party": id("noura") }));
    assert_eq!((&found["total"], &found["projects"][0]["name"]), (&json!(1), &json!("بقالة الريان")));
    let sheet = office.done(&office.researcher, "loans.project", json!({ "project": id("shop") }));
    assert_eq!((&sheet["project"]["state"], &sheet["loans"]), (&json!("halted"), &json!([])));
    assert_eq!(sheet["project"]["state_reason"], "تراجعت المبيعات");
}

/// Accounts and amounts of an entry that is only looked at.
fn lines_of(seen: &Value) -> Vec<(&str, i64)> {
    let lines = seen["entry"].as_array().unwrap().iter();
    lines.map(|line| (line["account"].as_str().unwrap(), line["amount"].as_i64().unwrap())).collect()
}

#[test]
fn money_goes_out_step_by_step_and_each_step_says_what_it_waits_for() {
    let office = Lending::open();
    office.done(&office.researcher, "loans.propose", office.proposal("loan"));
    let (first, second) = (id("loan-1"), id("loan-2"));
    let step = |tranche: &str| json!({ "tranche": tranche });
    assert_eq!(office.refused(&office.researcher, "loans.request_tranche", step(&first)), "loans.not_approved");
    office.done(&office.supervisor, "loans.approve", json!({ "loan": id("loan") }));
    assert_eq!(office.refused(&office.supervisor, "loans.approve_tranche", step(&first)), "loans.tranche_step");
    office.done(&office.supervisor, "loans.request_tranche", step(&first));
    assert_eq!(office.refused(&office.supervisor, "loans.approve_tranche", step(&first)), "loans.own_tranche");
    let sheet = office.done(&office.committee, "loans.approve_tranche", step(&first));
    let unmet = |sheet: &Value, no: usize| -> Vec<String> {
        let conditions = sheet["tranches"][no]["conditions"].as_array().unwrap();
        conditions.iter().filter(|one| one["met"] == false).map(|one| one["key"].as_str().unwrap().into()).collect()
    };
    assert_eq!(unmet(&sheet, 0), Vec::<String>::new());
    assert_eq!(unmet(&sheet, 1), ["before"], "the second one waits for the first");
    let pay =
        |tranche: &str, day: &str| json!({ "tranche": tranche, "day": day, "method": "transfer", "reference": "FT9" });
    assert_eq!(office.refused(&office.finance, "loans.pay_tranche", pay(&first, TODAY)), "loans.tranche_step");
    let look = |tranche: &str, day: &str| json!({ "tranche": tranche, "day": day, "method": "transfer" });
    assert_eq!(office.refused(&office.finance, "loans.pay_preview", look(&first, TODAY)), "loans.delivery_first");
    assert_eq!(office.refused(&office.finance, "loans.pay_preview", look(&second, TODAY)), "loans.tranche_step");
    let deliver = json!({ "tranche": first, "day": "2026-11-10", "supplier": "مؤسسة الإتقان", "invoice": "4471" });
    let sheet = office.done(&office.researcher, "loans.deliver_tranche", deliver);
    assert_eq!(
        (&sheet["phase"], &sheet["paid_out"], &sheet["outstanding"]),
        (&json!("active"), &json!(960_000), &json!(960_000))
    );
    assert_eq!(sheet["rows"][0]["due"], "2026-12-10");
    assert_eq!((office.held("11201", "2026-11-09"), office.held("11201", "2026-11-10")), (0, 960_000));
    assert_eq!((office.held("21101", TODAY), office.held("11101", TODAY)), (-960_000, 10_000_000), "not paid yet");
    let early = office.refused(&office.finance, "loans.pay_tranche", pay(&first, "2026-11-09"));
    assert_eq!(early, "loans.paid_before_delivery");
    let early = office.refused(&office.finance, "loans.pay_preview", look(&first, "2026-11-09"));
    assert_eq!(early, "loans.paid_before_delivery");
    let seen = office.done(&office.finance, "loans.pay_preview", look(&first, "2026-11-12"));
    assert_eq!((&seen["amount"], &seen["paid_to"]), (&json!(960_000), &json!("مؤسسة الإتقان")));
    assert_eq!(lines_of(&seen), [("21101", 960_000), ("11101", -960_000)]);
    assert!(seen["amount_in_words"].as_str().is_some_and(|words| words.contains("آلاف")), "{seen}");
    office.done(&office.finance, "loans.pay_tranche", pay(&first, "2026-11-12"));
    assert_eq!((office.held("21101", TODAY), office.held("11101", TODAY)), (0, 9_040_000));
    assert_eq!(office.refused(&office.finance, "loans.verify_tranche", step(&first)), "loans.keep");
    office.done(&office.researcher, "loans.request_tranche", step(&second));
    assert_eq!(office.refused(&office.supervisor, "loans.approve_tranche", step(&second)), "loans.tranche_conditions");
    let own = office.refused(&office.researcher, "loans.verify_tranche", step(&first));
    assert_eq!(own, "loans.own_payment", "she took delivery of it");
    office.done(&office.supervisor, "loans.verify_tranche", step(&first));
    office.done(&office.supervisor, "loans.approve_tranche", step(&second));
    let seen = office.done(&office.finance, "loans.pay_preview", look(&second, "2026-11-15"));
    assert_eq!(lines_of(&seen).last(), Some(&("11101", -240_000)), "cash goes from the bank to the borrower");
    assert_eq!(office.held("11101", TODAY), 9_040_000, "looking at it posts nothing");
    let sheet = office.done(&office.finance, "loans.pay_tranche", pay(&second, "2026-11-15"));
    assert_eq!((&sheet["paid_out_in_kind"], &sheet["paid_out_cash"]), (&json!(960_000), &json!(240_000)));
    assert_eq!(
        (&sheet["rows"][0]["amount"], &sheet["rows"][11]["amount"]),
        (&json!(100_000), &json!(100_000)),
        "as planned"
    );
    let steps = sheet["tranches"][1]["tranche"]["steps"].as_array().unwrap();
    assert_eq!((&steps[3]["by_name"], &steps[3]["voucher"]), (&json!("خالد العقيل"), &json!("PV-2026-000002")));
    assert_eq!(office.held("11201", TODAY), 1_200_000);

    let over = json!({ "id": id("loan-3"), "loan": id("loan"), "amount": 1, "kind": "in_kind" });
    assert_eq!(office.refused(&office.researcher, "loans.plan_tranche", over), "loans.tranche_over");
}

#[test]
fn tranches_are_planned_anew_until_they_are_approved() {
    let office = Lending::open();
    office.approved("loan");
    let cancel = json!({ "tranche": id("loan-1"), "note": "تغيّر المورد" });
    office.done(&office.researcher, "loans.cancel_tranche", cancel);
    let plan = |amount: i64| json!({ "id": id("loan-3"), "loan": id("loan"), "amount": amount, "kind": "in_kind", "supplier": "الأصيل", "item": "ماكينة" });
    let sheet = office.done(&office.researcher, "loans.plan_tranche", plan(500_000));
    assert_eq!(sheet["tranches"][2]["tranche"]["no"], 3);
    let change = |amount: i64, kind: &str| json!({ "tranche": id("loan-3"), "amount": amount, "kind": kind, "item": "ماكينتان" });
    assert_eq!(office.refused(&office.researcher, "loans.change_tranche", change(500_000, "cash")), "loans.cash_share");
    assert_eq!(
        office.refused(&office.researcher, "loans.change_tranche", change(960_001, "in_kind")),
        "loans.tranche_over"
    );
    let sheet = office.done(&office.researcher, "loans.change_tranche", change(960_000, "in_kind"));
    assert_eq!(sheet["tranches"][2]["tranche"]["item"], "ماكينتان");
    office.done(&office.researcher, "loans.request_tranche", json!({ "tranche": id("loan-3") }));
    let approve = json!({ "tranche": id("loan-3") });
    assert_eq!(
        office.refused(&office.supervisor, "loans.approve_tranche", approve.clone()),
        "loans.tranche_conditions"
    );
    office.done(&office.researcher, "loans.cancel_tranche", json!({ "tranche": id("loan-2"), "note": "لا حاجة" }));
    office.done(&office.supervisor, "loans.approve_tranche", approve);
    assert_eq!(office.refused(&office.researcher, "loans.change_tranche", change(5, "in_kind")), "loans.tranche_step");
}

#[test]
fn loans_are_found_filtered_and_counted_and_follow_their_borrower() {
    let office = Lending::open();
    office.approved("loan");
    office.delivered("loan", "2026-09-15");
    office.done(&office.researcher, "loans.propose", office.proposal("waiting"));
    let list = |question: Value| office.done(&office.researcher, "loans.list", question);
    let page = list(json!({ "counts": true }));
    assert_eq!(
        (&page["total"], &page["outstanding"], &page["counts"]["late"]),
        (&json!(2), &json!(960_000), &json!(1))
    );
    let line = &list(json!({ "late": true }))["lines"][0];
    assert_eq!(
        (&line["overdue"], &line["days_late"], &line["next_amount"]),
        (&json!(160_000), &json!(37), &json!(80_000))
    );
    assert_eq!(list(json!({ "phase": ["waiting"] }))["total"], 1);
    assert_eq!(list(json!({ "fund": id("nowhere") }))["total"], 0);
    for text in ["نوره القحطانى", "1448-0001", "1098765439", "ابره وخيط"] {
        let found = office.done(&office.researcher, "loans.find", json!({ "text": text }));
        assert!(!found["loans"].as_array().unwrap().is_empty(), "{text}");
    }
    assert_eq!(office.done(&office.researcher, "loans.find", json!({ "text": "لا أحد" }))["loans"], json!([]));
    let file = office.done(&office.researcher, "beneficiaries.open", json!({ "party": id("noura") }));
    let mut facts = file["facts"].clone();
    facts["name"] = json!("نورة عبدالله الدوسري");
    office.done(
        &office.researcher,
        "beneficiaries.change",
        json!({ "party": id("noura"), "version": file["record"]["number"], "facts": facts, "identity": {} }),
    );
    assert_eq!(list(json!({ "text": "الدوسري" }))["total"], 2, "a loan is found under the borrower's new name");
}

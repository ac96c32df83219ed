//! Purchases in kind from the first quote to what the project owns, told through `Office::call` alone.

use crate::approvals::give_role;
use crate::loans::{Lending, TODAY, id};
use office::Caller;
use serde_json::{Value, json};
use sharaka_tests::{bring, fetched};

const ROLES: [&str; 5] = ["researcher", "supervisor", "finance", "committee", "administrator"];
pub const YESTERDAY: &str = "2026-11-20";
pub const TOMORROW: &str = "2026-11-22";
/// The smallest picture a document is believed to be.
const PHOTO: &str = "%PDF-1.7";

pub fn which(key: &str) -> Value {
    json!({ "purchase": id(key) })
}

/// Two machines that last and thread that does not, for 9,600 riyals: the first tranche of a loan.
pub fn begin(key: &str, loan: &str) -> Value {
    json!({ "id": id(key), "tranche": id(&format!("{loan}-1")), "typed": {
        "title": "ماكينتا خياطة", "budget_line": "التجهيز", "due_on": TODAY, "items": [
            { "item": "ماكينة خياطة", "quantity": 2, "amount": 900_000, "is_asset": true },
            { "item": "خيوط", "quantity": 30, "amount": 60_000 },
        ] } })
}

pub fn quote(key: &str, purchase: &str, supplier: &str, amount: i64) -> Value {
    json!({ "id": id(key), "purchase": id(purchase), "amount": amount, "on": YESTERDAY, "until": "2026-12-20",
            "supplier": { "id": id(&format!("firm {supplier}")), "name": supplier } })
}

pub fn delivery(key: &str, purchase: &str, lines: Value) -> Value {
    json!({ "id": id(key), "purchase": id(purchase), "day": TODAY, "condition": "good", "received_by": "نورة القحطاني",
            "lines": lines })
}

pub fn invoice(key: &str, purchase: &str, number: &str, amount: i64) -> Value {
    json!({ "id": id(key), "purchase": id(purchase), "invoice_no": number, "day": TODAY, "amount": amount,
            "vat": amount * 15 / 115 })
}

pub fn all_of_it() -> Value {
    json!([{ "no": 1, "quantity": 2, "serials": ["SN-1", "SN-2"] }, { "no": 2, "quantity": 30 }])
}

pub struct Buying {
    pub office: Lending,
    pub another: Caller,
}

impl Buying {
    /// An approved loan, and a second researcher.
    pub fn open() -> Self {
        let office = Lending::open();
        office.approved("loan");
        let another = office.story.with("ريم العتيبي", "reem", "researcher").1;
        Self { office, another }
    }

    pub fn keep(&self, name: &str, input: Value) -> Value {
        self.office.done(&self.office.researcher, name, input)
    }

    pub fn refused(&self, name: &str, input: Value) -> String {
        self.office.refused(&self.office.researcher, name, input)
    }

    pub fn sheet(&self, key: &str) -> Value {
        self.office.done(&self.office.finance, "purchases.open", which(key))
    }

    pub fn state(&self, key: &str) -> Value {
        self.sheet(key)["line"]["state"].clone()
    }

    pub fn gaps(&self, key: &str) -> Vec<String> {
        let all = self.sheet(key)["conditions"].as_array().unwrap().clone();
        all.iter().filter(|one| one["met"] == false).map(|one| one["key"].as_str().unwrap().to_owned()).collect()
    }

    /// Begun with three quotes, of which the cheapest is chosen.
    pub fn chosen(&self, key: &str) {
        self.keep("purchases.begin", begin(key, "loan"));
        for (place, (supplier, amount)) in
            [("مؤسسة الإتقان", 960_000), ("معدات القصيم", 990_000), ("دار الخياطة", 1_100_000)].iter().enumerate()
        {
            self.keep("purchases.add_quote", quote(&format!("{key}-q{place}"), key, supplier, *amount));
        }
        self.keep("purchases.choose", json!({ "purchase": id(key), "quote": id(&format!("{key}-q0")) }));
    }

    pub fn ordered(&self, key: &str) {
        self.chosen(key);
        self.keep("purchases.order", which(key));
        self.office.done(&self.office.supervisor, "purchases.approve", which(key));
    }

    /// A paper of the purchase, as its photo.
    pub fn photographed(&self, key: &str) {
        let office = &self.office.story.office;
        let ticket = bring(office, &self.office.researcher, "documents.attach", PHOTO.as_bytes()).unwrap();
        let paper = json!({ "id": id(&format!("{key}-photo")), "subject_kind": "purchase", "subject": id(key),
                            "kind": "photo", "title": "صورة الماكينتين", "ticket": ticket });
        self.keep("documents.attach", paper);
    }

    pub fn step(&self, tranche: &str) -> Value {
        json!({ "tranche": id(tranche) })
    }

    pub fn tranche_approved(&self) {
        let office = &self.office;
        office.done(&office.researcher, "loans.request_tranche", self.step("loan-1"));
        office.done(&office.supervisor, "loans.approve_tranche", self.step("loan-1"));
    }

    pub fn booking(&self, supplier: &str) -> Value {
        json!({ "tranche": id("loan-1"), "day": TODAY, "supplier": supplier, "invoice": "4471" })
    }
}

#[test]
fn a_purchase_goes_from_quotes_to_the_list_of_assets_beside_its_tranche() {
    let buying = Buying::open();
    let office = &buying.office;
    buying.ordered("buy");
    let line = buying.sheet("buy")["line"].clone();
    assert_eq!((&line["order_no"], &line["state"]), (&json!("P-1448-0001"), &json!("ordered")));
    assert_eq!((&line["supplier_name"], &line["amount"]), (&json!("مؤسسة الإتقان"), &json!(960_000)));
    buying.tranche_approved();
    let gates = || office.sheet("loan")["tranches"][0]["gates"].clone();
    let missing = |gates: Value| -> Vec<String> {
        let of = |one: &&Value| one["met"] == false && one["key"].as_str().unwrap().starts_with("purchases.");
        gates.as_array().unwrap().iter().filter(of).map(|one| one["key"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(missing(gates()), ["purchases.came", "purchases.invoiced"]);
    let refused = buying.refused("loans.deliver_tranche", buying.booking("مؤسسة الإتقان"));
    assert_eq!(refused, "gate.conditions_missing", "nobody is owed what has not come");

    let part = json!([{ "no": 1, "quantity": 1, "serials": ["SN-1"] }]);
    buying.keep("purchases.deliver", delivery("first", "buy", part));
    assert_eq!(buying.state("buy"), "part");
    let rest = json!([{ "no": 1, "quantity": 1, "serials": ["SN-2"] }, { "no": 2, "quantity": 30 }]);
    buying.keep("purchases.deliver", delivery("second", "buy", rest));
    assert_eq!(buying.state("buy"), "came");
    assert_eq!(missing(gates()), ["purchases.invoiced"]);
    office.done(&office.finance, "purchases.invoice", invoice("bill", "buy", "INV-44", 960_000));
    assert_eq!(missing(gates()), Vec::<String>::new());
    let refused = buying.refused("loans.deliver_tranche", buying.booking("مؤسسة أخرى"));
    assert_eq!(refused, "purchases.payee", "and nobody else is paid than who sold it");
    buying.keep("loans.deliver_tranche", buying.booking("مؤسسة الاتقان"));
    let pay = json!({ "tranche": id("loan-1"), "day": TODAY, "method": "transfer" });
    office.done(&office.finance, "loans.pay_tranche", pay);
    assert_eq!(office.held("21101", TODAY), 0, "nothing is owed to the supplier any more");

    assert_eq!(missing(gates()), ["purchases.verified"]);
    assert_eq!(
        office.refused(&buying.another, "loans.verify_tranche", buying.step("loan-1")),
        "gate.conditions_missing"
    );
    assert_eq!(buying.gaps("buy"), ["purchases.paper"]);
    let verify = json!({ "purchase": id("buy"), "day": TODAY, "note": "مطابقة" });
    assert_eq!(office.refused(&buying.another, "purchases.verify", verify.clone()), "gate.conditions_missing");
    buying.photographed("buy");
    assert_eq!(office.tasks(&buying.another, "purchase_verify"), 1);
    assert_eq!(office.tasks(&office.researcher, "purchase_verify"), 0, "nobody is asked to see their own");
    assert_eq!(buying.refused("purchases.verify", verify.clone()), "purchases.own_delivery");
    office.done(&buying.another, "purchases.verify", verify);
    assert_eq!(buying.refused("loans.verify_tranche", buying.step("loan-1")), "loans.own_payment");
    office.done(&buying.another, "loans.verify_tranche", buying.step("loan-1"));

    let of = office.done(&office.committee, "purchases.of_loan", json!({ "loan": id("loan") }));
    let assets = of["assets"].as_array().unwrap();
    let serials: Vec<&Value> = assets.iter().map(|one| &one["serial"]).collect();
    assert_eq!(serials, ["SN-1", "SN-2"], "what is used up is no asset");
    assert_eq!((&assets[0]["verified_by_name"], &assets[0]["state"]), (&json!("ريم العتيبي"), &json!("in_use")));
    let project = of["project"].clone();
    for (command, input) in [
        ("purchases.order_paper", which("buy")),
        ("purchases.delivery_paper", json!({ "purchase": id("buy"), "blank": true })),
        ("purchases.delivery_paper", which("buy")),
        ("purchases.assets_paper", json!({ "project": project })),
    ] {
        let paper = office.done(&office.finance, command, input);
        assert!(fetched(&office.story.office, &office.finance, &paper).starts_with(b"%PDF"), "{command}");
    }
}

#[test]
fn what_is_typed_of_a_purchase_and_its_quotes_must_be_so() {
    let buying = Buying::open();
    let office = &buying.office;
    let with = |change: &dyn Fn(&mut Value)| {
        let mut new = begin("buy", "loan");
        change(&mut new);
        buying.refused("purchases.begin", new)
    };
    assert_eq!(with(&|new| new["typed"]["title"] = json!(" ")), "purchases.title_missing");
    assert_eq!(with(&|new| new["typed"]["title"] = json!("س".repeat(301))), "purchases.text_too_long");
    assert_eq!(with(&|new| new["typed"]["items"] = json!([])), "purchases.items_missing");
    assert_eq!(with(&|new| new["typed"]["items"][0]["item"] = json!("")), "purchases.items_missing");
    assert_eq!(with(&|new| new["typed"]["items"][0]["quantity"] = json!(0)), "purchases.quantity");
    assert_eq!(with(&|new| new["typed"]["items"][0]["quantity"] = json!(101)), "purchases.quantity");
    assert_eq!(with(&|new| new["typed"]["items"][0]["amount"] = json!(0)), "purchases.amount");
    assert_eq!(with(&|new| new["typed"]["due_on"] = json!(YESTERDAY)), "purchases.due_past");
    assert_eq!(with(&|new| new["tranche"] = json!(id("loan-2"))), "purchases.cash_tranche");
    let many: Vec<Value> = (0..61).map(|_| json!({ "item": "إبرة", "quantity": 1, "amount": 100 })).collect();
    assert_eq!(with(&|new| new["typed"]["items"] = json!(many)), "purchases.too_many");
    let own = office.refused(&office.finance, "purchases.begin", begin("buy", "loan"));
    assert_eq!(own, "purchases.keep");
    buying.keep("purchases.begin", begin("buy", "loan"));

    let add = |change: &dyn Fn(&mut Value)| {
        let mut new = quote("q", "buy", "مؤسسة الإتقان", 960_000);
        change(&mut new);
        buying.refused("purchases.add_quote", new)
    };
    assert_eq!(add(&|new| new["supplier"]["name"] = json!("")), "purchases.supplier_missing");
    assert_eq!(add(&|new| new["supplier"]["id"] = json!(id("noura"))), "purchases.supplier_person");
    assert_eq!(add(&|new| new["amount"] = json!(0)), "purchases.amount");
    assert_eq!(add(&|new| new["on"] = json!(TOMORROW)), "office.future_day");
    assert_eq!(add(&|new| new["until"] = json!("2026-11-19")), "purchases.quote_days");
    assert_eq!(buying.gaps("buy"), ["purchases.quotes", "purchases.chosen"]);
    assert_eq!(buying.refused("purchases.order", which("buy")), "gate.conditions_missing");
    buying.keep("purchases.add_quote", quote("q", "buy", "مؤسسة الإتقان", 960_000));
    assert_eq!(add(&|new| new["id"] = json!(id("other"))), "purchases.quoted_already");
    let mut named = quote("by-name", "buy", "مؤسسه الاتقان", 960_000);
    named["supplier"]["id"] = json!(id("somebody new"));
    assert_eq!(
        buying.refused("purchases.add_quote", named),
        "purchases.quoted_already",
        "the same name is the same firm"
    );
    buying.keep("purchases.add_quote", quote("dear", "buy", "معدات القصيم", 990_000));
    buying.keep("purchases.add_quote", quote("wrong", "buy", "دار الخياطة", 1));
    buying.keep("purchases.drop_quote", json!({ "purchase": id("buy"), "quote": id("wrong") }));
    let gone = json!({ "purchase": id("buy"), "quote": id("wrong") });
    assert_eq!(buying.refused("purchases.choose", gone), "purchases.no_quote");
    let dear = |reason: &str| json!({ "purchase": id("buy"), "quote": id("dear"), "reason": reason });
    assert_eq!(buying.refused("purchases.choose", dear("")), "purchases.not_cheapest");
    buying.keep("purchases.choose", dear("ضمان أطول"));
    let taken = json!({ "purchase": id("buy"), "quote": id("dear") });
    assert_eq!(buying.refused("purchases.drop_quote", taken), "purchases.quote_chosen");
    assert_eq!(
        buying.gaps("buy"),
        ["purchases.quotes", "purchases.lines", "purchases.fits"],
        "two of three, and too dear"
    );
    let change = json!({ "purchase": id("buy"), "version": 0, "typed": begin("buy", "loan")["typed"] });
    buying.keep("purchases.change", change.clone());
    assert_eq!(buying.refused("purchases.change", change), "record.changed_meanwhile");
    let suppliers = office.done(&office.finance, "purchases.suppliers", json!({ "text": "القصيم" }));
    assert_eq!(suppliers["suppliers"][0]["name"], "معدات القصيم");
}

#[test]
fn an_order_is_approved_by_another_person_within_their_limit_whatever_roles_they_have() {
    let buying = Buying::open();
    let office = &buying.office;
    buying.chosen("buy");
    let reason = |text: &str| json!({ "purchase": id("buy"), "reason": text });
    for role in ROLES {
        let alone = office.story.with("وحيد", &format!("alone-{role}"), role).1;
        let asked = office.call(&alone, "purchases.order", which("buy"));
        let done = office.call(&alone, "purchases.approve", which("buy"));
        assert!(done.is_err(), "a {role} orders alone: {done:?}");
        if asked.is_ok() {
            office.done(&alone, "purchases.send_back", reason("خطأ"));
        }
    }
    let shifting = office.story.with("متنقل", "shifting", "researcher").1;
    office.done(&shifting, "purchases.order", which("buy"));
    for role in ROLES {
        give_role(office, "shifting", role);
        let done = office.call(&shifting, "purchases.approve", which("buy"));
        assert!(done.is_err(), "one person as {role}: {done:?}");
    }
    assert_eq!(buying.refused("purchases.order", which("buy")), "purchases.order_waits");
    let change = json!({ "purchase": id("buy"), "version": 0, "typed": begin("buy", "loan")["typed"] });
    assert_eq!(buying.refused("purchases.change", change), "purchases.not_draft");
    assert_eq!(buying.refused("purchases.add_quote", quote("x", "buy", "مورد", 5)), "purchases.not_draft");
    assert_eq!(office.tasks(&office.committee, "purchase_approve"), 1);
    assert_eq!(buying.refused("purchases.approve", which("buy")), "purchases.approve");
    assert_eq!(office.refused(&office.supervisor, "purchases.send_back", reason(" ")), "purchases.reason_missing");
    office.done(&office.supervisor, "purchases.send_back", reason("اطلب ضمانًا أطول"));
    assert_eq!(buying.state("buy"), "draft");
    give_role(office, "shifting", "researcher");
    assert_eq!(office.tasks(&shifting, "purchase_returned"), 1, "who asked is told");

    let limit = json!({ "role": "supervisor", "amount": 500_000 });
    office.done(&office.story.caller, "funds.set_approval_limit", limit);
    buying.keep("purchases.order", which("buy"));
    assert_eq!(office.refused(&office.supervisor, "purchases.approve", which("buy")), "ledger.above_limit");
    office.done(&office.committee, "purchases.approve", which("buy"));
    assert_eq!(office.refused(&office.committee, "purchases.approve", which("buy")), "purchases.order_decided");
    assert_eq!(buying.refused("purchases.order", which("buy")), "purchases.not_draft");
}

#[test]
fn what_comes_is_counted_and_may_go_back_until_the_loan_owes_it() {
    let buying = Buying::open();
    let office = &buying.office;
    buying.chosen("buy");
    let one = |change: &dyn Fn(&mut Value)| {
        let mut new = delivery("came", "buy", all_of_it());
        change(&mut new);
        buying.refused("purchases.deliver", new)
    };
    assert_eq!(one(&|_| ()), "purchases.not_coming");
    assert_eq!(buying.refused("purchases.invoice", invoice("bill", "buy", "1", 960_000)), "purchases.not_ordered");
    assert_eq!(buying.refused("purchases.order_paper", which("buy")), "purchases.not_ordered");
    buying.keep("purchases.order", which("buy"));
    office.done(&office.supervisor, "purchases.approve", which("buy"));
    assert_eq!(one(&|new| new["received_by"] = json!("")), "purchases.receiver_missing");
    assert_eq!(one(&|new| new["condition"] = json!("different")), "purchases.say_what");
    assert_eq!(one(&|new| new["lines"] = json!([])), "purchases.nothing_came");
    assert_eq!(one(&|new| new["lines"][0]["quantity"] = json!(3)), "purchases.more_than_ordered");
    assert_eq!(one(&|new| new["lines"][1]["serials"] = json!(["7"])), "purchases.serials");
    assert_eq!(one(&|new| new["lines"][0]["serials"] = json!(["1", "2", "3"])), "purchases.serials");
    assert_eq!(one(&|new| new["lines"][0]["serials"] = json!(["7", "٧"])), "purchases.serial_known");
    assert_eq!(one(&|new| new["day"] = json!(TOMORROW)), "office.future_day");
    assert_eq!(one(&|new| new["day"] = json!(YESTERDAY)), "purchases.before_order");
    let close = json!({ "purchase": id("buy"), "reason": "نفد من السوق" });
    assert_eq!(buying.refused("purchases.close_rest", close.clone()), "purchases.nothing_came_yet");
    let mut other = delivery("came", "buy", json!([{ "no": 1, "quantity": 2, "serials": ["SN-1", "SN-2"] }]));
    (other["condition"], other["said"]) = (json!("different"), json!("لون آخر"));
    buying.keep("purchases.deliver", other);
    let said = buying.sheet("buy")["arrivals"][0].clone();
    assert_eq!(
        (&said["condition"], &said["said"]),
        (&json!("different"), &json!("لون آخر")),
        "that it differs is said"
    );

    let assets = buying.sheet("buy")["assets"].clone();
    let back = |lines: Value, assets: Value| json!({ "id": id("back"), "purchase": id("buy"), "day": TODAY, "reason": "معطلة", "lines": lines, "assets": assets });
    assert_eq!(buying.refused("purchases.give_back", back(json!([]), json!([]))), "purchases.nothing_back");
    let pieces = back(json!([{ "no": 1, "quantity": 1 }]), json!([]));
    assert_eq!(buying.refused("purchases.give_back", pieces), "purchases.back_by_piece");
    let pieces = back(json!([{ "no": 2, "quantity": 1 }]), json!([]));
    assert_eq!(buying.refused("purchases.give_back", pieces), "purchases.more_than_here");
    let unknown = back(json!([]), json!([id("nothing")]));
    assert_eq!(buying.refused("purchases.give_back", unknown), "purchases.not_here");
    let cancel = json!({ "purchase": id("buy"), "why": "supplier", "reason": "اعتذر" });
    assert_eq!(buying.refused("purchases.cancel", cancel), "purchases.something_here");
    buying.keep("purchases.give_back", back(json!([]), json!([assets[0]["id"]])));
    let sheet = buying.sheet("buy");
    assert_eq!((&sheet["line"]["came"], &sheet["assets"][0]["state"]), (&json!(1), &json!("returned")));
    let again = delivery("again", "buy", json!([{ "no": 1, "quantity": 1, "serials": ["SN-1"] }]));
    buying.keep("purchases.deliver", again);
    assert_eq!(buying.sheet("buy")["assets"].as_array().unwrap().len(), 3, "what went back stays in sight");
    buying.keep("purchases.close_rest", close.clone());
    assert_eq!(buying.state("buy"), "came", "the thread will not come");
    assert_eq!(buying.refused("purchases.close_rest", close), "purchases.nothing_left");
    let short = invoice("bill", "buy", "INV-1", 900_000);
    assert_eq!(buying.refused("purchases.invoice", short.clone()), "purchases.invoice_differs");
    let mut why = short;
    why["reason"] = json!("دون الخيوط");
    office.done(&office.finance, "purchases.invoice", why);
    buying.tranche_approved();
    let refused = buying.refused("loans.deliver_tranche", buying.booking("مؤسسة الإتقان"));
    assert_eq!(refused, "gate.conditions_missing", "nobody is paid more than the invoice says");

    // The tranche is planned anew as the invoice says, and the order goes on under it.
    let cancel = json!({ "tranche": id("loan-1"), "note": "الفاتورة أقل" });
    let to = |tranche: &str| json!({ "purchase": id("buy"), "tranche": id(tranche) });
    assert_eq!(buying.refused("purchases.move_to", to("loan-2")), "purchases.not_stranded");
    buying.keep("loans.cancel_tranche", cancel);
    let plan =
        |key: &str, amount: i64| json!({ "id": id(key), "loan": id("loan"), "amount": amount, "kind": "in_kind" });
    buying.keep("loans.plan_tranche", plan("small", 10_000));
    buying.keep("loans.plan_tranche", plan("exact", 950_000));
    assert_eq!(buying.refused("purchases.move_to", to("loan-2")), "purchases.cash_tranche");
    assert_eq!(buying.refused("purchases.move_to", to("small")), "purchases.does_not_fit");
}

#[test]
fn an_invoice_of_a_supplier_is_recorded_once() {
    let buying = Buying::open();
    let office = &buying.office;
    buying.ordered("buy");
    buying.keep("purchases.deliver", delivery("came", "buy", all_of_it()));
    let one = |change: &dyn Fn(&mut Value)| {
        let mut new = invoice("bill", "buy", "INV-0044 / 7", 960_000);
        change(&mut new);
        office.refused(&office.finance, "purchases.invoice", new)
    };
    assert_eq!(one(&|new| new["invoice_no"] = json!("")), "purchases.invoice_no_missing");
    assert_eq!(one(&|new| new["day"] = json!(TOMORROW)), "office.future_day");
    assert_eq!(one(&|new| new["amount"] = json!(0)), "purchases.amount");
    assert_eq!(one(&|new| new["vat"] = json!(960_000)), "purchases.vat");
    assert_eq!(one(&|new| new["amount"] = json!(970_000)), "purchases.invoice_differs");
    let over = |new: &mut Value| {
        new["amount"] = json!(970_000);
        new["reason"] = json!("زيادة");
    };
    assert_eq!(one(&over), "purchases.invoice_over", "the tranche is 9,600 riyals");
    assert_eq!(
        office.refused(&office.committee, "purchases.invoice", invoice("b", "buy", "1", 1)),
        "purchases.invoice"
    );
    office.done(&office.finance, "purchases.invoice", invoice("bill", "buy", "INV-0044 / ٧", 960_000));
    let mut twice = invoice("twice", "buy", "inv 0044/7", 100);
    twice["reason"] = json!("مرة أخرى");
    assert_eq!(office.refused(&office.finance, "purchases.invoice", twice), "purchases.invoice_known");
    let void = |reason: &str| json!({ "purchase": id("buy"), "invoice": id("bill"), "reason": reason });
    assert_eq!(office.refused(&office.finance, "purchases.void_invoice", void("")), "purchases.reason_missing");
    office.done(&office.finance, "purchases.void_invoice", void("رقم خاطئ"));
    assert_eq!(office.refused(&office.finance, "purchases.void_invoice", void("ثانية")), "purchases.no_invoice");
    office.done(&office.finance, "purchases.invoice", invoice("right", "buy", "INV-0044 / 7", 960_000));
    buying.tranche_approved();
    buying.keep("loans.deliver_tranche", buying.booking("مؤسسة الإتقان"));
    let void = json!({ "purchase": id("buy"), "invoice": id("right"), "reason": "خطأ" });
    assert_eq!(office.refused(&office.finance, "purchases.void_invoice", void), "purchases.booked");
    let asset = buying.sheet("buy")["assets"][0]["id"].clone();
    let back = json!({ "id": id("back"), "purchase": id("buy"), "day": TODAY, "reason": "معطلة", "assets": [asset] });
    assert_eq!(buying.refused("purchases.give_back", back), "purchases.booked");
}

#[test]
fn nobody_approves_an_order_whose_quotes_they_gathered_though_another_submits_it() {
    let buying = Buying::open();
    let office = &buying.office;
    let insider = &office.supervisor;
    buying.keep("purchases.begin", begin("buy", "loan"));
    for (place, supplier) in ["مؤسسة الإتقان", "معدات القصيم", "دار الخياطة"].iter().enumerate()
    {
        let offer = quote(&format!("q{place}"), "buy", supplier, 960_000 + 10_000 * i64::try_from(place).unwrap());
        office.done(insider, "purchases.add_quote", offer);
    }
    office.done(insider, "purchases.choose", json!({ "purchase": id("buy"), "quote": id("q0") }));
    buying.keep("purchases.order", which("buy"));
    assert_eq!(office.refused(insider, "purchases.approve", which("buy")), "purchases.own_order");
    assert_eq!(office.tasks(insider, "purchase_approve"), 0, "nobody is asked what they may not answer");
    let page = office.done(insider, "purchases.open", which("buy"));
    assert_eq!(page["cannot_approve"], "purchases.own_order");
    for role in ROLES {
        give_role(office, "mona", role);
        let refused = office.refused(insider, "purchases.approve", which("buy"));
        let expected =
            if matches!(role, "supervisor" | "committee") { "purchases.own_order" } else { "purchases.approve" };
        assert_eq!(refused, expected, "as {role}");
    }
    give_role(office, "mona", "supervisor");
    // One of the lines is enough, and it does not wear off when the order comes back.
    let returned = json!({ "purchase": id("buy"), "reason": "عرض أقدم من شهر" });
    office.done(&office.committee, "purchases.send_back", returned);
    buying.keep("purchases.order", which("buy"));
    assert_eq!(office.refused(insider, "purchases.approve", which("buy")), "purchases.own_order");
    office.done(&office.committee, "purchases.approve", which("buy"));
    assert_eq!(buying.state("buy"), "ordered");
}

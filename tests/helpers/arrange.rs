//! What a story begins with, where its beginning is not what it tells: an office that lends, made through the core.

use crate::steps::{ADMINISTRATOR, ASSOCIATION, LOGIN, PASSWORD};
use kernel::id::PartyId;
use office::{Caller, Office, Options, SessionChange};
use serde_json::{Value, json};
use std::path::Path;

/// The one who borrows in the stories.
pub const BORROWER: &str = "نورة عبدالله سالم القحطاني";
/// Name, login and role of the colleagues of an office that lends; all of them have the password of the stories.
const COLLEAGUES: [(&str, &str, &str); 4] = [
    ("سارة الحربي", "sara", "researcher"),
    ("منى الزهراني", "mona", "supervisor"),
    ("خالد العقيل", "khaled", "finance"),
    ("عبدالرحمن السديس", "abdo", "committee"),
];
const FIRST_PASSWORD: &str = "مفتاح-أول-7788";

/// An office that lends: its people have signed in before, the borrower's file is active, the loan pool has money.
///
/// # Panics
/// When a command is refused that begins every such office.
pub fn lending_office(folder: &Path) {
    let desk = Desk::new(folder);
    let set_up = json!({
        "association": { "name_ar": ASSOCIATION, "name_en": "", "licence_no": "", "unified_no": "", "region": "" },
        "administrator": { "name": ADMINISTRATOR, "login": LOGIN, "password": PASSWORD },
        "digits": "arabic", "calendar": "hijri",
    });
    desk.call(&Caller::Nobody, "office.set_up", set_up);
    let administrator = desk.sign_in(LOGIN, PASSWORD);
    for (name, login, role) in COLLEAGUES {
        let colleague =
            json!({ "id": id(login), "name": name, "login": login, "role": role, "password": FIRST_PASSWORD });
        desk.call(&administrator, "staff.add", colleague);
        let newcomer = desk.sign_in(login, FIRST_PASSWORD);
        desk.call(&newcomer, "session.change_password", json!({ "old": FIRST_PASSWORD, "new": PASSWORD }));
    }
    let (researcher, supervisor, finance) =
        (desk.sign_in("sara", PASSWORD), desk.sign_in("mona", PASSWORD), desk.sign_in("khaled", PASSWORD));

    let facts =
        json!({ "name": BORROWER, "sex": "female", "mobile": "0558123490", "city": "بريدة", "district": "الريان" });
    let identity = json!({ "number": "1098765439", "expires_on": "2060-01-01" });
    let party = id("borrower");
    desk.call(&researcher, "beneficiaries.add", json!({ "party": party, "facts": facts, "identity": identity }));
    desk.call(&researcher, "beneficiaries.check_identity", json!({ "party": party }));
    let activate = json!({ "party": party, "status": "active", "reason": "" });
    desk.call(&supervisor, "beneficiaries.change_status", activate);

    let pool = json!({ "id": id("pool"), "name": "محفظة القروض", "class": "unrestricted", "kind": "loan_pool" });
    desk.call(&finance, "funds.add", pool);
    let today = kernel::Day::in_riyadh(desk.office.now());
    let gift = json!({
        "id": id("gift"), "fund": id("pool"), "amount": 10_000_000, "day": today, "donor": "شركة معارف",
        "method": "transfer", "reference": "", "narration": "", "account": null,
    });
    desk.call(&finance, "funds.donate", gift);
    desk.office.close();
}

/// A loan of 12,000 riyals over twelve months for two machines, asked for and not yet decided.
/// The office must be one that lends, and nobody may have it open.
///
/// # Panics
/// As [`lending_office`].
pub fn loan_proposed(folder: &Path) {
    let desk = Desk::new(folder);
    let whole = json!([{ "id": id("tranche"), "amount": 1_200_000, "kind": "in_kind", "item": "ماكينتان" }]);
    desk.propose(&desk.sign_in("sara", PASSWORD), whole);
    desk.office.close();
}

/// The same loan, paid out today.
///
/// # Panics
/// As [`lending_office`].
pub fn loan_paid_out(folder: &Path) {
    let desk = Desk::new(folder);
    let whole = json!([{ "id": id("tranche"), "amount": 1_200_000, "kind": "in_kind", "item": "ماكينتان" }]);
    desk.pay_out_first(whole);
    desk.office.close();
}

/// The same loan with the first of its two tranches paid out today and verified.
///
/// # Panics
/// As [`lending_office`].
pub fn loan_half_paid_out(folder: &Path) {
    let desk = Desk::new(folder);
    desk.pay_out_first(json!([
        { "id": id("tranche"), "amount": 960_000, "kind": "in_kind", "item": "ماكينتان" },
        { "id": id("rest"), "amount": 240_000, "kind": "cash" },
    ]));
    desk.call(&desk.sign_in("mona", PASSWORD), "loans.verify_tranche", json!({ "tranche": id("tranche") }));
    desk.office.close();
}

/// The number of the loan of the stories.
///
/// # Panics
/// As [`lending_office`].
pub fn loan_number(folder: &Path) -> String {
    let desk = Desk::new(folder);
    let loans = desk.call(&desk.sign_in("mona", PASSWORD), "loans.list", json!({}));
    let number = loans["lines"][0]["loan_no"].as_str().expect("a loan was paid out").to_owned();
    desk.office.close();
    number
}

/// The core on a folder, with its people at their desks.
struct Desk {
    office: Office,
}

impl Desk {
    fn new(folder: &Path) -> Self {
        let options = Options { cost: database::Cost::cheap(), ..Options::default() };
        Self { office: app::open(folder, options).expect("the folder is ours") }
    }

    fn call(&self, caller: &Caller, name: &str, input: Value) -> Value {
        self.office.call(caller, name, input).unwrap_or_else(|failure| panic!("{name}: {failure}")).value
    }

    /// The loan of the stories, its first tranche paid out today.
    fn pay_out_first(&self, tranches: Value) {
        let (researcher, supervisor, finance) =
            (self.sign_in("sara", PASSWORD), self.sign_in("mona", PASSWORD), self.sign_in("khaled", PASSWORD));
        let (loan, tranche) = self.propose(&researcher, tranches);
        self.call(&supervisor, "loans.approve", json!({ "loan": loan }));
        self.call(&researcher, "loans.request_tranche", json!({ "tranche": tranche }));
        self.call(&supervisor, "loans.approve_tranche", json!({ "tranche": tranche }));
        let today = kernel::Day::in_riyadh(self.office.now());
        let delivery = json!({ "tranche": tranche, "day": today, "supplier": "مؤسسة الإتقان", "invoice": "4471" });
        self.call(&researcher, "loans.deliver_tranche", delivery);
        let payment = json!({ "tranche": tranche, "day": today, "method": "transfer", "reference": "FT1" });
        self.call(&finance, "loans.pay_tranche", payment);
    }

    /// Asks for the loan of the stories; gives the ids of the loan and of its tranche.
    fn propose(&self, researcher: &Caller, tranches: Value) -> (String, String) {
        let product = self.call(researcher, "loans.products", json!({}))["products"][0]["id"].clone();
        let (loan, tranche) = (id("loan"), id("tranche"));
        let proposal = json!({
            "id": loan, "project": { "new": { "id": id("project"), "party": id("borrower"), "name": "مشغل «إبرة وخيط»" } },
            "product": product, "fund": id("pool"), "amount": 1_200_000, "instalments": 12, "calendar": "gregorian",
            "guarantee": { "kind": "social_security", "text": "" },
            "tranches": tranches,
        });
        self.call(researcher, "loans.propose", proposal);
        (loan, tranche)
    }

    fn sign_in(&self, login: &str, password: &str) -> Caller {
        let input = json!({ "login": login, "password": password });
        match self.office.call(&Caller::Nobody, "session.sign_in", input).expect("a known person signs in").session {
            SessionChange::Begun(token) => Caller::Holder(token),
            other => panic!("a session should have begun, not {other:?}"),
        }
    }
}

/// An identifier that is the same for the same name.
fn id(name: &str) -> String {
    let mut bytes = [5_u8; 16];
    for (place, byte) in name.bytes().enumerate() {
        bytes[place % 16] = bytes[place % 16].wrapping_mul(31).wrapping_add(byte);
    }
    PartyId::from_bytes(bytes).to_string()
}

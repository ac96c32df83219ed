//! The funds as the office uses them, through `Office::call` alone.

use app::clock::SetClock;
use app::office::{Caller, Office, Options, SessionChange};
use base64::Engine;
use kernel::{Day, Failure, Moment};
use serde_json::{Value, json};
use std::sync::Arc;

const PASSWORD: &str = "قهوة وتمر في بريدة";

struct Story {
    office: Office,
    finance: Caller,
    supervisor: Caller,
    researcher: Caller,
    _folder: tempfile::TempDir,
}

fn id(number: u8) -> String {
    format!("0190000a-0000-7000-8000-0000000000{number:02x}")
}

fn clock() -> Arc<SetClock> {
    let day = Day::from_ymd(2026, 10, 31).unwrap();
    let midnight = Moment::start_of_riyadh_day(i64::from(day.number())).micros();
    Arc::new(SetClock::at(Moment::from_micros(midnight + 36_000_000_000)))
}

fn holder(change: SessionChange) -> Caller {
    let SessionChange::Begun(token) = change else { panic!("a session must begin") };
    Caller::Holder(token)
}

impl Story {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let options = Options { clock: clock(), cost: database::Cost::cheap(), demo: false };
        let office = Office::open(&folder.path().join("office"), options).unwrap();
        let set_up = json!({
            "association": { "name_ar": "جمعية غراس", "name_en": "Ghiras", "licence_no": "1", "unified_no": "7001234567", "region": "القصيم" },
            "administrator": { "name": "منيرة", "login": "munira", "password": PASSWORD },
            "digits": "latin", "calendar": "gregorian",
        });
        let admin = holder(office.call(&Caller::Nobody, "office.set_up", set_up).unwrap().session);
        for (number, login, role) in [(1, "nouf", "finance"), (2, "saad", "supervisor"), (3, "huda", "researcher")] {
            let person = json!({ "id": id(number), "name": login, "login": login, "role": role, "password": PASSWORD });
            office.call(&admin, "staff.add", person).unwrap();
        }
        let enter = |login: &str| {
            let entered =
                office.call(&Caller::Nobody, "session.sign_in", json!({ "login": login, "password": PASSWORD }));
            holder(entered.unwrap().session)
        };
        let (finance, supervisor, researcher) = (enter("nouf"), enter("saad"), enter("huda"));
        let story = Self { office, finance, supervisor, researcher, _folder: folder };
        for (number, name, class, kind) in [
            (0x11, "صندوق الشراكة", "unrestricted", "operating"),
            (0x12, "محفظة القروض الحسنة", "unrestricted", "loan_pool"),
            (0x13, "صندوق الزكاة", "restricted", "zakat"),
        ] {
            story.done("funds.add", json!({ "id": id(number), "name": name, "class": class, "kind": kind }));
        }
        story
    }

    fn done(&self, name: &str, input: Value) -> Value {
        self.office.call(&self.finance, name, input).unwrap_or_else(|failure| panic!("{name}: {failure}")).value
    }

    fn refused(&self, who: &Caller, name: &str, input: Value) -> String {
        match self.office.call(who, name, input) {
            Ok(answer) => panic!("{name} must be refused: {}", answer.value),
            Err(Failure::Forbidden { permission }) => permission.to_owned(),
            Err(failure) => failure.code().unwrap_or_else(|| panic!("{failure}")).0.to_owned(),
        }
    }

    fn donation(&self, number: u8, fund: u8, amount: i64) -> Value {
        json!({
            "id": id(number), "fund": id(fund), "amount": amount, "day": "2026-10-20", "donor": "شركة معارف",
            "method": "transfer", "reference": "FT26293", "narration": "", "account": null,
        })
    }
}

#[test]
fn a_donation_is_receipted_printed_and_found_again() {
    let story = Story::new();
    let sheet = story.done("funds.donate", story.donation(0x20, 0x11, 100_050));
    assert_eq!(sheet["number"], "RV-2026-000001");
    assert_eq!(sheet["amount_in_words"], "ألف ريال وخمسون هللة");
    assert_eq!(sheet["entry"]["narration"], "تبرع", "an empty narration says what it is");
    assert_eq!(
        story.refused(&story.finance, "funds.donate", story.donation(0x20, 0x11, 100_050)),
        "ledger.duplicate_id"
    );
    assert_eq!(story.refused(&story.researcher, "funds.donate", story.donation(0x21, 0x11, 5)), "funds.post");
    let cash =
        json!({ "id": id(0x22), "fund": id(0x11), "amount": 5, "day": "2026-10-20", "donor": "س", "method": "cash" });
    assert_eq!(
        story.refused(&story.finance, "funds.donate", cash),
        "office.malformed",
        "the law knows no cash donation"
    );

    for (text, found) in [("معارف", 1), ("rv-2026-000001", 1), ("FT26293", 1), ("غيرها", 0)] {
        let page = story.done("funds.journal", json!({ "filter": { "text": text } }));
        assert_eq!(page["rows"].as_array().unwrap().len(), found, "{text}");
    }
    let row = &story.done("funds.journal", json!({}))["rows"][0];
    assert_eq!((&row["debit_name"], &row["credit_name"]), (&json!("نقدية وودائع في البنوك"), &json!("التبرع العام")));

    let paper = story.done("funds.voucher", json!({ "id": id(0x20) }));
    let pdf = base64::engine::general_purpose::STANDARD.decode(paper["pdf"].as_str().unwrap()).unwrap();
    assert!(pdf.starts_with(b"%PDF-"), "a voucher is a PDF");
    assert_eq!(paper["name"], "RV-2026-000001.pdf");
    assert_eq!(paper["pages"].as_array().unwrap().len(), 1, "a voucher fits one page");
    let zakat = story.done("funds.donate", story.donation(0x23, 0x13, 700));
    assert_eq!(zakat["entry"]["lines"][1]["account"], "31101", "what is given to the zakat fund is zakat");
}

#[test]
fn money_moves_between_funds_only_by_two_people() {
    let story = Story::new();
    story.done("funds.donate", story.donation(0x20, 0x11, 100_000));
    let ask = |amount: i64, number: u8| {
        json!({ "id": id(number), "from": id(0x11), "to": id(0x12), "amount": amount, "day": "2026-10-21",
                "reason": "تغذية محفظة القروض" })
    };
    story.done("funds.transfer", ask(60_000, 0x31));
    assert_eq!(story.done("funds.drafts", json!({}))["drafts"].as_array().unwrap().len(), 1);
    assert_eq!(
        story.done("funds.list", json!({}))["funds"][1]["totals"]["cash"],
        0,
        "nothing moves before the approval"
    );
    assert_eq!(story.refused(&story.finance, "funds.approve", json!({ "id": id(0x31) })), "funds.own_draft");
    let posted = story.office.call(&story.supervisor, "funds.approve", json!({ "id": id(0x31) })).unwrap().value;
    assert_eq!((&posted["number"], &posted["entry"]["approved_by_name"]), (&json!("JV-2026-000001"), &json!("saad")));
    assert_eq!(story.refused(&story.supervisor, "funds.approve", json!({ "id": id(0x31) })), "funds.draft_decided");
    let screen = story.done("funds.list", json!({}));
    let cash: Vec<i64> =
        screen["funds"].as_array().unwrap().iter().map(|line| line["totals"]["cash"].as_i64().unwrap()).collect();
    assert_eq!(cash, [40_000, 60_000, 0]);
    assert_eq!((&screen["cash"], &screen["lendable"]), (&json!(100_000), &json!(60_000)));

    story.done("funds.transfer", ask(50_000, 0x32));
    let overdrawn = story.refused(&story.supervisor, "funds.approve", json!({ "id": id(0x32) }));
    assert_eq!(overdrawn, "ledger.fund_overdrawn", "40,000 are left");
    let returned = json!({ "id": id(0x32), "note": "المبلغ أكبر من الرصيد" });
    story.office.call(&story.supervisor, "funds.return_draft", returned).unwrap();
    assert!(story.done("funds.drafts", json!({}))["drafts"].as_array().unwrap().is_empty());

    let sheet = story.done("funds.detail", json!({ "fund": id(0x11), "from": "2026-10-01", "until": "2026-10-31" }));
    assert_eq!((&sheet["net_assets_before"], &sheet["net_assets_after"]), (&json!(0), &json!(40_000)));
    assert_eq!((&sheet["sources"][0]["amount"], &sheet["uses"][0]["amount"]), (&json!(100_000), &json!(60_000)));
}

#[test]
fn the_books_close_by_months_open_by_two_and_leave_as_a_journal() {
    let story = Story::new();
    story.done("funds.donate", story.donation(0x20, 0x11, 100_000));
    for month in 202601..=202610 {
        story.done("funds.close_period", json!({ "period": month }));
    }
    assert_eq!(story.refused(&story.finance, "funds.donate", story.donation(0x21, 0x11, 5)), "ledger.period_closed");
    let october = json!({ "period": 202610 });
    assert_eq!(story.refused(&story.supervisor, "funds.reopen_period", october.clone()), "ledger.reopening_needs_two");
    story.done("funds.ask_to_reopen", json!({ "period": 202610, "reason": "سند متأخر" }));
    assert_eq!(story.refused(&story.finance, "funds.reopen_period", october.clone()), "ledger.reopening_needs_two");
    story.office.call(&story.supervisor, "funds.reopen_period", october).unwrap();
    story.done("funds.donate", story.donation(0x21, 0x11, 5));

    let reverse = json!({ "id": id(0x24), "entry": id(0x21), "day": "2026-10-22", "reason": "أُدخل مرتين" });
    let reversed = story.done("funds.reverse", reverse);
    assert_eq!(reversed["counterpart"], "RV-2026-000002");
    let trial = story.done("funds.trial_balance", json!({}));
    assert_eq!((&trial["debit_balance"], &trial["credit_balance"]), (&json!(100_000), &json!(100_000)));
    let earlier = story.done("funds.trial_balance", json!({ "day": "2026-10-19" }));
    assert_eq!(earlier["rows"], json!([]), "nothing had been posted by then");
    let paper = story.done("funds.trial_balance_paper", json!({}));
    assert_eq!(paper["name"], "trial-balance-2026-10-31.pdf");
    let file = story.done("funds.books", json!({}));
    let text = base64::engine::general_purpose::STANDARD.decode(file["base64"].as_str().unwrap()).unwrap();
    assert!(String::from_utf8(text).unwrap().contains("2026-10-20 * (RV-2026-000001) تبرع"));
    let found = story.done("funds.verify", json!({}));
    assert_eq!((&found["entries"], &found["broken_at"], &found["balances_off"]), (&json!(3), &json!(null), &json!(0)));
}

#[test]
fn a_hand_written_voucher_is_checked_before_it_waits() {
    let story = Story::new();
    story.done("funds.donate", story.donation(0x20, 0x11, 100_000));
    let draft = |number: u8, credit: i64| {
        json!({ "id": id(number), "kind": "payment", "day": "2026-10-22", "narration": "رسوم بنكية", "counterparty": "البنك",
                "method": "transfer", "lines": [
                    { "account": "41205", "fund": id(0x11), "debit": 1_500 },
                    { "account": "11101", "fund": id(0x11), "credit": credit } ] })
    };
    assert_eq!(story.refused(&story.finance, "funds.draft", draft(0x41, 1_400)), "ledger.unbalanced");
    story.done("funds.draft", draft(0x42, 1_500));
    let posted = story.office.call(&story.supervisor, "funds.approve", json!({ "id": id(0x42) })).unwrap().value;
    assert_eq!(posted["number"], "PV-2026-000001");
    let paper = story.done("funds.voucher", json!({ "id": id(0x42) }));
    assert_eq!(paper["pages"].as_array().unwrap().len(), 1, "with its four places to sign");
    let sheet = story.done(
        "funds.account",
        json!({ "account": "11101", "fund": null, "from": "2026-10-01", "until": "2026-10-31" }),
    );
    assert_eq!((&sheet["ledger"]["closing"], sheet["ledger"]["lines"].as_array().unwrap().len()), (&json!(98_500), 2));
}

#[test]
fn the_chart_is_the_associations_to_extend_and_a_fund_can_be_renamed() {
    let story = Story::new();
    let accounts = |story: &Story| story.done("funds.chart", json!({}))["accounts"].as_array().unwrap().len();
    let before = accounts(&story);
    let added =
        story.done("funds.add_account", json!({ "code": "11105", "name": "نقدية لدى الفروع", "postable": true }));
    assert_eq!(added["parent"], "111", "an account hangs below the group whose code it begins with");
    assert_eq!(accounts(&story), before + 1);
    let change = json!({ "code": "11105", "name": "نقدية لدى المكاتب", "postable": true, "checked": true });
    let changed = story.done("funds.change_account", change);
    assert_eq!((&changed["name"], &changed["checked"]), (&json!("نقدية لدى المكاتب"), &json!(true)));
    let renamed =
        json!({ "id": id(0x11), "name": "صندوق الشراكة المجتمعية", "class": "unrestricted", "kind": "operating" });
    assert_eq!(story.done("funds.change", renamed)["name"], "صندوق الشراكة المجتمعية");
    let periods = story.done("funds.periods", json!({}));
    assert!(periods["periods"].is_array(), "periods come with the first entry of their year");
    story.done("funds.donate", story.donation(0x20, 0x11, 100_000));
    let entry = story.done("funds.entry", json!({ "id": id(0x20) }));
    assert_eq!(entry["number"], "RV-2026-000001", "from the number to the voucher in one step");
}

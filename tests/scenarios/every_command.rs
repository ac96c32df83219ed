//! No command without a call that is answered. Changes are called in `two_clicks.rs`; here everything else of the office's
//! own table is, with an input that a person would send, on an office that holds something of everything.
//!
//! A command that is new in the table and has no input here fails, and says so.

use crate::importing_office::LOANS;
use office::command::{Kind, Need};
use office::{Caller, SessionChange};
use serde_json::{Value, json};
use sharaka_tests::{Kept, Opened, bring, fetched, newest_kept};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// A chart of accounts of one row.
const CHART: &str = "رقم الحساب,الحساب\n11106,نقدية في الطريق\n";

/// A statement of one line.
const STATEMENT: &str = "date,details,amount\n2026-11-20,donation,50.00\n";

/// A file of one answer.
const ANSWERS: &str = "1,department\n5,\n";

/// The office, and what was called in it.
struct Called {
    office: Opened,
    commands: RefCell<BTreeSet<String>>,
}

impl Called {
    fn new(folder: &std::path::Path) -> Self {
        let kept = Kept::named(&newest_kept("demonstration"));
        kept.lay_out(folder);
        Self { office: kept.open(folder), commands: RefCell::default() }
    }

    /// Calls a command, which must answer.
    fn told(&self, role: &str, command: &str, input: Value) -> Value {
        self.commands.borrow_mut().insert(command.to_owned());
        self.office.told(role, command, input)
    }

    /// Calls a command that has nobody behind it, or a session of its own.
    fn knocked(&self, caller: &Caller, command: &str, input: Value) -> (Value, SessionChange) {
        self.commands.borrow_mut().insert(command.to_owned());
        let answer =
            self.office.office.call(caller, command, input).unwrap_or_else(|failure| panic!("{command}: {failure}"));
        (answer.value, answer.session)
    }

    /// A file that goes with a command, by its ticket.
    fn brings(&self, role: &str, command: &str, text: &str) -> String {
        bring(&self.office.office, &self.office.people[role], command, text).unwrap()
    }

    fn entered(&self, login: &str, password: &str) -> Caller {
        let entered =
            self.knocked(&Caller::Nobody, "session.sign_in", json!({ "login": login, "password": password })).1;
        let SessionChange::Begun(token) = entered else { panic!("a session must begin") };
        Caller::Holder(token)
    }
}

/// One record of each kind, for the questions that ask about one.
fn records(office: &Opened) -> BTreeMap<&'static str, Value> {
    let ask = |command: &str, input: Value| office.told("administrator", command, input);
    let files = ask("beneficiaries.list", json!({ "limit": 2 }));
    let loans = ask("loans.list", json!({ "limit": 500 }));
    let loan =
        loans["lines"].as_array().unwrap().iter().find(|line| line["repaid"].as_i64().unwrap() > 0).unwrap().clone();
    let sheet = ask("loans.detail", json!({ "loan": loan["loan"] }));
    let story = sheet["story"].as_array().unwrap();
    let repayment = story.iter().find(|line| line["kind"] == "repay").unwrap()["place"].clone();
    let delivered = |line: &Value| {
        let sheet = ask("loans.detail", json!({ "loan": line["loan"] }));
        let tranches = sheet["tranches"].as_array().unwrap();
        let found = tranches.iter().find(|one| one["tranche"]["state"] == "delivered");
        found.map(|one| one["tranche"]["id"].clone())
    };
    let tranche = loans["lines"].as_array().unwrap().iter().find_map(delivered).unwrap();
    let product = ask("loans.products", json!({}))["products"][0]["id"].clone();
    let entry = ask("funds.journal", json!({ "limit": 1 }))["rows"][0]["id"].clone();
    let choice = json!({ "due_from": "2026-11-22", "due_until": "2027-12-31", "periods": 1 });
    let found = ask("loans.preview_deferral", choice.clone());
    let put_off = found["loans"].as_array().unwrap().iter().find(|line| line["gap"].is_null()).unwrap()["loan"].clone();
    let deferral = "0199d1c0-0000-7000-8000-00000000d1f5";
    let asked = json!({ "id": deferral, "choice": choice, "loans": [put_off], "cause": "season", "reason": "رمضان" });
    office.told("supervisor", "loans.ask_deferral", asked);
    office.told("committee", "loans.approve_deferral", json!({ "deferral": deferral }));
    let changed = ask("loans.detail", json!({ "loan": put_off }))["story"][0]["place"].clone();
    BTreeMap::from([
        ("deferral", json!(deferral)),
        ("put_off", put_off),
        ("changed", changed),
        ("party", files["lines"][0]["party"].clone()),
        ("other", files["lines"][1]["party"].clone()),
        ("loan", loan["loan"].clone()),
        ("borrower", loan["party"].clone()),
        ("debtor", ask("collection.late", json!({ "limit": 1 }))["lines"][0]["party"].clone()),
        ("fund", loan["fund"].clone()),
        ("project", loan["project"].clone()),
        ("place", repayment),
        ("tranche", tranche),
        ("product", product),
        ("entry", entry),
    ])
}

/// Something small, ordered from a tranche of whichever loan buys in kind and is not halted.
fn ordered(office: &Opened) -> Value {
    let loans = office.told("finance", "loans.list", json!({ "limit": 500 }))["lines"].as_array().unwrap().clone();
    let (purchase, quote) = ("0190000a-0000-7000-8000-0000000000d1", "0190000a-0000-7000-8000-0000000000d2");
    let which = json!({ "purchase": purchase });
    for line in loans {
        let sheet = office.told("finance", "loans.detail", json!({ "loan": line["loan"] }));
        let open = |one: &&Value| {
            one["tranche"]["kind"] == "in_kind"
                && one["gates"].as_array().unwrap().iter().all(|gate| gate["met"] == true)
                && ["planned", "requested", "approved"].contains(&one["tranche"]["state"].as_str().unwrap())
        };
        let buys = ["approved", "active"].contains(&sheet["phase"].as_str().unwrap());
        let Some(tranche) = sheet["tranches"].as_array().unwrap().iter().find(open).filter(|_| buys) else { continue };
        let typed = json!({ "title": "ميزان", "items": [{ "item": "ميزان", "quantity": 1, "amount": 50_000, "is_asset": true }] });
        let begun = json!({ "id": purchase, "tranche": tranche["tranche"]["id"], "typed": typed });
        office.told("researcher", "purchases.begin", begun);
        let supplier = json!({ "id": "0190000a-0000-7000-8000-0000000000d3", "name": "مؤسسة الموازين" });
        let offer =
            json!({ "id": quote, "purchase": purchase, "supplier": supplier, "amount": 50_000, "on": "2026-11-22" });
        office.told("researcher", "purchases.add_quote", offer);
        office.told("researcher", "purchases.choose", json!({ "purchase": purchase, "quote": quote }));
        office.told("researcher", "purchases.order", which.clone());
        office.told("committee", "purchases.approve", which);
        return json!(purchase);
    }
    panic!("no loan of the demonstration buys in kind");
}

/// What a person would ask of a command that changes nothing.
fn input(command: &str, of: &BTreeMap<&'static str, Value>) -> Option<Value> {
    let (party, loan, fund) = (&of["party"], &of["loan"], &of["fund"]);
    let span = |more: Value| {
        let mut span = json!({ "from": "2026-01-01", "until": "2026-11-22" });
        span.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        span
    };
    Some(match command {
        "association.profile"
        | "association.logo"
        | "documents.rules"
        | "beneficiaries.choices"
        | "funds.approval_limits"
        | "funds.books"
        | "funds.chart"
        | "funds.chart_file"
        | "funds.cheques"
        | "funds.drafts"
        | "integrity.notices"
        | "funds.journal"
        | "funds.list"
        | "funds.periods"
        | "funds.trial_balance"
        | "funds.trial_balance_paper"
        | "importing.maps"
        | "importing.runs"
        | "applications.list"
        | "applications.rules"
        | "guarantees.list"
        | "guarantees.rules"
        | "purchases.list"
        | "purchases.rules"
        | "purchases.suppliers"
        | "holds.list"
        | "holds.rule"
        | "loans.deferrals"
        | "loans.list"
        | "loans.products"
        | "loans.projects"
        | "stages.projects"
        | "stages.templates"
        | "committees.list"
        | "committees.meetings"
        | "committees.decisions"
        | "policies.list"
        | "policies.references"
        | "assembly.list"
        | "assembly.register"
        | "preferences.get"
        | "staff.list"
        | "staff.permissions"
        | "tasks.mine"
        | "audit.list"
        | "audit.mine"
        | "beneficiaries.list"
        | "collection.call_log"
        | "collection.calls"
        | "collection.late"
        | "collection.portfolio_report"
        | "collection.promises"
        | "collection.reminders"
        | "collection.rules"
        | "collection.standing"
        | "collection.portfolio"
        | "dashboard.board"
        | "dashboard.tranches"
        | "dashboard.paper"
        | "follow_up.board"
        | "follow_up.commitments"
        | "follow_up.list"
        | "follow_up.reading_kinds"
        | "follow_up.settings"
        | "partners.agreements"
        | "partners.choices"
        | "partners.list"
        | "partners.map"
        | "partners.obligations"
        | "partners.organisations"
        | "dashboard.figures"
        | "privacy.due"
        | "privacy.rule"
        | "reach.gaps"
        | "reach.identities"
        | "reach.list"
        | "reach.month"
        | "reach.month_paper"
        | "reach.team"
        | "reports.list"
        | "requests.callbacks"
        | "requests.choices"
        | "requests.letters"
        | "requests.list"
        | "requests.reception"
        | "assessments.abilities"
        | "assessments.blank_form"
        | "assessments.groups"
        | "assessments.items"
        | "assessments.list"
        | "assessments.needs"
        | "assessments.rule_versions"
        | "assessments.settings"
        | "services.choices"
        | "services.decided"
        | "services.list" => json!({}),
        "services.open"
        | "services.fairness"
        | "services.waiting_list"
        | "services.announcement_paper"
        | "services.form_paper"
        | "services.who_qualifies"
        | "services.calls_paper" => json!({ "service": of["service"] }),
        "services.of_file" => json!({ "party": party }),
        "services.weigh" => json!({ "service": of["service"], "party": party }),
        "assessments.form" | "assessments.open" => json!({ "assessment": of["assessment"] }),
        "assessments.of_file" => json!({ "party": of["party"] }),
        "assessments.outcomes" => json!({ "from": "2026-01-01", "until": "2026-11-22", "rows": "measured" }),
        "assessments.preview" => {
            json!({ "assessment": of["assessment"], "draft": { "done_on": "2026-11-22", "facts": { "family_size": 4 } } })
        }
        "partners.open" => json!({ "partner": of["partner"] }),
        "partners.agreement" | "partners.agreement_paper" => json!({ "agreement": of["agreement"] }),
        "partners.figures" => span(json!({})),
        "investments.overview"
        | "investments.list"
        | "investments.choices"
        | "investments.units"
        | "investments.rents"
        | "investments.tenants"
        | "investments.allocation" => json!({}),
        "investments.open" => json!({ "investment": of["investment"] }),
        "investments.lease" | "investments.lease_paper" | "investments.late_letter" => json!({ "lease": of["lease"] }),
        "investments.rent_receipt" => json!({ "lease": of["lease"], "entry": of["rent"] }),
        "investments.share_preview" => json!({ "rule": of["rule"], "from": "2026-11-01", "until": "2026-11-22" }),
        "partners.report_paper" => span(json!({ "partner": of["partner"] })),
        "questionnaires.list"
        | "questionnaires.offers"
        | "questionnaires.findings"
        | "questionnaires.improvements"
        | "questionnaires.owners"
        | "questionnaires.settings" => json!({}),
        "questionnaires.open"
        | "questionnaires.form"
        | "questionnaires.figures"
        | "questionnaires.differences"
        | "questionnaires.form_paper"
        | "questionnaires.results_paper" => json!({ "questionnaire": of["questionnaire"] }),
        "questionnaires.results" => {
            json!({ "questionnaire": of["questionnaire"], "by": "procedure", "table": "reach" })
        }
        "questionnaires.texts" => json!({ "questionnaire": of["questionnaire"], "question": "better" }),
        "questionnaires.sheet" => json!({ "questionnaire": of["questionnaire"], "code": "Q01-0001" }),
        "questionnaires.improvement" => json!({ "action": of["improvement"] }),
        "questionnaires.rating" => json!({ "request": of["decided"] }),
        "questionnaires.rating_slip" => json!({ "questionnaire": of["questionnaire"], "token": of["token"] }),
        "questionnaires.preview_import" => json!({ "questionnaire": of["questionnaire"], "name": "answers.csv" }),
        "dashboard.rows" => span(json!({ "figure": "requests.on_time" })),
        "privacy.looks" | "privacy.person" => json!({ "party": party }),
        "reports.open" | "reports.paper" => json!({ "report": of["report"] }),
        "requests.answers" => json!({ "text": "ترميم" }),
        "requests.open" | "requests.letter_paper" | "requests.receipt_paper" => json!({ "request": of["decided"] }),
        "requests.card_paper" => json!({ "request": of["referral"] }),
        "follow_up.activity" => json!({ "activity": of["activity"] }),
        "follow_up.begin" | "follow_up.of" => json!({ "subject_kind": "loan", "subject": loan }),
        "follow_up.form_paper" | "follow_up.round" | "follow_up.round_paper" => {
            json!({ "activities": [of["activity"]] })
        }
        "dashboard.two_ways_paper" | "follow_up.measures" | "follow_up.promises" => span(json!({})),
        "documents.of" => json!({ "subject_kind": "file", "subject": party }),
        "documents.open" => json!({ "id": of["document"] }),
        "audit.report" => json!({ "from": "2026-11-22", "until": "2026-11-22" }),
        "beneficiaries.activation_preview" => json!({ "parties": [party] }),
        "beneficiaries.compare" => json!({ "first": party, "second": of["other"] }),
        "beneficiaries.find" | "loans.find" | "funds.find" => json!({ "text": "محمد" }),
        "beneficiaries.likely_duplicates" => json!({ "name": "محمد عبدالله سالم القحطاني" }),
        "beneficiaries.on_day" => json!({ "day": "2026-03-31", "status": "active" }),
        "beneficiaries.open"
        | "beneficiaries.timeline"
        | "beneficiaries.reveal_identity"
        | "beneficiaries.print_file" => {
            json!({ "party": party })
        }
        "collection.due" | "collection.received" => span(json!({})),
        "dashboard.flow" => span(json!({ "kind": "repayments" })),
        "funds.account" => span(json!({ "account": "11201", "fund": null })),
        "funds.chart_preview" => json!({ "name": "chart.csv" }),
        "funds.closing" => json!({ "period": 202611 }),
        "reconciliation.preview" => json!({ "name": "statement.csv" }),
        "funds.detail" => span(json!({ "fund": fund })),
        "funds.entry" | "funds.voucher" => json!({ "id": of["entry"] }),
        "loans.annex" => json!({ "loan": of["put_off"], "place": of["changed"] }),
        "loans.deferral" => json!({ "deferral": of["deferral"] }),
        "loans.preview_deferral" => {
            json!({ "due_from": "2026-11-22", "due_until": "2026-12-31", "periods": 2, "fund": fund })
        }
        "loans.preview_change" => json!({ "loan": loan, "day": "2026-11-22",
            "change": { "kind": "pause", "from": "2026-11-22", "until": "2026-12-22" } }),
        "loans.choices" | "loans.detail" | "loans.statement" | "loans.plan_paper" => json!({ "loan": loan }),
        "loans.plan_preview" => {
            json!({ "product": of["product"], "amount": 1_200_000, "instalments": 12, "calendar": "gregorian" })
        }
        "collection.call_card" | "collection.borrower_statement" => json!({ "party": of["borrower"] }),
        "collection.late_letter" => json!({ "party": of["debtor"] }),
        "collection.closing" => json!({ "loan": loan }),
        "loans.tranches_waiting" => json!({ "step": "payment" }),
        "loans.preview_tranches" => json!({ "step": "payment", "tranches": [of["tranche"]] }),
        "holds.open" | "holds.paper" => json!({ "hold": of["hold"] }),
        "holds.annex" => json!({ "hold": of["rescheduled"] }),
        "purchases.open" | "purchases.order_paper" | "purchases.delivery_paper" => {
            json!({ "purchase": of["purchase"] })
        }
        "purchases.of_project" | "purchases.assets_paper" => json!({ "project": of["project"] }),
        "applications.detail"
        | "applications.form_paper"
        | "applications.appraisal_paper"
        | "applications.letter_paper" => {
            json!({ "application": of["application"] })
        }
        "applications.weigh" => {
            json!({ "application": of["application"], "amount": 1_200_000, "instalments": 12 })
        }
        "applications.of_loan" | "guarantees.of_loan" | "holds.of_loan" | "purchases.of_loan" => {
            json!({ "loan": loan })
        }
        "holds.weigh" => {
            json!({ "hold": of["hold"], "change": { "kind": "extend", "from_due": of["next_due"], "by": 6 } })
        }
        "guarantees.note_paper" => json!({ "loan": of["noted"] }),
        "guarantees.clearance" => json!({ "loan": of["closed"] }),
        "guarantees.guarantor" => json!({ "number": "1098765439" }),
        "loans.project" | "stages.project" => json!({ "project": of["project"] }),
        "committees.open" => json!({ "committee": of["committee"] }),
        "committees.meeting" | "committees.agenda" | "committees.minutes_paper" => json!({ "meeting": of["meeting"] }),
        "committees.decision" => json!({ "decision": of["decision"] }),
        "policies.open" => json!({ "policy": of["policy"] }),
        "assembly.open" | "assembly.card" => json!({ "member": of["assembly_member"] }),
        "policies.paper" => json!({ "edition": of["edition"] }),
        "policies.figures" => json!({ "from": "2026-01-01", "to": "2026-12-31" }),
        "loans.receipt" => json!({ "loan": loan, "place": of["place"] }),
        "loans.pay_preview" => json!({ "tranche": of["tranche"], "day": "2026-11-22", "method": "transfer" }),
        "loans.repay_preview" => json!({ "loan": loan, "day": "2026-11-22", "amount": 100 }),
        "importing.waiting" | "importing.run" => json!({ "id": of["import"] }),
        "session.recovery_sheet" => json!({ "recovery_code": of["code"] }),
        "tables.export" => {
            json!({ "list": "staff.list", "question": {}, "columns": ["name"], "format": "csv", "title": "أسماء" })
        }
        _ => return None,
    })
}

/// A questionnaire that is open, with a sheet, an action and a token that was handed over: the kept office has none.
fn questionnaires(called: &Called, of: &mut BTreeMap<&'static str, Value>, researcher: &Value) {
    let (form, action) = ("0190000a-0000-7000-8000-0000000000f1", "0190000a-0000-7000-8000-0000000000f2");
    let told = |role: &str, verb: &str, input: Value| called.told(role, &format!("questionnaires.{verb}"), input);
    let step = |version: i64| json!({ "questionnaire": form, "version": version });
    let typed = json!({ "title": "رضا المستفيد", "opens": "2026-11-22", "closes": "2026-12-09", "anonymous": true,
                        "at_closing": true });
    told("researcher", "add", json!({ "id": form, "purpose": "satisfaction", "typed": typed }));
    told("researcher", "ask_opening", step(1));
    told("supervisor", "approve", step(2));
    told("researcher", "issue_sheets", json!({ "questionnaire": form, "no": 1, "count": 3 }));
    let answers = json!([{ "question": "reach", "choice": [5] }]);
    told("researcher", "enter", json!({ "questionnaire": form, "code": "1", "answers": answers }));
    let improves = json!({ "id": action, "source": "answer", "questionnaire": form, "said": "بطء", "text": "موظف للرد",
                           "owner": researcher, "due": "2026-11-30" });
    told("supervisor", "add_improvement", improves);
    let asked = "0190000a-0000-7000-8000-0000000000f3";
    let ask = |verb: &str, input: Value| called.told("supervisor", &format!("requests.{verb}"), input);
    ask(
        "add",
        json!({ "id": asked, "kind": "inquiry", "party": of["party"], "channel": "phone", "subject": "شروط الترميم",
                       "received_on": "2026-11-22" }),
    );
    ask("assign", json!({ "requests": [asked], "to": researcher }));
    let version = ask("open", json!({ "request": asked }))["record"]["number"].clone();
    let closed = json!({ "id": asked, "version": version, "to": "closed", "answer": "لا يشمل المستأجر" });
    called.told("researcher", "requests.advance", closed);
    let token = told("finance", "offer_rating", json!({ "request": asked, "way": "letter" }))["token"].clone();
    of.extend([("questionnaire", json!(form)), ("improvement", json!(action)), ("token", token)]);
}

/// A request that was decided, and a referral that may be shared: the kept office has none.
fn requests(called: &Called, of: &mut BTreeMap<&'static str, Value>, researcher: &Value) {
    let (decided, referral) = ("0190000a-0000-7000-8000-0000000000e1", "0190000a-0000-7000-8000-0000000000e2");
    let told = |role: &str, verb: &str, input: Value| called.told(role, &format!("requests.{verb}"), input);
    let version = |id: &str| told("committee", "open", json!({ "request": id }))["record"]["number"].clone();
    let asked = |id: &str, kind: &str| {
        json!({ "id": id, "kind": kind, "party": of["party"], "channel": "phone", "subject": "تأخر الصيانة",
                "received_on": "2026-11-22" })
    };
    told("researcher", "add", asked(decided, "complaint"));
    told("supervisor", "assign", json!({ "requests": [decided], "to": researcher }));
    for state in ["assessment", "for_decision"] {
        told("researcher", "advance", json!({ "id": decided, "version": version(decided), "to": state }));
    }
    told("committee", "declare", json!({ "id": decided, "tie": false }));
    told("committee", "decide", json!({ "id": decided, "version": version(decided), "outcome": "upheld" }));
    let entity = "0190000a-0000-7000-8000-0000000000e3";
    told("supervisor", "save_entity", json!({ "id": entity, "name": "جمعية النور للبصر بالقصيم", "active": true }));
    let mut sent = asked(referral, "referral");
    sent["referral"] = json!({ "entity": entity, "service": "فحص نظر", "appointment": "2026-11-25" });
    told("researcher", "add", sent);
    let shared = json!({ "id": referral, "version": version(referral), "shared": ["name", "service"], "signed_on": "2026-11-22" });
    told("researcher", "give_consent", shared);
    of.insert("decided", json!(decided));
    of.insert("referral", json!(referral));
    let report = "0190000a-0000-7000-8000-0000000000e6";
    let month = json!({ "id": report, "day": "2026-10-10", "calendar": "gregorian" });
    called.told("supervisor", "reports.begin", month);
    of.insert("report", json!(report));
}

/// A committee that met elsewhere and decided something, and a policy approved before the program.
fn committees(called: &Called, of: &mut BTreeMap<&'static str, Value>, supervisor: &Value) {
    let key = |place: u8| format!("0190000a-0000-7000-8000-0000000000{place:02x}");
    let (committee, member, meeting) = (key(0xf1), key(0xf2), key(0xf3));
    let set = json!({ "id": committee, "name": "لجنة الاستثمار", "kind": "other", "term_from": "2026-01-01",
        "term_to": "2027-01-01", "confirm_days": 7, "version": 0 });
    called.told("administrator", "committees.add", set);
    let seat = json!({ "id": member, "committee": committee, "person": supervisor, "role": "chair", "votes": true,
        "since": "2026-01-01", "version": 1 });
    called.told("administrator", "committees.add_member", seat);
    let items = json!([{ "title": "الخطة", "text": "اعتمدت", "outcome": "approved", "votes_for": 1, "against": 0,
        "abstained": 0, "owner_name": "المدير التنفيذي", "due": "2026-12-01" }]);
    let entered = json!({ "id": meeting, "committee": committee, "on": "2026-11-20", "starts": "10:00", "place": "المقر",
        "way": "in_person", "seats": [{ "member": member, "presence": "present" }], "items": items });
    called.told("supervisor", "committees.enter", entered);
    let sheet = called.told("supervisor", "committees.meeting", json!({ "meeting": meeting }));
    of.insert("decision", sheet["items"][0]["decision"]["id"].clone());
    let (policy, edition) = (key(0xf4), key(0xf5));
    let added = json!({ "id": policy, "title": "لائحة الاستثمار", "kind": "bylaw", "issuer": "الحوكمة",
        "review_months": 12, "version": 0 });
    called.told("administrator", "policies.add", added);
    let record = json!({ "id": edition, "policy": policy, "text": "نص", "approved_elsewhere": "مجلس الإدارة 3",
        "approved_on": "2026-06-01", "effective_on": "2026-06-01", "version": 1 });
    called.told("administrator", "policies.record", record);
    let joined = json!({ "id": key(0xf6), "who": { "id": key(0xf7), "name": "ناصر صالح إبراهيم الفوزان" }, "kind": "active",
        "joined_on": "2026-01-01" });
    called.told("administrator", "assembly.add", joined);
    of.insert("assembly_member", json!(key(0xf6)));
    for (name, id) in [("committee", committee), ("meeting", meeting), ("policy", policy), ("edition", edition)] {
        of.insert(name, json!(id));
    }
}

/// A partner and an agreement with it: the kept office has none.
fn partners(called: &Called, of: &mut BTreeMap<&'static str, Value>) {
    let (partner, agreement) = ("0190000a-0000-7000-8000-0000000000f1", "0190000a-0000-7000-8000-0000000000f2");
    let firm = json!({ "partner": partner, "party": { "name": "شركة معارف للتعليم" }, "facts": { "kind": "company" } });
    called.told("researcher", "partners.add", firm);
    let proposed = json!({ "id": agreement, "partner": partner, "kind": "mou", "terms": { "title": "مذكرة تفاهم" } });
    called.told("researcher", "partners.propose", proposed);
    of.insert("partner", json!(partner));
    of.insert("agreement", json!(agreement));
}

/// A building that is let, with rent that is late, and a rule: the kept office has none.
fn investments(called: &Called, of: &mut BTreeMap<&'static str, Value>) {
    let key = |number: u8| format!("0190000a-0000-7000-8000-0000000001{number:02x}");
    let told = |role: &str, verb: &str, input: Value| called.told(role, &format!("investments.{verb}"), input);
    let day = "2026-11-22";
    for (fund, name) in [(1, "صندوق الاستثمار"), (2, "صندوق التغذية")] {
        let fund = json!({ "id": key(fund), "name": name, "class": "unrestricted", "kind": "operating" });
        called.told("finance", "funds.add", fund);
    }
    let gift = json!({ "id": key(3), "fund": key(1), "amount": 5_000_000, "day": day, "donor": "معارف", "method": "transfer",
                       "reference": "", "narration": "", "account": null });
    called.told("finance", "funds.donate", gift);
    let facts = json!({ "kind": "property", "name": "عمارة الإسكان", "fund": key(1), "idea": "شقق", "study": "دراسة", "expected_cost": 3_000_000 });
    told("finance", "propose", json!({ "id": key(4), "facts": facts }));
    told("finance", "ask_decision", json!({ "id": key(4), "version": 1 }));
    told(
        "supervisor",
        "approve",
        json!({ "id": key(4), "version": 2, "approved_cost": 3_000_000, "decision": "قرار 1" }),
    );
    let deed = json!({ "id": key(5), "investment": key(4), "day": day, "amount": 3_000_000, "seller": "مكتب" });
    told("finance", "buy", deed);
    for role in ["supervisor", "committee"] {
        called.told(role, "funds.approve", json!({ "id": key(5) }));
    }
    told("finance", "add_unit", json!({ "id": key(6), "investment": key(4), "facts": { "name": "شقة 1" } }));
    let lease = json!({ "id": key(7), "unit": key(6), "tenant": key(8), "party": { "name": "محمد صالح عبدالله الحربي" },
        "starts": "2026-10-01", "months": 12, "annual": 1_200_000, "pays": 12, "calendar": "gregorian", "income_proof": "none" });
    told("finance", "add_lease", lease);
    let rent = json!({ "id": key(9), "lease": key(7), "day": day, "amount": 50_000, "way": "transfer" });
    told("finance", "receive_rent", rent);
    let rule = json!({ "rule": key(10), "version": key(11), "name": "تغذية", "base": "return", "from": key(1),
        "effective_on": "2026-01-01", "applies": "at_period_end", "decision": "قرار 1", "decided_on": day,
        "lines": [{ "to": key(2), "points": 5_000 }] });
    told("finance", "write_rule", rule);
    for (name, number) in [("investment", 4), ("lease", 7), ("rent", 9), ("rule", 10)] {
        of.insert(name, json!(key(number)));
    }
}

/// A service that takes requests: the kept office has none.
fn services(called: &Called, of: &mut BTreeMap<&'static str, Value>) {
    let id = "0190000a-0000-7000-8000-0000000000f1";
    let told = |role: &str, verb: &str, input: Value| called.told(role, &format!("services.{verb}"), input);
    let mut written = crate::services::written("rent");
    written["id"] = json!(id);
    told("researcher", "add", written);
    let version = || told("committee", "open", json!({ "service": id }))["record"]["number"].clone();
    let say = || json!({ "id": id, "version": version() });
    told("committee", "approve", say());
    let mut text = say();
    text["text"] = crate::services::publication();
    told("supervisor", "write_publication", text);
    let mut channel = say();
    for (key, value) in [("channel", "board"), ("published_on", "2026-11-22"), ("evidence", "صورة اللوحة")] {
        channel[key] = json!(value);
    }
    told("supervisor", "add_channel", channel);
    told("supervisor", "announce", say());
    of.insert("service", json!(id));
}

#[test]
fn every_question_paper_and_export_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let called = Called::new(folder.path());
    let mut of = records(&called.office);
    let paper = json!({
        "id": "0190000a-0000-7000-8000-0000000000a1", "subject_kind": "file", "subject": of["party"], "kind": "income",
        "title": "تعريف", "ticket": called.brings("researcher", "documents.attach", "%PDF-1.7"),
    });
    of.insert("document", called.office.told("researcher", "documents.attach", paper)["id"].clone());
    let password = Kept::named(&newest_kept("demonstration")).about.people["administrator"].password.clone();
    let code = called.told("administrator", "session.new_recovery_code", json!({ "password": password }));
    of.insert("code", code["recovery_code"].clone());
    of.insert("import", waiting_import(&called, &of));
    let loans = called.told("finance", "loans.list", json!({ "limit": 500 }))["lines"].as_array().unwrap().clone();
    let in_phase = |phase: &str| loans.iter().find(|line| line["phase"] == phase).unwrap()["loan"].clone();
    of.insert("closed", in_phase("closed"));
    // Some loans of the kept office have their notes already.
    let without_notes = |line: &&Value| {
        let of_loan = called.told("finance", "guarantees.of_loan", json!({ "loan": line["loan"] }));
        line["phase"] == "active" && of_loan["notes"].as_array().is_none_or(Vec::is_empty)
    };
    of.insert("noted", loans.iter().find(without_notes).unwrap()["loan"].clone());
    let notes = json!({ "loan": of["noted"], "per": "sight", "place_of_issue": "بريدة" });
    called.told("researcher", "guarantees.draw_notes", notes);
    of.insert("purchase", ordered(&called.office));
    of.insert("application", decided_application(&called, &of));
    let people = called.office.told("administrator", "staff.list", json!({}));
    let researcher = people["people"].as_array().unwrap().iter().find(|one| one["role"] == "researcher").unwrap();
    let visit = json!({
        "id": "0190000a-0000-7000-8000-0000000000c3", "kind": "visit", "subject_kind": "loan", "subject": of["loan"],
        "planned_on": "2026-11-25", "researcher": researcher["id"],
    });
    of.insert("activity", called.office.told("researcher", "follow_up.plan", visit)["activity"].clone());
    let begun = json!({ "id": "0190000a-0000-7000-8000-0000000000e5", "party": of["party"], "kind": "periodic" });
    of.insert("assessment", called.told("researcher", "assessments.begin", begun)["assessment"].clone());
    let not_read = |kind: &str| json!({ "kind": kind, "typed": "", "reason": "لم يُسأل عنه" });
    let readings = ["production", "sales", "stock", "customers", "income"].map(not_read);
    let found = json!({ "done_on": "2026-11-22", "signal": "distress", "findings": "توقف البيع",
                        "readings": readings,
                        "action": { "text": "جلسة", "owner": researcher["id"], "due": "2026-11-25" } });
    let begun = json!({ "kind": "visit", "subject_kind": "loan", "subject": of["noted"] });
    let distress = json!({ "id": "0190000a-0000-7000-8000-0000000000c4", "begun": begun, "found": found });
    called.told("researcher", "follow_up.record", distress);
    of.insert("hold", called.told("finance", "holds.list", json!({}))["lines"][0]["hold"].clone());
    let page = called.told("finance", "holds.open", json!({ "hold": of["hold"] }));
    of.insert("next_due", page["next_due"].clone());
    of.insert("rescheduled", rescheduled(&called, &loans, &of["noted"]));
    requests(&called, &mut of, &researcher["id"]);
    let supervisor = people["people"].as_array().unwrap().iter().find(|one| one["role"] == "supervisor").unwrap();
    committees(&called, &mut of, &supervisor["id"]);
    partners(&called, &mut of);
    investments(&called, &mut of);
    questionnaires(&called, &mut of, &researcher["id"]);
    services(&called, &mut of);

    let asks = |kind: Kind| matches!(kind, Kind::Read | Kind::View | Kind::Print | Kind::Export);
    let mut asked = 0;
    for command in app::FEATURES.commands().filter(|command| asks(command.kind)) {
        let input = input(command.name, &of).unwrap_or_else(|| {
            panic!("{} is asked nowhere: give it an input in tests/scenarios/every_command.rs", command.name)
        });
        let Need::Permission(permission) = command.need else { panic!("{} asks for no permission", command.name) };
        for role in permission.roles() {
            let mut input = input.clone();
            // A file belongs to the session that brought it in.
            let file = match command.name {
                "funds.chart_preview" => CHART,
                "reconciliation.preview" => STATEMENT,
                "questionnaires.preview_import" => ANSWERS,
                _ => "",
            };
            if !file.is_empty() {
                input["ticket"] = json!(called.brings(role.name(), command.name, file));
            }
            let answer = called.told(role.name(), command.name, input);
            assert!(answer.is_object(), "{} says nothing to a {}: {answer}", command.name, role.name());
            if matches!(command.kind, Kind::Print | Kind::Export) {
                let bytes = fetched(&called.office.office, &called.office.people[role.name()], &answer);
                assert!(!bytes.is_empty(), "{} gives an empty file: {answer}", command.name);
                break;
            }
        }
        asked += 1;
    }
    assert!(asked > 50, "{asked} commands ask something");
    let trail = called.told("administrator", "audit.list", json!({ "limit": 500 }));
    let failed: Vec<&Value> = trail["lines"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["outcome"].as_str().unwrap().starts_with("broken"))
        .collect();
    assert!(failed.is_empty(), "{failed:?}");
}

#[test]
fn every_door_opens() {
    let folder = tempfile::tempdir().unwrap();
    let called = Called::new(folder.path());
    let kept = Kept::named(&newest_kept("demonstration")).about;
    let nobody = Caller::Nobody;
    assert_eq!(called.knocked(&nobody, "office.look", json!({})).0["demo"], true);
    for first_run in ["office.set_up", "office.set_up_demo"] {
        called.commands.borrow_mut().insert(first_run.to_owned());
        let input = json!({
            "seed": 1, "association": { "name_ar": "أخرى" },
            "administrator": { "name": "منيرة", "login": "munira", "password": "قهوة وتمر في بريدة" },
        });
        let again = called.office.office.call(&nobody, first_run, input).unwrap_err();
        assert_eq!(again.code().map(|code| code.0), Some("office.set_up_already"), "an office is set up once");
    }
    importing(&called);
    audit_and_backups(&called);
    sessions(
        &called,
        &kept.people["administrator"].login,
        &kept.people["administrator"].password,
        &kept.people["finance"],
    );

    let called = called.commands.borrow();
    for command in app::FEATURES.commands().filter(|command| command.kind == Kind::System) {
        let name = command.name;
        assert!(called.contains(name), "{name} is knocked at nowhere: call it in tests/scenarios/every_command.rs");
    }
}

/// A hold that was ended by a plan laid out anew.
fn rescheduled(called: &Called, loans: &[Value], other: &Value) -> Value {
    let goes_on = |line: &&Value| line["phase"] == "active" && line["loan"] != *other && line["days_late"] == 0;
    let loan = loans.iter().find(goes_on).unwrap()["loan"].clone();
    let sign = json!({ "id": "0190000a-0000-7000-8000-0000000000c5", "loan": loan, "side": "market",
                       "said": "توقف السوق", "seen_on": "2026-11-22" });
    let hold = called.told("finance", "holds.halt", sign)["hold"].clone();
    let read = |kind: &str, typed: &str| json!({ "kind": kind, "typed": typed });
    let not_read = |kind: &str| json!({ "kind": kind, "typed": "", "reason": "لم يُسأل عنه" });
    let found = json!({ "done_on": "2026-11-22", "signal": "sound", "findings": "يبيع من البيت",
                        "readings": [not_read("production"), read("sales", "90000"), not_read("stock"),
                                     not_read("customers"), read("income", "60000")] });
    let begun = json!({ "kind": "visit", "subject_kind": "loan", "subject": loan });
    let visit = json!({ "id": "0190000a-0000-7000-8000-0000000000c6", "begun": begun, "found": found });
    called.told("researcher", "follow_up.record", visit);
    let due = called.told("finance", "holds.open", json!({ "hold": hold }))["next_due"].clone();
    let change = json!({ "kind": "extend", "from_due": due, "by": 6 });
    let propose = json!({ "id": "0190000a-0000-7000-8000-0000000000c7", "hold": hold, "decision": "reschedule",
                          "reason": "القسط يفوق الدخل", "change": change });
    called.told("researcher", "holds.propose", propose);
    called.told("supervisor", "holds.approve", json!({ "hold": hold, "declared": true }));
    hold
}

/// An application that was decided, so that there is a letter: what was recommended is refused.
fn decided_application(called: &Called, of: &BTreeMap<&'static str, Value>) -> Value {
    let id = json!("0190000a-0000-7000-8000-0000000000d5");
    let files = called.office.told("researcher", "beneficiaries.list", json!({ "status": ["active"], "limit": 1 }));
    let request = json!({ "product": of["product"], "amount": 1_000_000, "instalments": 12, "project_name": "مشغل",
                          "needs": "ماكينة" });
    let add = json!({ "id": id, "party": files["lines"][0]["party"], "request": request });
    let which = json!({ "application": id });
    for (role, command, input) in [
        ("researcher", "applications.add", add),
        ("researcher", "applications.submit", which.clone()),
        ("researcher", "applications.take", which),
        (
            "researcher",
            "applications.recommend",
            json!({ "application": id, "recommends": "refuse", "opinion": "لا سوق في الحي" }),
        ),
        ("committee", "applications.reject", json!({ "application": id, "reason": "لا سوق في الحي" })),
    ] {
        called.told(role, command, input);
    }
    id
}

/// An import of one loan whose payment waits for another person.
fn waiting_import(called: &Called, of: &BTreeMap<&'static str, Value>) -> Value {
    let id = "0190000a-0000-7000-8000-0000000000b2";
    let person = called.told("supervisor", "beneficiaries.reveal_identity", json!({ "party": of["party"] }));
    let funds = called.told("finance", "funds.list", json!({}));
    let funds = funds["funds"].as_array().unwrap();
    let fund = funds.iter().find(|line| line["fund"]["id"] == of["fund"]).unwrap()["fund"]["name"].clone();
    let loan =
        format!("ق-1,{},1,2026/11/20م,1,2026/12/20م,{}", person["number"].as_str().unwrap(), fund.as_str().unwrap());
    let ticket = called.brings("supervisor", "importing.open", &[LOANS, &loan].join("\n"));
    let file = json!({ "id": id, "subject": "loans", "name": "قروض.csv", "ticket": ticket });
    called.told("supervisor", "importing.open", file);
    called.told("supervisor", "importing.rehearse", json!({ "id": id }));
    let saved = called.told("supervisor", "importing.save", json!({ "id": id }));
    assert_eq!(saved["waiting"]["payments"], 1, "{saved}");
    json!(id)
}

fn importing(called: &Called) {
    let id = "0190000a-0000-7000-8000-0000000000b1";
    let file = |subject: &str, name: &str, lines: &str| {
        let who = if subject == "openings" { "finance" } else { "supervisor" };
        json!({ "id": id, "subject": subject, "name": name, "ticket": called.brings(who, "importing.open", lines) })
    };
    let with = |more: Value| {
        let mut input = json!({ "id": id });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        input
    };
    let (who, table) = ("supervisor", "beneficiaries");
    let twins = "الاسم الرباعي,رقم الهوية,الجوال,تاريخ الميلاد\nسارة محمد حسن الحربي,,0501234568,1990-01-01\nساره محمد حسن الحربى,,0501234568,1990-01-01\n";
    let preview = called.told(who, "importing.open", file(table, "سجل.csv", twins));
    let sheet = preview["sheets"][0]["name"].clone();
    called.told(who, "importing.current", json!({}));
    called.told(who, "importing.sheet", with(json!({ "sheet": sheet, "limit": 5 })));
    called.told(who, "importing.lay_out", with(json!({ "table": table, "sheet": sheet, "header_row": 1 })));
    let asking = called.told(who, "importing.rows", with(json!({ "table": table, "verdicts": ["ask"], "limit": 10 })));
    let row = asking["rows"][0]["row"].clone();
    assert!(row.is_u64(), "twins are asked about: {asking}");
    called.told(who, "importing.compare", with(json!({ "row": row })));
    let answer = json!({ "table": table, "row": row, "ask": "suspected_duplicate", "decision": "import" });
    called.told(who, "importing.answer", with(answer));
    let mend = json!({ "table": table, "row": 2, "field": "full_name", "text": "سارة محمد حسن فهد الحربي" });
    called.told(who, "importing.correct", with(mend));
    let maps = called.told(who, "importing.save_map", with(json!({ "name": "كشف" })));
    assert!(maps["map"].is_object(), "{}", maps["map"]);
    let map = called.office.told(who, "importing.maps", json!({}))["maps"][0]["id"].clone();
    called.told(who, "importing.use_map", with(json!({ "map": map })));
    called.told(who, "importing.progress", with(json!({})));
    called.told(who, "importing.stop", with(json!({})));
    called.told(who, "importing.report", with(json!({})));
    called.told(who, "importing.rehearse", with(json!({})));
    called.told(who, "importing.save", with(json!({})));
    called.told(who, "importing.close", with(json!({})));
    let wrong = "الاسم الرباعي,رقم الهوية\n,1098765439\n";
    called.told(who, "importing.open", file(table, "ناقص.csv", wrong));
    called.told(who, "importing.refused", with(json!({})));
    let opening = "الصندوق,رقم الحساب,مدين,دائن\nصندوق جديد,11101,100,0\nصندوق جديد,31201,0,100\n";
    called.told("finance", "importing.open", file("openings", "أرصدة.csv", opening));
    called.told("finance", "importing.set_day", with(json!({ "day": "2024-01-01" })));
}

fn audit_and_backups(called: &Called) {
    let who = "administrator";
    called.told(who, "integrity.confirm_clock", json!({}));
    assert_eq!(called.told(who, "audit.verify", json!({}))["intact"], true);
    let made = called.told(who, "backups.make", json!({}))["id"].clone();
    let listed = called.told(who, "backups.list", json!({}))["backups"].clone();
    assert!(listed.as_array().unwrap().iter().any(|one| one["id"] == made), "{listed}");
    for (command, field, wanted) in [
        ("backups.verify", "damaged", json!(false)),
        ("backups.drill", "id", made.clone()),
        ("backups.file", "name", made.clone()),
    ] {
        assert_eq!(called.told(who, command, json!({ "id": made }))[field], wanted, "{command}");
    }
    assert_eq!(called.told(who, "backups.verify_office", json!({}))["sound"], true);
}

fn sessions(called: &Called, login: &str, password: &str, finance: &sharaka_tests::Entry) {
    let new = "باب وريح ومطر 1448";
    let other = called.entered(&finance.login, &finance.password);
    called.knocked(&other, "session.lock", json!({}));
    called.knocked(&other, "session.unlock", json!({ "password": finance.password }));
    called.knocked(&other, "session.change_password", json!({ "old": finance.password, "new": new }));
    called.knocked(&other, "session.sign_out", json!({}));
    called.entered(&finance.login, new);

    let administrator = called.entered(login, password);
    let code = called.knocked(&administrator, "session.new_recovery_code", json!({ "password": password })).0;
    let code = code["recovery_code"].as_str().unwrap().to_owned();
    let group = code.split('-').nth(5).unwrap();
    called.knocked(&administrator, "session.confirm_recovery_code", json!({ "group": group }));
    called.knocked(&administrator, "staff.change_key", json!({ "password": password }));
    let lost = json!({ "code": code, "login": login, "new_password": new });
    let recovered = called.commands.borrow_mut().insert("session.recover".to_owned());
    assert!(recovered, "the first to recover");
    let office = &called.office.office;
    // The key changed: whoever was in it needs a code of the new one.
    let outcome = office.call(&Caller::Nobody, "session.recover", lost);
    let administrator = match outcome {
        Ok(answer) => match answer.session {
            SessionChange::Begun(token) => Caller::Holder(token),
            other => panic!("a session must begin, not {other:?}"),
        },
        Err(failure) => panic!("session.recover: {failure}"),
    };
    let made = called.knocked(&administrator, "backups.make", json!({})).0["id"].clone();
    called.knocked(&administrator, "backups.restore", json!({ "id": made, "password": new }));
}

//! A button pressed twice: every change of the office is sent three times – as a click, as the same request sent again
//! over a broken line, and as a second click with a request of its own. The second answer is the first one's, or a refusal
//! in words; what was asked for stands once.
//!
//! The list of changes is the office's own table: a command that is new there and has no case here fails
//! [`every_change_survives_a_second_click`].

use crate::days_ahead::DaysAhead;
use crate::importing_office::LOANS;
use crate::office::{PASSWORD, Story, holder};
use kernel::Failure;
use office::Caller;
use office::command::Kind;
use office::words::{self, Language};
use serde_json::{Value, json};
use sharaka_tests::bring;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

const TODAY: &str = "2026-11-21";
/// Changes that say what is to be so: sent again they change nothing, and answer as before.
const SAID_AGAIN: [&str; 5] = [
    "association.save",
    "documents.allow_identity_scans",
    "funds.set_approval_limit",
    "funds.verify",
    "preferences.put",
];

/// Bytes of an answer, which is kept for thirty days beside the request: what its caller reads at once, and no page.
const SHORT: usize = 2_048;
/// Changes whose answer may be longer, and why. The list only shrinks: one that is short must leave it.
const LONG_ANSWERS: [(&str, &str); 1] = [("funds.approve", "who posts a voucher with the last approval sees it whole")];

/// An identifier that is the same for the same name.
fn id(name: &str) -> String {
    let mut bytes = [3_u8; 16];
    for (place, byte) in name.bytes().enumerate() {
        bytes[place % 16] = bytes[place % 16].wrapping_mul(31).wrapping_add(byte);
    }
    kernel::id::PartyId::from_bytes(bytes).to_string()
}

struct Clicks {
    story: Story,
    people: BTreeMap<&'static str, Caller>,
    /// Instead of clicking twice, tries each day of an input as one that has not come.
    days_ahead: Option<RefCell<DaysAhead>>,
    /// Command → what the second click got.
    second: RefCell<BTreeMap<String, BTreeSet<String>>>,
    wrong: RefCell<Vec<String>>,
    /// Command → the length of its longest answer.
    answered: RefCell<BTreeMap<String, usize>>,
}

impl Clicks {
    fn new(days_ahead: Option<DaysAhead>) -> Self {
        let story = Story::begun();
        let people = BTreeMap::from([("administrator", story.caller.clone())]);
        Self {
            story,
            people,
            days_ahead: days_ahead.map(RefCell::new),
            second: RefCell::default(),
            wrong: RefCell::default(),
            answered: RefCell::default(),
        }
    }

    /// The whole walk.
    fn walk(&mut self) {
        the_office_and_its_people(self);
        files(self);
        funds(self);
        loans(self);
        applications(self);
        follow_up(self);
        assessments(self);
        requests(self);
        committees(self);
        policies(self);
        assembly(self);
        partners(self);
        investments(self);
        questionnaires(self);
        reach(self);
        reports(self);
        services(self);
        imports(self);
        notices(self);
        privacy(self);
    }

    /// What is no case of its own: done once.
    fn once(&self, who: &str, command: &str, input: Value) -> Value {
        self.story.pass(Duration::from_secs(1));
        let answer = self.story.office.call(&self.people[who], command, input);
        answer.unwrap_or_else(|failure| panic!("{command}: {failure}")).value
    }

    /// A file that goes with a command, by its ticket.
    fn brings(&self, who: &str, command: &str, text: &str) -> String {
        bring(&self.story.office, &self.people[who], command, text).unwrap()
    }

    /// Clicks, sends the same again, and clicks a second time; gives the answer.
    fn twice(&self, who: &str, command: &str, input: Value) -> Value {
        let (office, caller) = (&self.story.office, &self.people[who]);
        if let Some(days) = &self.days_ahead {
            days.borrow_mut().tried(office, caller, command, &input);
            return self.once(who, command, input);
        }
        self.story.pass(Duration::from_secs(1));
        let request = Some(self.story.request_id());
        let first = office.call_once(caller, request, command, input.clone());
        let first = first.unwrap_or_else(|failure| panic!("{command}: {failure}")).value;
        let mut answered = self.answered.borrow_mut();
        let longest = answered.entry(command.to_owned()).or_default();
        *longest = first.to_string().len().max(*longest);
        let before = self.state();
        let again = office.call_once(caller, request, command, input.clone());
        match again {
            Ok(answer) if answer.value == first => {}
            other => self.wrong.borrow_mut().push(format!("{command}: the same request again gives {other:?}")),
        }
        self.story.pass(Duration::from_secs(1));
        let second = office.call_once(caller, Some(self.story.request_id()), command, input);
        let told = match second {
            Ok(_) => "done".to_owned(),
            Err(Failure::Forbidden { permission }) => format!("forbidden {permission}"),
            // Said in words by `failure.not_found`: what was taken away is not there any more.
            Err(Failure::NotFound { noun }) => format!("not found {noun}"),
            Err(failure) => match failure.code() {
                Some(code) if words::find(&format!("refusal.{code}"), Language::Ar).is_some() => code.to_string(),
                _ => {
                    self.wrong.borrow_mut().push(format!("{command}: the second click is answered by {failure:?}"));
                    "wordless".to_owned()
                }
            },
        };
        if !SAID_AGAIN.contains(&command) && self.state() != before {
            self.wrong.borrow_mut().push(format!("{command}: the second click ({told}) changed something"));
        }
        self.second.borrow_mut().entry(command.to_owned()).or_default().insert(told);
        first
    }

    /// What a second click must leave as it is: everything the office counts, without its trail.
    fn state(&self) -> Value {
        let ask = |name: &str, input: Value| {
            self.story
                .office
                .call(&self.people["administrator"], name, input)
                .map_or(Value::Null, |answer| answer.value)
        };
        let files = ask("beneficiaries.list", json!({ "limit": 500 }));
        let opened: Vec<Value> = files["lines"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|line| {
                let file = ask("beneficiaries.open", json!({ "party": line["party"] }));
                json!([
                    file["notes"],
                    file["consents"],
                    file["members"],
                    ask("documents.of", json!({ "subject_kind": "file", "subject": line["party"] })),
                    file["status"],
                    file["record"]["number"]
                ])
            })
            .collect();
        let loans = ask("loans.list", json!({ "limit": 500 }));
        let sheets: Vec<Value> = loans["lines"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|line| ask("loans.detail", json!({ "loan": line["loan"] })))
            .collect();
        // Before they are taken in there is nothing to open.
        let requests = ["leak", "move", "eye", "asks-rent"].map(|key| {
            let asked = json!({ "request": id(key) });
            let opened = |caller| self.story.office.call(caller, "requests.open", asked.clone());
            self.people.get("committee").and_then(|caller| opened(caller).ok()).map(|answer| answer.value)
        });
        json!([
            files,
            opened,
            loans,
            sheets,
            ask("loans.products", json!({})),
            ask("loans.projects", json!({})),
            ask("committees.list", json!({})),
            ask("committees.open", json!({ "committee": id("board") })),
            ask("committees.decisions", json!({})),
            ask("committees.meetings", json!({})),
            json!(["meet", "other-meet"].map(|key| ask("committees.meeting", json!({ "meeting": id(key) })))),
            ask("assembly.list", json!({})),
            ask("assembly.open", json!({ "member": id("voter") })),
            ask("policies.list", json!({})),
            ask("policies.references", json!({})),
            ask("policies.open", json!({ "policy": id("policy") })),
            ask("policies.figures", json!({ "from": "2026-01-01", "to": "2026-12-31" })),
            ask("stages.projects", json!({})),
            ask("stages.templates", json!({})),
            ask("stages.project", json!({ "project": id("other-shop") })),
            ask("staff.list", json!({})),
            ask("funds.list", json!({})),
            ask("funds.journal", json!({})),
            ask("funds.drafts", json!({})),
            ask("funds.cheques", json!({})),
            ask("funds.periods", json!({})),
            ask("funds.chart", json!({})),
            ask("importing.maps", json!({})),
            ask("applications.list", json!({ "limit": 500 })),
            ask("applications.detail", json!({ "application": id("asks") })),
            ask("applications.rules", json!({})),
            ask("guarantees.list", json!({ "state": ["proposed", "verified", "active", "called", "released"] })),
            ask("guarantees.of_loan", json!({ "loan": id("loan") })),
            ask("guarantees.rules", json!({})),
            ask("holds.list", json!({ "state": ["open", "released", "ended"] })),
            ask("holds.rule", json!({})),
            ask(
                "holds.open",
                json!({ "hold": ask("holds.of_loan", json!({ "loan": id("loan") }))["holds"][0]["hold"] })
            ),
            ask(
                "purchases.list",
                json!({ "state": ["draft", "waiting", "ordered", "part", "came", "verified", "cancelled"] })
            ),
            ask("purchases.of_loan", json!({ "loan": id("loan") })),
            ask("purchases.rules", json!({})),
            ask("association.profile", json!({})),
            ask("follow_up.list", json!({})),
            ask("follow_up.commitments", json!({})),
            ask("follow_up.reading_kinds", json!({})),
            ask("follow_up.settings", json!({})),
            ask("collection.call_log", json!({})),
            ask("collection.promises", json!({})),
            ask("collection.rules", json!({})),
            ask("collection.closing", json!({ "loan": id("loan") })),
            ask("assessments.list", json!({})),
            ask("assessments.needs", json!({})),
            ask("assessments.items", json!({})),
            ask("assessments.rule_versions", json!({})),
            ask("assessments.settings", json!({})),
            ask("partners.choices", json!({})),
            ask("partners.list", json!({ "standing": ["prospective", "active", "former", "closed"] })),
            ask("partners.agreements", json!({})),
            ask("partners.obligations", json!({})),
            ask("partners.map", json!({})),
            self.story
                .office
                .call(&self.people["administrator"], "partners.open", json!({ "partner": id("maarif") }))
                .map_or(Value::Null, |answer| answer.value),
            self.story
                .office
                .call(&self.people["administrator"], "partners.agreement", json!({ "agreement": id("mou") }))
                .map_or(Value::Null, |answer| answer.value),
            ask("investments.list", json!({})),
            ask("investments.units", json!({})),
            ask("investments.rents", json!({})),
            ask("investments.allocation", json!({})),
            json!(["built", "shop"].map(|key| ask("investments.open", json!({ "investment": id(key) })))),
            json!(["rented", "left"].map(|key| ask("investments.lease", json!({ "lease": id(key) })))),
            ask("services.list", json!({})),
            ask("services.open", json!({ "service": id("rent") })),
            ask("services.who_qualifies", json!({ "service": id("rent") })),
            ask("requests.choices", json!({})),
            ask("requests.list", json!({ "ended": true })),
            requests,
            ask("requests.reception", json!({})),
            ask("requests.letters", json!({})),
            self.asked_people(),
            ask("reach.list", json!({})),
            ask("reports.list", json!({})),
            ask("reports.open", json!({ "report": id("report") })),
            ask("privacy.due", json!({})),
            ask("privacy.rule", json!({})),
        ])
    }

    /// What people were asked, and what follows.
    fn asked_people(&self) -> Value {
        let ask = |role: &str, command: &str, input: Value| {
            let caller = self.people.get(role);
            let answer = caller.and_then(|caller| self.story.office.call(caller, command, input).ok());
            answer.map_or(Value::Null, |answer| answer.value)
        };
        let standings = json!(["draft", "asked", "coming", "open", "entering", "closed", "dropped"]);
        json!([
            ask("committee", "questionnaires.list", json!({ "standing": standings })),
            ask("committee", "questionnaires.open", json!({ "questionnaire": id("form") })),
            ask("committee", "questionnaires.results", json!({ "questionnaire": id("form"), "by": "department" })),
            ask("committee", "questionnaires.findings", json!({ "all": true })),
            ask("committee", "questionnaires.improvements", json!({})),
            ask("committee", "questionnaires.settings", json!({})),
            ask("finance", "questionnaires.offers", json!({ "state": ["due", "offered", "declined"] })),
        ])
    }

    fn enter(&mut self, role: &'static str) {
        let login = json!({ "login": role, "password": PASSWORD });
        let entered = self.story.office.call(&Caller::Nobody, "session.sign_in", login).unwrap();
        self.people.insert(role, holder(&entered));
    }
}

#[test]
fn every_change_survives_a_second_click() {
    let mut clicks = Clicks::new(None);
    clicks.walk();

    let wrong = clicks.wrong.borrow();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let second = clicks.second.borrow();
    for command in app::FEATURES.commands().filter(|command| command.kind == Kind::Write) {
        assert!(
            second.contains_key(command.name),
            "{} changes things and has no case here: give it a valid input in tests/scenarios/two_clicks.rs",
            command.name
        );
    }
    for (command, told) in second.iter() {
        let length = clicks.answered.borrow()[command];
        eprintln!("{command}: {} ({length} bytes)", told.iter().cloned().collect::<Vec<_>>().join(", "));
    }
    answers_are_short(&clicks.answered.borrow());
}

#[test]
fn nothing_is_dated_after_tomorrow() {
    let mut clicks = Clicks::new(Some(DaysAhead::default()));
    clicks.walk();
    clicks.days_ahead.unwrap().into_inner().told();
}

/// Visits and promises; the researcher goes, the supervisor reviews.
fn follow_up(clicks: &Clicks) {
    let plan = |key: &str, on: &str| {
        json!({ "id": id(key), "kind": "visit", "subject_kind": "file", "subject": id("noura"), "planned_on": on,
                "researcher": id("researcher"), "purpose": "سجل المبيعات" })
    };
    clicks.twice("researcher", "follow_up.plan", plan("first", "2026-11-24"));
    let moved = json!({ "id": id("first"), "planned_on": TODAY, "researcher": id("researcher") });
    clicks.twice("researcher", "follow_up.replan", moved);
    let missed =
        json!({ "id": id("first"), "version": 1, "reason": "مسافرة", "next": id("instead"), "planned_on": TODAY });
    clicks.twice("researcher", "follow_up.miss", missed);
    let found = json!({ "done_on": TODAY, "signal": "distress", "findings": "توقف العمل",
                        "action": { "text": "إصلاح الماكينة", "owner": id("supervisor"), "due": "2026-11-25" } });
    let next = json!({ "id": id("next"), "planned_on": "2026-12-01", "researcher": id("researcher"), "kind": "visit" });
    let record = json!({ "id": id("instead"), "found": found, "next": next });
    clicks.twice("researcher", "follow_up.record", record);
    let correction = json!({ "id": id("instead"), "version": 1, "found": found, "reason": "تاريخ خاطئ" });
    clicks.twice("researcher", "follow_up.correct", correction);
    let action = json!({ "id": id("instead"), "version": 2, "on": TODAY, "note": "أُصلحت" });
    clicks.twice("supervisor", "follow_up.finish_action", action);
    clicks.twice("supervisor", "follow_up.review", json!({ "id": id("instead"), "version": 3, "note": "" }));
    clicks.twice("researcher", "follow_up.cancel", json!({ "id": id("next"), "reason": "تكفي الأولى" }));

    let promise = |key: &str| {
        json!({ "id": id(key), "subject_kind": "loan", "subject": id("loan"), "side": "association", "text": "صيانة الماكينة",
                "due": "2026-11-25", "keeper": id("supervisor") })
    };
    clicks.twice("researcher", "follow_up.add_commitment", promise("ours"));
    clicks.once("researcher", "follow_up.add_commitment", promise("other"));
    let worded =
        json!({ "id": id("ours"), "text": "صيانة الماكينتين", "due": "2026-11-26", "keeper": id("supervisor") });
    clicks.twice("researcher", "follow_up.change_commitment", worded);
    let met = json!({ "id": id("ours"), "version": 1, "on": TODAY, "evidence": "فاتورة 12" });
    clicks.twice("researcher", "follow_up.meet_commitment", met);
    clicks.twice("researcher", "follow_up.excuse_commitment", json!({ "id": id("other"), "reason": "بيعت الماكينة" }));

    let kind = json!({ "code": "cartons", "name": "كراتين التمر", "measure": "count", "asked_on": ["project"] });
    clicks.twice("supervisor", "follow_up.add_reading_kind", kind);
    let other =
        json!({ "code": "cartons", "version": 1, "name": "كراتين", "active": false, "asked_on": ["project", "loan"] });
    clicks.twice("supervisor", "follow_up.change_reading_kind", other);
    let days = json!({ "settings": { "tolerance": 2, "sound_days": 30, "watch_days": 10, "distress_days": 5 } });
    clicks.twice("supervisor", "follow_up.change_settings", days);
}

/// A family is assessed and reviewed, and what it needs is seen to.
fn assessments(clicks: &Clicks) {
    let draft = crate::assessments::draft(crate::assessments::facts());
    let begin = |key: &str, kind: &str| json!({ "id": id(key), "party": id("noura"), "kind": kind });
    let save = |key: &str, version: i64| json!({ "assessment": id(key), "version": version, "draft": draft });
    let said = |version: i64| json!({ "assessment": id("intake"), "version": version, "reason": "ينقص عقد الإيجار" });
    clicks.twice("researcher", "assessments.begin", begin("intake", "intake"));
    clicks.twice("researcher", "assessments.save_draft", save("intake", 1));
    clicks.twice("researcher", "assessments.complete", save("intake", 2));
    clicks.twice("supervisor", "assessments.send_back", said(3));
    clicks.once("researcher", "assessments.complete", save("intake", 4));
    let review = json!({ "assessment": id("intake"), "version": 5, "note": "" });
    clicks.twice("supervisor", "assessments.review", review);
    clicks.once("researcher", "assessments.begin", begin("wrong", "periodic"));
    let drop = json!({ "assessment": id("wrong"), "version": 1, "reason": "فُتح خطأ" });
    clicks.twice("researcher", "assessments.drop_draft", drop);

    let need =
        json!({ "id": id("need"), "assessment": id("intake"), "domain": "work", "text": "دخل", "priority": "high" });
    clicks.twice("researcher", "assessments.add_need", need);
    let worded =
        json!({ "need": id("need"), "version": 0, "text": "دخل مستدام", "domain": "work", "priority": "high" });
    clicks.twice("researcher", "assessments.change_need", worded);
    let item = |due: &str| json!({ "action": "دورة بيع", "owner": id("supervisor"), "due": due });
    clicks.twice(
        "researcher",
        "assessments.add_item",
        json!({ "id": id("item"), "need": id("need"), "item": item("2026-11-25") }),
    );
    let moved = json!({ "id": id("item"), "version": 0, "item": item("2026-11-26") });
    clicks.twice("researcher", "assessments.change_item", moved);
    let done = json!({ "id": id("item"), "version": 1, "state": "done", "outcome": "أتمتها", "goal_reached": true });
    clicks.twice("supervisor", "assessments.settle_item", done);
    let met = json!({ "need": id("need"), "version": 1, "state": "met" });
    clicks.twice("researcher", "assessments.settle_need", met);

    let rule = clicks.once("supervisor", "assessments.rule_versions", json!({}))["versions"][0]["rule"].clone();
    let set = json!({ "version": 1, "rule": rule, "decision": "قرار 9", "decided_on": TODAY });
    clicks.twice("supervisor", "assessments.set_rule", set);
    let days = json!({ "review_a": 90, "review_b": 180, "review_c": 365, "review_d": 365, "before_activation": false });
    clicks.twice("supervisor", "assessments.change_settings", json!({ "version": 0, "settings": days }));
}

/// Partners: one with what it gave, an agreement on its whole way, another that came to nothing.
fn partners(clicks: &Clicks) {
    let programme = json!({ "programme": id("families"), "name": "الأسر المنتجة", "active": true });
    clicks.twice("supervisor", "partners.save_programme", programme);
    clicks.twice(
        "supervisor",
        "partners.save_component",
        json!({ "code": "own_clubs", "name": "الأندية", "active": true }),
    );
    let target = json!({ "code": "own_target", "name": "مستهدف محلي", "pillar": "nation", "active": true });
    clicks.twice("supervisor", "partners.save_target", target);
    let days = json!({ "renewal_days": 45, "ending_days": 90, "reminder_days": 14 });
    clicks.twice("supervisor", "partners.change_settings", json!({ "version": 0, "settings": days }));

    let firm = json!({ "partner": id("maarif"), "party": { "name": "شركة معارف للتعليم" }, "facts": { "kind": "company", "since": TODAY } });
    clicks.twice("researcher", "partners.add", firm);
    let sheet = || clicks.once("researcher", "partners.open", json!({ "partner": id("maarif") }));
    let version = || sheet()["record"]["number"].clone();
    let now = sheet();
    let mut changed = json!({
        "partner": id("maarif"), "version": now["record"]["number"], "party_version": now["party_record"]["number"],
        "party": now["party"], "facts": now["facts"], "components": ["private_sector"],
    });
    changed["facts"]["sector"] = json!("التعليم");
    clicks.twice("researcher", "partners.change", changed);
    let contact = json!({ "id": id("reem"), "partner": id("maarif"), "version": version(), "name": "ريم الجاسر" });
    clicks.twice("researcher", "partners.save_contact", contact);
    let ended = json!({ "id": id("reem"), "partner": id("maarif"), "version": version() });
    clicks.twice("researcher", "partners.end_contact", ended);
    let aligned = json!({ "partner": id("maarif"), "version": version(), "programme": id("families"), "score": 3 });
    clicks.twice("researcher", "partners.align", aligned);
    let gift = json!({ "id": id("gift"), "partner": id("maarif"), "kind": "in_kind", "text": "أثاث", "day": TODAY });
    clicks.twice("researcher", "partners.add_contribution", gift);
    let letter =
        json!({ "id": id("praise"), "partner": id("maarif"), "form": "letter", "text": "خطاب تأييد", "day": TODAY });
    clicks.twice("researcher", "partners.add_endorsement", letter);
    let workshop = json!({ "id": id("workshop"), "partner": id("maarif"), "direction": "received", "form": "workshop",
                           "text": "قياس الأثر", "day": TODAY });
    clicks.twice("researcher", "partners.add_exchange", workshop);
    let strike = json!({ "id": id("gift"), "kind": "contribution", "reason": "سُجّل مرتين" });
    clicks.twice("researcher", "partners.strike", strike);

    let terms = json!({
        "title": "تأهيل الأسر المنتجة", "purpose": "تدريب", "our_interest": "مقاعد", "their_interest": "أثر",
        "dispute_clause": "وديًا", "starts": TODAY, "ends": "2027-02-07",
    });
    let proposal = |key: &str| json!({ "id": id(key), "partner": id("maarif"), "kind": "mou", "terms": terms });
    clicks.twice("researcher", "partners.propose", proposal("mou"));
    clicks.twice("researcher", "partners.propose", proposal("other"));
    let of = |key: &str, more: Value| {
        let sheet = clicks.once("researcher", "partners.agreement", json!({ "agreement": id(key) }));
        let mut input = json!({ "id": id(key), "version": sheet["record"]["number"] });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        input
    };
    clicks.twice("researcher", "partners.decline", of("other", json!({ "note": "اعتذر الشريك" })));
    let owed =
        |side: &str, due: &str| json!({ "side": side, "text": "قاعة تدريب", "due": due, "keeper": id("supervisor") });
    for (key, side) in [("hall", "theirs"), ("tea", "theirs"), ("visits", "ours"), ("left", "theirs")] {
        let add = json!({ "id": id(key), "agreement": id("mou"), "obligation": owed(side, "2026-12-01") });
        clicks.twice("researcher", "partners.add_obligation", add);
    }
    let later = json!({ "id": id("hall"), "version": 0, "obligation": owed("theirs", "2026-12-05") });
    clicks.twice("researcher", "partners.change_obligation", later);
    clicks.twice("researcher", "partners.remove_obligation", json!({ "id": id("tea"), "version": 0 }));
    let change = of("mou", json!({ "kind": "mou", "terms": terms, "targets": ["skills"] }));
    clicks.twice("researcher", "partners.change_agreement", change);
    clicks.twice("researcher", "partners.negotiate", of("mou", json!({ "note": "جلسة" })));
    clicks.twice("researcher", "partners.ask_approval", of("mou", json!({})));
    clicks.twice("supervisor", "partners.return_agreement", of("mou", json!({ "note": "ينقص المجال" })));
    clicks.once("researcher", "partners.ask_approval", of("mou", json!({})));
    clicks.twice("supervisor", "partners.approve", of("mou", json!({ "decision": "قرار 9" })));
    let signed = json!({ "signed_on": TODAY, "our_signatory": "منى", "their_signatory": "ريم", "starts": TODAY, "ends": "2027-02-07" });
    clicks.twice("researcher", "partners.sign", of("mou", signed));
    let done = json!({ "id": id("hall"), "version": 1, "done_on": TODAY });
    clicks.twice("researcher", "partners.fulfil_obligation", done);
    let proof = json!({ "id": id("hall"), "version": 2, "evidence_kind": "minutes", "evidence": "محضر" });
    clicks.twice("researcher", "partners.prove_obligation", proof);
    let excuse = json!({ "id": id("visits"), "version": 0, "reason": "أُجلت" });
    clicks.twice("committee", "partners.excuse_obligation", excuse);
    let dispute = json!({ "id": id("dispute"), "kind": "dispute", "applicant_name": "معارف", "channel": "letter",
                          "subject": "خلاف", "received_on": TODAY });
    clicks.once("researcher", "requests.add", dispute);
    let link = of("mou", json!({ "request": id("dispute"), "linked": true }));
    clicks.twice("researcher", "partners.link_dispute", link);
    let ends = of("mou", json!({ "terminated_on": TODAY, "reason": "تغيّر النشاط", "stay": [id("left")] }));
    clicks.twice("supervisor", "partners.terminate", ends);
    let left = of("mou", json!({ "obligations": [id("left")], "reason": "لا أحد ينتظره" }));
    clicks.twice("committee", "partners.close_obligations", left);
    let close = json!({ "partner": id("maarif"), "version": version(), "closed": true, "reason": "انتهى نشاطه" });
    clicks.twice("supervisor", "partners.close", close);
}

/// Investments: one refused, one bought, let, paid for and sold in part; a rule that moves a share.
fn investments(clicks: &Clicks) {
    let twice = |who: &str, verb: &str, input: Value| clicks.twice(who, &format!("investments.{verb}"), input);
    let version = |key: &str| {
        clicks.once("finance", "investments.open", json!({ "investment": id(key) }))["record"]["number"].clone()
    };
    let of = |key: &str, more: Value| {
        let mut input = json!({ "id": id(key), "version": version(key) });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        input
    };
    for (key, name) in [("estates", "صندوق العقار"), ("fed", "صندوق التغذية")] {
        let fund = json!({ "id": id(key), "name": name, "class": "unrestricted", "kind": "operating" });
        clicks.once("finance", "funds.add", fund);
    }
    let gift = json!({ "id": id("estates-gift"), "fund": id("estates"), "amount": 9_000_000, "day": TODAY, "donor": "معارف",
                       "method": "transfer", "reference": "", "narration": "", "account": null });
    clicks.once("finance", "funds.donate", gift);
    let facts = |name: &str| {
        json!({ "kind": "property", "name": name, "fund": id("estates"), "idea": "شقق", "study": "دراسة",
                                     "expected_cost": 4_000_000 })
    };
    twice("finance", "propose", json!({ "id": id("built"), "facts": facts("عمارة") }));
    clicks.once("finance", "investments.propose", json!({ "id": id("shop"), "facts": facts("محل") }));
    let mut better = facts("عمارة الإسكان");
    better["place"] = json!("بريدة");
    twice("finance", "change", of("built", json!({ "facts": better })));
    twice("finance", "ask_decision", of("built", json!({})));
    twice("committee", "return_idea", of("built", json!({ "note": "ينقص عرض" })));
    clicks.once("finance", "investments.ask_decision", of("built", json!({})));
    twice("supervisor", "approve", of("built", json!({ "approved_cost": 4_000_000, "decision": "قرار 1" })));
    clicks.once("finance", "investments.ask_decision", of("shop", json!({})));
    twice("supervisor", "refuse", of("shop", json!({ "note": "لا جدوى" })));
    let worth = json!({ "investment": id("built"), "version": version("built"), "day": TODAY, "amount": 4_500_000, "said_by": "مقيم" });
    twice("finance", "value", worth);
    let deed =
        json!({ "id": id("deed"), "investment": id("built"), "day": TODAY, "amount": 4_000_000, "seller": "مكتب" });
    twice("finance", "buy", deed);
    let post = |key: &str| clicks.once("supervisor", "funds.approve", json!({ "id": id(key) }));
    post("deed");
    clicks.once("committee", "funds.approve", json!({ "id": id("deed") }));
    for key in ["unit-a", "unit-b"] {
        let unit = json!({ "id": id(key), "investment": id("built"), "facts": { "name": key } });
        twice("finance", "add_unit", unit);
    }
    let roomy = json!({ "id": id("unit-a"), "version": 1, "facts": { "name": "شقة 1", "rooms": 3 } });
    twice("finance", "change_unit", roomy);
    let lease = |key: &str, unit: &str, starts: &str, name: &str| {
        json!({ "id": id(key), "unit": id(unit), "tenant": id(name),
        "party": { "name": name }, "starts": starts, "months": 12, "annual": 1_200_000, "pays": 12, "calendar": "gregorian",
        "deposit": 50_000, "income_proof": "none" })
    };
    twice("finance", "add_lease", lease("rented", "unit-a", "2026-10-01", "سليمان ناصر عبدالله الحربي"));
    clicks.once("finance", "investments.add_lease", lease("left", "unit-b", "2026-10-01", "ماجد فهد صالح العنزي"));
    twice("finance", "post_dues", json!({ "lease": id("rented") }));
    let came = |key: &str, lease: &str, amount: i64| json!({ "id": id(key), "lease": id(lease), "day": TODAY, "amount": amount, "way": "transfer" });
    twice("finance", "receive_rent", came("rent-1", "rented", 120_000));
    for lease in ["rented", "left"] {
        twice("finance", "receive_deposit", came(&format!("{lease}-deposit"), lease, 50_000));
    }
    let lease_version = |key: &str| {
        clicks.once("finance", "investments.lease", json!({ "lease": id(key) }))["record"]["number"].clone()
    };
    let dearer = json!({ "id": id("rented"), "version": lease_version("rented"), "due_from": "2026-12-01", "annual": 1_260_000, "reason": "تجديد" });
    twice("finance", "change_rent", dearer);
    let cheque = |key: &str, day: &str| {
        json!({ "id": id(key), "lease": id("rented"), "cheque_no": key, "bank": "الراجحي",
        "presents_on": day, "amount": 60_000 })
    };
    twice("finance", "add_cheque", cheque("cheque-1", TODAY));
    clicks.once("finance", "investments.add_cheque", cheque("cheque-2", "2027-01-01"));
    twice("finance", "present_cheque", json!({ "id": id("cheque-1"), "entry": id("cheque-rent"), "day": TODAY }));
    twice("finance", "give_back_cheque", json!({ "id": id("cheque-2"), "reason": "سدد تحويلًا" }));
    let kept = json!({ "id": id("kept"), "lease": id("rented"), "day": TODAY, "amount": 1_000, "against": "damage", "reason": "كسر" });
    twice("finance", "keep_deposit", kept);
    let off = json!({ "id": id("off"), "lease": id("rented"), "day": TODAY, "amount": 500, "reason": "أعسر" });
    twice("finance", "write_off_rent", off);
    let ends = json!({ "id": id("left"), "version": lease_version("left"), "ends": "2026-11-20", "reason": "انتقل" });
    twice("finance", "end_lease", ends);
    let back = json!({ "id": id("back"), "lease": id("left"), "day": TODAY, "amount": 50_000 });
    twice("finance", "return_deposit", back);
    let fruit = json!({ "id": id("fruit"), "investment": id("built"), "day": TODAY, "amount": 9_000, "from": "مواقف", "way": "transfer" });
    twice("finance", "receive_return", fruit);
    let cost = json!({ "id": id("cost"), "investment": id("built"), "day": TODAY, "amount": 900, "payee": "مؤسسة", "what": "سباكة" });
    twice("finance", "pay_cost", cost);
    for key in ["lift", "paint"] {
        let work =
            json!({ "id": id(key), "investment": id("built"), "work": key, "planned_on": TODAY, "every_months": 6 });
        twice("finance", "plan_maintenance", work);
    }
    let done = json!({ "id": id("lift"), "version": 1, "done_on": TODAY, "outcome": "تمت", "next": id("lift-again") });
    twice("finance", "finish_maintenance", done);
    twice("finance", "drop_maintenance", json!({ "id": id("paint"), "version": 1, "reason": "لا حاجة" }));
    let rule = |version: &str| {
        json!({ "rule": id("feeding"), "version": id(version), "name": "تغذية", "base": "return", "from": id("estates"),
        "effective_on": "2026-01-01", "applies": "at_period_end", "decision": "قرار 1", "decided_on": TODAY,
        "lines": [{ "to": id("fed"), "points": 2_000 }] })
    };
    twice("finance", "write_rule", rule("feeding-1"));
    twice("supervisor", "refuse_rule", json!({ "version": id("feeding-1"), "note": "النسبة عالية" }));
    clicks.once("finance", "investments.write_rule", rule("feeding-2"));
    twice("supervisor", "approve_rule", json!({ "version": id("feeding-2") }));
    twice(
        "finance",
        "apply_rule",
        json!({ "id": id("share"), "rule": id("feeding"), "from": "2026-11-01", "until": TODAY }),
    );
    clicks.once("finance", "funds.drop_draft", json!({ "id": id("share") }));
    twice("finance", "share_again", json!({ "share": id("share"), "entry": id("share-again") }));
    let sold = json!({ "id": id("sold"), "investment": id("built"), "day": TODAY, "proceeds": 500_000, "share_points": 1_000, "buyer": "مشتر" });
    twice("finance", "sell", sold);
}

/// Requests: one complaint to its end, a referral, a change of data; departments and terms.
fn requests(clicks: &Clicks) {
    let department = json!({ "id": id("reception"), "name": "الاستقبال", "active": true });
    clicks.twice("supervisor", "requests.save_department", department);
    let place = json!({ "person": id("finance"), "department": id("reception") });
    clicks.twice("supervisor", "requests.place_person", place);
    let days = json!({ "id": id("eid"), "off_from": "2027-03-10", "off_until": "2027-03-12", "name": "العيد" });
    clicks.twice("supervisor", "requests.add_day_off", days);
    clicks.twice("supervisor", "requests.remove_day_off", json!({ "id": id("eid") }));
    let entity = json!({ "id": id("eyes"), "name": "جمعية بصائر", "active": true });
    clicks.twice("supervisor", "requests.save_entity", entity);
    let mut deadlines = clicks.once("supervisor", "requests.choices", json!({}))["deadlines"].clone();
    deadlines["appeal_days"] = json!(20);
    clicks.twice("supervisor", "requests.change_deadlines", json!({ "version": 0, "deadlines": deadlines }));

    let asked = |key: &str, kind: &str| {
        json!({ "id": id(key), "kind": kind, "party": id("noura"), "channel": "phone", "subject": "تأخر الصيانة",
                "received_on": TODAY })
    };
    let version = |key: &str| {
        clicks.once("committee", "requests.open", json!({ "request": id(key) }))["record"]["number"].clone()
    };
    let say = |key: &str, note: &str| json!({ "id": id(key), "version": version(key), "note": note });
    let go = |key: &str, to: &str, answer: &str| json!({ "id": id(key), "version": version(key), "to": to, "answer": answer });
    clicks.twice("researcher", "requests.add", asked("leak", "complaint"));
    let to = json!({ "requests": [id("leak")], "to": id("researcher") });
    clicks.twice("supervisor", "requests.assign", to);
    clicks.twice("researcher", "requests.advance", go("leak", "assessment", ""));
    clicks.twice("researcher", "requests.note", say("leak", "اتُّصل بالمورد"));
    clicks.once("researcher", "requests.advance", go("leak", "for_decision", ""));
    clicks.twice("supervisor", "requests.declare", json!({ "id": id("leak"), "tie": false }));
    let decision = json!({ "id": id("leak"), "version": version("leak"), "outcome": "upheld", "reason": "ثبت" });
    clicks.twice("supervisor", "requests.decide", decision);
    let letter = json!({ "id": id("leak"), "version": version("leak"), "on": TODAY });
    clicks.twice("researcher", "requests.hand_letter", letter);
    clicks.once("researcher", "requests.advance", go("leak", "executing", ""));
    clicks.twice("researcher", "requests.carry_out", say("leak", "أُصلحت"));

    let mut referral = asked("eye", "referral");
    referral["referral"] = json!({ "entity": id("eyes"), "service": "فحص نظر", "appointment": TODAY });
    clicks.once("researcher", "requests.add", referral);
    clicks.once("supervisor", "requests.assign", json!({ "requests": [id("eye")], "to": id("researcher") }));
    let changed = json!({ "id": id("eye"), "version": version("eye"),
                          "referral": { "entity": id("eyes"), "service": "فحص نظر ونظارة", "appointment": TODAY } });
    clicks.twice("researcher", "requests.change_referral", changed);
    let consent =
        json!({ "id": id("eye"), "version": version("eye"), "shared": ["name", "service"], "signed_on": TODAY });
    clicks.twice("researcher", "requests.give_consent", consent);
    clicks.twice("researcher", "requests.hand_card", say("eye", ""));
    let staged = json!({ "id": id("eye"), "version": version("eye"), "stage": "contacted" });
    clicks.twice("researcher", "requests.stage", staged);
    let called = json!({ "id": id("eye"), "version": version("eye"), "result": "no_answer" });
    clicks.twice("researcher", "requests.call", called);
    clicks.twice("researcher", "requests.withdraw_consent", say("eye", ""));
    clicks.twice("researcher", "requests.tell_entity", say("eye", "هاتفيًا"));

    let came = json!({ "id": id("came"), "name": "أم سالم", "purpose": "سؤال عن الصيانة", "minutes": 12, "answered": true,
                       "request": id("leak") });
    clicks.twice("finance", "requests.log_reception", came);
    let letter = json!({ "id": id("letter"), "direction": "in", "day": TODAY, "other": "المورد", "subject": "موعد الصيانة",
                         "request": id("leak") });
    clicks.twice("finance", "requests.register_letter", letter);

    let mut moved = asked("move", "data_change");
    moved["changes"] = json!([{ "field": "district", "after": "النقيب" }]);
    clicks.once("researcher", "requests.add", moved);
    clicks.once("supervisor", "requests.assign", json!({ "requests": [id("move")], "to": id("researcher") }));
    let paper = json!({ "id": id("lease"), "subject_kind": "request", "subject": id("move"), "kind": "address",
                        "title": "عقد", "file_name": "lease.pdf",
                        "ticket": clicks.brings("researcher", "documents.attach", "%PDF-1.7") });
    clicks.once("researcher", "documents.attach", paper);
    let found =
        json!({ "id": id("lease"), "finding": "genuine", "method": "original_seen", "note": "", "reviewed_at": null });
    clicks.once("supervisor", "documents.review", found);
    clicks.once("researcher", "requests.advance", go("move", "for_decision", ""));
    clicks.once("supervisor", "requests.declare", json!({ "id": id("move"), "tie": false }));
    let decision = json!({ "id": id("move"), "version": version("move"), "outcome": "approved" });
    clicks.once("supervisor", "requests.decide", decision);
    clicks.twice("supervisor", "requests.apply", say("move", ""));
}

/// A questionnaire from its first word to its end, with all that comes in and all that follows.
fn questionnaires(clicks: &Clicks) {
    let typed = |title: &str| json!({ "title": title, "opens": TODAY, "closes": "2026-12-09", "anonymous": true, "at_closing": true });
    let add = |key: &str, title: &str| json!({ "id": id(key), "purpose": "satisfaction", "typed": typed(title) });
    let open = |key: &str| clicks.once("committee", "questionnaires.open", json!({ "questionnaire": id(key) }));
    let step = |key: &str, note: &str| json!({ "questionnaire": id(key), "version": open(key)["record"]["number"], "note": note });
    clicks.twice("researcher", "questionnaires.add", add("form", "رضا المستفيد"));
    let questions = open("form")["questions"].clone();
    let change =
        json!({ "questionnaire": id("form"), "version": 1, "typed": typed("رضا من خُدم"), "questions": questions });
    clicks.twice("researcher", "questionnaires.change", change);
    clicks.twice("researcher", "questionnaires.ask_opening", step("form", ""));
    clicks.twice("supervisor", "questionnaires.send_back", step("form", "أعد صياغة السؤال الأول"));
    clicks.once("researcher", "questionnaires.ask_opening", step("form", ""));
    clicks.twice("researcher", "questionnaires.take_back", step("form", "تعديل الموعد"));
    clicks.once("researcher", "questionnaires.ask_opening", step("form", ""));
    clicks.twice("supervisor", "questionnaires.approve", step("form", ""));
    clicks.once("researcher", "questionnaires.add", add("wrong", "خطأ"));
    clicks.twice("researcher", "questionnaires.drop_draft", step("wrong", "أُنشئت خطأ"));

    let run = json!({ "questionnaire": id("form"), "no": 1, "count": 12, "department": id("reception") });
    clicks.twice("researcher", "questionnaires.issue_sheets", run);
    let said =
        |place: i64| json!([{ "question": "reach", "choice": [place] }, { "question": "service", "choice": [5] }]);
    let sheet = |code: &str, place: i64| json!({ "questionnaire": id("form"), "code": code, "answers": said(place) });
    clicks.twice("researcher", "questionnaires.enter", sheet("1", 5));
    let mut correct = sheet("1", 4);
    correct["version"] = json!(0);
    clicks.twice("researcher", "questionnaires.correct", correct);
    clicks.twice("supervisor", "questionnaires.enter_second", sheet("1", 3));
    let settled = json!({ "questionnaire": id("form"), "code": "1", "version": 2,
                          "settled": [{ "question": "reach", "first": false }] });
    clicks.twice("supervisor", "questionnaires.settle", settled);
    let spoiled = json!({ "questionnaire": id("form"), "code": "2", "reason": "ممزقة" });
    clicks.twice("researcher", "questionnaires.spoil", spoiled);

    let whole: Value = ["reach", "reception", "clear", "fast", "fair", "service", "trust", "appeal"]
        .into_iter()
        .map(|key| json!({ "question": key, "choice": [1] }))
        .collect();
    let phone = json!({ "id": id("call"), "questionnaire": id("form"), "channel": "phone", "answers": whole });
    clicks.twice("finance", "questionnaires.answer", phone);
    let file = "1,6\n5,4\n4,5\n";
    let ticket = clicks.brings("researcher", "questionnaires.import_answers", file);
    let rows = json!({ "questionnaire": id("form"), "ticket": ticket, "name": "answers.csv" });
    clicks.twice("researcher", "questionnaires.import_answers", rows);

    let ask = |key: &str| {
        let asked = json!({ "id": id(key), "kind": "inquiry", "party": id("noura"), "channel": "phone", "subject": "سؤال",
                            "received_on": TODAY });
        clicks.once("researcher", "requests.add", asked);
        clicks.once("supervisor", "requests.assign", json!({ "requests": [id(key)], "to": id("researcher") }));
        let version =
            clicks.once("committee", "requests.open", json!({ "request": id(key) }))["record"]["number"].clone();
        let closed = json!({ "id": id(key), "version": version, "to": "closed", "answer": "نعم" });
        clicks.once("researcher", "requests.advance", closed);
    };
    ask("asks one");
    ask("asks two");
    let offer = json!({ "request": id("asks one"), "way": "kiosk" });
    let token = clicks.twice("finance", "questionnaires.offer_rating", offer)["token"].clone();
    let withdrawn = json!({ "request": id("asks one"), "token": token });
    clicks.twice("finance", "questionnaires.withdraw_offer", withdrawn);
    clicks.twice("finance", "questionnaires.decline_rating", json!({ "request": id("asks two") }));

    let finding = json!({ "domain": "الخدمة", "text": "بطء الرد", "severity": "high", "evidence": "إجابات" });
    let find = json!({ "id": id("found"), "questionnaire": id("form"), "finding": finding });
    clicks.twice("researcher", "questionnaires.add_finding", find);
    let worded = json!({ "id": id("found"), "version": 1, "finding": finding, "stands": false });
    clicks.twice("researcher", "questionnaires.change_finding", worded);
    let improves = json!({ "id": id("improves"), "source": "complaint", "request": id("leak"), "said": "بطء", "text": "موظف للرد",
                           "owner": id("researcher"), "due": "2026-11-25" });
    clicks.twice("supervisor", "questionnaires.add_improvement", improves);
    let moved = json!({ "id": id("improves"), "version": 1, "text": "موظفان للرد", "owner": id("researcher"), "due": "2026-11-26" });
    clicks.twice("supervisor", "questionnaires.change_improvement", moved);
    let ended = json!({ "id": id("improves"), "version": 2, "done": true, "outcome": "خُصصا" });
    clicks.twice("researcher", "questionnaires.end_improvement", ended);
    let judged = json!({ "id": id("improves"), "version": 3, "effect": "better", "note": "قلّت الشكاوى" });
    clicks.twice("supervisor", "questionnaires.judge_improvement", judged);

    let fewer = json!({ "version": 0, "settings": { "suppress_under": 6, "double_entry_every": 5 } });
    clicks.twice("supervisor", "questionnaires.change_settings", fewer);
    clicks.twice("supervisor", "questionnaires.close", step("form", "اكتمل الورق"));
}

/// Services: written, approved, published, announced, called about, asked for; then another version, dropped, and the end.
fn services(clicks: &Clicks) {
    let version =
        || clicks.once("committee", "services.open", json!({ "service": id("rent") }))["record"]["number"].clone();
    let say = |reason: &str| json!({ "id": id("rent"), "version": version(), "reason": reason });
    let mut written = crate::services::written("rent");
    written["id"] = json!(id("rent"));
    written["version"] = json!(id("rent-1"));
    written["content"]["opens_on"] = json!(TODAY);
    clicks.twice("researcher", "services.add", written.clone());
    clicks.twice("committee", "services.send_back", say("المدة قصيرة"));
    written["version"] = version();
    written["content"]["term_days"] = json!(20);
    clicks.twice("researcher", "services.change", written);
    clicks.twice("committee", "services.approve", say(""));
    let mut text = say("");
    text["text"] = crate::services::publication();
    clicks.twice("supervisor", "services.write_publication", text);
    let mut channel = say("");
    for (key, value) in [("channel", "board"), ("published_on", TODAY), ("evidence", "صورة اللوحة")] {
        channel[key] = json!(value);
    }
    clicks.twice("supervisor", "services.add_channel", channel);
    clicks.twice("supervisor", "services.announce", say(""));
    let call = json!({ "id": id("rings"), "service": id("rent"), "party": id("noura"), "result": "will_ask",
                       "until_day": "2026-11-30" });
    clicks.twice("researcher", "services.call", call);

    let asked = json!({ "id": id("asks-rent"), "kind": "service", "party": id("noura"), "service_asked": id("rent"),
                        "channel": "phone", "subject": "", "amount": 500_000, "received_on": TODAY });
    clicks.twice("researcher", "requests.add", asked);
    clicks.once("supervisor", "requests.assign", json!({ "requests": [id("asks-rent")], "to": id("researcher") }));
    let of_request = || {
        let page = clicks.once("committee", "requests.open", json!({ "request": id("asks-rent") }));
        page["record"]["number"].clone()
    };
    let judged = json!({ "id": id("asks-rent"), "version": of_request(), "no": 3, "met": false, "note": "لا كشف" });
    clicks.twice("researcher", "requests.judge", judged);
    let excepted = json!({ "id": id("asks-rent"), "version": of_request(), "note": "حريق في المسكن" });
    clicks.twice("researcher", "requests.propose_exception", excepted);

    let mut again = say("");
    again["edition"] = json!(id("rent-2"));
    clicks.twice("researcher", "services.new_version", again);
    clicks.twice("researcher", "services.drop_version", say("لا حاجة إليه"));
    clicks.twice("supervisor", "services.close", say("اكتمل الدعم"));
}

/// A clock that somebody confirmed is told to everybody until an administrator says a word.
/// After how many days a family is out of reach.
fn reach(clicks: &Clicks) {
    let days = json!({ "version": 0, "settings": { "silent_days": 45, "expiry_days": 20 } });
    clicks.twice("supervisor", "reach.change_settings", days);
}

/// A report of a month: written, handed up, sent back, handed up again, issued by another, handed over.
fn reports(clicks: &Clicks) {
    let month = |key: &str| json!({ "id": id(key), "day": "2026-10-15", "calendar": "gregorian" });
    clicks.once("supervisor", "reports.begin", month("no-report"));
    clicks.twice("supervisor", "reports.remove", json!({ "report": id("no-report") }));
    clicks.twice("supervisor", "reports.begin", month("report"));
    let which = json!({ "report": id("report") });
    let version = || clicks.once("committee", "reports.open", which.clone())["version"].clone();
    let written = json!({ "report": id("report"), "version": version(), "summary": "شهر منتظم", "went_well": "",
                          "went_badly": "", "advice": "", "recipients": [{ "name": "رئيس المجلس", "body": "" }] });
    clicks.twice("supervisor", "reports.save", written);
    clicks.twice("supervisor", "reports.ask_issue", json!({ "report": id("report"), "version": version() }));
    let back = json!({ "report": id("report"), "reason": "ينقص التعليق" });
    clicks.twice("committee", "reports.send_back", back);
    clicks.once("supervisor", "reports.ask_issue", json!({ "report": id("report"), "version": version() }));
    clicks.twice("committee", "reports.issue", which.clone());
    let handed = json!({ "report": id("report"), "place": 1, "on": TODAY, "channel": "email" });
    clicks.twice("supervisor", "reports.hand_over", handed);
}

/// What was kept long enough: kept longer, or its person taken out by another.
fn privacy(clicks: &Clicks) {
    let rule = json!({ "version": 1, "months": 1, "decision": "قرار مجلس الإدارة 4" });
    clicks.twice("administrator", "privacy.set_rule", rule);
    let keep = json!({ "id": id("keep"), "party": id("gone"), "kept_until": "2027-06-01", "reason": "شكوى لم تنته" });
    clicks.twice("supervisor", "privacy.keep", keep);
    let ask = |key: &str| json!({ "id": id(key), "party": id("away"), "reason": "انتهت المدة" });
    clicks.twice("supervisor", "privacy.ask_anonymise", ask("first-request"));
    let drop = json!({ "id": id("first-request"), "reason": "يُراجع أولًا" });
    clicks.twice("administrator", "privacy.drop_request", drop);
    clicks.once("supervisor", "privacy.ask_anonymise", ask("second-request"));
    clicks.twice("administrator", "privacy.anonymise", json!({ "id": id("second-request") }));
}

fn notices(clicks: &Clicks) {
    let now = clicks.story.office.now();
    clicks.story.clock.set(now.after(Duration::from_secs(40 * 86_400)));
    clicks.once("finance", "integrity.confirm_clock", json!({}));
    clicks.twice("administrator", "integrity.acknowledge", json!({ "number": 1, "word": "سافرنا شهرًا" }));
}

fn answers_are_short(answered: &BTreeMap<String, usize>) {
    for (command, length) in answered {
        let may_be_long = LONG_ANSWERS.iter().any(|(named, _)| named == command);
        assert!(
            *length <= SHORT || may_be_long,
            "{command} answers {length} bytes: let it answer what its caller reads"
        );
        assert!(*length > SHORT || !may_be_long, "{command} answers {length} bytes: take it from LONG_ANSWERS");
    }
}

fn the_office_and_its_people(clicks: &mut Clicks) {
    let who = "administrator";
    let mut profile = clicks.once(who, "association.profile", json!({}));
    profile["region"] = json!("حائل");
    clicks.twice(who, "association.save", profile);
    for (role, name) in [
        ("researcher", "سارة الحربي"),
        ("supervisor", "منى الزهراني"),
        ("finance", "خالد العقيل"),
        ("committee", "فهد السبيعي"),
    ] {
        let first = crate::office::FIRST_PASSWORD;
        let person = json!({ "id": id(role), "name": name, "login": role, "role": role, "password": first });
        clicks.twice(who, "staff.add", person);
        let login = json!({ "login": role, "password": first });
        let newcomer = holder(&clicks.story.office.call(&Caller::Nobody, "session.sign_in", login).unwrap());
        let own = json!({ "old": first, "new": PASSWORD });
        clicks.story.office.call(&newcomer, "session.change_password", own).unwrap();
        clicks.enter(role);
    }
    let passing =
        json!({ "id": id("passing"), "name": "عابر", "login": "passing", "role": "finance", "password": PASSWORD });
    clicks.twice(who, "staff.add", passing);
    clicks.twice(who, "staff.change", json!({ "id": id("passing"), "name": "عابر سبيل", "role": "supervisor" }));
    clicks.twice(who, "staff.reset_password", json!({ "id": id("passing"), "password": "نخلة وظل وماء" }));
    clicks.twice(who, "staff.remove", json!({ "id": id("passing") }));
    clicks.twice(who, "preferences.put", json!({ "key": "theme", "value": "dark" }));
    let ground = json!({ "allowed": true, "legal_ground": "قرار مجلس الإدارة 12" });
    clicks.twice(who, "documents.allow_identity_scans", ground);
    clicks.twice(who, "funds.set_approval_limit", json!({ "role": "supervisor", "amount": 90_000_000 }));
}

fn files(clicks: &Clicks) {
    let add = |key: &str, name: &str, number: &str| {
        let facts =
            json!({ "name": name, "sex": "female", "mobile": "0558123490", "city": "بريدة", "district": "الريان" });
        let identity = json!({ "number": number, "expires_on": "2060-01-01" });
        clicks.twice(
            "researcher",
            "beneficiaries.add",
            json!({ "party": id(key), "facts": facts, "identity": identity }),
        )
    };
    add("noura", "نورة عبدالله سالم القحطاني", "1098765439");
    let file = clicks.once("researcher", "beneficiaries.open", json!({ "party": id("noura") }));
    let mut facts = file["facts"].clone();
    facts["district"] = json!("الصفراء");
    let change = json!({
        "party": id("noura"), "version": file["record"]["number"], "facts": facts, "identity": { "expires_on": "2060-01-01" },
    });
    clicks.twice("researcher", "beneficiaries.change", change);
    clicks.twice("researcher", "beneficiaries.check_identity", json!({ "party": id("noura") }));
    let active = json!({ "party": id("noura"), "status": "active", "reason": "" });
    clicks.twice("supervisor", "beneficiaries.change_status", active);
    clicks.twice("researcher", "beneficiaries.note", json!({ "party": id("noura"), "text": "زيارة أولى" }));
    let consent = json!({ "party": id("noura"), "purpose": "keep", "form": "signed", "given_on": "2026-11-20" });
    clicks.twice("researcher", "beneficiaries.consent", consent);
    let back = json!({ "party": id("noura"), "number": 1, "on": TODAY });
    clicks.twice("researcher", "beneficiaries.withdraw_consent", back);
    let member = json!({
        "party": id("noura"), "member": id("salem"), "relation": "child", "name": "سالم فهد الدوسري", "born_on": "2011-01-01",
    });
    clicks.twice("researcher", "beneficiaries.add_member", member);
    let joined = clicks.once("researcher", "beneficiaries.open", json!({ "party": id("noura") }));
    let corrected = json!({
        "party": id("noura"), "member": id("salem"), "version": joined["members"][0]["record"]["number"],
        "relation": "child", "name": "سالم فهد سعد الدوسري", "born_on": "2011-01-01",
    });
    clicks.twice("researcher", "beneficiaries.change_member", corrected);
    let out = json!({ "party": id("noura"), "member": id("salem"), "reason": "تزوج" });
    clicks.twice("researcher", "beneficiaries.remove_member", out);
    let paper = json!({
        "id": id("paper"), "subject_kind": "file", "subject": id("noura"), "kind": "income", "title": "تعريف",
        "ticket": clicks.brings("researcher", "documents.attach", "%PDF-1.7"),
    });
    clicks.twice("researcher", "documents.attach", paper);
    let seen = json!({ "id": id("paper"), "finding": "genuine", "method": "original_seen" });
    clicks.twice("supervisor", "documents.review", seen);
    clicks.twice("researcher", "documents.remove", json!({ "id": id("paper"), "reason": "انتهى الغرض" }));

    // Two whose files end here, and are decided about when they were kept long enough.
    for (key, name, number) in
        [("gone", "جواهر صالح ناصر الشمري", "1000000016"), ("away", "حصة راشد فهد العنزي", "1000000024")]
    {
        add(key, name, number);
        let closed = json!({ "party": id(key), "status": "closed", "reason": "انتقلت" });
        clicks.once("supervisor", "beneficiaries.change_status", closed);
    }

    add("hind", "هند ماجد فهد السبيعي", "1000000008");
    let ready = json!({ "parties": [id("hind")], "originals_seen": true });
    clicks.twice("supervisor", "beneficiaries.activate_many", ready);
    let different = json!({ "first": id("noura"), "second": id("hind"), "reason": "لا قرابة بينهما" });
    clicks.twice("researcher", "beneficiaries.mark_different", different);
    let facts = json!({ "name": "نورة القحطاني", "mobile": "0501234567" });
    clicks.once("researcher", "beneficiaries.add", json!({ "party": id("double"), "facts": facts }));
    let merge = json!({ "keep": id("noura"), "merge": id("double"), "take": [], "reason": "سُجلت مرتين" });
    clicks.twice("supervisor", "beneficiaries.merge", merge);
    let undo = json!({ "party": id("double"), "reason": "ليستا واحدة" });
    clicks.twice("supervisor", "beneficiaries.undo_merge", undo);
}

fn funds(clicks: &Clicks) {
    let fund = |key: &str, name: &str, kind: &str| json!({ "id": id(key), "name": name, "class": "unrestricted", "kind": kind });
    clicks.twice("finance", "funds.add", fund("pool", "محفظة القروض", "loan_pool"));
    clicks.twice("finance", "funds.add", fund("running", "صندوق التشغيل", "operating"));
    clicks.twice("finance", "funds.change", fund("running", "الصندوق التشغيلي", "operating"));
    let account = json!({ "code": "11105", "name": "نقدية لدى الفروع", "postable": true });
    clicks.twice("finance", "funds.add_account", account);
    let account = json!({ "code": "11105", "name": "نقدية لدى المكاتب", "postable": true, "checked": true });
    clicks.twice("finance", "funds.change_account", account);
    let chart = "رقم الحساب,الحساب,يقبل القيود,طوبق بالدليل الرسمي\n11106,نقدية في الطريق,نعم,نعم\n";
    let ticket = clicks.brings("finance", "funds.import_chart", chart);
    clicks.twice("finance", "funds.import_chart", json!({ "name": "chart.csv", "ticket": ticket }));

    let gift = |key: &str, fund: &str, amount: i64, day: &str, method: &str| {
        json!({ "id": id(key), "fund": id(fund), "amount": amount, "day": day, "donor": "شركة معارف", "method": method,
                "reference": "FT1", "narration": "", "account": null })
    };
    clicks.twice("finance", "funds.donate", gift("gift", "pool", 10_000_000, "2026-01-05", "transfer"));
    clicks.once("finance", "funds.donate", gift("running-gift", "running", 1_000_000, "2026-01-06", "transfer"));
    clicks.twice("finance", "funds.donate", gift("cheque", "running", 50_000, "2026-11-01", "cheque"));
    clicks.twice(
        "finance",
        "funds.clear_cheque",
        json!({ "id": id("clear"), "cheque": id("cheque"), "day": "2026-11-03" }),
    );
    let transfer = json!({
        "id": id("transfer"), "from": id("running"), "to": id("pool"), "amount": 60_000, "day": "2026-11-05",
        "reason": "تغذية محفظة القروض",
    });
    clicks.twice("finance", "funds.transfer", transfer);
    clicks.twice("supervisor", "funds.approve", json!({ "id": id("transfer") }));
    let draft = |amount: i64| {
        json!({ "id": id("draft"), "kind": "payment", "day": "2026-11-10", "narration": "رسوم بنكية", "counterparty": "البنك",
                "method": "transfer", "lines": [
                    { "account": "41205", "fund": id("running"), "debit": amount },
                    { "account": "11101", "fund": id("running"), "credit": amount } ] })
    };
    clicks.twice("finance", "funds.draft", draft(2_500));
    clicks.twice("supervisor", "funds.return_draft", json!({ "id": id("draft"), "note": "المبلغ في الكشف 1500" }));
    clicks.twice("finance", "funds.change_draft", draft(1_500));
    clicks.twice("supervisor", "funds.approve", json!({ "id": id("draft") }));
    clicks.twice("finance", "funds.drop_draft", json!({ "id": id("draft") }));
    clicks.once("finance", "funds.donate", gift("mistake", "running", 700, "2026-11-02", "transfer"));
    let reversal = json!({ "id": id("reversal"), "entry": id("mistake"), "day": "2026-11-12", "reason": "سُجل مرتين" });
    clicks.twice("finance", "funds.ask_reversal", reversal);

    clicks.once("finance", "funds.donate", gift("last-year", "running", 100_000, "2025-12-20", "transfer"));
    clicks.twice("finance", "funds.close_period", json!({ "period": 202_501, "word": "روجع" }));
    for month in 202_502..=202_512 {
        clicks.once("finance", "funds.close_period", json!({ "period": month, "word": "روجع" }));
    }
    clicks.once("finance", "funds.ask_to_reopen", json!({ "period": 202_512, "reason": "تسوية" }));
    clicks.twice("supervisor", "funds.refuse_reopening", json!({ "period": 202_512, "reason": "سُلّمت القوائم" }));
    clicks.twice("finance", "funds.ask_to_reopen", json!({ "period": 202_512, "reason": "تسوية" }));
    clicks.twice("supervisor", "funds.reopen_period", json!({ "period": 202_512 }));
    clicks.once("finance", "funds.close_period", json!({ "period": 202_512, "word": "روجع" }));
    clicks.twice("finance", "funds.lock_year", json!({ "year": 2025 }));
    clicks.twice("finance", "funds.verify", json!({}));
}

fn loans(clicks: &Clicks) {
    let terms =
        json!({ "least": 100_000, "most": 2_000_000, "longest": 24, "calendar": "gregorian", "cash_percent": 50 });
    let product = |name: &str| json!({ "id": id("product"), "name": name, "terms": terms });
    clicks.twice("supervisor", "loans.add_product", product("قرض الزراعة"));
    clicks.twice("supervisor", "loans.change_product", product("قرض المزارع"));
    let project = json!({ "id": id("shop"), "party": id("noura"), "name": "بقالة الحي", "activity": "تجارة" });
    clicks.twice("researcher", "loans.open_project", project);
    let project = json!({ "id": id("shop"), "name": "بقالة الريان", "activity": "تجارة", "state": "running" });
    clicks.twice("researcher", "loans.change_project", project);

    let proposal = |key: &str| {
        json!({
            "id": id(key), "project": { "known": id("shop") }, "product": id("product"), "fund": id("pool"), "amount": 1_200_000,
            "instalments": 12, "calendar": "gregorian", "guarantee": { "kind": "social_security", "text": "" },
            "tranches": [
                { "id": id(&format!("{key}-1")), "amount": 960_000, "kind": "in_kind", "item": "ماكينتان" },
                { "id": id(&format!("{key}-2")), "amount": 240_000, "kind": "cash" },
            ],
        })
    };
    for key in ["loan", "no", "off"] {
        clicks.twice("researcher", "loans.propose", proposal(key));
    }
    let mut with_project = proposal("new-project");
    with_project["project"] =
        json!({ "new": { "id": id("other-shop"), "party": id("hind"), "name": "مشغل", "activity": "" } });
    clicks.twice("researcher", "loans.propose", with_project);
    clicks.twice("supervisor", "loans.approve", json!({ "loan": id("loan") }));
    guarantees(clicks);
    clicks.twice("supervisor", "loans.reject", json!({ "loan": id("no"), "note": "مشروع قائم مثله" }));
    clicks.twice("researcher", "loans.cancel", json!({ "loan": id("off"), "note": "اعتذرت" }));

    clicks.twice("researcher", "loans.cancel_tranche", json!({ "tranche": id("loan-2"), "note": "يُشترى بدلًا منها" }));
    let more = json!({ "id": id("loan-3"), "loan": id("loan"), "amount": 200_000, "kind": "in_kind", "item": "خيوط" });
    clicks.twice("researcher", "loans.plan_tranche", more);
    let other = json!({ "tranche": id("loan-3"), "amount": 240_000, "kind": "in_kind", "item": "خيوط وإبر" });
    clicks.twice("researcher", "loans.change_tranche", other);
    purchases(clicks);
    let first = json!({ "tranche": id("loan-1") });
    clicks.twice("researcher", "loans.request_tranche", first.clone());
    clicks.twice("supervisor", "loans.approve_tranche", first.clone());
    let delivery =
        json!({ "tranche": id("loan-1"), "day": "2026-09-15", "supplier": "مؤسسة الإتقان", "invoice": "4471" });
    clicks.twice("researcher", "loans.deliver_tranche", delivery);
    let payment = json!({ "tranche": id("loan-1"), "day": "2026-09-16", "method": "transfer", "reference": "FT2" });
    clicks.twice("finance", "loans.pay_tranche", payment);
    clicks.twice("supervisor", "loans.verify_tranche", json!({ "tranche": id("loan-1"), "day": TODAY }));
    let call = json!({ "guarantee": id("first"), "reason": "تعثر" });
    clicks.twice("finance", "guarantees.ask_call", call.clone());
    clicks.twice("committee", "guarantees.drop_call", call.clone());
    clicks.once("finance", "guarantees.ask_call", call);
    clicks.twice("committee", "guarantees.approve_call", json!({ "guarantee": id("first") }));

    let repay = |key: &str, amount: i64| json!({ "id": id(key), "loan": id("loan"), "day": "2026-11-10", "amount": amount, "method": "transfer" });
    let receipt = clicks.twice("finance", "loans.repay", repay("wrong", 100));
    let undo =
        json!({ "id": id("undo"), "loan": id("loan"), "place": receipt["place"], "day": TODAY, "reason": "خطأ" });
    clicks.twice("finance", "loans.ask_undo", undo);
    clicks.twice("supervisor", "loans.approve_undo", json!({ "request": id("undo") }));
    let forgive = |key: &str| json!({ "id": id(key), "loan": id("loan"), "day": TODAY, "amount": 60_000, "reason": "قرار اللجنة رقم 12" });
    clicks.twice("supervisor", "loans.ask_forgiveness", forgive("dropped"));
    clicks.twice("committee", "loans.drop_request", json!({ "request": id("dropped"), "reason": "يُكتفى بالتأجيل" }));
    clicks.once("supervisor", "loans.ask_forgiveness", forgive("forgiven"));
    clicks.twice("committee", "loans.approve_forgiveness", json!({ "request": id("forgiven") }));
    let change = |key: &str| {
        json!({ "id": id(key), "loan": id("loan"), "day": TODAY, "change": { "kind": "re_amortise" },
        "cause": "market", "reason": "توقفت المبيعات" })
    };
    clicks.twice("researcher", "loans.ask_change", change("spread"));
    clicks.twice("supervisor", "loans.approve_change", json!({ "request": id("spread") }));
    let deferral = |key: &str| {
        json!({ "id": id(key), "choice": { "due_from": TODAY, "due_until": "2027-12-31", "periods": 1 },
        "loans": [id("loan")], "cause": "season", "reason": "رمضان" })
    };
    clicks.twice("researcher", "loans.ask_deferral", deferral("not"));
    clicks.twice("committee", "loans.drop_deferral", json!({ "deferral": id("not"), "reason": "يُكتفى بالتمديد" }));
    clicks.once("researcher", "loans.ask_deferral", deferral("ramadan"));
    clicks.twice("committee", "loans.approve_deferral", json!({ "deferral": id("ramadan") }));
    collecting(clicks);
    holds(clicks);
    // What is owed and a little more, which goes back: the loan is closed then.
    let owed = clicks.once("finance", "loans.detail", json!({ "loan": id("loan") }))["outstanding"].as_i64().unwrap();
    let mut all = repay("all", owed + 10_000);
    all["day"] = json!(TODAY);
    clicks.once("finance", "loans.repay", all);
    let refund = json!({ "id": id("back"), "loan": id("loan"), "day": TODAY, "amount": 10_000, "method": "transfer" });
    clicks.twice("finance", "loans.ask_refund", refund);
    clicks.twice("supervisor", "loans.approve_refund", json!({ "request": id("back") }));
    clicks.twice("committee", "loans.approve_refund", json!({ "request": id("back") }));
    clicks.twice("researcher", "guarantees.return_notes", json!({ "loan": id("loan"), "day": TODAY }));
    let answer = json!({ "loan": id("loan"), "answer": 4, "channel": "call", "said": "" });
    clicks.twice("researcher", "collection.answer_satisfaction", answer);
    // The hold stopped the project of the first loan.
    let mut many = proposal("many");
    many["project"] = json!({ "known": id("other-shop") });
    many_tranches(clicks, many);
    stages(clicks);
}

/// A board, its members and terms, a meeting from its call to its seal, and what became of its decisions.
fn committees(clicks: &Clicks) {
    let person = |login: &str| {
        let people = clicks.once("administrator", "staff.list", json!({}));
        let all = people["people"].as_array().unwrap().clone();
        all.iter().find(|one| one["login"] == login).unwrap()["id"].clone()
    };
    let of_board = || clicks.once("administrator", "committees.open", json!({ "committee": id("board") }));
    let board = |name: &str, version: i64| {
        json!({ "id": id("board"), "name": name, "kind": "board", "term_from": "2026-01-01", "term_to": "2028-01-01",
            "confirm_days": 7, "version": version })
    };
    clicks.twice("administrator", "committees.add", board("مجلس الإدارة", 0));
    clicks.twice("administrator", "committees.change", board("مجلس إدارة الجمعية", 1));
    for (key, login, role) in
        [("chair", "committee", "chair"), ("deputy", "supervisor", "deputy"), ("leaves", "finance", "member")]
    {
        let seat = json!({ "id": id(key), "committee": id("board"), "person": person(login), "role": role, "votes": true,
            "since": "2026-01-01", "version": of_board()["record"]["number"] });
        clicks.twice("administrator", "committees.add_member", seat);
    }
    let version = || of_board()["record"]["number"].clone();
    let role = json!({ "member": id("leaves"), "role": "secretary", "votes": false, "version": version() });
    clicks.twice("administrator", "committees.change_member", role);
    let end = json!({ "member": id("leaves"), "until": TODAY, "reason": "انتقل", "version": version() });
    clicks.twice("administrator", "committees.end_member", end);
    let declared = json!({ "id": id("interest"), "member": id("chair"), "on": TODAY, "interests": "" });
    clicks.twice("committee", "committees.declare", declared);
    let term = json!({ "committee": id("board"), "term_from": TODAY, "term_to": "2028-11-20",
        "keep": [id("chair"), id("deputy")], "version": version() });
    clicks.twice("administrator", "committees.begin_term", term);
    let members = of_board()["members"].as_array().unwrap().clone();
    let sits =
        |role: &str| members.iter().find(|one| one["role"] == role && one["until"].is_null()).unwrap()["id"].clone();
    let (chair, deputy) = (sits("chair"), sits("deputy"));

    let call = |key: &str| {
        json!({ "id": id(key), "committee": id("board"), "planned_on": TODAY, "starts": "10:00", "place": "المقر",
            "way": "in_person" })
    };
    clicks.twice("supervisor", "committees.call", call("meet"));
    clicks.once("supervisor", "committees.call", call("off-meet"));
    let at = |key: &str, mut input: Value| {
        let sheet = clicks.once("supervisor", "committees.meeting", json!({ "meeting": id(key) }));
        input["version"] = sheet["record"]["number"].clone();
        input
    };
    let moved =
        json!({ "meeting": id("meet"), "planned_on": TODAY, "starts": "11:00", "place": "المقر", "way": "both" });
    clicks.twice("supervisor", "committees.change_meeting", at("meet", moved));
    let cancel = json!({ "meeting": id("off-meet"), "reason": "اعتذروا" });
    clicks.twice("supervisor", "committees.cancel_meeting", at("off-meet", cancel));
    for key in ["one-item", "two-item", "gone-item"] {
        let item = json!({ "id": id(key), "meeting": id("meet"), "title": "بند" });
        clicks.twice("supervisor", "committees.add_item", at("meet", item));
    }
    let change = json!({ "item": id("one-item"), "title": "بند معدّل", "text": "" });
    clicks.twice("supervisor", "committees.change_item", at("meet", change));
    clicks.twice("supervisor", "committees.remove_item", at("meet", json!({ "item": id("gone-item") })));
    let there = [&chair, &deputy].map(|member| json!({ "member": member, "presence": "present" }));
    let attend = json!({ "meeting": id("meet"), "seats": there });
    clicks.twice("supervisor", "committees.attend", at("meet", attend));
    clicks.twice("supervisor", "committees.hold", at("meet", json!({ "meeting": id("meet") })));
    for member in [&chair, &deputy] {
        let vote = json!({ "item": id("one-item"), "member": member, "vote": "for" });
        clicks.twice("supervisor", "committees.vote", at("meet", vote));
    }
    let decide = json!({ "id": id("decided"), "item": id("one-item"), "outcome": "approved", "text": "الموافقة",
        "owner": person("finance"), "due": "2026-12-01" });
    clicks.twice("committee", "committees.decide", at("meet", decide));
    let postpone = json!({ "item": id("two-item"), "reason": "لاحقًا" });
    clicks.twice("supervisor", "committees.postpone", at("meet", postpone));
    clicks.twice("supervisor", "committees.draw_up", at("meet", json!({ "meeting": id("meet") })));
    for (who, member) in [("committee", &chair), ("supervisor", &deputy)] {
        let word = json!({ "meeting": id("meet"), "member": member, "answer": "confirmed" });
        clicks.twice(who, "committees.confirm", word);
    }
    clicks.twice("committee", "committees.seal", at("meet", json!({ "meeting": id("meet") })));
    let became = |decision: &Value| json!({ "decision": decision, "on": TODAY, "note": "نُفذ" });
    clicks.twice("finance", "committees.finish", became(&json!(id("decided"))));
    let items = json!([{ "title": "الخطة", "text": "اعتمدت", "outcome": "approved", "votes_for": 2, "against": 0,
        "abstained": 0, "owner_name": "المدير", "due": "2026-12-01" }]);
    let entered = json!({ "id": id("other-meet"), "committee": id("board"), "on": TODAY, "starts": "10:00", "place": "المقر",
        "way": "in_person", "seats": there, "items": items });
    clicks.twice("supervisor", "committees.enter", entered);
    let sheet = clicks.once("supervisor", "committees.meeting", json!({ "meeting": id("other-meet") }));
    clicks.twice("supervisor", "committees.drop", became(&sheet["items"][0]["decision"]["id"]));
}

/// A policy from its first word to its signatures; its edition is decided by the board.
fn policies(clicks: &Clicks) {
    let reference = |title: &str, version: i64| json!({ "id": id("law"), "title": title, "version": version });
    clicks.twice("administrator", "policies.add_reference", reference("نظام الجمعيات", 0));
    clicks.twice("administrator", "policies.change_reference", reference("نظام الجمعيات والمؤسسات", 1));
    let policy = |issuer: &str, version: i64| {
        json!({ "id": id("policy"), "title": "سياسة الخصوصية", "kind": "policy", "issuer": issuer, "review_months": 12,
            "references": [id("law")], "version": version })
    };
    clicks.twice("administrator", "policies.add", policy("الحوكمة", 0));
    clicks.twice("administrator", "policies.change", policy("إدارة الحوكمة", 1));
    let version =
        || clicks.once("administrator", "policies.open", json!({ "policy": id("policy") }))["record"]["number"].clone();
    let edition = |key: &str| json!({ "id": id(key), "policy": id("policy"), "text": "نص", "effective_on": "2026-12-01", "version": version() });
    let which = |key: &str| json!({ "edition": id(key) });
    let reason = |key: &str| json!({ "edition": id(key), "reason": "تُعاد الصياغة" });
    clicks.twice("administrator", "policies.save_edition", edition("draft-edition"));
    clicks.twice("administrator", "policies.ask_approval", which("draft-edition"));
    clicks.twice("committee", "policies.refuse", reason("draft-edition"));
    clicks.twice("administrator", "policies.drop_edition", reason("draft-edition"));
    clicks.once("administrator", "policies.save_edition", edition("edition"));
    clicks.once("administrator", "policies.ask_approval", which("edition"));

    let board = clicks.once("administrator", "committees.open", json!({ "committee": id("board") }));
    let members = board["members"].as_array().unwrap().clone();
    let sitting: Vec<Value> =
        members.iter().filter(|one| one["until"].is_null()).map(|one| one["id"].clone()).collect();
    let call = json!({ "id": id("third-meet"), "committee": id("board"), "planned_on": TODAY, "starts": "10:00",
        "place": "المقر", "way": "in_person" });
    clicks.once("supervisor", "committees.call", call);
    let sheet = || clicks.once("supervisor", "committees.meeting", json!({ "meeting": id("third-meet") }));
    let at = |mut input: Value| {
        input["version"] = sheet()["record"]["number"].clone();
        input
    };
    let waiting = sheet()["waiting"].as_array().unwrap().clone();
    let matter = waiting.iter().find(|one| one["step"] == "policies.edition").unwrap()["request"].clone();
    let item = json!({ "id": id("policy-item"), "meeting": id("third-meet"), "request": matter });
    clicks.once("supervisor", "committees.add_item", at(item));
    let seats: Vec<Value> = sitting.iter().map(|one| json!({ "member": one, "presence": "present" })).collect();
    clicks.once("supervisor", "committees.attend", at(json!({ "meeting": id("third-meet"), "seats": seats })));
    clicks.once("supervisor", "committees.hold", at(json!({ "meeting": id("third-meet") })));
    for member in &sitting {
        clicks.once(
            "supervisor",
            "committees.vote",
            at(json!({ "item": id("policy-item"), "member": member, "vote": "for" })),
        );
    }
    let decide = json!({ "id": id("policy-decided"), "item": id("policy-item"), "outcome": "approved", "text": "اعتماد",
        "owner_name": "الحوكمة", "due": "2026-12-01" });
    clicks.once("supervisor", "committees.decide", at(decide));
    // The supervisor issued it; the member of the committee gives the approval.
    clicks.twice("committee", "committees.perform", json!({ "decision": id("policy-decided"), "declared": true }));
    let approve = json!({ "edition": id("edition"), "decision": id("policy-decided") });
    let again = clicks.story.office.call(&clicks.people["committee"], "policies.approve", approve.clone());
    assert!(again.is_err(), "the decision has approved it already");
    clicks.twice("supervisor", "policies.circulate", json!({ "edition": id("edition"), "due": "2026-12-10" }));
    let print = clicks.once("finance", "policies.open", json!({ "policy": id("policy") }))["fingerprint"].clone();
    clicks.twice("finance", "policies.acknowledge", json!({ "edition": id("edition"), "fingerprint": print }));
    clicks.twice("supervisor", "policies.publish", json!({ "edition": id("edition"), "at": "الموقع", "on": TODAY }));
    let looked = json!({ "policy": id("policy"), "on": TODAY, "note": "لا تعديل", "version": version() });
    clicks.twice("supervisor", "policies.review", looked);
    let record = json!({ "id": id("recorded"), "policy": id("policy"), "text": "نص", "approved_elsewhere": "المجلس 3",
        "approved_on": TODAY, "effective_on": TODAY, "version": version() });
    clicks.twice("supervisor", "policies.record", record);
    approved_by_hand(clicks, &sitting);
    let retire = json!({ "policy": id("policy"), "on": TODAY, "reason": "حلّت محلها أخرى", "version": version() });
    clicks.twice("supervisor", "policies.retire", retire);
    let report = json!({ "id": id("report"), "title": "التقرير الربعي", "due": "2026-12-01" });
    clicks.twice("supervisor", "policies.add_report", report);
    clicks.twice(
        "supervisor",
        "policies.issue_report",
        json!({ "report": id("report"), "on": TODAY, "note": "صادر 5" }),
    );
}

/// Members of the general assembly, and a fee a receipt of the books paid.
fn assembly(clicks: &Clicks) {
    for (key, name) in [("voter", "سليمان عبدالله محمد الربدي"), ("leaver", "يوسف أحمد سعود البليهي")]
    {
        let who = json!({ "id": id(&format!("{key}-party")), "name": name });
        let joined = json!({ "id": id(key), "who": who, "kind": "active", "joined_on": "2026-01-01" });
        clicks.twice("administrator", "assembly.add", joined);
    }
    let changed = json!({ "member": id("voter"), "kind": "affiliate", "joined_on": "2026-02-01", "version": 1 });
    clicks.twice("administrator", "assembly.change", changed);
    let ended = json!({ "member": id("leaver"), "ended_on": TODAY, "reason": "طلب ذلك", "version": 1 });
    clicks.twice("administrator", "assembly.end", ended);
    clicks.twice("finance", "assembly.set_due", json!({ "year": 2026, "kind": "affiliate", "amount": 20_000 }));
    let journal = clicks.once("finance", "funds.journal", json!({ "limit": 500, "filter": {} }));
    let rows = journal["rows"].as_array().unwrap().clone();
    let receipt = rows.iter().find_map(|row| row["voucher"].as_str().filter(|number| number.starts_with("RV-")));
    let fee = json!({ "member": id("voter"), "year": 2026, "receipt": receipt.expect("a receipt"), "amount": 100 });
    clicks.twice("finance", "assembly.record_fee", fee);
}

/// An edition whose decision stands, approved by its own command.
fn approved_by_hand(clicks: &Clicks, sitting: &[Value]) {
    let version =
        clicks.once("administrator", "policies.open", json!({ "policy": id("policy") }))["record"]["number"].clone();
    let written = json!({ "id": id("by-hand"), "policy": id("policy"), "text": "نص", "effective_on": "2026-12-01", "version": version });
    clicks.once("administrator", "policies.save_edition", written);
    clicks.once("administrator", "policies.ask_approval", json!({ "edition": id("by-hand") }));
    let sheet = || clicks.once("supervisor", "committees.meeting", json!({ "meeting": id("third-meet") }));
    let at = |mut input: Value| {
        input["version"] = sheet()["record"]["number"].clone();
        input
    };
    let waiting = sheet()["waiting"].as_array().unwrap().clone();
    let matter = waiting.iter().find(|one| one["step"] == "policies.edition").unwrap()["request"].clone();
    let item = json!({ "id": id("hand-item"), "meeting": id("third-meet"), "request": matter });
    clicks.once("supervisor", "committees.add_item", at(item));
    for member in sitting {
        clicks.once(
            "supervisor",
            "committees.vote",
            at(json!({ "item": id("hand-item"), "member": member, "vote": "for" })),
        );
    }
    let decide = json!({ "id": id("hand-decided"), "item": id("hand-item"), "outcome": "approved", "text": "اعتماد",
        "owner_name": "الحوكمة", "due": "2026-12-01" });
    clicks.once("supervisor", "committees.decide", at(decide));
    let approve = json!({ "edition": id("by-hand"), "decision": id("hand-decided") });
    clicks.twice("committee", "policies.approve", approve);
}

/// Of a project whose loan waits: its stages planned, opened, ticked, reviewed.
fn stages(clicks: &Clicks) {
    let template = |name: &str| {
        json!({ "id": id("template"), "name": name, "offered": true, "stages": [
            { "name": "تجهيز", "days": 30, "conditions": [{ "text": "الماكينات تعمل" }] },
            { "name": "تشغيل", "days": 60 }, { "name": "تسويق", "days": 90 },
        ] })
    };
    clicks.twice("supervisor", "stages.add_template", template("خياطة"));
    clicks.twice("supervisor", "stages.change_template", template("خياطة وتطريز"));
    let project = id("other-shop");
    clicks.twice("researcher", "stages.lay", json!({ "project": project, "template": id("template") }));
    let page = clicks.once("researcher", "stages.project", json!({ "project": project }));
    let stage = |place: usize| page["stages"][place]["stage"]["id"].clone();
    let places = json!([{ "tranche": id("new-project-1"), "stage": stage(2) }]);
    clicks.twice("researcher", "stages.place", json!({ "project": project, "places": places }));
    let plan = |place: usize, name: &str, asked: Value| json!({ "id": stage(place), "name": name, "days": 45, "conditions": asked });
    let asked = json!([{ "text": "الماكينات تعمل" }]);
    let wanted = [plan(0, "تجهيز", asked), plan(1, "تشغيل", json!([])), plan(2, "تسويق", json!([]))];
    clicks.twice("researcher", "stages.change", json!({ "project": project, "stages": wanted, "version": 2 }));
    let one = json!({ "stage": stage(0), "reason": "ينقص عقد" });
    clicks.twice("researcher", "stages.begin", one.clone());
    let tick = json!({ "stage": stage(0), "no": 1, "ticked": true, "evidence": "رأيتها" });
    clicks.twice("researcher", "stages.tick", tick);
    clicks.twice("researcher", "stages.ask_review", one.clone());
    clicks.twice("supervisor", "stages.drop_review", one.clone());
    clicks.once("researcher", "stages.ask_review", one.clone());
    clicks.twice("supervisor", "stages.pass", one);
    let two = json!({ "stage": stage(1), "reason": "لم تبدأ", "follows": "again" });
    clicks.once("researcher", "stages.ask_review", two.clone());
    clicks.twice("supervisor", "stages.fail", two);
    let done = json!({ "id": id("done-shop"), "party": id("hind"), "name": "خياطة المدارس", "activity": "" });
    clicks.once("researcher", "loans.open_project", done);
    clicks.twice("supervisor", "stages.complete", json!({ "project": id("done-shop"), "note": "انتهى موسمه" }));
}

/// Tranches that are approved and paid with one press.
fn many_tranches(clicks: &Clicks, proposal: Value) {
    clicks.once("researcher", "loans.propose", proposal);
    clicks.once("supervisor", "loans.approve", json!({ "loan": id("many") }));
    clicks.once("researcher", "loans.request_tranche", json!({ "tranche": id("many-1") }));
    clicks.twice("supervisor", "loans.approve_tranches", json!({ "tranches": [id("many-1")] }));
    let delivery = json!({ "tranche": id("many-1"), "day": TODAY, "supplier": "مؤسسة الإتقان", "invoice": "1" });
    clicks.once("researcher", "loans.deliver_tranche", delivery);
    let pay = json!({ "tranches": [id("many-1")], "day": TODAY, "method": "transfer", "reference": "FT9" });
    clicks.twice("finance", "loans.pay_tranches", pay);
}

/// Of a loan that owes: called about, promised, reminded of.
fn collecting(clicks: &Clicks) {
    let call = json!({ "id": id("call"), "loan": id("loan"), "outcome": "answered", "note": "" });
    clicks.twice("researcher", "collection.record_call", call);
    let promise =
        |key: &str| json!({ "loan": id("loan"), "promise": { "id": id(key), "amount": 5_000, "due": TODAY } });
    clicks.twice("researcher", "collection.make_promise", promise("word"));
    clicks.twice("researcher", "collection.withdraw_promise", json!({ "id": id("word"), "reason": "خطأ" }));
    // She took back the consent before; nobody is reminded without it.
    let consent = json!({ "party": id("noura"), "purpose": "keep", "form": "signed", "given_on": TODAY });
    clicks.once("researcher", "beneficiaries.consent", consent);
    let wish = json!({ "party": id("noura"), "messages": true, "said": "" });
    clicks.twice("researcher", "collection.set_wish", wish);
    let step = json!({ "product": null, "days": -60, "text": "قسط [المبلغ]" });
    let rule =
        json!({ "greeting": "", "closing": "", "steps": [step, { "days": -40, "text": "قسط" }], "keep_days": 14 });
    let rule = json!({ "rule": { "name": "reminders", "content": rule }, "version": 0 });
    clicks.twice("supervisor", "collection.set_rule", rule);
    let due = clicks.once("finance", "loans.detail", json!({ "loan": id("loan") }))["next"].clone();
    let days = kernel::Day::days_since(TODAY.parse().unwrap(), due["due"].as_str().unwrap().parse().unwrap());
    let step = json!({ "days": days, "text": "قسط" });
    let rule = json!({ "greeting": "", "closing": "", "steps": [step], "keep_days": 14 });
    clicks.once(
        "supervisor",
        "collection.set_rule",
        json!({ "rule": { "name": "reminders", "content": rule }, "version": 1 }),
    );
    let line = clicks.once("researcher", "collection.reminders", json!({ "state": "waiting" }))["lines"][0].clone();
    let item = &line["items"][0];
    let key = json!({ "loan": item["loan"], "no": item["no"], "due": item["due"], "step": item["step"] });
    let message = json!({ "id": id("message"), "party": line["party"], "items": [key], "text": line["text"] });
    clicks.twice("researcher", "collection.prepare_reminder", message);
    clicks.twice("researcher", "collection.send_reminder", json!({ "id": id("message"), "channel": "sms" }));
}

/// One that becomes a loan, one that comes back and is refused, one that is withdrawn.
fn applications(clicks: &Clicks) {
    let request = |project: &str| json!({ "product": id("product"), "amount": 1_000_000, "instalments": 20, "project_name": project, "needs": "فرن" });
    let which = |key: &str| json!({ "application": id(key) });
    let version = |key: &str| clicks.once("finance", "applications.detail", which(key))["record"]["number"].clone();
    let rules = clicks.once("finance", "applications.rules", json!({}))["terms"].clone();
    let mut terms = rules;
    terms["visit"] = json!(false);
    terms["beside"] = json!([id("product")]);
    clicks.twice("supervisor", "applications.set_terms", json!({ "terms": terms, "adopted": "قرار 12", "version": 0 }));
    let add = json!({ "id": id("asks"), "party": id("hind"), "request": request("فطائر") });
    clicks.twice("researcher", "applications.add", add);
    let change = json!({ "application": id("asks"), "request": request("فطائر أمل"), "version": version("asks") });
    clicks.twice("researcher", "applications.change", change);
    clicks.twice("researcher", "applications.submit", which("asks"));
    clicks.twice("researcher", "applications.take", which("asks"));
    let rows = json!([
        { "side": "income", "label": "راتب", "amount": 900_000 }, { "side": "costs", "label": "معيشة", "amount": 300_000 },
    ]);
    let study = json!({ "application": id("asks"), "rows": rows, "version": version("asks") });
    clicks.twice("researcher", "applications.save_study", study);
    let line = |key: &str, item: &str, kind: &str, amount: i64| json!({ "id": id(key), "batch": 1, "item": item, "kind": kind, "amount": amount });
    let lines: Vec<Value> = (1..=9)
        .map(|place| {
            line(
                &format!("asks-{place}"),
                "جهاز",
                if place < 9 { "in_kind" } else { "operating" },
                if place < 9 { 100_000 } else { 200_000 },
            )
        })
        .collect();
    let budget = json!({ "application": id("asks"), "lines": lines, "version": version("asks") });
    clicks.twice("researcher", "applications.save_budget", budget);
    let guarantee = |key: &str| json!({ "id": id(key), "application": id("asks"), "kind": "employer", "said": "خطاب" });
    clicks.twice("researcher", "applications.bring_guarantee", guarantee("brought"));
    let seen = json!({ "guarantee": id("brought"), "checked": ["letter_seen"] });
    clicks.twice("supervisor", "applications.see_guarantee", seen);
    clicks.once("researcher", "applications.bring_guarantee", guarantee("not-needed"));
    let dropped = json!({ "guarantee": id("not-needed"), "reason": "يكفي الأول" });
    clicks.twice("researcher", "applications.drop_guarantee", dropped);
    let back = json!({ "application": id("asks"), "missing": ["صورة المقر"] });
    clicks.twice("researcher", "applications.send_back", back);
    clicks.once("researcher", "applications.take", which("asks"));
    let recommend = |recommends: &str, key: &str| {
        json!({ "application": id(key), "recommends": recommends, "amount": 1_000_000, "instalments": 20, "calendar": "gregorian",
                "fund": id("pool"), "opinion": "خبرة وطلب ثابت", "version": version(key) })
    };
    clicks.twice("researcher", "applications.recommend", recommend("approve", "asks"));
    let approve = json!({ "application": id("asks"), "loan": id("asked-loan"), "note": "موافقة" });
    clicks.twice("committee", "applications.approve", approve);
    let second = json!({ "id": id("asks-2"), "party": id("hind"), "request": request("ثانية") });
    clicks.once("researcher", "applications.add", second);
    clicks.once("researcher", "applications.submit", which("asks-2"));
    clicks.once("researcher", "applications.take", which("asks-2"));
    clicks.once("researcher", "applications.recommend", recommend("refuse", "asks-2"));
    clicks.twice("committee", "applications.reject", json!({ "application": id("asks-2"), "reason": "لا سوق" }));
    let third = json!({ "id": id("asks-3"), "party": id("hind"), "request": request("ثالثة") });
    clicks.once("researcher", "applications.add", third);
    clicks.twice("researcher", "applications.withdraw", json!({ "application": id("asks-3"), "reason": "وجدت عملًا" }));
}

/// Of a loan whose money is out: halted by a visit, and ended by another person.
fn holds(clicks: &Clicks) {
    let not_read = |kind: &str| json!({ "kind": kind, "typed": "", "reason": "لم يُسأل عنه" });
    let readings = ["production", "sales", "stock", "customers", "income"].map(not_read);
    let found = json!({ "done_on": TODAY, "signal": "distress", "findings": "توقف البيع",
                        "readings": readings,
                        "action": { "text": "جلسة", "owner": id("supervisor"), "due": "2026-11-25" } });
    let begun = json!({ "kind": "visit", "subject_kind": "loan", "subject": id("loan") });
    clicks.once("researcher", "follow_up.record", json!({ "id": id("distress"), "begun": begun, "found": found }));
    let hold = clicks.once("finance", "holds.list", json!({}))["lines"][0]["hold"].clone();
    let stop = |key: &str| json!({ "id": id(key), "hold": hold, "decision": "stop", "reason": "توقف البيع", "assets": "ماكينتان" });
    clicks.twice("researcher", "holds.propose", stop("halt"));
    clicks.twice("researcher", "holds.drop_decision", json!({ "hold": hold, "reason": "نعيد النظر" }));
    clicks.once("researcher", "holds.propose", stop("halted"));
    clicks.twice("supervisor", "holds.approve", json!({ "hold": hold, "declared": true }));
    let seen =
        json!({ "id": id("sign"), "loan": id("loan"), "side": "market", "said": "أُغلق السوق", "seen_on": TODAY });
    let hold = clicks.twice("finance", "holds.halt", seen)["hold"].clone();
    let owner = clicks.once("administrator", "staff.list", json!({}))["people"][0]["id"].clone();
    let step = |text: &str| json!({ "text": text, "side": "association", "owner": owner, "due": "2026-11-25" });
    let with = |mut step: Value, more: Value| {
        step.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        step
    };
    let added = with(step("جلسة تسعير"), json!({ "id": id("step"), "hold": hold }));
    clicks.twice("researcher", "holds.add_step", added);
    let changed = with(step("جلسة تسعير وتغليف"), json!({ "step": id("step"), "version": 0 }));
    clicks.twice("researcher", "holds.change_step", changed);
    let done = json!({ "step": id("step"), "version": 1, "done": true, "on": TODAY, "outcome": "رُفع السعر" });
    clicks.twice("researcher", "holds.settle_step", done);
    let settings = clicks.once("supervisor", "holds.rule", json!({}))["settings"].clone();
    let rule = json!({ "version": 0, "settings": settings, "reason": "قرار اللجنة رقم 12" });
    clicks.twice("supervisor", "holds.set_rule", rule);
}

/// Of a tranche that is planned and then given up: ordered, in part sent back, invoiced, and taken to the next tranche; and
/// an order of that one from its delivery to its verification.
fn purchases(clicks: &Clicks) {
    let which = |key: &str| json!({ "purchase": id(key) });
    let typed =
        json!({ "title": "خيوط", "items": [{ "item": "مقص", "quantity": 2, "amount": 100_000, "is_asset": true }] });
    let rule = |version: i64, asked: bool| json!({ "product": id("product"), "terms": { "asked": asked }, "version": version });
    clicks.twice("supervisor", "purchases.set_rule", rule(0, true));
    clicks.once("supervisor", "purchases.set_rule", rule(1, false));
    let plan = |key: &str| json!({ "id": id(key), "loan": id("bought"), "amount": 100_000, "kind": "in_kind", "item": "خيوط" });
    clicks.once("researcher", "loans.propose", {
        let tranches = json!([{ "id": id("given-up"), "amount": 100_000, "kind": "in_kind", "item": "خيوط" },
                              { "id": id("bought-2"), "amount": 500_000, "kind": "in_kind", "item": "ماكينة" }]);
        json!({ "id": id("bought"), "project": { "known": id("shop") }, "product": id("product"), "fund": id("pool"),
                "amount": 600_000, "instalments": 12, "calendar": "gregorian",
                "guarantee": { "kind": "social_security", "text": "" }, "purpose": "", "tranches": tranches })
    });
    clicks.once("supervisor", "loans.approve", json!({ "loan": id("bought") }));
    let begun = |key: &str, tranche: &str| json!({ "id": id(key), "tranche": id(tranche), "typed": typed });
    clicks.twice("researcher", "purchases.begin", begun("order", "given-up"));
    let change = json!({ "purchase": id("order"), "version": 0, "typed": typed });
    clicks.twice("researcher", "purchases.change", change);
    let quote = |key: &str, amount: i64| {
        json!({ "id": id(key), "purchase": id("order"), "amount": amount, "on": TODAY,
                "supplier": { "id": id(&format!("{key}-firm")), "name": format!("مؤسسة {key}") } })
    };
    clicks.twice("researcher", "purchases.add_quote", quote("quote", 100_000));
    clicks.once("researcher", "purchases.add_quote", quote("other", 200_000));
    clicks.twice("researcher", "purchases.drop_quote", json!({ "purchase": id("order"), "quote": id("other") }));
    clicks.twice("researcher", "purchases.choose", json!({ "purchase": id("order"), "quote": id("quote") }));
    clicks.twice("researcher", "purchases.order", which("order"));
    clicks.twice("supervisor", "purchases.send_back", json!({ "purchase": id("order"), "reason": "راجع السعر" }));
    clicks.once("researcher", "purchases.order", which("order"));
    clicks.twice("supervisor", "purchases.approve", which("order"));
    let came = |key: &str, quantity: i64| {
        json!({ "id": id(key), "purchase": id("order"), "day": TODAY, "condition": "good", "received_by": "هند",
                "lines": [{ "no": 1, "quantity": quantity, "serials": [key] }] })
    };
    clicks.twice("researcher", "purchases.deliver", came("came-one", 1));
    let asset = |place: usize| clicks.once("finance", "purchases.open", which("order"))["assets"][place]["id"].clone();
    clicks.twice("researcher", "purchases.see_asset", json!({ "asset": asset(0), "day": TODAY, "note": "" }));
    let back =
        json!({ "id": id("went"), "purchase": id("order"), "day": TODAY, "reason": "معطل", "assets": [asset(0)] });
    clicks.twice("researcher", "purchases.give_back", back);
    clicks.once("researcher", "purchases.deliver", came("came-two", 1));
    clicks.twice("researcher", "purchases.close_rest", json!({ "purchase": id("order"), "reason": "نفد" }));
    let bill = |key: &str| json!({ "id": id(key), "purchase": id("order"), "invoice_no": key, "day": TODAY, "amount": 100_000, "vat": 0 });
    clicks.twice("finance", "purchases.invoice", bill("bill"));
    clicks.twice(
        "finance",
        "purchases.void_invoice",
        json!({ "purchase": id("order"), "invoice": id("bill"), "reason": "خطأ" }),
    );
    clicks.once("finance", "purchases.invoice", bill("bill-two"));
    clicks.once("researcher", "loans.cancel_tranche", json!({ "tranche": id("given-up"), "note": "تُخطط من جديد" }));
    clicks.once("researcher", "loans.plan_tranche", plan("planned-anew"));
    clicks.twice("researcher", "purchases.move_to", json!({ "purchase": id("order"), "tranche": id("planned-anew") }));
    let ticket = clicks.brings("researcher", "documents.attach", "%PDF-1.7");
    let paper = json!({ "id": id("order-photo"), "subject_kind": "purchase", "subject": id("order"), "kind": "photo",
                        "title": "صورة", "ticket": ticket });
    clicks.once("researcher", "documents.attach", paper);
    clicks.twice("supervisor", "purchases.verify", json!({ "purchase": id("order"), "day": TODAY }));
    let lost = json!({ "asset": asset(1), "state": "lost", "day": TODAY, "reason": "سُرق" });
    clicks.twice("researcher", "purchases.change_asset", lost);
    clicks.once("researcher", "purchases.begin", begun("not", "bought-2"));
    clicks.twice("researcher", "purchases.cancel", json!({ "purchase": id("not"), "why": "ours", "reason": "تكرار" }));
}

/// Of a loan that is approved: proposed, seen, replaced and let go, and its notes.
fn guarantees(clicks: &Clicks) {
    let guarantee = |key: &str, number: &str| {
        let name = format!("سالم فهد {key} الدوسري");
        let person = json!({ "id": id(&format!("{key}-party")), "number": number, "name": name });
        json!({ "id": id(key), "loan": id("loan"), "kind": "guarantor", "income": 900_000, "guarantor": person })
    };
    let rule = json!({ "product": id("product"), "terms": { "oldest": 70 }, "version": 0 });
    clicks.twice("supervisor", "guarantees.set_rule", rule);
    clicks.once("supervisor", "guarantees.set_rule", json!({ "product": id("product"), "terms": {}, "version": 1 }));
    clicks.twice("researcher", "guarantees.propose", guarantee("first", "1070707078"));
    let seen = json!({ "guarantee": id("first"), "checked": ["identity_seen", "income_seen", "undertaking_signed"] });
    clicks.twice("supervisor", "guarantees.verify", seen);
    clicks.once("researcher", "guarantees.propose", guarantee("second", "1122334459"));
    clicks.twice("supervisor", "guarantees.release", json!({ "guarantee": id("second"), "reason": "سافر" }));
    let draw = json!({ "loan": id("loan"), "per": "instalment", "place_of_issue": "بريدة" });
    clicks.twice("researcher", "guarantees.draw_notes", draw);
    clicks.twice("researcher", "guarantees.void_notes", json!({ "loan": id("loan"), "reason": "سند واحد يكفي" }));
    let draw = json!({ "loan": id("loan"), "per": "sight", "place_of_issue": "بريدة" });
    clicks.once("researcher", "guarantees.draw_notes", draw);
    let sign = json!({ "loan": id("loan"), "day": TODAY, "kept_at": "الخزنة" });
    clicks.twice("researcher", "guarantees.sign_notes", sign);
}

fn imports(clicks: &Clicks) {
    let lines = "الاسم الرباعي,رقم الهوية\nسارة محمد حسن الحربي,1000000016\n";
    let ticket = clicks.brings("supervisor", "importing.open", lines);
    let file = json!({ "id": id("import"), "subject": "beneficiaries", "name": "سجل.csv", "ticket": ticket });
    clicks.once("supervisor", "importing.open", file);
    clicks.once("supervisor", "importing.save_map", json!({ "id": id("import"), "name": "كشف الأسر" }));
    let map = clicks.once("supervisor", "importing.maps", json!({}))["maps"][0]["id"].clone();
    clicks.twice("supervisor", "importing.forget_map", json!({ "map": map }));
    for (key, loan_no) in [("posted", "ق-1"), ("dropped-import", "ق-2")] {
        let loan = format!("{loan_no},1098765439,1000,2026/11/20م,10,2026/12/20م,محفظة القروض");
        let ticket = clicks.brings("finance", "importing.open", &[LOANS, &loan].join("\n"));
        let file = json!({ "id": id(key), "subject": "loans", "name": "قروض.csv", "ticket": ticket });
        clicks.once("finance", "importing.open", file);
        let saved = clicks.once("finance", "importing.save", json!({ "id": id(key) }));
        assert_eq!(saved["waiting"]["payments"], 1, "{saved}");
    }
    clicks.twice("supervisor", "importing.approve", json!({ "id": id("posted"), "cash_accepted": true }));
    clicks.twice("supervisor", "importing.refuse", json!({ "id": id("dropped-import"), "reason": "ليس من قروضنا" }));
    let back = |key: &str| json!({ "id": id(key), "reason": "ملف سنة أخرى" });
    clicks.twice("finance", "importing.ask_back", back("posted"));
    clicks.twice("supervisor", "importing.keep", back("posted"));
    clicks.once("finance", "importing.ask_back", back("posted"));
    clicks.twice("supervisor", "importing.take_back", json!({ "id": id("posted") }));
}

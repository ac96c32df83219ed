//! Requests of all kinds: taken in, assigned, studied by one and decided by another, contested, referred; and what is absent
//! for the department a complaint is against.

use crate::loans::{Lending, TODAY, id};
use office::Caller;
use serde_json::{Value, json};
use sharaka_tests::{bring, fetched};
use std::collections::BTreeMap;
use std::time::Duration;

const PASSWORD: &str = "نخلة وظل وماء";

/// The office with two researchers, two departments, and nothing asked for yet.
struct Desk {
    office: Lending,
    hind: Caller,
    second: Caller,
    /// Who is who, as it was asked on the first day: the administrator's session locks itself.
    people: BTreeMap<&'static str, Value>,
}

impl Desk {
    fn open() -> Self {
        let office = Lending::open();
        let (_, hind) = office.story.with("هند الفريدي", "hind", "researcher");
        let (_, second) = office.story.with("ماجد الصالح", "majed", "supervisor");
        for (key, name) in [("reception", "الاستقبال"), ("research", "البحث الاجتماعي")] {
            let department = json!({ "id": id(key), "name": name, "active": true });
            office.done(&office.supervisor, "requests.save_department", department);
        }
        let logins = ["sara", "mona", "khaled", "abdo", "hind", "majed"];
        let people = logins.into_iter().map(|login| (login, office.person(login))).collect();
        let desk = Self { office, hind, second, people };
        desk.place("hind", "reception");
        desk.place("sara", "research");
        desk
    }

    fn person(&self, login: &str) -> Value {
        self.people.get(login).cloned().unwrap_or_else(|| self.office.person(login))
    }

    fn place(&self, login: &str, department: &str) {
        let input = json!({ "person": self.person(login), "department": id(department) });
        self.office.done(&self.office.supervisor, "requests.place_person", input);
    }

    fn sara(&self) -> &Caller {
        &self.office.researcher
    }

    fn mona(&self) -> &Caller {
        &self.office.supervisor
    }

    fn done(&self, caller: &Caller, command: &str, input: Value) -> Value {
        self.office.done(caller, &format!("requests.{command}"), input)
    }

    fn refused(&self, caller: &Caller, command: &str, input: Value) -> String {
        self.office.refused(caller, &format!("requests.{command}"), input)
    }

    fn sheet(&self, caller: &Caller, key: &str) -> Value {
        self.done(caller, "open", json!({ "request": id(key) }))
    }

    fn version(&self, key: &str) -> Value {
        self.sheet(&self.office.committee, key)["record"]["number"].clone()
    }

    fn asked(&self, key: &str, kind: &str) -> Value {
        json!({ "id": id(key), "kind": kind, "party": id("noura"), "channel": "phone", "subject": "ترميم دورة مياه",
                "body": "تسرب في السقف", "received_on": TODAY })
    }

    fn added(&self, key: &str, kind: &str) -> Value {
        self.done(self.sara(), "add", self.asked(key, kind))
    }

    fn assign(&self, caller: &Caller, keys: &[&str], to: &str) -> Value {
        let requests: Vec<String> = keys.iter().map(|key| id(key)).collect();
        self.done(caller, "assign", json!({ "requests": requests, "to": self.person(to) }))
    }

    fn go(&self, key: &str, to: &str, more: Value) -> Value {
        let mut input = json!({ "id": id(key), "version": self.version(key), "to": to });
        if let (Some(input), Some(more)) = (input.as_object_mut(), more.as_object()) {
            input.extend(more.clone());
        }
        input
    }

    fn went(&self, caller: &Caller, key: &str, to: &str) {
        self.done(caller, "advance", self.go(key, to, json!({})));
    }

    fn decision(&self, key: &str, outcome: &str, reason: &str) -> Value {
        json!({ "id": id(key), "version": self.version(key), "outcome": outcome, "reason": reason })
    }

    fn declare(&self, caller: &Caller, key: &str) {
        self.done(caller, "declare", json!({ "id": id(key), "tie": false }));
    }

    fn say(&self, key: &str, note: &str) -> Value {
        json!({ "id": id(key), "version": self.version(key), "note": note })
    }

    /// Studied by the researcher and handed over for decision.
    fn studied(&self, key: &str, by: &str, caller: &Caller) {
        self.assign(self.mona(), &[key], by);
        self.went(caller, key, "assessment");
        self.went(caller, key, "for_decision");
    }

    fn list(&self, caller: &Caller, question: Value) -> Value {
        self.done(caller, "list", question)
    }

    fn nights(&mut self, nights: u64) {
        self.office.story.pass(Duration::from_secs(nights * 86_400));
        self.office.researcher = self.office.story.sign_in("sara", PASSWORD).unwrap();
        self.office.supervisor = self.office.story.sign_in("mona", PASSWORD).unwrap();
        self.office.committee = self.office.story.sign_in("abdo", PASSWORD).unwrap();
        self.hind = self.office.story.sign_in("hind", PASSWORD).unwrap();
        self.second = self.office.story.sign_in("majed", PASSWORD).unwrap();
    }
}

fn numbers(page: &Value) -> Vec<&str> {
    page["lines"].as_array().unwrap().iter().map(|line| line["request_no"].as_str().unwrap()).collect()
}

#[test]
fn an_inquiry_is_taken_in_assigned_and_closed_with_its_answer() {
    let desk = Desk::open();
    let (sara, hind, mona) = (desk.sara(), &desk.hind, desk.mona());
    let bad = |field: &str, value: Value| {
        let mut input = desk.asked("ask", "inquiry");
        input[field] = value;
        desk.refused(sara, "add", input)
    };
    assert_eq!(bad("subject", json!("  ")), "requests.subject_missing");
    assert_eq!(bad("subject", json!("س".repeat(201))), "requests.text_long");
    assert_eq!(bad("received_on", json!("2026-11-22")), "requests.received_later");
    assert_eq!(bad("received_on", json!("2020-01-01")), "requests.received_early");
    assert_eq!(bad("kind", json!("loan")), "requests.kind", "a loan has its own way");
    assert_eq!(bad("kind", json!("service")), "requests.service_unsaid", "which one?");
    assert_eq!(bad("anonymous", json!(true)), "requests.anonymous_named");
    assert_eq!(bad("against", json!(id("reception"))), "requests.against");
    assert_eq!(bad("department", json!(id("nowhere"))), "requests.department_unknown");
    let mut unnamed = desk.asked("ask", "dispute");
    unnamed["party"] = Value::Null;
    assert_eq!(desk.refused(sara, "add", unnamed), "flow.applicant");
    let finance = &desk.office.finance;
    assert_eq!(desk.refused(finance, "add", desk.asked("ask", "inquiry")), "requests.keep");

    let added = desk.added("ask", "inquiry");
    assert_eq!((&added["request_no"], &added["hidden"]), (&json!("ط-1448-00001"), &json!(false)));
    assert_eq!(desk.refused(sara, "add", desk.asked("ask", "inquiry")), "requests.added_already");
    assert_eq!(desk.office.tasks(hind, "requests_incoming"), 1);
    let page = desk.list(hind, json!({ "tab": "incoming", "text": "قحطاني دوره" }));
    assert_eq!(numbers(&page), ["ط-1448-00001"], "found as it is spelled by anybody");
    assert_eq!((&page["counts"]["incoming"], &page["kinds"][0]["kind"]), (&json!(1), &json!("inquiry")));

    // Staff takes what nobody has, and gives nothing away.
    let to = |login: &str| json!({ "requests": [id("ask")], "to": desk.person(login) });
    assert_eq!(desk.refused(hind, "assign", to("sara")), "flow.role");
    assert_eq!(desk.refused(mona, "assign", to("khaled")), "flow.assignee_role");
    assert_eq!(desk.done(hind, "assign", to("hind"))["assigned"], 1);
    assert_eq!(desk.refused(sara, "assign", to("sara")), "flow.role");
    assert_eq!(desk.list(hind, json!({ "tab": "mine" }))["total"], 1);

    let silent = desk.go("ask", "closed", json!({}));
    assert_eq!(desk.refused(hind, "advance", silent), "flow.answer");
    assert_eq!(desk.refused(hind, "advance", desk.go("ask", "assessment", json!({}))), "flow.transition");
    let stale = json!({ "id": id("ask"), "version": 0, "to": "closed", "answer": "نعم" });
    assert_eq!(desk.refused(hind, "advance", stale), "record.changed_meanwhile");
    desk.done(hind, "advance", desk.go("ask", "closed", json!({ "answer": "لا يشمل المستأجر" })));
    let sheet = desk.sheet(hind, "ask");
    assert_eq!((&sheet["line"]["state"], &sheet["answer"]), (&json!("closed"), &json!("لا يشمل المستأجر")));
    assert_eq!(desk.list(hind, json!({}))["total"], 0);
    assert_eq!(desk.list(hind, json!({ "ended": true }))["total"], 1);
}

#[test]
fn a_complaint_is_studied_by_one_decided_by_another_and_closes_with_its_letter() {
    let desk = Desk::open();
    let (sara, mona, majed) = (desk.sara(), desk.mona(), &desk.second);
    desk.added("leak", "complaint");
    assert_eq!(desk.refused(mona, "advance", desk.go("leak", "assessment", json!({}))), "flow.unassigned");
    desk.assign(mona, &["leak"], "mona");
    desk.went(mona, "leak", "assessment");
    let waits = desk.go("leak", "awaiting_applicant", json!({}));
    assert_eq!(desk.refused(mona, "advance", waits), "flow.reason");
    desk.done(mona, "advance", desk.go("leak", "awaiting_applicant", json!({ "reason": "صورة التسرب" })));
    assert_eq!(desk.sheet(mona, "leak")["line"]["clock"]["running"], "paused");
    assert_eq!(desk.refused(mona, "advance", desk.go("leak", "closed", json!({}))), "flow.transition");
    desk.went(mona, "leak", "assessment");
    assert_eq!(desk.refused(sara, "advance", desk.go("leak", "for_decision", json!({}))), "flow.handler");
    desk.went(mona, "leak", "for_decision");
    assert_eq!(desk.office.tasks(majed, "request_decision"), 1);
    assert_eq!(desk.office.tasks(mona, "request_decision"), 0, "it is their own study");

    assert_eq!(desk.refused(mona, "decide", desk.decision("leak", "upheld", "")), "flow.own_study");
    assert_eq!(desk.refused(sara, "decide", desk.decision("leak", "upheld", "")), "requests.decide");
    assert_eq!(desk.refused(majed, "decide", desk.decision("leak", "upheld", "")), "flow.declaration");
    desk.declare(majed, "leak");
    assert_eq!(desk.refused(majed, "decide", desk.decision("leak", "settled", "")), "flow.outcome");
    assert_eq!(desk.refused(majed, "decide", desk.decision("leak", "rejected", " ")), "flow.reason");
    let undecided = json!({ "id": id("leak"), "version": desk.version("leak"), "on": TODAY });
    assert_eq!(desk.refused(sara, "hand_letter", undecided), "requests.not_decided");
    desk.done(majed, "decide", desk.decision("leak", "upheld", "ثبت التأخر"));
    let sheet = desk.sheet(sara, "leak");
    assert_eq!((&sheet["line"]["outcome"], &sheet["decided_by_name"]), (&json!("upheld"), &json!("ماجد الصالح")));
    assert_eq!(sheet["appeal_last"], "2026-12-21", "thirty days");

    assert_eq!(desk.refused(sara, "advance", desk.go("leak", "closed", json!({}))), "flow.not_executed");
    assert_eq!(desk.refused(sara, "carry_out", desk.say("leak", "اعتُذر لها")), "requests.not_executing");
    desk.went(sara, "leak", "executing");
    assert_eq!(desk.refused(sara, "carry_out", desk.say("leak", "")), "requests.note_missing");
    desk.done(sara, "carry_out", desk.say("leak", "اعتُذر لها هاتفيًا"));
    assert_eq!(desk.refused(sara, "carry_out", desk.say("leak", "مرة أخرى")), "requests.executed_already");
    assert_eq!(desk.refused(sara, "advance", desk.go("leak", "closed", json!({}))), "flow.letter");
    let letter = |on: &str| json!({ "id": id("leak"), "version": desk.version("leak"), "on": on });
    assert_eq!(desk.refused(sara, "hand_letter", letter("2026-11-20")), "requests.letter_early");
    assert_eq!(desk.refused(sara, "hand_letter", letter("2026-11-22")), "office.future_day");
    desk.done(sara, "hand_letter", letter(TODAY));
    assert_eq!(desk.refused(sara, "hand_letter", letter(TODAY)), "requests.letter_already");
    desk.went(sara, "leak", "closed");
    let paper = desk.done(sara, "letter_paper", json!({ "request": id("leak") }));
    assert!(fetched(&desk.office.story.office, sara, &paper["pdf"]).starts_with(b"%PDF"));
    let kinds: Vec<Value> =
        desk.sheet(sara, "leak")["events"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect();
    let story = ["moved", "letter", "executed", "moved", "moved", "declared"];
    assert_eq!(kinds[..6].iter().map(|kind| kind.as_str().unwrap()).collect::<Vec<_>>(), story, "the newest first");
}

#[test]
fn who_declared_a_tie_does_nothing_at_all() {
    let desk = Desk::open();
    let (mona, majed) = (desk.mona(), &desk.second);
    desk.added("leak", "complaint");
    let tie = |note: &str| json!({ "id": id("leak"), "tie": true, "note": note });
    assert_eq!(desk.refused(mona, "declare", tie("")), "requests.tie_note_missing");
    desk.done(mona, "declare", tie("ابنة خالتها"));
    let back = json!({ "id": id("leak"), "tie": false });
    assert_eq!(desk.refused(mona, "declare", back), "requests.tie_stays");
    let to = |login: &str| json!({ "requests": [id("leak")], "to": desk.person(login) });
    assert_eq!(desk.refused(mona, "assign", to("sara")), "flow.tie");
    assert_eq!(desk.refused(majed, "assign", to("mona")), "flow.tie");
    let people = desk.sheet(majed, "leak")["people"].clone();
    let mona_is = people.as_array().unwrap().iter().find(|one| one["person"] == desk.person("mona")).cloned();
    assert_eq!(mona_is.unwrap()["kept_from"], json!(["flow.tie"]), "named, not absent");
}

#[test]
fn a_grievance_is_heard_by_others_then_by_the_committee_and_no_further() {
    let mut desk = Desk::open();
    desk.added("leak", "complaint");
    let early = |desk: &Desk, key: &str, parent: &str| {
        let mut input = desk.asked(key, "grievance");
        input["parent"] = json!(id(parent));
        input
    };
    assert_eq!(desk.refused(desk.sara(), "add", desk.asked("appeal", "grievance")), "flow.parent");
    assert_eq!(desk.refused(desk.sara(), "add", early(&desk, "appeal", "leak")), "flow.parent_not_decided");
    desk.studied("leak", "sara", desk.sara());
    desk.declare(desk.mona(), "leak");
    desk.done(desk.mona(), "decide", desk.decision("leak", "rejected", "لم يثبت"));
    let letter = json!({ "id": id("leak"), "version": desk.version("leak"), "on": TODAY });
    desk.done(desk.sara(), "hand_letter", letter);

    desk.done(&desk.hind, "add", early(&desk, "appeal", "leak"));
    desk.added("other", "dispute");
    // One of two is skipped, and named with the reason.
    let both = desk.assign(&desk.second, &["appeal", "other"], "sara");
    assert_eq!((&both["assigned"], &both["skipped"][0]["code"]), (&json!(1), &json!("flow.contested")));
    assert_eq!(both["skipped"][0]["request_no"], "ط-1448-00002");
    desk.assign(&desk.second, &["appeal"], "hind");
    desk.went(&desk.hind, "appeal", "assessment");
    desk.went(&desk.hind, "appeal", "for_decision");
    desk.declare(desk.mona(), "appeal");
    let contested = desk.refused(desk.mona(), "decide", desk.decision("appeal", "upheld", ""));
    assert_eq!(contested, "flow.contested", "who decided does not hear the grievance");
    assert_eq!(desk.office.tasks(desk.mona(), "request_decision"), 0);
    desk.declare(&desk.second, "appeal");
    desk.done(&desk.second, "decide", desk.decision("appeal", "rejected", "لا جديد"));

    desk.done(desk.sara(), "add", early(&desk, "again", "appeal"));
    assert_eq!(desk.sheet(desk.mona(), "again")["level"], 2);
    let to = |login: &str| json!({ "requests": [id("again")], "to": desk.person(login) });
    for login in ["sara", "hind", "mona", "majed"] {
        assert_eq!(desk.refused(&desk.second, "assign", to(login)), "flow.contested", "{login} had a hand in it");
    }
    let (_, wafa) = desk.office.story.with("وفاء العنزي", "wafa", "researcher");
    desk.assign(&desk.second, &["again"], "wafa");
    desk.went(&wafa, "again", "assessment");
    desk.went(&wafa, "again", "for_decision");
    let (_, third) = desk.office.story.with("ليلى القرني", "laila", "supervisor");
    desk.declare(&third, "again");
    assert_eq!(desk.refused(&third, "decide", desk.decision("again", "upheld", "")), "flow.committee_only");
    let committee = desk.office.committee.clone();
    desk.declare(&committee, "again");
    desk.done(&committee, "decide", desk.decision("again", "rejected", "لا جديد"));
    assert_eq!(desk.refused(desk.sara(), "add", early(&desk, "third", "again")), "flow.no_third_level");

    // A first level again, after the last day; a procedure has none.
    desk.nights(31);
    assert_eq!(desk.refused(desk.sara(), "add", early_now(&desk, "late", "leak")), "flow.appeal_over");
    let mut procedure = early_now(&desk, "late", "leak");
    procedure["contests"] = json!("procedure");
    desk.done(desk.sara(), "add", procedure);
}

fn early_now(desk: &Desk, key: &str, parent: &str) -> Value {
    let mut input = desk.asked(key, "grievance");
    input["parent"] = json!(id(parent));
    input["received_on"] = json!("2026-12-22");
    input
}

#[test]
fn a_restricted_complaint_is_absent_for_the_department_it_is_against() {
    let desk = Desk::open();
    desk.place("mona", "reception");
    let administrator = desk.office.story.caller.clone();
    let mut input = desk.asked("secret", "complaint");
    input["party"] = Value::Null;
    input["anonymous"] = json!(true);
    input["restricted"] = json!(true);
    input["against"] = json!(id("reception"));
    input["subject"] = json!("تأخر الرد في الاستقبال");
    // Taken in by the research department; a second one is taken in by the reception itself, and gone for it at once.
    desk.done(desk.sara(), "add", input.clone());
    input["id"] = json!(id("own"));
    assert_eq!(desk.done(&desk.hind, "add", input)["hidden"], true);
    let finance = &desk.office.finance;
    let committee = &desk.office.committee;
    // Who is told of the first and of the second: by right, or because it passed through their hands.
    let matrix: [(&str, &Caller, [bool; 2]); 7] = [
        ("researcher of the reception", &desk.hind, [false, false]),
        ("supervisor of the reception", desk.mona(), [false, false]),
        ("researcher of research, who took the first in", desk.sara(), [true, false]),
        ("supervisor without a department", &desk.second, [true, true]),
        ("committee", committee, [true, true]),
        ("finance", finance, [false, false]),
        ("administrator", &administrator, [false, false]),
    ];
    for (who, caller, sees) in matrix {
        let seen = i64::from(sees[0]) + i64::from(sees[1]);
        for (key, sees) in [("secret", sees[0]), ("own", sees[1])] {
            let opened = desk.office.call(caller, "requests.open", json!({ "request": id(key) }));
            assert_eq!(opened.is_ok(), sees, "{who}: the page of {key}");
            for (command, input) in
                [("receipt_paper", json!({ "request": id(key) })), ("declare", json!({ "id": id(key), "tie": false }))]
            {
                let called = desk.office.call(caller, &format!("requests.{command}"), input);
                assert_eq!(called.is_ok(), sees, "{who}: {command} of {key}: {called:?}");
            }
            let papers = json!({ "subject_kind": "request", "subject": id(key) });
            assert_eq!(desk.office.call(caller, "documents.of", papers).is_ok(), sees, "{who}: papers of {key}");
            let visits = json!({ "subject_kind": "request", "subject": id(key) });
            let followed = desk.office.call(caller, "follow_up.of", visits);
            assert!(followed.is_err(), "{who}: nobody follows a restricted one up, whose lists others see");
        }
        for question in [
            json!({}),
            json!({ "text": "الاستقبال" }),
            json!({ "tab": "incoming" }),
            json!({ "kind": ["complaint"] }),
            json!({ "ended": true }),
        ] {
            let page = desk.list(caller, question.clone());
            assert_eq!(page["total"], seen, "{who}: {question}");
            assert_eq!(page["lines"].as_array().unwrap().len(), usize::try_from(seen).unwrap(), "{who}: {question}");
            let counted: i64 = page["kinds"].as_array().unwrap().iter().map(|one| one["count"].as_i64().unwrap()).sum();
            assert_eq!((counted, &page["counts"]["incoming"]), (seen, &json!(seen)), "{who}: chips and tabs");
        }
        let tasks = desk.office.done(caller, "tasks.mine", json!({}));
        assert!(!tasks.to_string().contains("الاستقبال"), "{who}: tasks name nothing of it");
        let incoming =
            tasks["tasks"].as_array().unwrap().iter().find(|one| one["kind"] == "requests_incoming").cloned();
        let told = incoming.map_or(0, |task| task["args"]["n"].as_str().unwrap().parse::<i64>().unwrap());
        let keeps = ["researcher", "supervisor"].iter().any(|role| who.starts_with(role));
        assert_eq!(told, if keeps { seen } else { 0 }, "{who}: tasks count what is there");
        let export = json!({ "list": "requests.list", "question": {}, "columns": ["number", "subject"], "only": null,
                             "order": null, "format": "csv", "title": "-", "language": "ar" });
        if let Ok(handed) = desk.office.call(caller, "tables.export", export) {
            let file = String::from_utf8(fetched(&desk.office.story.office, caller, &handed)).unwrap();
            assert_eq!(
                file.matches("تأخر الرد في الاستقبال").count(),
                usize::try_from(seen).unwrap(),
                "{who}: taken along"
            );
        }
    }
    // The trail tells its readers that there is a request of that number, nothing of what it is about.
    let trail = desk.office.done(&administrator, "audit.list", json!({}));
    assert!(!trail.to_string().contains("تأخر الرد في الاستقبال"), "{trail}");
    // It may be given to a researcher, who then has it; never to somebody of the department.
    let to = |login: &str| json!({ "requests": [id("secret")], "to": desk.person(login) });
    assert_eq!(desk.refused(&desk.second, "assign", to("hind")), "flow.hidden");
    let gone = desk.office.call(&desk.hind, "requests.assign", to("hind")).unwrap_err();
    assert!(matches!(gone, kernel::Failure::NotFound { .. }), "{gone}");
}

#[test]
fn a_change_of_data_waits_for_its_evidence_and_is_made_by_a_second_person() {
    let desk = Desk::open();
    let (sara, mona) = (desk.sara(), desk.mona());
    let change = |field: &str, after: &str| {
        let mut input = desk.asked("move", "data_change");
        input["changes"] = json!([{ "field": field, "after": after }]);
        input
    };
    let mut nothing = desk.asked("move", "data_change");
    nothing["changes"] = json!([]);
    assert_eq!(desk.refused(sara, "add", nothing), "requests.changes_missing");
    assert_eq!(desk.refused(sara, "add", change("name", "سارة")), "requests.change_field");
    assert_eq!(desk.refused(sara, "add", change("city", "بريدة")), "requests.change_same");
    let mut unknown = change("city", "عنيزة");
    unknown["party"] = Value::Null;
    unknown["applicant_name"] = json!("عابر سبيل");
    assert_eq!(desk.refused(sara, "add", unknown), "requests.party_missing");
    desk.done(sara, "add", change("city", "عنيزة"));
    desk.assign(mona, &["move"], "sara");
    assert_eq!(desk.refused(sara, "advance", desk.go("move", "for_decision", json!({}))), "flow.documents");
    let ticket = bring(&desk.office.story.office, sara, "documents.attach", b"%PDF-1.7").unwrap();
    let paper = json!({ "id": id("lease"), "subject_kind": "request", "subject": id("move"), "kind": "address",
                        "title": "عقد إيجار", "file_name": "lease.pdf", "ticket": ticket });
    desk.office.done(sara, "documents.attach", paper);
    assert_eq!(desk.refused(sara, "advance", desk.go("move", "for_decision", json!({}))), "flow.documents");
    let found =
        json!({ "id": id("lease"), "finding": "genuine", "method": "original_seen", "note": "", "reviewed_at": null });
    desk.office.done(mona, "documents.review", found);
    desk.went(sara, "move", "for_decision");
    desk.declare(mona, "move");
    desk.done(mona, "decide", desk.decision("move", "approved", ""));
    assert_eq!(desk.refused(sara, "apply", desk.say("move", "")), "requests.apply_own");
    assert_eq!(desk.refused(mona, "carry_out", desk.say("move", "تم")), "requests.apply_instead");
    desk.done(mona, "apply", desk.say("move", ""));
    let file = desk.office.done(mona, "beneficiaries.open", json!({ "party": id("noura") }));
    assert_eq!((&file["facts"]["city"], &file["facts"]["district"]), (&json!("عنيزة"), &json!("الريان")));
    assert_eq!(desk.refused(mona, "apply", desk.say("move", "")), "requests.executed_already");

    // What changed meanwhile is not laid over.
    let mut again = change("district", "النقيب");
    again["id"] = json!(id("again"));
    desk.done(sara, "add", again);
    desk.assign(mona, &["again"], "sara");
    let ticket = bring(&desk.office.story.office, sara, "documents.attach", b"%PDF-1.7").unwrap();
    let paper = json!({ "id": id("lease2"), "subject_kind": "request", "subject": id("again"), "kind": "address",
                        "title": "عقد", "file_name": "lease.pdf", "ticket": ticket });
    desk.office.done(sara, "documents.attach", paper);
    let found =
        json!({ "id": id("lease2"), "finding": "genuine", "method": "original_seen", "note": "", "reviewed_at": null });
    desk.office.done(mona, "documents.review", found);
    desk.went(sara, "again", "for_decision");
    desk.declare(mona, "again");
    desk.done(mona, "decide", desk.decision("again", "approved", ""));
    let mut facts = file["facts"].clone();
    facts["district"] = json!("السلام");
    let saved = json!({ "party": id("noura"), "version": file["record"]["number"], "facts": facts });
    desk.office.done(sara, "beneficiaries.change", saved);
    assert_eq!(desk.refused(mona, "apply", desk.say("again", "")), "requests.changed_since");
}

#[test]
fn a_referral_ends_with_a_final_result_and_a_withdrawn_consent_stops_it() {
    let mut desk = Desk::open();
    let entity = json!({ "id": id("eyes"), "name": "جمعية بصائر لصحة العين", "phone": "0163812240", "active": true });
    desk.done(desk.mona(), "save_entity", entity);
    let referred = |desk: &Desk, key: &str| {
        let mut input = desk.asked(key, "referral");
        input["referral"] = json!({ "entity": id("eyes"), "service": "فحص نظر", "appointment": TODAY });
        input
    };
    let mut nowhere = referred(&desk, "eye");
    nowhere["referral"]["entity"] = json!(id("nothing"));
    assert_eq!(desk.refused(desk.sara(), "add", nowhere), "requests.entity_unknown");
    assert_eq!(desk.refused(desk.sara(), "add", desk.asked("eye", "referral")), "requests.referral_missing");
    desk.done(desk.sara(), "add", referred(&desk, "eye"));
    desk.assign(desk.mona(), &["eye"], "sara");
    assert_eq!(desk.refused(desk.sara(), "hand_card", desk.say("eye", "")), "requests.consent_missing");
    assert_eq!(desk.refused(desk.sara(), "card_paper", json!({ "request": id("eye") })), "requests.consent_missing");
    let consent = |desk: &Desk, key: &str, shared: Value| json!({ "id": id(key), "version": desk.version(key), "shared": shared, "signed_on": TODAY });
    let unnamed = consent(&desk, "eye", json!(["mobile"]));
    assert_eq!(desk.refused(desk.sara(), "give_consent", unnamed), "requests.consent_name");
    desk.done(desk.sara(), "give_consent", consent(&desk, "eye", json!(["name", "service", "mobile"])));
    desk.done(desk.sara(), "hand_card", desk.say("eye", ""));
    assert_eq!(desk.refused(desk.sara(), "hand_card", desk.say("eye", "")), "requests.card_already");
    assert_eq!(desk.refused(desk.sara(), "advance", desk.go("eye", "closed", json!({}))), "flow.contact");
    let stage = |desk: &Desk, stage: &str| json!({ "id": id("eye"), "version": desk.version("eye"), "stage": stage });
    assert_eq!(desk.refused(desk.sara(), "stage", stage(&desk, "arrived")), "flow.stage");
    desk.done(desk.sara(), "stage", stage(&desk, "contacted"));
    let paper = desk.done(desk.sara(), "card_paper", json!({ "request": id("eye") }));
    assert!(fetched(&desk.office.story.office, desk.sara(), &paper["pdf"]).starts_with(b"%PDF"));

    assert_eq!(desk.done(desk.sara(), "callbacks", json!({}))["total"], 0);
    desk.nights(6);
    let calls = desk.done(desk.sara(), "callbacks", json!({}));
    assert_eq!((&calls["total"], &calls["lines"][0]["waiting"]), (&json!(1), &json!(6)));
    assert_eq!(desk.office.tasks(desk.sara(), "referral_calls"), 1);
    let called =
        |desk: &Desk, result: &str| json!({ "id": id("eye"), "version": desk.version("eye"), "result": result });
    for n in 1..=3 {
        desk.done(desk.sara(), "call", called(&desk, "no_answer"));
        assert_eq!(desk.done(desk.sara(), "callbacks", json!({}))["lines"][0]["unanswered"], n);
    }
    desk.done(desk.sara(), "call", called(&desk, "arrived"));
    assert_eq!(desk.done(desk.sara(), "callbacks", json!({}))["total"], 0);
    let arrived = desk.refused(desk.sara(), "advance", desk.go("eye", "closed", json!({})));
    assert_eq!(arrived, "flow.result", "arriving is no result");
    desk.done(desk.sara(), "stage", stage(&desk, "served"));
    desk.went(desk.sara(), "eye", "closed");

    desk.done(desk.sara(), "add", referred(&desk, "other"));
    desk.assign(desk.mona(), &["other"], "sara");
    desk.done(desk.sara(), "give_consent", consent(&desk, "other", json!(["name", "service"])));
    desk.done(desk.sara(), "hand_card", desk.say("other", ""));
    desk.done(desk.sara(), "withdraw_consent", desk.say("other", "لا ترغب"));
    assert_eq!(desk.office.tasks(desk.sara(), "consent_withdrawn"), 1);
    assert_eq!(desk.refused(desk.sara(), "card_paper", json!({ "request": id("other") })), "requests.consent_missing");
    let contacted = json!({ "id": id("other"), "version": desk.version("other"), "stage": "contacted" });
    assert_eq!(desk.refused(desk.sara(), "stage", contacted), "flow.consent");
    assert_eq!(desk.refused(desk.sara(), "tell_entity", desk.say("other", "")), "requests.note_missing");
    desk.done(desk.sara(), "tell_entity", desk.say("other", "هاتفيًا مع ريما"));
    assert_eq!(desk.office.tasks(desk.sara(), "consent_withdrawn"), 0);
    assert_eq!(desk.refused(desk.sara(), "advance", desk.go("other", "withdrawn", json!({}))), "flow.not_asked");
    desk.done(desk.sara(), "advance", desk.go("other", "withdrawn", json!({ "asked_by_applicant": true })));
}

#[test]
fn the_clock_counts_working_days_and_stands_while_it_waits() {
    let mut desk = Desk::open();
    desk.added("slow", "complaint");
    desk.added("waits", "complaint");
    for key in ["slow", "waits"] {
        desk.assign(desk.mona(), &[key], "sara");
        desk.went(desk.sara(), key, "assessment");
    }
    // Saturday 21 November: five working days end on Thursday the 26th.
    assert_eq!(desk.sheet(desk.sara(), "slow")["line"]["due"], "2026-11-26");
    let eid = json!({ "id": id("eid"), "off_from": "2026-11-24", "off_until": "2026-11-25", "name": "إجازة" });
    let backwards = json!({ "id": id("eid"), "off_from": "2026-11-25", "off_until": "2026-11-24", "name": "إجازة" });
    assert_eq!(desk.refused(desk.mona(), "add_day_off", backwards), "requests.days_backwards");
    assert_eq!(desk.refused(desk.sara(), "add_day_off", eid.clone()), "requests.manage");
    desk.done(desk.mona(), "add_day_off", eid);
    assert_eq!(desk.sheet(desk.sara(), "slow")["line"]["due"], "2026-11-30", "two days later by the holiday");
    desk.done(desk.sara(), "advance", desk.go("waits", "awaiting_applicant", json!({ "reason": "العقد" })));
    desk.nights(9);
    // Monday the 30th is its last day.
    assert_eq!(desk.list(desk.sara(), json!({ "tab": "late" }))["total"], 0);
    assert_eq!(desk.office.tasks(desk.sara(), "requests_near"), 1);
    desk.nights(1);
    let late = desk.list(desk.sara(), json!({ "tab": "late" }));
    assert_eq!(numbers(&late), ["ط-1448-00001"], "what waits is not late");
    let clock = &late["lines"][0]["clock"];
    assert_eq!((&clock["running"], &clock["over"]), (&json!("over"), &json!(1)));
    assert_eq!(desk.office.tasks(desk.sara(), "requests_late"), 1);
    let all = desk.list(desk.sara(), json!({}));
    assert_eq!(numbers(&all), ["ط-1448-00001", "ط-1448-00002"], "over time first, the stopped clock last");
    let mut terms = desk.done(desk.mona(), "choices", json!({}));
    let version = terms["version"].clone();
    terms["deadlines"]["deadline_days"]["complaint"] = json!(0);
    let change = |terms: &Value, version: &Value| json!({ "version": version, "deadlines": terms["deadlines"] });
    assert_eq!(desk.refused(desk.mona(), "change_deadlines", change(&terms, &version)), "requests.days_range");
    terms["deadlines"]["deadline_days"]["complaint"] = json!(10);
    desk.done(desk.mona(), "change_deadlines", change(&terms, &version));
    assert_eq!(desk.list(desk.sara(), json!({ "tab": "late" }))["total"], 0);
    assert_eq!(desk.refused(desk.mona(), "change_deadlines", change(&terms, &version)), "record.changed_meanwhile");
}

#[test]
fn a_department_asks_another_and_nothing_is_rewritten() {
    let desk = Desk::open();
    let mut input = desk.asked("desks", "internal");
    input["party"] = Value::Null;
    assert_eq!(desk.refused(desk.sara(), "add", input.clone()), "requests.asking_missing");
    input["asking"] = json!(id("reception"));
    input["department"] = json!(id("reception"));
    assert_eq!(desk.refused(desk.sara(), "add", input.clone()), "requests.asking_same");
    input["department"] = json!(id("research"));
    desk.done(desk.sara(), "add", input);
    assert_eq!(desk.list(desk.mona(), json!({ "text": "الاستقبال" }))["lines"][0]["name"], "الاستقبال");
    desk.went(desk.sara(), "desks", "executing");
    assert_eq!(desk.refused(desk.sara(), "advance", desk.go("desks", "closed", json!({}))), "flow.answer");
    desk.done(desk.sara(), "advance", desk.go("desks", "closed", json!({ "answer": "سُلّمت المكاتب" })));
    assert_eq!(desk.refused(desk.sara(), "advance", desk.go("desks", "executing", json!({}))), "flow.transition");
    let taken = json!({ "id": id("third"), "name": "الإستقبال", "active": true });
    assert_eq!(
        desk.refused(desk.mona(), "save_department", taken),
        "requests.name_taken",
        "the same name, spelled otherwise"
    );
    let none = json!({ "requests": [], "to": desk.person("sara") });
    assert_eq!(desk.refused(desk.mona(), "assign", none), "requests.nothing_chosen");
}

#[test]
fn who_came_and_which_letters_went_is_kept_beside_the_requests() {
    let desk = Desk::open();
    let (sara, hind) = (desk.sara(), &desk.hind);
    desk.added("ask", "inquiry");
    let came = |field: &str, value: Value| {
        let mut input = json!({ "id": id("came"), "name": "أم سالم", "purpose": "سؤال عن الترميم", "minutes": 15, "answered": true,
                                "request": id("ask") });
        input[field] = value;
        input
    };
    assert_eq!(desk.refused(hind, "log_reception", came("name", json!(" "))), "requests.name_missing");
    assert_eq!(desk.refused(hind, "log_reception", came("purpose", json!(""))), "requests.purpose_missing");
    assert_eq!(desk.refused(hind, "log_reception", came("minutes", json!(601))), "requests.minutes");
    desk.done(hind, "log_reception", came("minutes", json!(15)));
    desk.done(
        hind,
        "log_reception",
        json!({ "id": id("two"), "name": "عابر", "purpose": "عنوان الجمعية", "minutes": 4,
                                            "answered": false }),
    );
    let page = desk.done(sara, "reception", json!({}));
    assert_eq!(
        (&page["total"], &page["answered"], &page["mean_minutes"]),
        (&json!(2), &json!(1), &json!(10)),
        "9.5 rounded"
    );
    let found = desk.done(sara, "reception", json!({ "text": "ترميم" }));
    assert_eq!((&found["total"], &found["lines"][0]["request_no"]), (&json!(1), &json!("ط-1448-00001")));

    let letter = |key: &str, direction: &str, day: &str, other: &str| {
        json!({ "id": id(key), "direction": direction, "day": day, "other": other, "subject": "إفادة عن أسرة",
                "their_no": "4471", "request": id("ask") })
    };
    assert_eq!(desk.refused(hind, "register_letter", letter("one", "in", "2026-11-22", "الإمارة")), "office.future_day");
    assert_eq!(desk.refused(hind, "register_letter", letter("one", "in", TODAY, "")), "requests.other_missing");
    desk.done(hind, "register_letter", letter("one", "in", TODAY, "الإمارة"));
    desk.done(hind, "register_letter", letter("back", "out", TODAY, "الإمارة"));
    assert_eq!(desk.refused(hind, "register_letter", letter("back", "out", TODAY, "الإمارة")), "requests.added_already");
    let page = desk.done(sara, "letters", json!({ "direction": "in", "text": "اماره" }));
    assert_eq!((&page["total"], &page["lines"][0]["letter_no"]), (&json!(1), &json!("و-1448-00001")));
    assert_eq!(desk.sheet(sara, "ask")["events"][0]["kind"], "linked", "it stands in the story of its request");

    // What hangs on a restricted request is absent where the request is.
    let mut secret = desk.asked("secret", "complaint");
    secret["restricted"] = json!(true);
    secret["against"] = json!(id("reception"));
    desk.done(sara, "add", secret);
    let of = |key: &str| {
        let mut input = letter(key, "in", TODAY, "شاكٍ");
        input["request"] = json!(id("secret"));
        input
    };
    let gone = desk.office.call(hind, "requests.register_letter", of("hidden")).unwrap_err();
    assert!(matches!(gone, kernel::Failure::NotFound { .. }), "{gone}");
    desk.done(sara, "register_letter", of("hidden"));
    assert_eq!(desk.done(sara, "letters", json!({}))["total"], 3);
    assert_eq!(desk.done(hind, "letters", json!({}))["total"], 2);

    // What was answered before is found again.
    desk.assign(desk.mona(), &["ask"], "hind");
    desk.done(hind, "advance", desk.go("ask", "closed", json!({ "answer": "لا يشمل المستأجر" })));
    let bank = desk.done(sara, "answers", json!({ "text": "ترميم" }));
    assert_eq!(bank["answers"][0]["answer"], "لا يشمل المستأجر");
}

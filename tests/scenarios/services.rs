//! Services: written, approved by another, published with their criteria, announced and frozen; asked for and decided on by
//! the version they were asked under; who qualifies and did not ask; whether families are decided on alike.

use crate::assessments::{draft, facts};
use crate::loans::{Lending, TODAY, id};
use office::Caller;
use serde_json::{Value, json};
use sharaka_tests::{bring, fetched};

const CRITERIA: [&str; 4] = [
    "ألا يزيد نصيب الفرد على 1,100 ريال",
    "أن يكون السجل المدني ساريًا",
    "متأخرات من شهرين إلى ستة أشهر",
    "أن تكون العائلة أرملة",
];

/// Rent that is overdue: three mandatory criteria, one of which a person finds, and a preferred one.
pub fn content() -> Value {
    json!({
        "about": "يُصرف للمؤجر متأخر إيجار الأسرة حتى ثلاثة أشهر", "process": "", "gives": "money", "programme": "السكن الميسر",
        "decision": "قرار اللجنة 18/1448", "fund": null, "opens_on": null, "closes_on": "2027-01-07", "capacity": 2, "ceiling": 900_000,
        "term_days": 15, "visit_policy": "always",
        "criteria": [
            { "text": CRITERIA[0], "fact": "per_capita", "op": "lte", "value": "1100", "mandatory": true },
            { "text": CRITERIA[1], "fact": "identity_valid", "op": "eq", "value": "yes", "mandatory": true },
            { "text": CRITERIA[2], "fact": "judged", "op": "eq", "value": "yes", "mandatory": true },
            { "text": CRITERIA[3], "fact": "widow", "op": "eq", "value": "yes", "mandatory": false, "weight": 5 },
        ],
        "papers": [
            { "kind": "contract", "name": "عقد الإيجار", "method": "منصة إيجار", "mandatory": true },
            { "kind": "identity", "name": "الهوية", "mandatory": true },
            { "kind": "invoice", "name": "فاتورة الكهرباء", "mandatory": false },
        ],
    })
}

pub fn written(key: &str) -> Value {
    json!({ "id": id(key), "version": id(&format!("{key}-1")), "name": "سداد إيجار متأخر", "content": content() })
}

/// A text that holds every criterion, spelled as people spell.
pub fn publication() -> Value {
    let lines: Vec<String> = (1..).zip(CRITERIA).map(|(no, text): (i32, _)| format!("{no}. {text}")).collect();
    json!(format!("تعلن الجمعية سداد إيجار متأخر.\n{}", lines.join("\n")))
}

struct Desk {
    office: Lending,
    second: Caller,
    admin: Caller,
}

impl Desk {
    fn open() -> Self {
        let office = Lending::open();
        let (_, second) = office.story.with("ماجد الصالح", "majed", "supervisor");
        let admin = office.story.caller.clone();
        Self { office, second, admin }
    }

    fn sara(&self) -> &Caller {
        &self.office.researcher
    }

    fn mona(&self) -> &Caller {
        &self.office.supervisor
    }

    fn done(&self, caller: &Caller, command: &str, input: Value) -> Value {
        self.office.done(caller, &format!("services.{command}"), input)
    }

    fn refused(&self, caller: &Caller, command: &str, input: Value) -> String {
        self.office.refused(caller, &format!("services.{command}"), input)
    }

    fn sheet(&self, key: &str) -> Value {
        self.done(self.mona(), "open", json!({ "service": id(key) }))
    }

    fn say(&self, reason: &str) -> Value {
        json!({ "id": id("rent"), "version": self.sheet("rent")["record"]["number"], "reason": reason })
    }

    fn with(&self, more: Value) -> Value {
        let mut input = self.say("");
        if let (Some(input), Some(more)) = (input.as_object_mut(), more.as_object()) {
            input.extend(more.clone());
        }
        input
    }

    fn channel(&self, channel: &str, on: &str, evidence: &str) -> Value {
        self.with(json!({ "channel": channel, "published_on": on, "evidence": evidence }))
    }

    /// Written by the researcher, approved by the committee, published and announced.
    fn announced(&self) {
        self.done(self.sara(), "add", written("rent"));
        self.announce_draft();
    }

    fn announce_draft(&self) {
        self.done(&self.office.committee, "approve", self.say(""));
        self.done(self.mona(), "write_publication", self.with(json!({ "text": publication() })));
        self.done(self.mona(), "add_channel", self.channel("website", TODAY, "https://example.org/1"));
        self.done(self.mona(), "announce", self.say(""));
    }

    /// The family assessed: 400 riyals a head, a widow.
    fn assessed(&self) {
        let begun = json!({ "id": id("research"), "party": id("noura"), "kind": "intake" });
        self.office.done(self.sara(), "assessments.begin", begun);
        let typed = json!({ "assessment": id("research"), "version": 1, "draft": draft(facts()) });
        self.office.done(self.sara(), "assessments.complete", typed);
        let review = json!({ "assessment": id("research"), "version": 2, "note": "" });
        self.office.done(self.mona(), "assessments.review", review);
    }

    fn asks(&self, key: &str, party: &str) -> Value {
        json!({ "id": id(key), "kind": "service", "party": id(party), "service_asked": id("rent"), "channel": "interview",
                "subject": "", "amount": 720_000, "received_on": TODAY })
    }

    fn request(&self, key: &str) -> Value {
        self.office.done(self.mona(), "requests.open", json!({ "request": id(key) }))
    }

    fn of(&self, key: &str, more: Value) -> Value {
        let mut input = json!({ "id": id(key), "version": self.request(key)["record"]["number"] });
        if let (Some(input), Some(more)) = (input.as_object_mut(), more.as_object()) {
            input.extend(more.clone());
        }
        input
    }

    fn ask(&self, caller: &Caller, verb: &str, input: Value) -> Value {
        self.office.done(caller, &format!("requests.{verb}"), input)
    }

    fn not(&self, caller: &Caller, verb: &str, input: Value) -> String {
        self.office.refused(caller, &format!("requests.{verb}"), input)
    }

    /// Taken in, given to the researcher, and being studied.
    fn under_study(&self, key: &str, party: &str) {
        self.ask(self.sara(), "add", self.asks(key, party));
        let to = json!({ "requests": [id(key)], "to": self.office.person("sara") });
        self.ask(self.mona(), "assign", to);
        self.ask(self.sara(), "advance", self.of(key, json!({ "to": "assessment" })));
    }

    fn met(&self, key: &str, kind: &str) {
        let begun = json!({ "kind": kind, "subject_kind": "request", "subject": id(key) });
        let found = json!({ "done_on": TODAY, "findings": "طابق ما قيل", "signal": "sound", "readings": [] });
        let input = json!({ "id": id(&format!("{key}-{kind}")), "begun": begun, "found": found });
        self.office.done(self.sara(), "follow_up.record", input);
    }

    fn contract(&self, key: &str) {
        let paper = json!({ "id": id(&format!("{key}-lease")), "subject_kind": "request", "subject": id(key), "kind": "contract",
                            "title": "عقد", "ticket": bring(&self.office.story.office, self.sara(), "documents.attach", "%PDF-1.7").unwrap() });
        self.office.done(self.sara(), "documents.attach", paper);
        let found = json!({ "id": id(&format!("{key}-lease")), "finding": "genuine", "method": "electronic_service" });
        self.office.done(self.mona(), "documents.review", found);
    }

    fn judged(&self, key: &str, met: bool) {
        let input = self.of(key, json!({ "no": 3, "met": met, "note": "كشف من المؤجر" }));
        self.ask(self.sara(), "judge", input);
    }

    fn for_decision(&self, key: &str) {
        self.met(key, "interview");
        self.met(key, "visit");
        self.contract(key);
        self.ask(self.sara(), "advance", self.of(key, json!({ "to": "for_decision" })));
        self.ask(self.mona(), "declare", json!({ "id": id(key), "tie": false }));
    }

    fn decision(&self, key: &str, outcome: &str, amount: i64, reason: &str) -> Value {
        self.of(key, json!({ "outcome": outcome, "amount": amount, "reason": reason }))
    }
}

fn state<'v>(list: &'v Value, name: &str) -> &'v Value {
    let all = list["lines"].as_array().unwrap();
    all.iter().find(|line| line["name"].as_str().unwrap().starts_with(name)).map_or(&Value::Null, |line| &line["state"])
}

#[test]
fn a_service_is_written_by_one_approved_by_another_published_and_announced() {
    let desk = Desk::open();
    let (sara, mona, committee) = (desk.sara(), desk.mona(), &desk.office.committee);
    let bad = |path: &str, value: Value| {
        let mut input = written("rent");
        *input.pointer_mut(path).unwrap() = value;
        desk.refused(sara, "add", input)
    };
    assert_eq!(bad("/name", json!(" ")), "services.name_missing");
    assert_eq!(bad_days(&desk), "services.days_backwards");
    assert_eq!(bad("/content/term_days", json!(0)), "services.term_range");
    assert_eq!(bad("/content/capacity", json!(0)), "services.capacity_range");
    assert_eq!(bad("/content/ceiling", json!(0)), "services.ceiling");
    assert_eq!(bad("/content/fund", json!(id("nowhere"))), "services.fund_unknown");
    assert_eq!(bad("/content/criteria/0/text", json!("")), "services.criterion_text");
    assert_eq!(bad("/content/criteria/1/text", json!(CRITERIA[0])), "services.criterion_twice");
    assert_eq!(bad("/content/criteria/0/value", json!("كثير")), "services.criterion_value");
    assert_eq!(bad("/content/criteria/0/op", json!("in")), "services.criterion_value");
    assert_eq!(bad("/content/papers/0/name", json!("")), "services.paper_name");
    assert_eq!(bad("/content/about", json!("س".repeat(4_001))), "services.text_long");
    let finance = &desk.office.finance;
    assert_eq!(desk.refused(finance, "add", written("rent")), "services.keep");

    let mut empty = written("rent");
    empty["content"]["criteria"] = json!([]);
    desk.done(sara, "add", empty);
    assert_eq!(desk.refused(sara, "add", written("rent")), "services.added_already");
    let mut other = written("other");
    other["name"] = json!("سداد ايجار متاخر");
    assert_eq!(desk.refused(sara, "add", other), "services.name_taken", "however it is spelled");
    assert_eq!(desk.refused(committee, "approve", desk.say("")), "services.no_mandatory");
    let change = |version: Value| json!({ "id": id("rent"), "version": version, "name": "سداد إيجار متأخر", "content": content() });
    assert_eq!(desk.refused(sara, "change", change(json!(0))), "record.changed_meanwhile");
    desk.done(mona, "change", change(desk.sheet("rent")["record"]["number"].clone()));

    assert_eq!(desk.refused(sara, "approve", desk.say("")), "services.approve");
    assert_eq!(desk.refused(mona, "approve", desk.say("")), "services.own_writing", "who changed it has a hand in it");
    assert_eq!(desk.office.tasks(mona, "service_approval"), 0);
    assert_eq!(desk.office.tasks(committee, "service_approval"), 1);
    assert_eq!(desk.refused(mona, "announce", desk.say("")), "services.not_approved");
    assert_eq!(desk.refused(committee, "send_back", desk.say(" ")), "services.reason_missing");
    desk.done(committee, "send_back", desk.say("أضيفوا السعة"));
    assert_eq!(desk.sheet("rent")["sent_back"], "أضيفوا السعة");
    assert_eq!(desk.office.tasks(committee, "service_approval"), 0, "it waits for its writer");
    desk.done(mona, "change", change(desk.sheet("rent")["record"]["number"].clone()));
    desk.done(committee, "approve", desk.say(""));

    // Approved is frozen: for everybody, and beneath every verb.
    let changed = change(desk.sheet("rent")["record"]["number"].clone());
    assert_eq!(desk.refused(sara, "change", changed), "services.not_draft");
    assert_eq!(desk.office.tasks(mona, "service_announcement"), 1);
    assert_eq!(desk.refused(mona, "announce", desk.say("")), "services.publication_missing");
    assert_eq!(desk.refused(mona, "add_channel", desk.channel("website", TODAY, "x")), "services.publication_missing");
    let short = desk.with(json!({ "text": CRITERIA[0] }));
    assert_eq!(desk.refused(mona, "write_publication", short), "services.not_the_same");
    assert_eq!(desk.refused(sara, "write_publication", desk.with(json!({ "text": "x" }))), "services.announce");
    desk.done(mona, "write_publication", desk.with(json!({ "text": publication() })));
    assert_eq!(desk.refused(mona, "announce", desk.say("")), "services.no_channel");
    assert_eq!(desk.refused(mona, "add_channel", desk.channel("website", TODAY, " ")), "services.evidence_missing");
    assert_eq!(
        desk.refused(mona, "add_channel", desk.channel("website", "2026-11-20", "x")),
        "services.published_before"
    );
    assert_eq!(desk.refused(mona, "add_channel", desk.channel("website", "2026-11-22", "x")), "office.future_day");
    desk.done(mona, "add_channel", desk.channel("website", TODAY, "https://example.org/1"));
    assert_eq!(desk.refused(mona, "add_channel", desk.channel("website", TODAY, "y")), "services.channel_twice");
    desk.done(mona, "announce", desk.say(""));
    let sheet = desk.sheet("rent");
    assert_eq!(
        (&sheet["line"]["standing"], &sheet["line"]["open"], &sheet["matches"]),
        (&json!("announced"), &json!(true), &json!(true))
    );
    desk.done(mona, "add_channel", desk.channel("board", TODAY, "صورة"));
    assert_eq!(desk.refused(mona, "announce", desk.say("")), "services.not_approved");

    // Papers.
    for paper in ["announcement_paper", "form_paper"] {
        let made = desk.done(sara, paper, json!({ "service": id("rent") }));
        assert!(fetched(&desk.office.story.office, sara, &made["pdf"]).starts_with(b"%PDF"), "{paper}");
    }

    // Another version is announced anew; the one before is replaced, and takes no requests.
    assert_eq!(desk.refused(sara, "drop_version", desk.say("x")), "services.not_draft");
    desk.done(sara, "new_version", desk.with(json!({ "edition": id("rent-2") })));
    assert_eq!(
        desk.refused(sara, "new_version", desk.with(json!({ "edition": id("rent-3") }))),
        "services.open_already"
    );
    assert_eq!(desk.sheet("rent")["line"]["number"], 1, "what is announced stays what is shown");
    let second = desk.done(mona, "open", json!({ "service": id("rent"), "version": id("rent-2") }));
    assert_eq!((&second["line"]["number"], &second["publication"]), (&json!(2), &json!("")), "published anew");
    desk.announce_draft();
    let sheet = desk.sheet("rent");
    let standings: Vec<&Value> = sheet["versions"].as_array().unwrap().iter().map(|one| &one["standing"]).collect();
    assert_eq!(standings, ["announced", "replaced"]);
    assert_eq!(desk.refused(mona, "close", desk.say("")), "services.reason_missing");
    desk.done(mona, "close", desk.say("اكتمل الدعم"));
    assert_eq!(desk.sheet("rent")["line"]["open"], false);
    assert_eq!(desk.not(sara, "add", desk.asks("late", "noura")), "services.not_open");
    let list = desk.done(&desk.admin, "list", json!({ "text": "ايجار" }));
    assert_eq!((&list["total"], &list["lines"][0]["standing"]), (&json!(1), &json!("closed")));
}

/// The days the wrong way round.
fn bad_days(desk: &Desk) -> String {
    let mut input = written("rent");
    input["content"]["opens_on"] = json!("2026-12-01");
    input["content"]["closes_on"] = json!("2026-11-01");
    desk.refused(desk.sara(), "add", input)
}

#[test]
fn a_request_for_a_service_is_studied_by_its_criteria_and_decided_by_another() {
    let desk = Desk::open();
    let (sara, mona, majed) = (desk.sara(), desk.mona(), &desk.second);
    assert_eq!(desk.not(sara, "add", desk.asks("asks", "noura")), "services.not_open");
    desk.announced();
    desk.assessed();
    let bad = |field: &str, value: Value| {
        let mut input = desk.asks("asks", "noura");
        input[field] = value;
        desk.not(sara, "add", input)
    };
    assert_eq!(bad("service_asked", Value::Null), "requests.service_unsaid");
    assert_eq!(bad("amount", Value::Null), "requests.asked_missing");
    assert_eq!(bad("restricted", json!(true)), "requests.service_restricted");
    assert_eq!(bad("party", Value::Null), "requests.party_missing");
    let weighed = desk.done(sara, "weigh", json!({ "service": id("rent"), "party": id("noura") }));
    assert_eq!((&weighed["look"]["whole"], &weighed["look"]["mandatory_met"]), (&json!("incomplete"), &json!(2)));
    assert_eq!(weighed["missing"][0]["text"], CRITERIA[2]);
    let finance = desk.done(&desk.office.finance, "weigh", json!({ "service": id("rent"), "party": id("noura") }));
    assert_eq!(finance["look"]["criteria"], json!([]), "facts of families are not for every role");

    desk.under_study("asks", "noura");
    assert_eq!(desk.not(sara, "add", desk.asks("again", "noura")), "requests.service_open");
    let sheet = desk.request("asks");
    assert_eq!(
        (&sheet["line"]["subject"], &sheet["line"]["service_name"]),
        (&json!("سداد إيجار متأخر"), &json!("سداد إيجار متأخر"))
    );
    assert_eq!(sheet["line"]["clock"]["left"], 15, "the term of the service");
    assert_eq!(sheet["service"]["look"]["points"], 5);

    // The study: documents, interview, visit, what a person finds.
    let go = || desk.of("asks", json!({ "to": "for_decision" }));
    assert_eq!(desk.not(sara, "advance", go()), "flow.documents");
    let sheet = desk.ask(sara, "open", json!({ "request": id("asks") }));
    let keys: Vec<String> =
        sheet["ways"].as_array().unwrap().iter().find(|way| way["to"] == "for_decision").unwrap()["conditions"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["met"] == false)
            .map(|one| one["key"].as_str().unwrap().to_owned())
            .collect();
    assert_eq!(keys, ["flow.documents", "flow.interview", "flow.visit"]);
    desk.contract("asks");
    assert_eq!(desk.request("asks")["service"]["papers"][0]["proof"], "genuine");
    assert_eq!(desk.request("asks")["service"]["papers"][1]["proof"], "seen", "the card is seen, not stored");
    assert_eq!(desk.not(sara, "advance", go()), "flow.interview");
    desk.met("asks", "interview");
    assert_eq!(desk.not(sara, "advance", go()), "flow.visit");
    desk.met("asks", "visit");
    let judge = |no: i64, note: &str| desk.of("asks", json!({ "no": no, "met": true, "note": note }));
    assert_eq!(desk.not(sara, "judge", judge(1, "x")), "requests.not_judged");
    assert_eq!(desk.not(sara, "judge", judge(3, " ")), "requests.finding_note");
    assert_eq!(desk.not(mona, "judge", judge(3, "x")), "flow.handler", "who decides finds nothing");
    desk.judged("asks", true);
    let needless = desk.of("asks", json!({ "note": "x" }));
    assert_eq!(desk.not(sara, "propose_exception", needless), "requests.exception_needless");
    desk.ask(sara, "advance", go());
    assert_eq!(desk.not(sara, "judge", judge(3, "x")), "requests.study_over");

    // The decision.
    assert_eq!(desk.not(sara, "decide", desk.decision("asks", "approved", 720_000, "")), "requests.decide");
    assert_eq!(desk.not(mona, "decide", desk.decision("asks", "approved", 720_000, "")), "flow.declaration");
    desk.ask(mona, "declare", json!({ "id": id("asks"), "tie": false }));
    assert_eq!(desk.not(mona, "decide", desk.decision("asks", "upheld", 720_000, "")), "flow.outcome");
    assert_eq!(desk.not(mona, "decide", desk.of("asks", json!({ "outcome": "approved" }))), "flow.amount");
    assert_eq!(desk.not(mona, "decide", desk.decision("asks", "approved", 540_000, " ")), "flow.reason");
    assert_eq!(desk.not(mona, "decide", desk.decision("asks", "approved", 1_200_000, "x")), "flow.limit");
    assert_eq!(desk.not(mona, "decide", desk.decision("asks", "approved", 950_000, "x")), "requests.over_ceiling");
    assert_eq!(desk.not(mona, "decide", desk.decision("asks", "rejected", 0, "")), "flow.reason");
    desk.ask(mona, "decide", desk.decision("asks", "approved", 540_000, "ثلاثة أشهر، وهو حد الخدمة"));
    let sheet = desk.request("asks");
    assert_eq!((&sheet["service"]["amount"], &sheet["service"]["exception"]), (&json!(540_000), &json!(false)));
    assert_eq!(sheet["service"]["look"]["criteria"][0]["value"], "40000", "as it stood at the decision");
    let paper = desk.ask(sara, "letter_paper", json!({ "request": id("asks") }));
    assert!(fetched(&desk.office.story.office, sara, &paper["pdf"]).starts_with(b"%PDF"));
    desk.ask(sara, "advance", desk.of("asks", json!({ "to": "executing" })));
    desk.ask(sara, "carry_out", desk.of("asks", json!({ "note": "حُوّل إلى المؤجر" })));
    desk.ask(sara, "hand_letter", desk.of("asks", json!({ "on": TODAY })));
    desk.ask(sara, "advance", desk.of("asks", json!({ "to": "closed" })));

    // What somebody else announces since changes nothing in what was asked under the version before.
    let figures = &desk.sheet("rent")["figures"];
    assert_eq!(
        (&figures["approved"], &figures["acceptance"]["of"], &figures["open"]),
        (&json!(1), &json!(1), &json!(0))
    );
    let list = desk.ask(majed, "list", json!({ "service": id("rent"), "outcome": ["approved"], "ended": true }));
    assert_eq!(list["total"], 1);
}

#[test]
fn against_the_criteria_only_as_an_exception_of_two_people_and_only_while_there_are_places() {
    let desk = Desk::open();
    let (sara, mona, committee) = (desk.sara(), desk.mona(), &desk.office.committee);
    for (key, name, number) in [
        ("huda", "هدى ناصر سعد المطيري", "1000000008"),
        ("reem", "ريم فهد علي الدوسري", "1000000016"),
        ("mai", "مي سالم حمد الشهري", "1000000024"),
    ] {
        desk.office.borrower(key, name, number);
    }
    desk.announced();
    desk.under_study("one", "noura");
    desk.judged("one", false);
    desk.for_decision("one");
    let against = |exception: bool| {
        let mut input = desk.decision("one", "approved", 720_000, "حالة طارئة");
        input["exception"] = json!(exception);
        input
    };
    assert_eq!(desk.not(mona, "decide", against(false)), "flow.criteria");
    assert_eq!(desk.not(mona, "decide", against(true)), "requests.exception_missing");
    desk.ask(mona, "advance", desk.of("one", json!({ "to": "assessment" })));
    let propose = |note: &str| desk.of("one", json!({ "note": note }));
    assert_eq!(desk.not(sara, "propose_exception", propose("")), "requests.exception_reason");
    assert_eq!(desk.not(mona, "propose_exception", propose("x")), "flow.handler");
    desk.ask(sara, "propose_exception", propose("حريق في المسكن"));
    assert_eq!(desk.not(sara, "propose_exception", propose("x")), "requests.exception_stands");
    desk.ask(sara, "advance", desk.of("one", json!({ "to": "for_decision" })));
    desk.ask(mona, "decide", against(true));
    let decided = desk.done(committee, "decided", json!({ "service": id("rent"), "exception": true }));
    let line = &decided["lines"][0];
    assert_eq!((&decided["total"], &line["exception_reason"]), (&json!(1), &json!("حريق في المسكن")));
    assert_eq!((&decided["verified"]["n"], &line["papers"]), (&json!(1), &json!(2)), "K7: both papers by the decision");

    // Two places: the third is refused, and waits.
    for (key, party) in [("two", "huda"), ("three", "reem")] {
        desk.under_study(key, party);
        desk.judged(key, true);
        let excepted = desk.of(key, json!({ "note": "لم يُبحث اجتماعيًّا بعد" }));
        desk.ask(sara, "propose_exception", excepted);
        desk.for_decision(key);
    }
    let approve = |key: &str| {
        let mut input = desk.decision(key, "approved", 720_000, "ثبتت الحاجة");
        input["exception"] = json!(true);
        input
    };
    desk.ask(mona, "decide", approve("two"));
    assert_eq!(desk.not(mona, "decide", approve("three")), "requests.service_full");
    desk.ask(mona, "decide", desk.decision("three", "waitlisted", 0, ""));
    let waits = desk.done(mona, "waiting_list", json!({ "service": id("rent") }));
    assert_eq!((&waits["lines"][0]["name"], &waits["places_left"]), (&json!("ريم فهد علي الدوسري"), &json!(0)));
    let fairness = desk.done(committee, "fairness", json!({ "service": id("rent") }));
    assert_eq!((&fairness["decisions"], &fairness["exceptions"]), (&json!(2), &json!(2)));
    let sex = fairness["views"].as_array().unwrap().iter().find(|one| one["by"] == "sex").unwrap();
    assert_eq!((&sex["groups"], &sex["hidden"]), (&json!([]), &json!(2)), "two are too few to be shown");
    let rows = json!({ "service": id("rent"), "version": id("rent-1"), "by": "sex", "group": "female" });
    assert_eq!(desk.done(committee, "decided", rows)["total"], 0, "nor do its rows tell");
    let whole = json!({ "service": id("rent"), "by": "sex", "group": "female" });
    assert_eq!(desk.done(committee, "decided", whole)["total"], 0, "nor those of all its versions");
    let limits = |version: i64, fairness_n: i64, suppress_under: i64| {
        let settings = json!({ "fairness_n": fairness_n, "fairness_gap": 10, "suppress_under": suppress_under });
        json!({ "version": version, "settings": settings })
    };
    assert_eq!(desk.refused(committee, "change_settings", limits(0, 20, 2)), "services.fairness_range");
    assert_eq!(desk.refused(committee, "change_settings", limits(0, 5, 6)), "services.fairness_order");
    assert_eq!(desk.refused(&desk.office.finance, "change_settings", limits(0, 8, 4)), "services.fairness");
    desk.done(committee, "change_settings", limits(0, 8, 4));
    assert_eq!(desk.refused(committee, "change_settings", limits(0, 9, 4)), "record.changed_meanwhile");
    let set = desk.done(committee, "fairness", json!({ "service": id("rent") }));
    assert_eq!((&set["settings"]["fairness_n"], &set["settings"]["suppress_under"]), (&json!(8), &json!(4)));
    assert_eq!(desk.refused(&desk.office.finance, "fairness", json!({ "service": id("rent") })), "services.fairness");
}

#[test]
fn who_qualifies_and_did_not_ask_is_called_and_the_file_says_what_it_may_have() {
    let desk = Desk::open();
    let (sara, mona) = (desk.sara(), desk.mona());
    for (key, name, number) in
        [("huda", "هدى ناصر سعد المطيري", "1000000008"), ("reem", "ريم فهد علي الدوسري", "1000000016")]
    {
        desk.office.borrower(key, name, number);
    }
    desk.announced();
    desk.assessed();
    let list = |question: Value| {
        let mut asked = json!({ "service": id("rent") });
        asked.as_object_mut().unwrap().extend(question.as_object().unwrap().clone());
        desk.done(sara, "who_qualifies", asked)
    };
    let all = list(json!({}));
    assert_eq!((&all["total"], &all["tried"]), (&json!(1), &json!(3)), "of the others too little is known");
    let line = &all["lines"][0];
    assert_eq!((&line["score"], &line["mandatory_met"], &line["state"]), (&json!(62), &json!(2), &json!("not_called")));
    assert_eq!(line["missing"][0]["text"], CRITERIA[2]);
    assert_eq!(desk.refused(&desk.office.finance, "who_qualifies", json!({ "service": id("rent") })), "services.reach");
    let paper = desk.done(sara, "calls_paper", json!({ "service": id("rent") }));
    assert!(fetched(&desk.office.story.office, sara, &paper["pdf"]).starts_with(b"%PDF"));

    let call = |key: &str, party: &str, result: &str, more: Value| {
        let mut input = json!({ "id": id(key), "service": id("rent"), "party": id(party), "result": result });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        input
    };
    assert_eq!(desk.refused(sara, "call", call("c1", "noura", "declined", json!({}))), "services.declined_note");
    let past = call("c1", "noura", "will_ask", json!({ "until_day": "2026-11-20" }));
    assert_eq!(desk.refused(sara, "call", past), "services.until_day");
    assert_eq!(desk.refused(&desk.admin, "call", call("c1", "noura", "reached", json!({}))), "services.call");
    desk.done(sara, "call", call("c1", "noura", "no_answer", json!({})));
    assert_eq!(desk.refused(sara, "call", call("c1", "noura", "no_answer", json!({}))), "services.added_already");
    desk.done(sara, "call", call("c2", "noura", "will_ask", json!({ "until_day": TODAY })));
    let all = list(json!({ "state": ["will_ask"] }));
    assert_eq!((&all["total"], &all["lines"][0]["calls"]), (&json!(1), &json!(2)));
    assert_eq!(desk.office.tasks(sara, "service_reminders"), 1, "their day has come");
    desk.done(mona, "call", call("c3", "noura", "declined", json!({ "note": "سدّد أخوها" })));
    assert_eq!(*state(&list(json!({})), "نورة"), json!("declined"), "kept in sight with the reason");
    let of_file = desk.done(sara, "of_file", json!({ "party": id("noura") }));
    assert_eq!((&of_file["services"][0]["declined"], &of_file["services"][0]["asked"]), (&json!(true), &json!(false)));

    desk.under_study("asks", "noura");
    assert_eq!(desk.refused(sara, "call", call("c4", "noura", "reached", json!({}))), "services.asked_already");
    assert_eq!(*state(&list(json!({})), "نورة"), json!("asked"));
    let of_file = desk.done(sara, "of_file", json!({ "party": id("noura") }));
    assert_eq!(
        (&of_file["services"][0]["asked"], &of_file["requests"][0]["state"]),
        (&json!(true), &json!("assessment"))
    );
    let hidden = desk.done(&desk.office.finance, "of_file", json!({ "party": id("noura") }));
    assert_eq!((&hidden["sees_facts"], &hidden["services"][0]["look"]["criteria"]), (&json!(false), &json!([])));
}

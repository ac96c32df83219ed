//! Committees from the call of a meeting to its sealed minutes: who may decide, whose approval it is, and what stays.

use crate::loans::{Lending, TODAY, id};
use office::Caller;
use serde_json::{Value, json};
use std::time::Duration;

/// An executive committee: the member of the committee in the chair, the supervisor, finance, and one from outside.
pub struct Seated {
    pub office: Lending,
}

impl Seated {
    pub fn open() -> Self {
        let seated = Self { office: Lending::open() };
        seated.set_up();
        seated
    }

    /// The committee with its seats, in an office that has none.
    pub fn set_up(&self) {
        let office = &self.office;
        let administrator = office.story.caller.clone();
        let committee = json!({ "id": id("executive"), "name": "اللجنة التنفيذية", "kind": "executive", "purpose": "",
            "term_from": "2026-01-01", "term_to": "2028-12-31", "confirm_days": 7, "version": 0 });
        office.done(&administrator, "committees.add", committee);
        for (key, login, role) in
            [("chair", "abdo", "chair"), ("deputy", "mona", "deputy"), ("money", "khaled", "member")]
        {
            let person = office.person(login);
            self.seat(json!({ "id": id(key), "person": person, "role": role, "votes": true }));
        }
        let outsider = json!({ "id": id("outsider"), "name": "سليمان عبدالله محمد الربدي" });
        self.seat(json!({ "id": id("outside"), "outsider": outsider, "role": "member", "votes": true }));
    }

    /// A meeting that was held elsewhere, and its decision.
    pub fn met_elsewhere(&self) -> (Value, Value) {
        let seats: Vec<Value> = ["chair", "deputy", "money"]
            .iter()
            .map(|one| json!({ "member": id(one), "presence": "present" }))
            .collect();
        let items = json!([{ "title": "الخطة", "text": "اعتمدت", "outcome": "approved", "votes_for": 3, "against": 0,
            "abstained": 0, "owner_name": "المدير التنفيذي", "due": "2026-12-01" }]);
        let entered = json!({ "id": id("elsewhere"), "committee": id("executive"), "on": TODAY, "starts": "10:00",
            "place": "المقر", "way": "in_person", "seats": seats, "items": items });
        self.office.done(&self.office.supervisor, "committees.enter", entered);
        let sheet = self.sheet("elsewhere", &self.office.supervisor);
        (json!(id("elsewhere")), sheet["items"][0]["decision"]["id"].clone())
    }

    fn seat(&self, mut member: Value) {
        let version = self.committee()["record"]["number"].clone();
        member["committee"] = json!(id("executive"));
        member["since"] = json!("2026-01-01");
        member["version"] = version;
        self.office.done(&self.office.story.caller, "committees.add_member", member);
    }

    pub fn committee(&self) -> Value {
        self.office.done(&self.office.finance, "committees.open", json!({ "committee": id("executive") }))
    }

    /// A meeting of today, called by the supervisor.
    pub fn called(&self, key: &str) {
        let call = json!({ "id": id(key), "committee": id("executive"), "planned_on": TODAY, "starts": "10:05",
            "place": "مقر الجمعية", "way": "both" });
        self.office.done(&self.office.supervisor, "committees.call", call);
    }

    pub fn sheet(&self, key: &str, who: &Caller) -> Value {
        self.office.done(who, "committees.meeting", json!({ "meeting": id(key) }))
    }

    fn version(&self, key: &str) -> Value {
        self.sheet(key, &self.office.finance)["record"]["number"].clone()
    }

    /// A change of a meeting, from how it stands now.
    fn with(&self, key: &str, mut input: Value) -> Value {
        input["version"] = self.version(key);
        input
    }

    pub fn step(&self, key: &str, who: &Caller, verb: &str, input: Value) -> Value {
        self.office.done(who, &format!("committees.{verb}"), self.with(key, input))
    }

    pub fn no(&self, key: &str, who: &Caller, verb: &str, input: Value) -> String {
        self.office.refused(who, &format!("committees.{verb}"), self.with(key, input))
    }

    /// Everybody of these is there.
    pub fn there(&self, key: &str, members: &[&str]) {
        let seats: Vec<Value> =
            members.iter().map(|member| json!({ "member": id(member), "presence": "present" })).collect();
        self.step(key, &self.office.supervisor, "attend", json!({ "meeting": id(key), "seats": seats }));
    }

    pub fn item(&self, key: &str, item: &str, title: &str) {
        let input = json!({ "id": id(item), "meeting": id(key), "title": title });
        self.step(key, &self.office.supervisor, "add_item", input);
    }

    /// The one matter of a step that waits, put on an agenda.
    pub fn matter(&self, key: &str, item: &str, step: &str) {
        let sheet = self.sheet(key, &self.office.supervisor);
        let waiting = sheet["waiting"].as_array().unwrap().iter().find(|one| one["step"] == step);
        let request =
            waiting.unwrap_or_else(|| panic!("{step} does not wait: {}", sheet["waiting"]))["request"].clone();
        let input = json!({ "id": id(item), "meeting": id(key), "request": request });
        self.step(key, &self.office.supervisor, "add_item", input);
    }

    pub fn votes(&self, key: &str, item: &str, votes: &[(&str, &str)]) {
        for (member, vote) in votes {
            let reason = if *vote == "recused" { "صلة قرابة" } else { "" };
            let input = json!({ "item": id(item), "member": id(member), "vote": vote, "reason": reason });
            self.step(key, &self.office.supervisor, "vote", input);
        }
    }

    pub fn hold(&self, key: &str) {
        self.step(key, &self.office.supervisor, "hold", json!({ "meeting": id(key) }));
    }

    /// What a decision is issued with.
    pub fn decision(&self, key: &str, item: &str, outcome: &str, perform: bool) -> Value {
        json!({ "id": id(key), "item": id(item), "outcome": outcome, "text": "الموافقة على ما عُرض",
            "owner": self.office.person("khaled"), "due": "2026-12-01", "perform": perform, "declared": true })
    }

    /// A decision by its number's page.
    pub fn decided(&self, key: &str) -> Value {
        self.office.done(&self.office.finance, "committees.decision", json!({ "decision": id(key) }))
    }
}

fn code(hindrance: &Value) -> &str {
    hindrance["code"].as_str().unwrap_or("none")
}

/// A loan that waits for its approval, proposed by the researcher.
fn waiting_loan(office: &Lending, key: &str) {
    office.done(&office.researcher, "loans.propose", office.proposal(key));
}

#[test]
fn a_meeting_decides_what_waited_and_its_minutes_are_sealed() {
    let seated = Seated::open();
    let office = &seated.office;
    let (mona, abdo, khaled, sara) = (&office.supervisor, &office.committee, &office.finance, &office.researcher);
    waiting_loan(office, "loan");
    seated.called("first");
    assert_eq!(office.tasks(abdo, "meeting_come"), 1, "who is invited has it as a task");
    assert_eq!(seated.no("first", mona, "hold", json!({ "meeting": id("first") })), "committees.agenda_empty");
    seated.matter("first", "item", "loans.loan");
    seated.item("first", "other", "خطة الإعلام للربع القادم");
    let sheet = seated.sheet("first", mona);
    assert!(sheet["items"][0]["title"].as_str().unwrap().contains("القرض"), "{}", sheet["items"][0]);
    assert_eq!(sheet["waiting"], json!([]), "what stands on an agenda waits no longer outside it");

    // Two of four who vote are too few: three are needed.
    seated.there("first", &["chair", "deputy"]);
    assert_eq!(seated.no("first", mona, "hold", json!({ "meeting": id("first") })), "committees.quorum_missing");
    seated.there("first", &["money", "outside"]);
    seated.hold("first");
    let early = json!({ "item": id("item"), "member": id("money"), "vote": "recused", "reason": "" });
    assert_eq!(seated.no("first", mona, "vote", early), "committees.reason_missing");
    seated.votes("first", "item", &[("chair", "for"), ("money", "recused")]);
    let decision = seated.decision("approval", "item", "approved", true);
    assert_eq!(seated.no("first", abdo, "decide", decision.clone()), "committees.not_carried");
    let refusal = seated.decision("approval", "item", "rejected", false);
    assert_eq!(seated.no("first", abdo, "decide", refusal), "committees.votes_missing");
    seated.votes("first", "item", &[("deputy", "for"), ("outside", "abstain")]);
    // Whoever stepped aside, whoever asked, whoever has no such right, and whoever sits nowhere.
    assert_eq!(seated.no("first", khaled, "decide", decision.clone()), "committees.decide");
    assert_eq!(seated.no("first", sara, "decide", decision.clone()), "committees.decide");
    let mut homeless = decision.clone();
    (homeless["owner"], homeless["due"]) = (Value::Null, Value::Null);
    assert_eq!(seated.no("first", abdo, "decide", homeless.clone()), "committees.owner_missing");
    homeless["owner_name"] = json!("مؤسسة التوريد");
    assert_eq!(seated.no("first", abdo, "decide", homeless), "committees.due_missing");
    let issued = seated.step("first", abdo, "decide", decision);
    assert_eq!((&issued["decision_no"], &issued["performed"]), (&json!("1/1448"), &json!(true)));
    let sheet = office.sheet("loan");
    assert_eq!(sheet["decision"], "approved", "the loan is approved by it");
    assert_eq!(sheet["decided_by_name"].as_str().unwrap_or("عبدالرحمن السديس"), "عبدالرحمن السديس");
    let acts = seated.decided("approval")["decision"]["acts"].clone();
    assert_eq!(acts[0]["name"], "عبدالرحمن السديس", "in the name of who issued it");

    assert_eq!(seated.no("first", mona, "draw_up", json!({ "meeting": id("first") })), "committees.items_open");
    let postpone = json!({ "item": id("other"), "reason": "بانتظار الميزانية" });
    seated.step("first", mona, "postpone", postpone);
    seated.step("first", mona, "draw_up", json!({ "meeting": id("first") }));
    let late = json!({ "item": id("other"), "member": id("chair"), "vote": "for" });
    assert_eq!(seated.no("first", mona, "vote", late), "committees.step", "nothing of it is changed any more");

    // Members speak for themselves; of one from outside a signed paper is told.
    assert_eq!(office.tasks(abdo, "minutes_confirm"), 1);
    let word = |member: &str, answer: &str, paper: bool| json!({ "meeting": id("first"), "member": id(member), "answer": answer, "note": "", "on_paper": paper });
    assert_eq!(office.refused(mona, "committees.confirm", word("chair", "confirmed", false)), "committees.own_word");
    assert_eq!(
        office.refused(abdo, "committees.confirm", word("chair", "objected", false)),
        "committees.objection_missing"
    );
    assert_eq!(office.refused(sara, "committees.confirm", word("outside", "confirmed", true)), "committees.keep");
    office.done(abdo, "committees.confirm", word("chair", "confirmed", false));
    office.done(mona, "committees.confirm", word("deputy", "confirmed", false));
    office.done(mona, "committees.confirm", word("outside", "confirmed", true));
    let seal = json!({ "meeting": id("first") });
    assert_eq!(seated.no("first", mona, "seal", seal.clone()), "committees.own_minutes");
    assert_eq!(seated.no("first", abdo, "seal", seal.clone()), "committees.confirmations_missing");
    let mut objection = word("money", "objected", false);
    objection["note"] = json!("لم يُذكر سبب التنحّي كاملًا");
    office.done(khaled, "committees.confirm", objection);
    assert_eq!(office.tasks(abdo, "minutes_seal"), 1);
    seated.step("first", abdo, "seal", seal.clone());
    assert_eq!(seated.no("first", abdo, "seal", seal), "committees.sealed");
    let attend = json!({ "meeting": id("first"), "seats": [{ "member": id("money"), "presence": "absent" }] });
    assert_eq!(seated.no("first", mona, "attend", attend), "committees.sealed");
    office.done(khaled, "committees.minutes_paper", json!({ "meeting": id("first") }));
    office.done(khaled, "committees.agenda", json!({ "meeting": id("first") }));

    // What became of it: its owner says so, once.
    assert_eq!(office.tasks(khaled, "decision_do"), 1);
    let done = json!({ "decision": id("approval"), "on": TODAY, "note": "صُرفت الدفعة الأولى" });
    assert_eq!(office.refused(sara, "committees.finish", done.clone()), "committees.not_yours");
    office.done(khaled, "committees.finish", done.clone());
    assert_eq!(office.refused(khaled, "committees.finish", done), "committees.decided");
    assert_eq!(office.tasks(khaled, "decision_do"), 0);
}

#[test]
fn nobody_does_the_part_of_two_by_a_decision() {
    let seated = Seated::open();
    let office = &seated.office;
    let (mona, abdo, khaled) = (&office.supervisor, &office.committee, &office.finance);
    // Money that leaves the office: written by finance, approved by two.
    office.done(khaled, "funds.draft", crate::approvals::draft("payment", "payment", 100_000));
    seated.called("second");
    // A loan the supervisor proposed for a borrower: they may not approve it by a decision either.
    office.done(mona, "loans.propose", office.proposal("loan"));
    seated.matter("second", "loan", "loans.loan");
    seated.matter("second", "payment", "funds.voucher");
    seated.there("second", &["chair", "deputy", "money"]);
    seated.hold("second");
    let all = [("chair", "for"), ("deputy", "for"), ("money", "for")];
    seated.votes("second", "loan", &all);
    let own = seated.decision("loan-yes", "loan", "approved", true);
    assert_eq!(seated.no("second", mona, "decide", own), "committees.own_request");
    // They issue it without the approval, which waits for somebody else.
    let later = seated.decision("loan-yes", "loan", "approved", false);
    let issued = seated.step("second", mona, "decide", later);
    assert_eq!(issued["performed"], false);
    assert_eq!(office.sheet("loan")["decision"], "waiting");
    let perform = json!({ "decision": id("loan-yes"), "declared": true });
    assert_eq!(office.refused(mona, "committees.perform", perform.clone()), "committees.own_request");
    assert_eq!(office.refused(khaled, "committees.perform", perform.clone()), "committees.decide");
    office.done(abdo, "committees.perform", perform.clone());
    assert_eq!(office.sheet("loan")["decision"], "approved");
    assert_eq!(office.refused(abdo, "committees.perform", perform), "committees.performed_already");
    seated.votes("second", "payment", &all);
    let pay = seated.decision("pay", "payment", "approved", true);
    let issued = seated.step("second", abdo, "decide", pay);
    assert_eq!(issued["performed"], false, "one approval of two: a second person is needed still");
    let perform = json!({ "decision": id("pay"), "declared": true });
    assert_eq!(office.refused(abdo, "committees.perform", perform.clone()), "committees.performed_already");
    let second = office.done(mona, "committees.perform", perform);
    assert_eq!(second["performed"], true, "two people, each in their own name");
    let acts = seated.decided("pay")["decision"]["acts"].as_array().unwrap().len();
    assert_eq!(acts, 2);
}

#[test]
fn whoever_stepped_aside_neither_issues_nor_approves_and_what_changed_is_not_decided() {
    let seated = Seated::open();
    let office = &seated.office;
    let (mona, abdo) = (&office.supervisor, &office.committee);
    for key in ["near", "gone"] {
        waiting_loan(office, key);
    }
    seated.called("third");
    seated.matter("third", "one", "loans.loan");
    seated.matter("third", "two", "loans.loan");
    let twice = seated.sheet("third", mona)["items"][0]["request"].clone();
    seated.called("fourth");
    let again = json!({ "id": id("again"), "meeting": id("fourth"), "request": twice });
    assert_eq!(seated.no("fourth", mona, "add_item", again), "committees.on_agenda");
    seated.there("third", &["chair", "deputy", "money", "outside"]);
    seated.hold("third");
    seated.votes("third", "one", &[("chair", "recused"), ("deputy", "for"), ("money", "for"), ("outside", "for")]);
    let sheet = seated.sheet("third", abdo);
    assert_eq!(code(&sheet["items"][0]["cannot_decide"]), "committees.recused");
    assert_eq!(code(&sheet["items"][0]["cannot_perform"]), "committees.recused");
    let decision = seated.decision("d1", "one", "approved", true);
    assert_eq!(seated.no("third", abdo, "decide", decision.clone()), "committees.recused");
    seated.step("third", mona, "decide", decision);
    assert_eq!(office.refused(abdo, "committees.perform", json!({ "decision": id("d1") })), "committees.changed_since");

    // The other one is approved on its own screen meanwhile: the decision cannot carry it over any more.
    let other = office.done(abdo, "loans.list", json!({ "limit": 10 }));
    let lines = other["lines"].as_array().unwrap();
    let waiting = lines.iter().find(|line| line["phase"] == "waiting").expect("one waits")["loan"].clone();
    office.done(abdo, "loans.approve", json!({ "loan": waiting }));
    seated.votes("third", "two", &[("chair", "for"), ("deputy", "for"), ("money", "for")]);
    let late = seated.decision("d2", "two", "approved", true);
    assert_eq!(seated.no("third", mona, "decide", late), "committees.changed_since");
    // Fewer are there by now than an item needs when two step aside.
    seated.called("fifth");
    seated.item("fifth", "plan", "خطة العام");
    seated.there("fifth", &["chair", "deputy", "money"]);
    seated.hold("fifth");
    seated.votes("fifth", "plan", &[("chair", "recused"), ("money", "recused"), ("deputy", "for")]);
    let few = seated.decision("d3", "plan", "approved", false);
    assert_eq!(seated.no("fifth", mona, "decide", few), "committees.quorum_missing");
    let left = json!({ "meeting": id("fifth"), "seats": [{ "member": id("deputy"), "presence": "absent" }] });
    assert_eq!(seated.no("fifth", mona, "attend", left), "committees.has_voted");
}

#[test]
fn a_refused_matter_is_refused_in_the_program_and_a_meeting_held_elsewhere_approves_nothing() {
    let seated = Seated::open();
    let office = &seated.office;
    let (mona, abdo) = (&office.supervisor, &office.committee);
    waiting_loan(office, "loan");
    seated.called("sixth");
    seated.matter("sixth", "loan", "loans.loan");
    seated.there("sixth", &["chair", "deputy", "money"]);
    seated.hold("sixth");
    seated.votes("sixth", "loan", &[("chair", "against"), ("deputy", "against"), ("money", "for")]);
    let yes = seated.decision("no", "loan", "approved", true);
    assert_eq!(seated.no("sixth", abdo, "decide", yes), "committees.not_carried");
    let refused = json!({ "id": id("no"), "item": id("loan"), "outcome": "rejected", "text": "المشروع قائم مثله في الحي",
        "perform": true, "declared": true });
    seated.step("sixth", abdo, "decide", refused);
    assert_eq!(office.sheet("loan")["decision"], "rejected");
    assert_eq!(seated.decided("no")["decision"]["state"], "done", "nothing follows from it");

    let seats: Vec<Value> =
        ["chair", "deputy", "money"].iter().map(|one| json!({ "member": id(one), "presence": "present" })).collect();
    let item = |outcome: &str, votes: i64| {
        json!({ "title": "اعتماد الميزانية", "text": "اعتمدت كما عُرضت", "outcome": outcome, "votes_for": votes,
            "against": 0, "abstained": 0, "owner_name": "المدير التنفيذي", "due": "2026-11-30" })
    };
    let entered = |key: &str, on: &str, items: Value| {
        json!({ "id": id(key), "committee": id("executive"), "on": on, "starts": "16:00", "place": "قاعة المحافظة",
            "way": "in_person", "seats": seats, "items": items })
    };
    let enter = |input: Value| office.refused(mona, "committees.enter", input);
    assert_eq!(enter(entered("old", "2026-11-25", json!([item("approved", 3)]))), "office.future_day");
    assert_eq!(enter(entered("old", "2026-10-10", json!([]))), "committees.agenda_empty");
    assert_eq!(enter(entered("old", "2026-10-10", json!([item("approved", 1)]))), "committees.not_carried");
    assert_eq!(enter(entered("old", "2026-10-10", json!([item("rejected", 3)]))), "committees.is_carried");
    assert_eq!(enter(entered("old", "2026-10-10", json!([item("approved", 9)]))), "committees.counts");
    office.done(mona, "committees.enter", entered("old", "2026-10-10", json!([item("approved", 3)])));
    let sheet = seated.sheet("old", abdo);
    assert_eq!((&sheet["line"]["state"], &sheet["line"]["elsewhere"]), (&json!("minuted"), &json!(true)));
    assert_eq!(code(&sheet["cannot_seal"]), "committees.scan_missing", "its signed paper is missing");
    office.story.pass(Duration::from_hours(24 * 9));
    let [abdo, mona] = ["abdo", "mona"].map(|login| office.story.sign_in(login, "نخلة وظل وماء").unwrap());
    let version = &seated.sheet("old", &abdo)["record"]["number"];
    let seal = json!({ "meeting": id("old"), "version": version });
    assert_eq!(office.refused(&abdo, "committees.seal", seal), "committees.scan_missing");
    let late = office.done(&mona, "committees.decisions", json!({ "standing": "late" }));
    assert_eq!(late["total"], 0, "due on the thirtieth, which is today");
}

#[test]
fn a_committee_has_its_seats_its_terms_and_its_declarations() {
    let seated = Seated::open();
    let office = &seated.office;
    let (root, mona, abdo) = (&office.story.caller, &office.supervisor, &office.committee);
    let version = || seated.committee()["record"]["number"].clone();
    let member = |key: &str, login: &str, role: &str| {
        json!({ "id": id(key), "committee": id("executive"), "person": office.person(login), "role": role, "votes": true,
            "since": TODAY, "version": version() })
    };
    assert_eq!(
        office.refused(root, "committees.add_member", member("again", "abdo", "member")),
        "committees.sits_already"
    );
    assert_eq!(office.refused(root, "committees.add_member", member("x", "sara", "chair")), "committees.role_taken");
    assert_eq!(office.refused(mona, "committees.add_member", member("x", "sara", "member")), "committees.manage");
    let mut nobody = member("x", "sara", "member");
    nobody["person"] = Value::Null;
    assert_eq!(office.refused(root, "committees.add_member", nobody), "committees.who_missing");
    let mut chair = json!({ "member": id("chair"), "role": "chair", "votes": false, "version": version() });
    assert_eq!(office.refused(root, "committees.change_member", chair.clone()), "committees.chair_votes");
    chair["version"] = json!(0);
    chair["votes"] = json!(true);
    assert_eq!(office.refused(root, "committees.change_member", chair), "record.changed_meanwhile");

    let declare = |member: &str, paper: bool| {
        json!({ "id": id(&format!("i-{member}")), "member": id(member), "on": TODAY, "interests": "شريك في مؤسسة توريد",
            "on_paper": paper })
    };
    assert_eq!(office.refused(mona, "committees.declare", declare("chair", false)), "committees.own_word");
    assert_eq!(office.refused(mona, "committees.declare", declare("outside", false)), "committees.own_word");
    office.done(abdo, "committees.declare", declare("chair", false));
    office.done(mona, "committees.declare", declare("outside", true));
    assert_eq!(seated.committee()["interests"].as_array().unwrap().len(), 2);

    let end = json!({ "member": id("money"), "until": TODAY, "reason": "انتقل إلى عمل آخر", "version": version() });
    office.done(root, "committees.end_member", end);
    let term = json!({ "committee": id("executive"), "term_from": TODAY, "term_to": "2029-11-20",
        "keep": [id("chair"), id("deputy")], "version": version() });
    office.done(root, "committees.begin_term", term);
    let sheet = seated.committee();
    assert_eq!(sheet["committee"]["term"], 2);
    let sitting = sheet["members"].as_array().unwrap().iter().filter(|one| one["until"].is_null()).count();
    assert_eq!(sitting, 2, "those who were asked to sit on");
    seated.called("first");
    assert_eq!(seated.sheet("first", mona)["line"]["no"], 1, "meetings of a term are counted from one");
    let far = json!({ "id": id("far"), "committee": id("executive"), "planned_on": "2030-01-01", "starts": "10:00",
        "place": "المقر", "way": "remote" });
    assert_eq!(office.refused(mona, "committees.call", far), "committees.outside_term");
    let cancel = json!({ "meeting": id("first"), "reason": "اعتذر أكثر الأعضاء" });
    seated.step("first", mona, "cancel_meeting", cancel);
    assert_eq!(seated.no("first", mona, "hold", json!({ "meeting": id("first") })), "committees.sealed");
}

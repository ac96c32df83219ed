//! Questionnaires: written by one and approved by another, sheets entered twice, answers that join to nobody, results that show no
//! few, ratings of closed requests, files of answers, findings, and actions measured again.

use crate::loans::{Lending, TODAY, id};
use office::Caller;
use serde_json::{Value, json};
use sharaka_tests::bring;
use std::collections::BTreeMap;
use std::time::Duration;

const PASSWORD: &str = "نخلة وظل وماء";
/// The scales of the shipped satisfaction, before the last ones.
const SCALES: [&str; 7] = ["reach", "reception", "clear", "fast", "fair", "service", "trust"];

/// The office with a second researcher and four departments.
struct Desk {
    office: Lending,
    hind: Caller,
    people: BTreeMap<&'static str, Value>,
}

impl Desk {
    fn open() -> Self {
        let office = Lending::open();
        let (_, hind) = office.story.with("هند الفريدي", "hind", "researcher");
        for (key, name) in [("loans", "القروض"), ("research", "البحث"), ("reception", "الاستقبال"), ("media", "الإعلام")]
        {
            let department = json!({ "id": id(key), "name": name, "active": true });
            office.done(&office.supervisor, "requests.save_department", department);
        }
        let people = ["sara", "mona", "hind"].into_iter().map(|login| (login, office.person(login))).collect();
        Self { office, hind, people }
    }

    fn sara(&self) -> &Caller {
        &self.office.researcher
    }

    fn mona(&self) -> &Caller {
        &self.office.supervisor
    }

    fn abdo(&self) -> &Caller {
        &self.office.committee
    }

    fn done(&self, caller: &Caller, verb: &str, input: Value) -> Value {
        self.office.done(caller, &format!("questionnaires.{verb}"), input)
    }

    fn refused(&self, caller: &Caller, verb: &str, input: Value) -> String {
        self.office.refused(caller, &format!("questionnaires.{verb}"), input)
    }

    fn sheet(&self, key: &str) -> Value {
        self.done(self.mona(), "open", which(key))
    }

    fn step(&self, key: &str, note: &str) -> Value {
        json!({ "questionnaire": id(key), "version": self.sheet(key)["record"]["number"], "note": note })
    }

    fn added(&self, key: &str, purpose: &str, more: Value) -> Value {
        self.done(self.sara(), "add", adding(key, purpose, more))
    }

    /// Written by the researcher, approved by the supervisor.
    fn opened(&self, key: &str, purpose: &str, more: Value) {
        self.added(key, purpose, more);
        self.done(self.sara(), "ask_opening", self.step(key, ""));
        self.done(self.mona(), "approve", self.step(key, ""));
    }

    fn issued(&self, key: &str, no: i64, count: i64, department: &str) {
        let input = json!({ "questionnaire": id(key), "no": no, "count": count, "department": id(department) });
        self.done(self.sara(), "issue_sheets", input);
    }

    fn results(&self, key: &str) -> Value {
        self.done(self.abdo(), "results", json!({ "questionnaire": id(key), "by": "department" }))
    }

    fn nights(&mut self, nights: u64) {
        self.office.story.pass(Duration::from_secs(nights * 86_400));
        self.office.researcher = self.office.story.sign_in("sara", PASSWORD).unwrap();
        self.office.supervisor = self.office.story.sign_in("mona", PASSWORD).unwrap();
        self.office.committee = self.office.story.sign_in("abdo", PASSWORD).unwrap();
        self.hind = self.office.story.sign_in("hind", PASSWORD).unwrap();
    }
}

fn which(key: &str) -> Value {
    json!({ "questionnaire": id(key) })
}

fn adding(key: &str, purpose: &str, more: Value) -> Value {
    let mut input = json!({ "id": id(key), "purpose": purpose,
        "typed": { "title": "رضا المستفيد", "opens": TODAY, "closes": "2026-12-09", "anonymous": true } });
    for (name, value) in more.as_object().unwrap() {
        match input["typed"].get(name).is_some() || ["sealed", "at_closing", "about"].contains(&name.as_str()) {
            true => input["typed"][name] = value.clone(),
            false => input[name] = value.clone(),
        }
    }
    input
}

fn code(no: i64, sheet: i64) -> String {
    format!("Q{no:02}-{sheet:04}")
}

/// Every scale answered with the same place, with one that is answered otherwise.
fn answers(place: i64, service: i64) -> Value {
    let scales = SCALES
        .iter()
        .map(|key| json!({ "question": key, "choice": [if *key == "service" { service } else { place }] }));
    scales.chain([json!({ "question": "appeal", "choice": [1] })]).collect()
}

fn entering(key: &str, code: &str, answers: &Value) -> Value {
    json!({ "questionnaire": id(key), "code": code, "answers": answers })
}

#[test]
fn questions_are_approved_by_another_and_stand_once_approved() {
    let desk = Desk::open();
    let (sara, mona, abdo, hind) = (desk.sara(), desk.mona(), desk.abdo(), &desk.hind);
    let bad = |more: Value| desk.refused(sara, "add", adding("form", "satisfaction", more));
    assert_eq!(bad(json!({ "title": "  " })), "questionnaires.title_missing");
    assert_eq!(bad(json!({ "title": "س".repeat(301) })), "questionnaires.text_long");
    assert_eq!(bad(json!({ "closes": "2026-11-20", "opens": "2026-11-19" })), "questionnaires.closes_past");
    assert_eq!(bad(json!({ "opens": "2026-12-10" })), "questionnaires.days_turned");
    assert_eq!(bad(json!({ "closes": "2031-01-01" })), "questionnaires.days_far");
    assert_eq!(bad(json!({ "anonymous": false, "at_closing": true })), "questionnaires.at_closing_named");
    assert_eq!(desk.refused(sara, "add", adding("poll", "poll", json!({}))), "questionnaires.poll_sealed");
    let finance = &desk.office.finance;
    assert_eq!(desk.refused(finance, "add", adding("form", "poll", json!({}))), "questionnaires.keep");

    desk.added("form", "satisfaction", json!({}));
    assert_eq!(bad(json!({})), "questionnaires.added_already");
    let sheet = desk.sheet("form");
    assert_eq!((&sheet["line"]["mark"], &sheet["line"]["standing"]), (&json!("Q01"), &json!("draft")));
    assert_eq!(sheet["questions"].as_array().unwrap().len(), 9, "it begins with what is shipped");

    // Another researcher writes in it, too: neither of them approves it.
    let mut questions = sheet["questions"].clone();
    questions[0]["text"] = json!("سهولة الوصول");
    let change = |questions: &Value| {
        json!({ "questionnaire": id("form"), "version": desk.sheet("form")["record"]["number"], "questions": questions,
                "typed": { "title": "رضا المستفيد", "opens": TODAY, "closes": "2026-12-09", "anonymous": true } })
    };
    let mut twice = questions.clone();
    twice[1]["overall"] = json!(true);
    assert_eq!(desk.refused(hind, "change", change(&twice)), "questionnaires.overall_one");
    let mut stale = change(&questions);
    stale["version"] = json!(0);
    assert_eq!(desk.refused(hind, "change", stale), "record.changed_meanwhile");
    desk.done(hind, "change", change(&questions));
    assert_eq!(desk.sheet("form")["hands"], json!(["سارة الحربي", "هند الفريدي"]));

    assert_eq!(desk.refused(mona, "approve", desk.step("form", "")), "questionnaires.not_asked");
    desk.done(sara, "ask_opening", desk.step("form", ""));
    assert_eq!(desk.office.tasks(mona, "questionnaire_opening"), 1);
    assert_eq!(desk.refused(sara, "approve", desk.step("form", "")), "questionnaires.approve");
    assert_eq!(desk.refused(sara, "change", change(&questions)), "questionnaires.not_draft");
    assert_eq!(desk.refused(mona, "send_back", desk.step("form", " ")), "questionnaires.reason_missing");
    desk.done(mona, "send_back", desk.step("form", "أضف سؤالًا عن الثقة"));
    assert_eq!(desk.sheet("form")["sent_back"], "أضف سؤالًا عن الثقة");
    assert_eq!(desk.office.tasks(sara, "questionnaire_opening_back"), 1);

    // Whoever wrote in it does not approve it, whatever role they have by then.
    desk.done(mona, "change", change(&questions));
    desk.done(sara, "ask_opening", desk.step("form", ""));
    assert_eq!(desk.refused(mona, "approve", desk.step("form", "")), "questionnaires.own_form");
    desk.done(abdo, "approve", desk.step("form", ""));
    let sheet = desk.sheet("form");
    assert_eq!((&sheet["line"]["standing"], &sheet["approved_by_name"]), (&json!("open"), &json!("عبدالرحمن السديس")));
    assert_eq!(desk.refused(abdo, "approve", desk.step("form", "")), "questionnaires.not_asked");

    // As long as nobody has answered and no sheet is out, it may be taken back.
    desk.done(sara, "take_back", desk.step("form", "تعديل الموعد"));
    assert_eq!(desk.sheet("form")["line"]["state"], "draft");
    desk.done(sara, "ask_opening", desk.step("form", ""));
    desk.done(abdo, "approve", desk.step("form", ""));
    desk.issued("form", 1, 3, "loans");
    assert_eq!(desk.refused(sara, "take_back", desk.step("form", "خطأ")), "questionnaires.answers_there");
    desk.done(sara, "enter", entering("form", "Q01-0001", &answers(5, 5)));
    assert_eq!(desk.refused(sara, "change", change(&questions)), "questionnaires.frozen");
    assert_eq!(
        desk.refused(sara, "add", adding("next", "satisfaction", json!({ "after": id("form") }))),
        "questionnaires.edition_open"
    );
}

#[test]
fn forty_sheets_are_entered_some_twice_and_the_quarter_is_read() {
    let mut desk = Desk::open();
    desk.opened("form", "satisfaction", json!({}));
    let (sara, mona, hind) = (desk.sara(), desk.mona(), &desk.hind);
    for (no, (count, department)) in (1..).zip([(20, "loans"), (14, "research"), (7, "reception"), (3, "media")]) {
        desk.issued("form", no, count, department);
    }
    let again = json!({ "questionnaire": id("form"), "no": 4, "count": 5 });
    assert_eq!(desk.refused(sara, "issue_sheets", again), "questionnaires.run_issued");
    let many = json!({ "questionnaire": id("form"), "no": 5, "count": 101 });
    assert_eq!(desk.refused(sara, "issue_sheets", many), "questionnaires.sheets_range");

    // Codes: of this questionnaire only, each once.
    let enter = |code: &str| desk.refused(sara, "enter", entering("form", code, &answers(5, 5)));
    assert_eq!(enter("Q02-0001"), "questionnaires.code_unknown");
    assert_eq!(enter("Q01-0045"), "questionnaires.code_unknown");
    assert_eq!(enter("ورقة"), "questionnaires.code_unknown");
    let answer = |one: Value| desk.refused(sara, "enter", entering("form", "1", &json!([one])));
    assert_eq!(answer(json!({ "question": "reach", "choice": [6] })), "questionnaires.answer_range");
    assert_eq!(answer(json!({ "question": "other", "choice": [1] })), "questionnaires.answer_unknown");
    assert_eq!(desk.refused(sara, "enter", entering("form", "1", &json!([]))), "questionnaires.answer_none");

    for sheet in 1..=43_i64 {
        // Of every ten, one is not satisfied with the service.
        let service = if sheet % 10 == 0 { 2 } else { 5 };
        let saved = desk.done(sara, "enter", entering("form", &code(1, sheet), &answers(4, service)));
        assert_eq!(saved["twice"], sheet % 10 == 1, "the first of every ten is entered twice: {sheet}");
    }
    assert_eq!(enter("Q01-0007"), "questionnaires.sheet_entered");
    desk.done(sara, "spoil", json!({ "questionnaire": id("form"), "code": "44", "reason": "ممزقة" }));
    assert_eq!(enter("44"), "questionnaires.sheet_spoiled");

    // Whoever entered a sheet corrects it; nobody else sees it, and the second entry is blind.
    let asked =
        |caller: &Caller, code: &str| desk.done(caller, "sheet", json!({ "questionnaire": id("form"), "code": code }));
    let mine = asked(sara, "٢");
    assert_eq!((&mine["state"], &mine["code"]), (&json!("mine"), &json!("Q01-0002")));
    let correct =
        json!({ "questionnaire": id("form"), "code": "2", "version": mine["version"], "answers": answers(5, 5) });
    assert_eq!(desk.refused(hind, "correct", correct.clone()), "questionnaires.not_yours");
    desk.done(sara, "correct", correct);
    let theirs = asked(hind, "1");
    assert_eq!((&theirs["state"], &theirs["answers"]), (&json!("second"), &Value::Null));
    assert_eq!(asked(hind, "2")["state"], "entered");
    let second =
        |caller: &Caller, code: &str| desk.refused(caller, "enter_second", entering("form", code, &answers(4, 5)));
    assert_eq!(second(sara, "1"), "questionnaires.second_own");
    assert_eq!(second(hind, "2"), "questionnaires.second_not_asked");
    assert_eq!(desk.office.tasks(hind, "sheets_second"), 1);
    for sheet in [1, 11, 21] {
        let saved = desk.done(hind, "enter_second", entering("form", &code(1, sheet), &answers(4, 5)));
        assert_eq!(saved["differ"], 0);
    }
    let slip = desk.done(hind, "enter_second", entering("form", &code(1, 31), &answers(4, 3)));
    assert_eq!(slip["differ"], 1);
    assert_eq!(second(hind, "31"), "questionnaires.second_there");

    // It is not closed before both entries of each were compared and settled.
    let progress = desk.sheet("form")["progress"].clone();
    assert_eq!((&progress["checked"], &progress["identical"], &progress["differ"]), (&json!(4), &json!(3), &json!(1)));
    assert_eq!(desk.refused(mona, "close", desk.step("form", "انتهى الورق")), "questionnaires.conditions_missing");
    desk.done(hind, "enter_second", entering("form", &code(1, 41), &answers(4, 5)));
    let differ = desk.done(mona, "differences", which("form"))["sheets"][0].clone();
    assert_eq!((&differ["code"], &differ["lines"][0]["question"]), (&json!("Q01-0031"), &json!("service")));
    let settle = |settled: Value| json!({ "questionnaire": id("form"), "code": "31", "version": differ["version"], "settled": settled });
    let paper = json!([{ "question": "service", "first": false }]);
    assert_eq!(desk.refused(sara, "settle", settle(paper.clone())), "questionnaires.settle_own");
    assert_eq!(desk.refused(mona, "settle", settle(json!([]))), "questionnaires.unsettled");
    desk.done(mona, "settle", settle(paper.clone()));
    assert_eq!(desk.refused(mona, "settle", settle(paper)), "questionnaires.settled_already");
    assert_eq!(desk.refused(sara, "close", desk.step("form", "انتهى الورق")), "questionnaires.approve");
    assert_eq!(
        desk.refused(mona, "close", desk.step("form", "")),
        "questionnaires.reason_missing",
        "before its last day"
    );
    desk.nights(20);
    assert_eq!(desk.sheet("form")["line"]["standing"], "entering");
    desk.done(desk.mona(), "close", desk.step("form", ""));
    assert_eq!(
        desk.refused(desk.sara(), "enter", entering("form", "44", &answers(5, 5))),
        "questionnaires.closed_already"
    );

    // 44 sheets, one spoiled: 20 of loans, 14 of research, 7 of reception, 2 of media.
    let results = desk.results("form");
    assert_eq!((&results["answers"], &results["hidden"]), (&json!(43), &Value::Null));
    let group =
        |key: &str| results["groups"].as_array().unwrap().iter().find(|one| one["key"] == id(key)).unwrap().clone();
    assert_eq!(group("loans")["satisfied"], json!({ "n": 18, "of": 20, "percent": 90 }));
    assert_eq!(group("research")["satisfied"]["n"], 12, "one of ten, and the one that was settled");
    assert!(
        group("media")["suppressed"] == true && group("reception")["suppressed"] == true,
        "two, and the next smallest"
    );
    assert_eq!(results["total"]["satisfied"], json!({ "n": 30, "of": 34, "percent": 88 }));
    let fast = results["questions"].as_array().unwrap().iter().find(|one| one["question"]["key"] == "fast").unwrap();
    assert_eq!((&fast["satisfaction"]["satisfied"]["percent"], &fast["change"]), (&json!(100), &Value::Null));
    let figures = desk.done(desk.abdo(), "figures", which("form"));
    assert_eq!(figures["lines"][0]["percent"], 100);
    // The paper has the groups too, and no few of them.
    desk.done(desk.abdo(), "results_paper", which("form"));
}

#[test]
fn an_answer_joins_to_nobody_and_everybody_answers_once() {
    let desk = Desk::open();
    desk.office.borrower("hessa", "حصة فهد علي العنزي", "1070707078");
    let finance = &desk.office.finance;
    let poll = json!({ "sealed": true, "title": "موعد الدورات" });
    desk.opened("poll", "poll", poll);
    let say = |client: &str, party: Value, choice: i64| {
        json!({ "id": client, "questionnaire": id("poll"), "channel": "phone", "party": party,
                "answers": [{ "question": "opinion", "choice": [choice] }] })
    };
    assert_eq!(desk.refused(finance, "answer", say("a", Value::Null, 1)), "questionnaires.person_missing");
    desk.done(finance, "answer", say("a", json!(id("noura")), 1));
    assert_eq!(desk.refused(finance, "answer", say("b", json!(id("noura")), 2)), "questionnaires.answered_before");
    desk.done(finance, "answer", say("c", json!(id("hessa")), 2));
    let by_kiosk = json!({ "id": "d", "questionnaire": id("poll"), "channel": "kiosk", "token": "R7K3-9QXM",
                           "answers": [{ "question": "opinion", "choice": [1] }] });
    assert_eq!(desk.refused(finance, "answer", by_kiosk), "questionnaires.token_unknown");
    let open =
        json!({ "id": "e", "questionnaire": id("poll"), "channel": "interview", "party": id("hessa"), "answers": [] });
    assert_eq!(desk.refused(finance, "answer", open), "questionnaires.answer_none");

    // A poll shows nothing before its end, to nobody.
    let results = desk.results("poll");
    assert_eq!((&results["hidden"], &results["groups"]), (&json!("before_close"), &json!([])));
    assert_eq!(results["questions"][0]["options"], json!([]));
    let figures = desk.done(desk.abdo(), "figures", which("poll"));
    assert_eq!((&figures["lines"][0]["n"], &figures["lines"][0]["percent"]), (&Value::Null, &Value::Null));

    // The trail tells that somebody answered, and neither who nor what.
    let trail = desk.office.story.told("audit.list", json!({ "limit": 500 }))["lines"].clone();
    let answered = |line: &&Value| line["after"]["answer"] == "phone";
    let lines: Vec<&Value> = trail.as_array().unwrap().iter().filter(answered).collect();
    assert_eq!(lines.len(), 2, "one line for each answer");
    for line in lines {
        let text = line.to_string();
        let person = [id("noura"), id("hessa")].iter().any(|party| text.contains(party.as_str()));
        assert!(!person && !text.contains("opinion"), "neither who nor what: {text}");
    }

    // Where people are named, it must be known who answers, and each answers once.
    desk.opened("named", "impact", json!({ "anonymous": false, "title": "الأثر" }));
    let measured = |client: &str, party: Value| {
        let one = |key: &str| json!({ "question": key, "choice": [4] });
        json!({ "id": client, "questionnaire": id("named"), "channel": "interview", "party": party,
                "answers": [{ "question": "income", "number": 4200 }, one("covers"), one("skill"), one("belong")] })
    };
    assert_eq!(desk.refused(finance, "answer", measured("f", Value::Null)), "questionnaires.person_missing");
    desk.done(finance, "answer", measured("g", json!(id("noura"))));
    assert_eq!(desk.refused(finance, "answer", measured("h", json!(id("noura")))), "questionnaires.answered_before");
    let mut far = measured("i", json!(id("hessa")));
    far["answers"][0]["number"] = json!(-1);
    assert_eq!(desk.refused(finance, "answer", far), "questionnaires.answer_range");
}

#[test]
fn a_closed_request_is_offered_a_rating_once_and_its_answer_is_of_a_department() {
    let desk = Desk::open();
    let (sara, mona) = (desk.sara(), desk.mona());
    let ask = |key: &str, restricted: bool| {
        let input = json!({ "id": id(key), "kind": "inquiry", "party": id("noura"), "channel": "phone", "subject": "شروط الترميم",
            "department": id("research"), "restricted": restricted, "received_on": TODAY });
        desk.office.done(sara, "requests.add", input);
        let person = desk.people["sara"].clone();
        desk.office.done(mona, "requests.assign", json!({ "requests": [id(key)], "to": person }));
    };
    let close = |key: &str| {
        let version =
            desk.office.done(sara, "requests.open", json!({ "request": id(key) }))["record"]["number"].clone();
        let input = json!({ "id": id(key), "version": version, "to": "closed", "answer": "لا يشمل المستأجر" });
        desk.office.done(sara, "requests.advance", input);
    };
    let offer = |key: &str, way: &str| json!({ "request": id(key), "way": way });
    ask("one", false);
    assert_eq!(desk.refused(sara, "offer_rating", offer("one", "kiosk")), "questionnaires.rating_not_closed");
    close("one");
    assert_eq!(desk.refused(sara, "offer_rating", offer("one", "kiosk")), "questionnaires.rating_none_open");
    assert_eq!(desk.office.tasks(sara, "ratings_due"), 0, "nothing to offer yet");
    desk.opened("form", "satisfaction", json!({ "at_closing": true }));
    assert_eq!(desk.office.tasks(sara, "ratings_due"), 1);

    let held = desk.done(sara, "offer_rating", offer("one", "kiosk"));
    assert_eq!(desk.refused(sara, "offer_rating", offer("one", "letter")), "questionnaires.rating_offered");
    assert_eq!(desk.refused(sara, "decline_rating", json!({ "request": id("one") })), "questionnaires.rating_offered");
    // Nobody answered: the offer is withdrawn, and made again; the old token is worth nothing.
    let withdraw = |token: &Value| json!({ "request": id("one"), "token": token });
    desk.done(sara, "withdraw_offer", withdraw(&held["token"]));
    let answer = |token: &Value, answers: Value| json!({ "id": "client", "questionnaire": id("form"), "channel": "kiosk", "token": token, "answers": answers });
    assert_eq!(desk.refused(sara, "answer", answer(&held["token"], answers(5, 5))), "questionnaires.token_unknown");
    let held = desk.done(sara, "offer_rating", offer("one", "letter"));
    desk.done(sara, "rating_slip", json!({ "questionnaire": id("form"), "token": held["token"] }));
    let part = json!([{ "question": "reach", "choice": [5] }]);
    assert_eq!(desk.refused(sara, "answer", answer(&held["token"], part)), "questionnaires.answer_missing");
    let mut named = answer(&held["token"], answers(5, 5));
    named["party"] = json!(id("noura"));
    assert_eq!(desk.refused(sara, "answer", named), "questionnaires.names_nobody");
    desk.done(sara, "answer", answer(&held["token"], answers(5, 5)));
    assert_eq!(desk.refused(sara, "answer", answer(&held["token"], answers(1, 1))), "questionnaires.answered_before");
    assert_eq!(desk.refused(sara, "withdraw_offer", withdraw(&held["token"])), "questionnaires.answered_before");
    let results = desk.results("form");
    assert_eq!((&results["answers"], &results["hidden"]), (&json!(1), &json!("too_few")));
    assert_eq!(results["response"]["of"], 1, "of one closed request");

    // A restricted one stands in no list, and is not there for who may not see it.
    ask("two", true);
    close("two");
    ask("three", false);
    close("three");
    let lines = desk.done(sara, "offers", json!({}))["lines"].clone();
    assert_eq!(lines.as_array().unwrap().len(), 1, "{lines}");
    assert_eq!(lines[0]["request"], id("three"));
    let gone = desk.office.call(&desk.hind, "questionnaires.rating", json!({ "request": id("two") })).unwrap_err();
    assert!(matches!(gone, kernel::Failure::NotFound { .. }), "{gone}");
    desk.done(sara, "decline_rating", json!({ "request": id("three") }));
    assert_eq!(desk.done(sara, "rating", json!({ "request": id("three") }))["state"], "declined");
}

#[test]
fn a_file_of_answers_comes_in_once_row_by_row() {
    let desk = Desk::open();
    desk.opened("feedback", "content_feedback", json!({}));
    let sara = desk.sara();
    let file = "الوقت,هل أفادك هذا المحتوى؟,2,القسم,اسم\n\
                10:00,نعم,,الإعلام,نورة\n\
                10:05,لا,غير واضح، ناقص,الإعلام,حصة\n\
                10:06,ربما,,,\n\
                10:07,لا,,قسم مجهول,\n\
                10:00,نعم,,الإعلام,نورة\n\
                10:09,لا أعلم,,,\n";
    // A comma of Arabic parts choices; the file's own part cells.
    let ticket = || bring(&desk.office.story.office, sara, "questionnaires.preview_import", file).unwrap();
    let input = |ticket: &str| json!({ "questionnaire": id("feedback"), "ticket": ticket, "name": "answers.csv" });
    let held = ticket();
    let found = desk.done(sara, "preview_import", input(&held));
    let takes: Vec<&str> =
        found["columns"].as_array().unwrap().iter().map(|one| one["takes"].as_str().unwrap()).collect();
    assert_eq!(takes, ["", "useful", "why", "department", ""], "found by words, number and name");
    let counts =
        |found: &Value| ["rows", "ready", "known", "repeated", "refused"].map(|key| found[key].as_i64().unwrap());
    assert_eq!(counts(&found), [6, 3, 0, 1, 2]);
    let refusal = &found["refusals"][0];
    assert_eq!(
        (&refusal["row"], &refusal["value"], &refusal["code"]),
        (&json!(4), &json!("ربما"), &json!("questionnaires.answer_range"))
    );
    assert_eq!(found["refusals"][1]["code"], "questionnaires.department_unknown");
    let held = ticket();
    let done = desk.done(sara, "import_answers", input(&held));
    assert_eq!((&done["imported"], &done["refused"]), (&json!(3), &json!(2)));
    let held = ticket();
    assert_eq!(counts(&desk.done(sara, "preview_import", input(&held))), [6, 0, 3, 1, 2], "the same rows are known");
    assert_eq!(desk.sheet("feedback")["line"]["answers"], 3);
    let strange = bring(&desk.office.story.office, sara, "questionnaires.preview_import", "a,b\n1,2\n").unwrap();
    assert_eq!(desk.refused(sara, "preview_import", input(&strange)), "questionnaires.file_columns");
}

#[test]
fn what_was_said_becomes_an_action_and_is_measured_again_by_another() {
    let mut desk = Desk::open();
    desk.opened("first", "satisfaction", json!({ "closes": "2026-11-25" }));
    desk.issued("first", 1, 10, "loans");
    for sheet in 1..=8_i64 {
        let place = if sheet <= 4 { 2 } else { 5 };
        desk.done(desk.sara(), "enter", entering("first", &code(1, sheet), &answers(place, 5)));
    }
    let wrong = json!({ "domain": "الخدمة", "text": "بطء", "severity": "high", "evidence": " " });
    let find = |finding: Value| json!({ "id": id("finding"), "questionnaire": id("first"), "finding": finding });
    assert_eq!(desk.refused(desk.sara(), "add_finding", find(wrong)), "questionnaires.evidence_missing");
    let right = json!({ "domain": "الخدمة", "text": "بطء الرد", "severity": "high", "evidence": "50٪ من 8", "question": "fast" });
    let found = desk.done(desk.sara(), "add_finding", find(right));
    assert_eq!(found["finding_no"], "ن-1448-0001");

    let act = |owner: &str, due: &str, finding: Value| {
        json!({ "id": id("action"), "source": "finding", "finding": finding, "said": "بطء الرد", "text": "موظف للرد",
                "owner": desk.people[owner], "due": due })
    };
    let (finding, mona) = (json!(id("finding")), desk.mona());
    assert_eq!(desk.refused(mona, "add_improvement", act("sara", TODAY, Value::Null)), "questionnaires.source_missing");
    assert_eq!(
        desk.refused(mona, "add_improvement", act("sara", "2026-11-01", finding.clone())),
        "questionnaires.due_past"
    );
    desk.done(mona, "add_improvement", act("sara", TODAY, finding));
    let version = |desk: &Desk| {
        desk.done(desk.mona(), "improvement", json!({ "action": id("action") }))["line"]["version"].clone()
    };
    let judge = |desk: &Desk, more: Value| {
        let mut input = json!({ "id": id("action"), "version": version(desk) });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        input
    };
    let with = json!({ "measured_with": id("second") });
    assert_eq!(desk.refused(mona, "judge_improvement", judge(&desk, with.clone())), "questionnaires.action_not_done");
    desk.nights(1);
    assert_eq!(desk.office.tasks(desk.sara(), "improvements_late"), 1);
    let end = json!({ "id": id("action"), "version": version(&desk), "done": true, "outcome": "خُصص موظف" });
    desk.done(desk.sara(), "end_improvement", end);
    assert_eq!(desk.refused(desk.sara(), "judge_improvement", judge(&desk, with.clone())), "questionnaires.own_effect");
    assert_eq!(
        desk.refused(desk.mona(), "judge_improvement", judge(&desk, with.clone())),
        "questionnaires.not_measured_again"
    );

    desk.nights(5);
    let after = json!({ "after": id("first"), "opens": "2026-11-27" });
    desk.opened("second", "satisfaction", after);
    desk.issued("second", 1, 10, "loans");
    for sheet in 1..=8_i64 {
        desk.done(
            desk.sara(),
            "enter",
            entering("second", &code(2, sheet), &answers(if sheet == 1 { 2 } else { 4 }, 5)),
        );
    }
    desk.done(desk.mona(), "judge_improvement", judge(&desk, with.clone()));
    let line = desk.done(desk.mona(), "improvements", json!({}))["lines"][0].clone();
    assert_eq!(
        (&line["effect"], &line["before_percent"], &line["after_percent"]),
        (&json!("better"), &json!(50), &json!(88))
    );
    assert_eq!(desk.refused(desk.mona(), "judge_improvement", judge(&desk, with)), "questionnaires.effect_said");
    // The second edition stands beside the first.
    let results = desk.results("second");
    let fast = results["questions"].as_array().unwrap().iter().find(|one| one["question"]["key"] == "fast").unwrap();
    assert_eq!(fast["change"], 38);
    assert_eq!(results["editions"].as_array().unwrap().len(), 2);
}

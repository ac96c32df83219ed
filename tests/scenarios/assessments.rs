//! A family is assessed, reviewed by another person, and classified; what it needs and what is done about it.

use crate::approvals::give_role;
use crate::loans::{Lending, TODAY, id};
use office::Caller;
use serde_json::{Value, json};
use std::time::Duration;

/// The page of the prototype: a score of 62, class B.
pub fn facts() -> Value {
    json!({ "family_size": 7, "dependants": 6, "widow": true, "orphan_n": 6, "disabled_n": 0, "elderly_n": 0,
            "social_security": 214_000, "citizen_account": 76_000, "project_income": 115_000, "piecework": 0,
            "rent": 100_000, "debts": 25_000, "tenure": "rent", "rooms": 3, "unsound": "", "earning": "halted_project",
            "findings": "البيت نظيف والماكينة متوقفة" })
}

pub fn draft(facts: Value) -> Value {
    json!({ "done_on": TODAY, "reason": "تغيّر الدخل", "facts": facts,
            "abilities": [{ "kind": "skill", "who": "نورة", "text": "خياطة وتطريز", "trains": false, "runs": true },
                          { "kind": "wish", "text": "تدريب على البيع في المتجر الإلكتروني", "trains": true }] })
}

fn with(mut whole: Value, key: &str, value: Value) -> Value {
    whole[key] = value;
    whole
}

struct Research {
    office: Lending,
}

impl Research {
    fn open() -> Self {
        Self { office: Lending::open() }
    }

    fn done(&self, who: &Caller, command: &str, input: Value) -> Value {
        self.office.done(who, &format!("assessments.{command}"), input)
    }

    fn refused(&self, who: &Caller, command: &str, input: Value) -> String {
        self.office.refused(who, &format!("assessments.{command}"), input)
    }

    fn begin(&self, key: &str, kind: &str) -> Value {
        let input = json!({ "id": id(key), "party": id("noura"), "kind": kind, "reason": "تغيّر الدخل" });
        self.done(&self.office.researcher, "begin", input)
    }

    fn sheet(&self, key: &str) -> Value {
        self.done(&self.office.supervisor, "open", json!({ "assessment": id(key) }))
    }

    fn version(&self, key: &str) -> Value {
        self.sheet(key)["record"]["number"].clone()
    }

    fn save(&self, key: &str, draft: Value) -> Value {
        json!({ "assessment": id(key), "version": self.version(key), "draft": draft })
    }

    fn complete(&self, key: &str, draft: Value) {
        self.done(&self.office.researcher, "complete", self.save(key, draft));
    }

    fn review(&self, key: &str) -> Value {
        json!({ "assessment": id(key), "version": self.version(key), "note": "اطلعت على الشواهد" })
    }

    /// Begun, completed and reviewed.
    fn reviewed(&self, key: &str, kind: &str, draft: Value) {
        self.begin(key, kind);
        self.complete(key, draft);
        self.done(&self.office.supervisor, "review", self.review(key));
    }

    fn file(&self) -> Value {
        self.office.done(&self.office.researcher, "beneficiaries.open", json!({ "party": id("noura") }))
    }

    fn of_file(&self, who: &Caller) -> Value {
        self.done(who, "of_file", json!({ "party": id("noura") }))
    }
}

#[test]
fn a_family_is_assessed_reviewed_by_another_and_classified() {
    let research = Research::open();
    let (sara, mona) = (&research.office.researcher, &research.office.supervisor);
    assert_eq!(research.file()["facts"]["class"], "");
    research.begin("first", "intake");
    let sheet = research.sheet("first");
    assert_eq!(sheet["line"]["assessment_no"], "A-1448-0001");
    assert_eq!((&sheet["earlier"], &sheet["measured"]["moved"]), (&json!([]), &Value::Null), "nothing stands before");
    assert_eq!(sheet["rule"]["decision"], "", "as shipped until a decision");

    let typed = json!({ "assessment": id("first"), "draft": draft(facts()) });
    let looked = research.done(sara, "preview", typed);
    assert_eq!((&looked["measure"]["score"], &looked["measure"]["class"]), (&json!(62), &json!("B")));
    assert_eq!(looked["measure"]["per_capita"], 40_000);

    research.done(sara, "save_draft", research.save("first", draft(facts())));
    let trail = research.office.done(&research.office.story.caller, "audit.list", json!({ "limit": 50 }));
    let saved = |line: &Value| line["command"] == "assessments.save_draft";
    assert!(!trail["lines"].as_array().unwrap().iter().any(saved), "a draft that is typed fills no trail");
    assert_eq!(research.office.tasks(mona, "assessments_review"), 0);
    research.complete("first", draft(facts()));
    assert_eq!(research.file()["facts"]["class"], "", "the file waits for the review");
    assert_eq!(research.office.tasks(mona, "assessments_review"), 1);
    assert_eq!(research.refused(sara, "review", research.review("first")), "assessments.review", "no right of it");
    research.done(mona, "review", research.review("first"));
    let file = research.file();
    assert_eq!((&file["facts"]["class"], &file["facts"]["next_review_on"]), (&json!("b"), &json!("2027-05-20")));
    let lines = research.office.done(sara, "beneficiaries.list", json!({ "class": "b" }))["lines"].clone();
    assert_eq!(lines[0]["party"], id("noura"), "the list shows and finds it");
    assert_eq!(research.refused(mona, "review", research.review("first")), "assessments.reviewed_already");
    let again = research.save("first", draft(facts()));
    assert_eq!(research.refused(sara, "save_draft", again.clone()), "assessments.reviewed_already");
    assert_eq!(research.refused(sara, "complete", again), "assessments.reviewed_already");
    let seen = research.office.done(&research.office.story.caller, "audit.list", json!({ "action": "view" }));
    assert!(
        seen["lines"].as_array().unwrap().iter().any(|line| line["command"] == "assessments.open"),
        "who looked at the facts is kept"
    );
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    let research = Research::open();
    let sara = &research.office.researcher;
    let begin = |key: &str, kind: &str| json!({ "id": id(key), "party": id("noura"), "kind": kind });
    assert_eq!(research.refused(sara, "begin", begin("x", "closure")), "assessments.nothing_before");
    research.begin("first", "intake");
    assert_eq!(research.refused(sara, "begin", begin("first", "intake")), "assessments.added_already");
    assert_eq!(research.refused(sara, "begin", begin("second", "periodic")), "assessments.open_already");
    let refused = |draft: Value| research.refused(sara, "complete", research.save("first", draft));
    let fact = |key: &str, value: Value| draft(with(facts(), key, value));
    assert_eq!(refused(with(draft(facts()), "done_on", json!("2026-11-22"))), "office.future_day");
    assert_eq!(refused(fact("salary", json!(-1))), "assessments.amount_negative");
    assert_eq!(refused(fact("rooms", json!(100))), "assessments.count_range");
    assert_eq!(refused(fact("rooms", json!(0))), "need.rooms");
    assert_eq!(refused(fact("dependants", json!(8))), "need.dependants");
    assert_eq!(refused(fact("unsound", json!("chimney"))), "assessments.unsound_unknown");
    assert_eq!(refused(fact("earning", Value::Null)), "need.incomplete", "what nobody asked leaves no score");
    let by_hand = |class: &str, reason: &str| {
        with(with(draft(facts()), "manual_class", json!(class)), "manual_reason", json!(reason))
    };
    assert_eq!(refused(by_hand("a", " ")), "need.reason");
    assert_eq!(refused(by_hand("b", "كما هي")), "need.same_class");
    let empty = with(draft(facts()), "abilities", json!([{ "kind": "skill", "text": " " }]));
    assert_eq!(refused(empty), "assessments.ability_empty");
    let sent = research.save("first", draft(facts()));
    assert_eq!(
        research.refused(&research.office.supervisor, "review", research.review("first")),
        "assessments.not_completed"
    );
    research.done(sara, "complete", sent);
    assert_eq!(refused(draft(facts())), "assessments.not_draft");

    // Nobody types a class over the one a review gives.
    let file = research.file();
    let mut typed = json!({ "party": id("noura"), "version": file["record"]["number"], "facts": file["facts"] });
    typed["facts"]["class"] = json!("a");
    assert_eq!(research.office.refused(sara, "beneficiaries.change", typed), "beneficiaries.class_by_review");
}

#[test]
fn nobody_who_wrote_in_it_reviews_it_by_whatever_path() {
    let research = Research::open();
    let (sara, mona, committee) =
        (&research.office.researcher, &research.office.supervisor, &research.office.committee);
    research.begin("first", "intake");
    // Mona wrote in the draft that Sara began and completed.
    research.done(mona, "save_draft", research.save("first", draft(facts())));
    research.complete("first", draft(facts()));
    assert_eq!(research.sheet("first")["cannot_review"], "need.self_review", "she is told why");
    assert_eq!(research.refused(mona, "review", research.review("first")), "need.self_review");
    assert_eq!(research.office.tasks(mona, "assessments_review"), 0);
    // Sara becomes a supervisor: she wrote in it all the same.
    give_role(&research.office, "sara", "supervisor");
    let sara_again = research.office.story.sign_in("sara", "نخلة وظل وماء").unwrap();
    assert_eq!(research.refused(&sara_again, "review", research.review("first")), "need.self_review");
    // Sent back and completed anew, those who wrote before are still those who wrote.
    let back = json!({ "assessment": id("first"), "version": research.version("first"), "reason": "أين عقد الإيجار؟" });
    assert_eq!(
        research.refused(committee, "send_back", with(back.clone(), "reason", json!(" "))),
        "assessments.reason_missing"
    );
    research.done(committee, "send_back", back);
    assert_eq!(research.office.tasks(&sara_again, "assessment_back"), 1);
    research.done(&sara_again, "complete", research.save("first", draft(facts())));
    assert_eq!(research.refused(mona, "review", research.review("first")), "need.self_review");
    research.done(committee, "review", research.review("first"));
    let _ = sara;
}

#[test]
fn two_people_in_one_draft_do_not_lay_words_over_each_other() {
    let research = Research::open();
    let (sara, mona) = (&research.office.researcher, &research.office.supervisor);
    research.begin("first", "intake");
    let (hers, theirs) =
        (research.save("first", draft(facts())), research.save("first", draft(with(facts(), "rooms", json!(4)))));
    research.done(sara, "save_draft", hers.clone());
    assert_eq!(research.refused(mona, "save_draft", theirs.clone()), "record.changed_meanwhile");
    assert_eq!(research.refused(mona, "complete", theirs), "record.changed_meanwhile");
    assert_eq!(
        research.refused(sara, "save_draft", hers),
        "record.changed_meanwhile",
        "a second click changes nothing"
    );
    assert_eq!(research.sheet("first")["draft"]["facts"]["rooms"], 3);
    assert_eq!(research.sheet("first")["hands"], json!(["سارة الحربي"]), "who was refused wrote nothing");
    let drop = json!({ "assessment": id("first"), "version": research.version("first"), "reason": "فُتح خطأ" });
    research.done(sara, "drop_draft", drop.clone());
    assert_eq!(research.refused(sara, "drop_draft", drop), "assessments.not_draft");
    research.begin("second", "intake");
}

#[test]
fn the_next_one_is_filled_from_the_last_and_says_what_moved_the_score() {
    let mut research = Research::open();
    let before = with(with(facts(), "project_income", json!(185_000)), "piecework", json!(60_000));
    research.reviewed("first", "intake", draft(with(before, "earning", json!("running_project"))));
    assert_eq!(research.of_file(&research.office.researcher)["progress"][0]["score"], 52);
    let early = json!({ "id": id("x"), "party": id("noura"), "kind": "intake" });
    assert_eq!(research.refused(&research.office.researcher, "begin", early), "assessments.intake_again");

    research.office.story.pass(Duration::from_secs(21 * 86_400));
    research.office.researcher = research.office.story.sign_in("sara", "نخلة وظل وماء").unwrap();
    research.office.supervisor = research.office.story.sign_in("mona", "نخلة وظل وماء").unwrap();
    research.begin("second", "periodic");
    let sheet = research.sheet("second");
    assert_eq!(sheet["draft"]["facts"]["project_income"], 185_000, "filled from the last");
    assert_eq!(sheet["measured"]["changed"], json!([]));
    let sources = sheet["sources"].as_array().unwrap();
    let rooms = sources.iter().find(|one| one["field"] == "rooms").unwrap();
    assert_eq!((&rooms["source"], &rooms["day"]), (&json!("assessment"), &json!(TODAY)));
    let old = research.save("second", with(draft(facts()), "done_on", json!("2026-11-20")));
    assert_eq!(research.refused(&research.office.researcher, "complete", old), "assessments.day_before_last");
    let now = with(draft(facts()), "done_on", json!("2026-12-12"));
    let looked =
        research.done(&research.office.researcher, "preview", json!({ "assessment": id("second"), "draft": now }));
    assert_eq!(looked["changed"], json!(["earning", "piecework", "project_income"]));
    assert_eq!(looked["moved"]["parts"], json!([["income", 7], ["earning", 3]]));

    // By hand, with a reason, by another's review: an exception that is listed.
    let by_hand = with(with(now, "manual_class", json!("a")), "manual_reason", json!("لم يستقر دخل المشروع"));
    research.complete("second", by_hand);
    research.done(&research.office.supervisor, "review", research.review("second"));
    assert_eq!(research.file()["facts"]["class"], "a");
    let listed = research.done(&research.office.researcher, "list", json!({ "exception": true }));
    assert_eq!((&listed["total"], &listed["counts"]["exceptions"]), (&json!(1), &json!(1)));
    assert_eq!((&listed["lines"][0]["class"], &listed["lines"][0]["final_class"]), (&json!("b"), &json!("a")));
    let newest = research.done(&research.office.researcher, "list", json!({ "newest": true }));
    assert_eq!(newest["total"], 1);

    let period = json!({ "from": "2026-01-01", "until": "2026-12-12", "rows": "measured" });
    let outcomes = research.done(&research.office.researcher, "outcomes", period.clone());
    assert_eq!(outcomes["improvement"]["improved"], json!({ "n": 0, "of": 1, "percent": 0 }));
    assert_eq!(outcomes["lines"][0]["score_now"], 62);
    let finance = research.office.story.sign_in("khaled", "نخلة وظل وماء").unwrap();
    let seen = research.done(&finance, "outcomes", period);
    assert_eq!(
        (&seen["lines"][0]["income_now"], &seen["improvement"]["median_income_change"]),
        (&Value::Null, &Value::Null)
    );
}

#[test]
fn a_rule_is_set_by_a_decision_and_an_old_assessment_keeps_its_own() {
    let research = Research::open();
    let (sara, mona) = (&research.office.researcher, &research.office.supervisor);
    research.reviewed("first", "intake", draft(facts()));
    let versions = research.done(mona, "rule_versions", json!({}))["versions"].clone();
    let mut rule = versions[0]["rule"].clone();
    assert_eq!((&versions[0]["decision"], &versions[0]["used"]), (&json!(""), &json!(1)));
    let set = |version: i64, rule: &Value, decision: &str, on: &str| json!({ "version": version, "rule": rule, "decision": decision, "decided_on": on });
    assert_eq!(research.refused(sara, "set_rule", set(1, &rule, "قرار 9", TODAY)), "assessments.manage");
    assert_eq!(research.refused(mona, "set_rule", set(1, &rule, " ", TODAY)), "assessments.decision_missing");
    assert_eq!(research.refused(mona, "set_rule", set(1, &rule, "قرار 9", "2026-11-22")), "office.future_day");
    rule["income"]["points"] = json!(45);
    assert_eq!(research.refused(mona, "set_rule", set(1, &rule, "قرار 9", TODAY)), "need.points");
    rule["income"]["points"] = json!(50);
    rule["special"]["points"] = json!(10);
    rule["housing"]["points"] = json!(10);
    rule["classes"] = json!({ "A": 50, "B": 40, "C": 20 });
    research.done(mona, "set_rule", set(1, &rule, "قرار مجلس الإدارة 9/1448", TODAY));
    assert_eq!(research.refused(mona, "set_rule", set(1, &rule, "قرار 10", TODAY)), "record.changed_meanwhile");
    assert_eq!(research.refused(mona, "set_rule", set(2, &rule, "قرار 10", TODAY)), "assessments.same_rule");
    let old = research.sheet("first");
    assert_eq!((&old["rule"]["version"], &old["measured"]["measure"]["score"]), (&json!(1), &json!(62)));
    research.begin("second", "periodic");
    assert_eq!(research.sheet("second")["rule"]["decision"], "قرار مجلس الإدارة 9/1448");
}

#[test]
fn needs_name_their_fact_and_plans_come_to_an_end() {
    let mut research = Research::open();
    research.reviewed("first", "intake", draft(facts()));
    let (sara, mona) = (&research.office.researcher, &research.office.supervisor);
    let need = |key: &str, suggestion: &str, declined: &str| {
        json!({ "id": id(key), "assessment": id("first"), "domain": "work", "text": "دخل مستدام", "fact": "توقف المشروع",
                "suggestion": suggestion, "priority": "high", "declined": declined })
    };
    research.done(sara, "add_need", need("income", "project_halted", ""));
    assert_eq!(
        research.refused(sara, "add_need", need("twice", "project_halted", "")),
        "assessments.suggestion_settled"
    );
    assert_eq!(research.refused(sara, "add_need", need("income", "", "")), "assessments.added_already");
    assert_eq!(
        research.refused(sara, "add_need", with(need("x", "", ""), "text", json!(" "))),
        "assessments.need_empty"
    );
    research.done(sara, "add_need", need("rent", "rent", "يدفعه ابنها"));
    let owner = research.office.person("mona");
    let item = |due: &str| json!({ "action": "دورة بيع منتجك", "partner": "جامعة القصيم", "goal": "بيع شهري", "owner": owner, "due": due });
    let add = |key: &str, due: &str| json!({ "id": id(key), "need": id("income"), "item": item(due) });
    assert_eq!(research.refused(sara, "add_item", add("x", "2026-11-20")), "assessments.due_past");
    assert_eq!(research.refused(sara, "add_item", add("x", "2036-11-20")), "assessments.due_far");
    let nobody = with(add("x", "2026-11-25"), "item", with(item("2026-11-25"), "owner", json!(id("nobody"))));
    assert_eq!(research.refused(sara, "add_item", nobody), "assessments.owner_unknown");
    research.done(sara, "add_item", add("course", "2026-11-25"));
    let settle = |state: &str| json!({ "need": id("income"), "version": 0, "state": state, "reason": "" });
    assert_eq!(research.refused(sara, "settle_need", settle("met")), "assessments.items_open");

    let groups = research.done(mona, "groups", json!({}));
    assert_eq!((&groups["studied"], &groups["groups"][0]["domain"]), (&json!(1), &json!("work")));
    assert_eq!(groups["groups"][0]["requires"], json!([{ "what": "جامعة القصيم", "count": 1 }]));

    research.office.story.pass(Duration::from_secs(10 * 86_400));
    research.office.researcher = research.office.story.sign_in("sara", "نخلة وظل وماء").unwrap();
    research.office.supervisor = research.office.story.sign_in("mona", "نخلة وظل وماء").unwrap();
    let (sara, mona) = (&research.office.researcher, &research.office.supervisor);
    assert_eq!(research.office.tasks(mona, "care_items_late"), 1, "its owner is told");
    assert_eq!(research.done(sara, "items", json!({ "late": true }))["lines"][0]["days_late"], 6);
    let end = |state: &str, outcome: &str, goal: Value| json!({ "id": id("course"), "version": 0, "state": state, "outcome": outcome, "goal_reached": goal });
    assert_eq!(research.refused(sara, "settle_item", end("done", "", json!(true))), "assessments.outcome_missing");
    assert_eq!(research.refused(sara, "settle_item", end("done", "أتمتها", Value::Null)), "assessments.goal_unsaid");
    let finance = research.office.story.sign_in("khaled", "نخلة وظل وماء").unwrap();
    let another = research.refused(&finance, "settle_item", end("done", "أتمتها", json!(true)));
    assert_eq!(another, "assessments.keep", "neither its owner nor who keeps plans");
    research.done(mona, "settle_item", end("done", "أتمتها وباعت", json!(true)));
    assert_eq!(research.refused(sara, "settle_item", end("done", "x", json!(true))), "assessments.item_settled");
    assert_eq!(research.office.tasks(mona, "care_items_late"), 0);
    research.done(sara, "settle_need", settle("met"));
    assert_eq!(research.refused(sara, "settle_need", settle("met")), "assessments.need_settled");
    assert_eq!(research.refused(sara, "add_item", add("late", "2026-12-25")), "assessments.need_settled");
}

#[test]
fn facts_are_for_who_may_see_them_and_abilities_are_found_over_all_families() {
    let research = Research::open();
    research.reviewed("first", "intake", draft(facts()));
    let (sara, finance) = (&research.office.researcher, &research.office.finance);
    let need = json!({ "id": id("debt"), "assessment": id("first"), "domain": "debts", "text": "تفريج دين",
                       "fact": "أقساط ديون 250", "priority": "medium" });
    research.done(sara, "add_need", need);
    assert_eq!(research.refused(finance, "open", json!({ "assessment": id("first") })), "assessments.facts");
    assert_eq!(research.refused(finance, "form", json!({ "assessment": id("first") })), "assessments.facts");
    let administrator = &research.office.story.caller;
    assert_eq!(research.refused(administrator, "open", json!({ "assessment": id("first") })), "assessments.facts");
    for who in [finance, administrator] {
        let told = [
            research.of_file(who),
            research.done(who, "list", json!({})),
            research.done(who, "needs", json!({})),
            research.done(who, "groups", json!({})),
        ];
        for answer in told {
            let text = answer.to_string();
            for fact in ["214000", "115000", "أقساط ديون", "الماكينة متوقفة", "orphan_n", "disabled_n"]
            {
                assert!(!text.contains(fact), "{fact} is told to who may not see facts: {text}");
            }
        }
    }
    assert_eq!(
        research.done(finance, "needs", json!({}))["total"],
        0,
        "a need that tells of a debt is absent, not blanked"
    );
    assert_eq!(research.done(finance, "needs", json!({ "text": "دين" }))["total"], 0, "nor is it found");
    assert_eq!(research.done(finance, "groups", json!({}))["groups"], json!([]));
    assert_eq!(research.done(sara, "needs", json!({ "text": "دين" }))["total"], 1);
    assert_eq!(research.of_file(sara)["needs"][0]["fact"], "أقساط ديون 250");
    let found = research.done(finance, "abilities", json!({ "text": "تطريز", "runs": true }));
    assert_eq!((&found["total"], &found["lines"][0]["name"]), (&json!(1), &json!("نورة عبدالله سالم القحطاني")));
    assert_eq!(research.done(finance, "abilities", json!({ "trains": true }))["total"], 1);
    let table = json!({ "list": "assessments.list", "question": {}, "columns": ["name", "income"], "format": "csv", "title": "x" });
    assert_eq!(
        research.office.refused(&research.office.supervisor, "tables.export", table),
        "tables.unknown",
        "no list has such a column"
    );
}

#[test]
fn the_association_may_ask_for_an_assessment_before_a_file_becomes_active() {
    let research = Research::open();
    let (sara, mona) = (&research.office.researcher, &research.office.supervisor);
    let kept = research.done(mona, "settings", json!({}));
    assert_eq!((&kept["shipped"], &kept["settings"]["before_activation"]), (&json!(true), &json!(false)));
    let change = |days: i64| json!({ "version": 0, "settings": { "review_a": days, "review_b": 180, "review_c": 365, "review_d": 365, "before_activation": true } });
    assert_eq!(research.refused(sara, "change_settings", change(90)), "assessments.manage");
    assert_eq!(research.refused(mona, "change_settings", change(3)), "assessments.days_range");
    research.done(mona, "change_settings", change(90));
    assert_eq!(research.refused(mona, "change_settings", change(90)), "record.changed_meanwhile");
    assert_eq!(research.file()["status"], "active", "who is active stays so");

    let facts_of =
        json!({ "name": "هند محمد علي الشمري", "mobile": "0558123491", "city": "بريدة", "district": "الريان" });
    let identity = json!({ "number": "1070707078", "expires_on": "2030-01-01" });
    research.office.done(
        sara,
        "beneficiaries.add",
        json!({ "party": id("hind"), "facts": facts_of, "identity": identity }),
    );
    research.office.done(sara, "beneficiaries.check_identity", json!({ "party": id("hind") }));
    let activate = json!({ "party": id("hind"), "status": "active", "reason": "" });
    assert_eq!(
        research.office.refused(mona, "beneficiaries.change_status", activate.clone()),
        "gate.conditions_missing"
    );
    let many = json!({ "parties": [id("hind")] });
    let preview = research.office.done(mona, "beneficiaries.activation_preview", many.clone());
    assert_eq!(preview["lacking"][0]["gaps"], json!(["assessments_reviewed_once"]), "nor with many others");
    assert_eq!(research.office.refused(mona, "beneficiaries.activate_many", many), "beneficiaries.none_ready");
    let file = research.office.done(sara, "beneficiaries.open", json!({ "party": id("hind") }));
    assert_eq!((&file["gates"][0]["met"], &file["next"][0]["blocked"]), (&json!(false), &json!(true)));

    research.done(sara, "begin", json!({ "id": id("hers"), "party": id("hind"), "kind": "intake" }));
    research.complete("hers", draft(facts()));
    research.done(mona, "review", research.review("hers"));
    research.office.done(mona, "beneficiaries.change_status", activate);
}

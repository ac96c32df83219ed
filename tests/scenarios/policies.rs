//! Policies in editions: approved by the decision of a committee and nothing else, signed by each for themselves.

use crate::committees::Seated;
use crate::loans::{TODAY, id};
use serde_json::{Value, json};
use std::time::Duration;

fn policy(seated: &Seated, key: &str) {
    let reference = json!({ "id": id("law"), "title": "نظام الجمعيات والمؤسسات الأهلية", "number": "م/8",
        "issuer": "مرسوم ملكي", "version": 0 });
    let office = &seated.office;
    office.done(&office.story.caller, "policies.add_reference", reference);
    let input = json!({ "id": id(key), "title": "سياسة تعارض المصالح", "kind": "policy",
        "issuer": "إدارة الحوكمة والمراجعة الداخلية", "legal_basis": "قواعد الحوكمة", "review_months": 12,
        "references": [id("law")], "version": 0 });
    office.done(&office.story.caller, "policies.add", input);
}

fn sheet(seated: &Seated, key: &str) -> Value {
    seated.office.done(&seated.office.finance, "policies.open", json!({ "policy": id(key) }))
}

fn edition(seated: &Seated, key: &str, text: &str) -> Value {
    json!({ "id": id(&format!("{key}-1")), "policy": id(key), "text": text, "changes": "النسخة الأولى",
        "effective_on": "2026-12-01", "version": sheet(seated, key)["record"]["number"] })
}

#[test]
fn an_edition_is_approved_by_a_decision_and_signed_by_everybody() {
    let seated = Seated::open();
    let office = &seated.office;
    let (root, mona, abdo, khaled, sara) =
        (&office.story.caller, &office.supervisor, &office.committee, &office.finance, &office.researcher);
    policy(&seated, "conflict");
    let unknown = edition(&seated, "conflict", "تلتزم {nobody} بما يلي");
    assert_eq!(office.refused(root, "policies.save_edition", unknown), "policies.unknown_variable");
    let written = edition(&seated, "conflict", "تلتزم {association} بالإفصاح عن كل مصلحة.");
    office.done(root, "policies.save_edition", written);
    let which = json!({ "edition": id("conflict-1") });
    office.done(root, "policies.ask_approval", which.clone());
    let bare = json!({ "edition": id("conflict-1"), "decision": id("nothing") });
    assert_eq!(office.refused(abdo, "policies.approve", bare.clone()), "policies.decision_missing");
    assert_eq!(office.refused(root, "policies.approve", bare), "policies.approve");
    let changed = edition(&seated, "conflict", "نص آخر");
    assert_eq!(
        office.refused(root, "policies.save_edition", changed),
        "policies.step",
        "what waits is what is approved"
    );

    seated.called("meeting");
    seated.matter("meeting", "item", "policies.edition");
    assert!(sheet(&seated, "conflict")["on_agenda"].is_string());
    seated.there("meeting", &["chair", "deputy", "money"]);
    seated.hold("meeting");
    seated.votes("meeting", "item", &[("chair", "for"), ("deputy", "for"), ("money", "for")]);
    let decision = seated.decision("yes", "item", "approved", true);
    let issued = seated.step("meeting", abdo, "decide", decision);
    assert_eq!(issued["performed"], true);
    let page = sheet(&seated, "conflict");
    assert_eq!(page["standing"], "in_force");
    assert_eq!(
        (&page["editions"][0]["decision_no"], &page["editions"][0]["state"]),
        (&json!("1/1448"), &json!("approved"))
    );
    assert!(
        page["editions"][0]["reads"].as_str().unwrap().starts_with("تلتزم جمعية"),
        "{}",
        page["editions"][0]["reads"]
    );
    assert_eq!(page["references"][0]["number"], "م/8");

    let early = json!({ "edition": id("conflict-1"), "due": "2026-11-01" });
    assert_eq!(office.refused(mona, "policies.circulate", early), "policies.due_passed");
    let sign = |print: &Value| json!({ "edition": id("conflict-1"), "fingerprint": print });
    assert_eq!(office.refused(sara, "policies.acknowledge", sign(&page["fingerprint"])), "policies.not_circulated");
    let send = json!({ "edition": id("conflict-1"), "due": "2026-12-05" });
    office.done(mona, "policies.circulate", send.clone());
    assert_eq!(office.refused(mona, "policies.circulate", send), "policies.sent_already");
    assert_eq!(office.tasks(sara, "policy_sign"), 1);
    assert_eq!(office.refused(sara, "policies.acknowledge", sign(&json!("0".repeat(64)))), "policies.text_changed");
    office.done(sara, "policies.acknowledge", sign(&page["fingerprint"]));
    assert_eq!(office.tasks(sara, "policy_sign"), 0);
    assert_eq!(office.refused(sara, "policies.acknowledge", sign(&page["fingerprint"])), "policies.signed_already");
    let listed = office.done(khaled, "policies.list", json!({}));
    assert_eq!((&listed["lines"][0]["signed"], &listed["lines"][0]["circulated"]), (&json!(1), &json!(5)));
    office.done(khaled, "policies.paper", which);

    let publish = json!({ "edition": id("conflict-1"), "at": "https://example.sa/policies", "on": TODAY });
    office.done(mona, "policies.publish", publish);
    // A year and more later its review is late, until somebody has looked at it.
    office.story.pass(Duration::from_hours(24 * 400));
    let mona = office.story.sign_in("mona", "نخلة وظل وماء").unwrap();
    let later = || office.done(&mona, "policies.open", json!({ "policy": id("conflict") }));
    assert_eq!(later()["standing"], "late_review");
    assert_eq!(office.tasks(&mona, "policy_review"), 1);
    let figures = office.done(&mona, "policies.figures", json!({ "from": "2026-11-01", "to": "2027-12-31" }));
    assert_eq!(figures["figures"]["policies_overdue"], 1);
    assert_eq!(
        figures["figures"]["decisions"],
        json!({ "n": 0, "of": 1, "percent": 0 }),
        "what was decided is not done"
    );
    let review = json!({ "policy": id("conflict"), "on": "2027-12-01", "note": "لا تعديل", "version": later()["record"]["number"] });
    office.done(&mona, "policies.review", review);
    assert_eq!(later()["standing"], "in_force");
}

#[test]
fn who_prepared_an_edition_does_not_approve_it_and_one_approved_before_is_recorded() {
    let seated = Seated::open();
    let office = &seated.office;
    let (root, mona, abdo) = (&office.story.caller, &office.supervisor, &office.committee);
    policy(&seated, "conflict");
    let again = json!({ "id": id("other"), "title": "سياسه تعارض المصالح", "kind": "policy", "issuer": "الحوكمة",
        "review_months": 12, "version": 0 });
    assert_eq!(office.refused(root, "policies.add", again), "policies.title_taken", "however it is spelled");
    office.done(mona, "policies.save_edition", edition(&seated, "conflict", "نص"));
    office.done(root, "policies.ask_approval", json!({ "edition": id("conflict-1") }));
    seated.called("meeting");
    seated.matter("meeting", "item", "policies.edition");
    seated.there("meeting", &["chair", "deputy", "money"]);
    seated.hold("meeting");
    seated.votes("meeting", "item", &[("chair", "for"), ("deputy", "for"), ("money", "for")]);
    let own = seated.decision("yes", "item", "approved", true);
    assert_eq!(seated.no("meeting", mona, "decide", own), "policies.own_edition");
    let refused = json!({ "id": id("no"), "item": id("item"), "outcome": "noted", "text": "تُستكمل", "perform": false });
    seated.step("meeting", abdo, "decide", refused);
    let reason = json!({ "edition": id("conflict-1"), "reason": "تُعاد الصياغة" });
    office.done(abdo, "policies.refuse", reason.clone());
    assert_eq!(office.tasks(root, "policy_came_back"), 1);
    office.done(mona, "policies.drop_edition", reason);
    let record = json!({ "id": id("before"), "policy": id("conflict"), "text": "نص معتمد", "approved_elsewhere": "",
        "approved_on": "2025-06-01", "effective_on": "2025-06-01", "version": sheet(&seated, "conflict")["record"]["number"] });
    assert_eq!(office.refused(mona, "policies.record", record.clone()), "policies.approval_words_missing");
    let mut said = record;
    said["approved_elsewhere"] = json!("مجلس الإدارة، الاجتماع 3، الدورة 2");
    office.done(mona, "policies.record", said);
    assert_eq!(sheet(&seated, "conflict")["standing"], "late_review", "its year has passed");

    let report =
        json!({ "id": id("report"), "title": "التقرير الربعي", "receiver": "المركز الوطني", "due": "2026-11-10" });
    office.done(mona, "policies.add_report", report);
    let issue = json!({ "report": id("report"), "on": "2026-11-09", "note": "صادر 12" });
    assert_eq!(office.refused(abdo, "policies.issue_report", issue.clone()), "policies.not_yours");
    office.done(mona, "policies.issue_report", issue.clone());
    assert_eq!(office.refused(mona, "policies.issue_report", issue), "policies.report_issued");
    let figures = office.done(abdo, "policies.figures", json!({ "from": "2026-11-01", "to": "2026-11-30" }));
    assert_eq!(figures["figures"]["reports"], json!({ "n": 1, "of": 1, "percent": 100 }));
    let retire = json!({ "policy": id("conflict"), "on": TODAY, "reason": "حلّت محلها لائحة الحوكمة",
        "version": sheet(&seated, "conflict")["record"]["number"] });
    office.done(mona, "policies.retire", retire);
    assert_eq!(sheet(&seated, "conflict")["standing"], "retired");
}

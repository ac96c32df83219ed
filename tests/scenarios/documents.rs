//! Documents hang on any record; who may not see the record may not so much as count them; and another person than who
//! attached one says whether it is genuine.

use crate::loans::{Lending, id};
use kernel::Failure;
use office::Caller;
use serde_json::{Value, json};
use sharaka_tests::{bring, fetched};

const PAPER: &[u8] = b"%PDF-1.7";

/// Attaches a paper to the record of that name.
fn attach(office: &Lending, caller: &Caller, kind: &str, subject: &Value, key: &str) -> kernel::Result<Value> {
    let ticket = bring(&office.story.office, caller, "documents.attach", PAPER)?;
    let input = json!({
        "id": id(key), "subject_kind": kind, "subject": subject, "kind": "invoice", "title": "فاتورة المعدات",
        "file_name": "invoice.pdf", "ticket": ticket,
    });
    office.call(caller, "documents.attach", input)
}

fn of(kind: &str, subject: &Value) -> Value {
    json!({ "subject_kind": kind, "subject": subject })
}

fn review(key: &str, finding: &str, note: &str) -> Value {
    json!({ "id": id(key), "finding": finding, "method": "original_seen", "note": note })
}

/// A permission that is missing, a code, or nothing where it went well.
fn outcome(done: kernel::Result<Value>) -> String {
    match done {
        Ok(_) => "done".to_owned(),
        Err(Failure::Forbidden { permission }) => permission.to_owned(),
        Err(Failure::NotFound { noun }) => format!("no {noun}"),
        Err(failure) => failure.code().map(|code| code.to_string()).unwrap_or_else(|| failure.to_string()),
    }
}

/// What each role is told: to list, to open, to attach, to review what another attached.
type Told = [(&'static str, [&'static str; 4]); 5];

#[test]
fn who_may_not_see_a_record_learns_nothing_of_its_documents() {
    let office = Lending::open();
    office.approved("loan");
    let sheet = office.sheet("loan");
    let member = json!({
        "party": id("noura"), "member": id("salem"), "relation": "child", "name": "سالم فهد الدوسري", "born_on": "2011-01-01",
    });
    office.done(&office.researcher, "beneficiaries.add_member", member);
    let tranche = sheet["tranches"][0]["tranche"]["id"].clone();
    let (administrator, nobody) = (office.story.caller.clone(), "office.signed_out");
    let visit = json!({
        "id": id("visit"), "kind": "visit", "subject_kind": "loan", "subject": id("loan"), "planned_on": "2026-11-22",
        "researcher": office.person("sara"),
    });
    office.done(&office.researcher, "follow_up.plan", visit);
    let promise = json!({
        "id": id("promise"), "subject_kind": "loan", "subject": id("loan"), "side": "beneficiary", "text": "سجل المبيعات",
        "due": "2026-11-22",
    });
    office.done(&office.researcher, "follow_up.add_commitment", promise);
    let typed = json!({ "title": "ماكينة", "items": [{ "item": "ماكينة", "quantity": 1, "amount": 100_000, "is_asset": true }] });
    let begun = json!({ "id": id("purchase"), "tranche": tranche, "typed": typed });
    office.done(&office.researcher, "purchases.begin", begun);
    let supplier = json!({ "id": id("firm"), "name": "مؤسسة الإتقان" });
    let quote = json!({ "id": id("quote"), "purchase": id("purchase"), "supplier": supplier, "amount": 100_000, "on": "2026-11-20" });
    office.done(&office.researcher, "purchases.add_quote", quote);
    let which = json!({ "purchase": id("purchase"), "quote": id("quote") });
    office.done(&office.researcher, "purchases.choose", which.clone());
    office.done(&office.researcher, "purchases.order", which.clone());
    office.done(&office.supervisor, "purchases.approve", which.clone());
    let came = json!({ "id": id("came"), "purchase": id("purchase"), "day": "2026-11-21", "condition": "good",
                       "received_by": "نورة", "lines": [{ "no": 1, "quantity": 1 }] });
    office.done(&office.researcher, "purchases.deliver", came);
    let asset = office.done(&office.researcher, "purchases.open", which)["assets"][0]["id"].clone();
    let template =
        json!({ "id": id("sewing"), "name": "خياطة", "offered": true, "stages": [{ "name": "تجهيز", "days": 30 }] });
    office.done(&office.supervisor, "stages.add_template", template);
    let laid = json!({ "project": sheet["project"]["id"], "template": id("sewing") });
    office.done(&office.researcher, "stages.lay", laid);
    let page = office.done(&office.finance, "stages.project", json!({ "project": sheet["project"]["id"] }));
    let stage = page["stages"][0]["stage"]["id"].clone();
    let asked =
        json!({ "product": office.product()["id"], "amount": 1_000_000, "instalments": 12, "project_name": "مشغل" });
    let application = json!({ "id": id("application"), "party": id("noura"), "request": asked });
    office.done(&office.researcher, "applications.add", application);
    let research = json!({ "id": id("research"), "party": id("noura"), "kind": "intake" });
    office.done(&office.researcher, "assessments.begin", research);
    let asked = json!({
        "id": id("asked"), "kind": "inquiry", "party": id("noura"), "channel": "phone", "subject": "سؤال",
        "received_on": "2026-11-21",
    });
    office.done(&office.researcher, "requests.add", asked);
    office.done(&office.supervisor, "services.add", crate::services::written("rent"));
    let sign = json!({ "id": id("sign"), "loan": id("loan"), "side": "market", "said": "أُغلق السوق", "seen_on": "2026-11-21" });
    let hold = office.done(&office.finance, "holds.halt", sign)["hold"].clone();
    let executive = crate::committees::Seated { office };
    executive.set_up();
    let (meeting, decision) = executive.met_elsewhere();
    let office = executive.office;
    let policy = json!({ "id": id("policy"), "title": "سياسة الخصوصية", "kind": "policy", "issuer": "الحوكمة",
                         "review_months": 12, "version": 0 });
    office.done(&office.supervisor, "policies.add", policy);
    let firm = json!({ "partner": id("maarif"), "party": { "name": "شركة معارف" }, "facts": { "kind": "company" } });
    office.done(&office.researcher, "partners.add", firm);
    let mou = json!({ "id": id("mou"), "partner": id("maarif"), "kind": "mou", "terms": { "title": "مذكرة تفاهم" } });
    office.done(&office.researcher, "partners.propose", mou);
    let owed = json!({ "side": "theirs", "text": "قاعة تدريب", "due": "2026-12-01" });
    let obligation = json!({ "id": id("owed"), "agreement": id("mou"), "obligation": owed });
    office.done(&office.researcher, "partners.add_obligation", obligation);
    let letter = json!({ "id": id("letter"), "partner": id("maarif"), "form": "letter", "text": "خطاب تأييد", "day": "2026-11-21" });
    office.done(&office.researcher, "partners.add_endorsement", letter);
    let estate = crate::investments::estate(&office);
    let estate_roles: Told = [
        ("researcher", ["investments.view", "investments.view", "investments.view", "investments.view"]),
        ("supervisor", ["done", "done", "done", "done"]),
        ("finance", ["done", "done", "done", "documents.review_own"]),
        ("committee", ["done", "documents.open", "documents.keep", "documents.review"]),
        ("administrator", ["done", "done", "done", "done"]),
    ];
    let matrix: [(&str, Value, Told); 26] = [
        ("file", json!(id("noura")), people("done", "beneficiaries.keep", "documents.open")),
        ("member", json!(id("salem")), people("done", "beneficiaries.keep", "documents.open")),
        ("loan", json!(id("loan")), people("done", "loans.keep", "documents.open")),
        ("tranche", tranche, people("done", "loans.keep", "documents.open")),
        // What the loan says of its guarantee has the loan's identifier.
        ("guarantee", json!(id("loan")), people("done", "guarantees.keep", "documents.open")),
        ("purchase", json!(id("purchase")), people("done", "purchases.keep", "documents.open")),
        ("purchase_asset", asset, people("done", "purchases.keep", "documents.open")),
        ("project", sheet["project"]["id"].clone(), people("done", "loans.keep", "documents.open")),
        ("stage", stage, people("done", "stages.keep", "documents.open")),
        ("application", json!(id("application")), people("done", "applications.keep", "documents.open")),
        ("activity", json!(id("visit")), people("done", "follow_up.keep", "documents.open")),
        ("commitment", json!(id("promise")), people("done", "follow_up.keep", "documents.open")),
        ("hold", hold, people("done", "follow_up.keep", "documents.open")),
        ("partner", json!(id("maarif")), people("done", "partners.keep", "documents.open")),
        ("agreement", json!(id("mou")), people("done", "partners.keep", "documents.open")),
        ("obligation", json!(id("owed")), people("done", "partners.keep", "documents.open")),
        ("endorsement", json!(id("letter")), people("done", "partners.keep", "documents.open")),
        ("investment", json!(estate.0), estate_roles),
        ("lease", json!(estate.1), estate_roles),
        (
            "assessment",
            json!(id("research")),
            [
                ("researcher", ["done", "done", "done", "documents.review_own"]),
                ("supervisor", ["done", "done", "done", "done"]),
                ("finance", ["assessments.facts", "assessments.facts", "assessments.facts", "assessments.facts"]),
                ("committee", ["done", "documents.open", "documents.keep", "documents.review"]),
                ("administrator", ["assessments.facts", "assessments.facts", "assessments.facts", "assessments.facts"]),
            ],
        ),
        (
            "request",
            json!(id("asked")),
            [
                ("researcher", ["done", "done", "done", "documents.review_own"]),
                ("supervisor", ["done", "done", "done", "done"]),
                ("finance", ["done", "done", "requests.keep", "done"]),
                ("committee", ["done", "documents.open", "documents.keep", "documents.review"]),
                ("administrator", ["done", "done", "requests.keep", "done"]),
            ],
        ),
        ("meeting", meeting, governance("committees.keep")),
        (
            "decision",
            decision,
            [
                ("researcher", ["done", "done", "done", "documents.review_own"]),
                ("supervisor", ["done", "done", "done", "done"]),
                ("finance", ["done", "done", "done", "done"]),
                ("committee", ["done", "documents.open", "documents.keep", "documents.review"]),
                ("administrator", ["done", "done", "done", "done"]),
            ],
        ),
        ("policy", json!(id("policy")), governance("policies.keep")),
        (
            "service",
            json!(id("rent")),
            [
                ("researcher", ["done", "done", "services.announce", "done"]),
                ("supervisor", ["done", "done", "done", "documents.review_own"]),
                ("finance", ["done", "done", "services.announce", "done"]),
                ("committee", ["done", "documents.open", "documents.keep", "documents.review"]),
                ("administrator", ["done", "done", "done", "done"]),
            ],
        ),
        (
            "entry",
            json!(id("gift")),
            [
                ("researcher", ["funds.view", "funds.view", "funds.view", "funds.view"]),
                ("supervisor", ["done", "done", "funds.post", "done"]),
                ("finance", ["done", "done", "done", "documents.review_own"]),
                ("committee", ["done", "documents.open", "documents.keep", "documents.review"]),
                ("administrator", ["done", "done", "funds.post", "done"]),
            ],
        ),
    ];
    for (kind, subject, roles) in matrix {
        let key = format!("paper of {kind}");
        let keeper = match kind {
            "entry" | "investment" | "lease" => &office.finance,
            "meeting" | "policy" => &office.supervisor,
            "service" => &office.supervisor,
            _ => &office.researcher,
        };
        attach(&office, keeper, kind, &subject, &key).unwrap();
        for (role, told) in roles {
            let caller = match role {
                "researcher" => &office.researcher,
                "supervisor" => &office.supervisor,
                "finance" => &office.finance,
                "committee" => &office.committee,
                _ => &administrator,
            };
            let listed = office.call(caller, "documents.of", of(kind, &subject));
            if let Ok(listed) = &listed {
                let papers = listed["documents"].as_array().unwrap();
                assert!(papers.iter().any(|one| one["id"] == id(&key)), "{kind} {role}: {listed}");
                let may = |what: &str| listed[what] == true;
                assert_eq!(may("may_open"), told[1] == "done", "{kind}: a {role} is shown what they may do");
                assert_eq!(may("may_keep"), told[2] == "done", "{kind}: a {role} is shown what they may do");
            }
            assert_eq!(outcome(listed), told[0], "a {role} lists the documents of a {kind}");
            let opened = office.call(caller, "documents.open", json!({ "id": id(&key) }));
            if let Ok(opened) = &opened {
                assert_eq!(fetched(&office.story.office, caller, opened), PAPER);
            }
            assert_eq!(outcome(opened), told[1], "a {role} opens a document of a {kind}");
            let another = attach(&office, caller, kind, &subject, &format!("{key} by {role}"));
            assert_eq!(outcome(another), told[2], "a {role} attaches to a {kind}");
            let mut found = review(&key, "genuine", "");
            let stands = office.call(keeper, "documents.of", of(kind, &subject)).unwrap();
            let stands = stands["documents"].as_array().unwrap().iter().find(|one| one["id"] == id(&key)).cloned();
            found["reviewed_at"] = stands.unwrap()["reviewed_at"].clone();
            assert_eq!(
                outcome(office.call(caller, "documents.review", found)),
                told[3],
                "a {role} reviews on a {kind}"
            );
        }
        let outside = office.call(&Caller::Nobody, "documents.of", of(kind, &subject));
        assert_eq!(outcome(outside), nobody);
    }
    let nowhere = attach(&office, &office.researcher, "loan", &json!(id("nothing")), "x");
    assert_eq!(outcome(nowhere), "no loan", "a document hangs on a record there is");
    assert_eq!(outcome(office.call(&office.researcher, "documents.of", of("moon", &json!(id("x"))))), "no subject");
}

/// What five roles are told of a record that researchers keep: the committee sees it, and none of its papers.
fn people<'a>(view: &'a str, keep: &'a str, open: &'a str) -> [(&'static str, [&'a str; 4]); 5] {
    [
        ("researcher", [view, "done", "done", "documents.review_own"]),
        ("supervisor", [view, "done", "done", "done"]),
        ("finance", [view, "done", keep, "done"]),
        ("committee", [view, open, "documents.keep", "documents.review"]),
        ("administrator", [view, "done", "done", "done"]),
    ]
}

/// What they are told of a record the supervisor keeps.
fn governance(keep: &str) -> [(&'static str, [&str; 4]); 5] {
    [
        ("researcher", ["done", "done", keep, "done"]),
        ("supervisor", ["done", "done", "done", "documents.review_own"]),
        ("finance", ["done", "done", keep, "done"]),
        ("committee", ["done", "documents.open", "documents.keep", "documents.review"]),
        ("administrator", ["done", "done", "done", "done"]),
    ]
}

#[test]
fn another_person_finds_a_document_genuine_until_its_last_day() {
    let office = Lending::open();
    let subject = json!(id("noura"));
    attach(&office, &office.researcher, "file", &subject, "paper").unwrap();
    let only = || office.done(&office.supervisor, "documents.of", of("file", &subject))["documents"][0].clone();
    assert_eq!((&only()["state"], &only()["file_name"]), (&json!("not_reviewed"), &json!("invoice.pdf")));

    let refused = |caller: &Caller, input: Value| outcome(office.call(caller, "documents.review", input));
    assert_eq!(refused(&office.researcher, review("paper", "genuine", "")), "documents.review_own");
    assert_eq!(refused(&office.supervisor, review("paper", "doubtful", "")), "documents.note_missing");
    let mut over = review("paper", "genuine", "");
    over["expires_on"] = json!("2026-11-20");
    assert_eq!(refused(&office.supervisor, over), "documents.expired");

    let mut seen = review("paper", "genuine", "");
    seen["expires_on"] = json!("2026-11-22");
    let after = office.done(&office.supervisor, "documents.review", seen);
    assert_eq!((&after["state"], &after["reviewed_by_name"]), (&json!("genuine"), &json!("منى الزهراني")));
    assert_eq!(refused(&office.finance, review("paper", "rejected", "لا ختم")), "documents.reviewed_meanwhile");

    office.story.pass(std::time::Duration::from_secs(2 * 86_400));
    let again = office.story.sign_in("mona", "نخلة وظل وماء").unwrap();
    let listed = office.call(&again, "documents.of", of("file", &subject)).unwrap();
    assert_eq!(listed["documents"][0]["state"], "expired", "nothing was written for it, and nothing is stale");
    assert_eq!(listed["documents"][0]["reviewed_by_name"], "منى الزهراني", "what was found stays said");

    let trail = office.story.sign_in("nouf", crate::office::PASSWORD).unwrap();
    let lines = office.call(&trail, "audit.list", json!({ "limit": 50 })).unwrap();
    let line = lines["lines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["command"] == "documents.review" && line["outcome"] == "done")
        .cloned();
    let line = line.expect("the review stands in the trail");
    assert_eq!((&line["subject_kind"], &line["subject"]), (&json!("file"), &subject), "with the record it is about");
}

#[test]
fn the_documents_of_a_merged_file_are_seen_in_the_file_that_stays() {
    let office = Lending::open();
    let facts = json!({ "name": "نورة القحطاني", "mobile": "0501234567" });
    office.done(&office.researcher, "beneficiaries.add", json!({ "party": id("double"), "facts": facts }));
    attach(&office, &office.researcher, "file", &json!(id("double")), "paper").unwrap();
    let merge = json!({ "keep": id("noura"), "merge": id("double"), "take": [], "reason": "سُجلت مرتين" });
    office.done(&office.supervisor, "beneficiaries.merge", merge);
    let kept = office.done(&office.researcher, "documents.of", of("file", &json!(id("noura"))));
    assert_eq!(kept["documents"][0]["id"], id("paper"));
}

#[test]
fn a_draft_s_invoice_hangs_on_the_voucher_it_becomes() {
    let office = Lending::open();
    let draft = json!({
        "id": id("bill"), "kind": "payment", "day": "2026-11-20", "narration": "قرطاسية", "counterparty": "مكتبة بريدة",
        "method": "transfer", "lines": [
            { "account": "41205", "fund": id("pool"), "debit": 5_000 },
            { "account": "11101", "fund": id("pool"), "credit": 5_000 },
        ],
    });
    office.done(&office.finance, "funds.draft", draft);
    attach(&office, &office.finance, "entry", &json!(id("bill")), "paper").unwrap();
    office.done(&office.supervisor, "funds.approve", json!({ "id": id("bill") }));
    let posted = office.done(&office.committee, "funds.approve", json!({ "id": id("bill") }));
    assert!(posted["voucher"].is_object(), "{posted}");
    let listed = office.done(&office.supervisor, "documents.of", of("entry", &json!(id("bill"))));
    assert_eq!(listed["documents"][0]["id"], id("paper"));
}

#[test]
fn a_file_comes_in_for_one_session_is_used_once_and_not_for_ever() {
    let office = Lending::open();
    let house = &office.story.office;
    let attach = |caller: &Caller, key: &str, title: &str, ticket: &str| {
        let input = json!({
            "id": id(key), "subject_kind": "file", "subject": id("noura"), "kind": "income", "title": title,
            "ticket": ticket,
        });
        outcome(office.call(caller, "documents.attach", input))
    };
    let came = || bring(house, &office.researcher, "documents.attach", PAPER).unwrap();

    let ticket = came();
    assert_eq!(attach(&office.supervisor, "a", "تعريف", &ticket), "office.file_gone", "another session's");
    let own = office.story.sign_in("sara", "نخلة وظل وماء").unwrap();
    assert_eq!(attach(&own, "a", "تعريف", &ticket), "office.file_gone", "the same person's other session");
    assert_eq!(attach(&office.researcher, "a", " ", &ticket), "documents.title_missing");
    assert_eq!(attach(&office.researcher, "a", "تعريف", &ticket), "done", "a refusal uses nothing up");
    assert_eq!(attach(&office.researcher, "b", "تعريف", &ticket), "office.file_gone", "once");

    let ticket = came();
    office.story.pass(std::time::Duration::from_secs(3_600));
    let sara = office.story.sign_in("sara", "نخلة وظل وماء").unwrap();
    assert_eq!(attach(&sara, "b", "تعريف", &ticket), "office.file_gone", "not for ever");

    let asked = |caller: &Caller, command: &str| match house.admit_file(caller, command) {
        Ok(_) => "done".to_owned(),
        Err(Failure::Forbidden { permission }) => permission.to_owned(),
        Err(failure) => failure.to_string(),
    };
    let committee = office.story.sign_in("abdo", "نخلة وظل وماء").unwrap();
    assert_eq!(asked(&committee, "documents.attach"), "documents.keep", "known before a byte is read");
    assert!(house.admit_file(&Caller::Nobody, "documents.attach").is_err());
    assert!(house.admit_file(&Caller::Nobody, "office.set_up").is_err(), "this office stands");
    assert!(house.admit_file(&sara, "staff.list").is_err(), "no command that takes no file");
    let large = vec![b' '; 10 * 1024 * 1024 + 1];
    let refused = bring(house, &sara, "documents.attach", large).unwrap_err();
    assert_eq!(refused.code().map(|code| code.0), Some("office.file_too_large"));
}

//! A meeting in the window: called, opened without a quorum in vain, a loan decided with one member aside, minutes confirmed
//! and sealed; a policy signed; then the screens in every look, as they stand in the demonstration.

use crate::pictures;
use serde_json::{Value, json};
use sharaka_tests::{Browser, Host, LOGIN, PASSWORD, Page, demonstration, lending_office, loan_proposed, words};

pub async fn at_desk(host: &Host, login: &str) -> Browser {
    let browser = Browser::open(host.address()).await;
    browser.sign_in(login, PASSWORD).await;
    browser.by_test("frame.person").await;
    browser
}

/// What the office answers, asked from the page as the person who is signed in.
pub async fn told(page: &Page, command: &str, input: Value) -> Value {
    let ask = format!(
        "const done = arguments[0]; fetch('/call/{command}', {{ method: 'POST', headers: {{ 'Content-Type': \
         'application/json', 'Sharaka-Request': crypto.randomUUID() }}, body: JSON.stringify({input}) }})\
         .then((answer) => answer.json()).then(done);"
    );
    page.script_async(&ask).await["value"].clone()
}

/// An executive committee: the member of the committee in the chair, the supervisor, finance.
pub async fn seated(root: &Page) {
    let id = |place: u8| format!("0190000a-0000-7000-8000-0000000001{place:02x}");
    let committee = json!({ "id": id(1), "name": "اللجنة التنفيذية", "kind": "executive", "term_from": "2026-01-01",
        "term_to": "2028-12-31", "confirm_days": 7, "version": 0 });
    told(root, "committees.add", committee).await;
    let people = told(root, "staff.list", json!({})).await["people"].as_array().unwrap().clone();
    let person = |role: &str| people.iter().find(|one| one["role"] == role).unwrap()["id"].clone();
    for (place, role, seat) in [(2, "committee", "chair"), (3, "supervisor", "deputy"), (4, "finance", "member")] {
        let opened = told(root, "committees.open", json!({ "committee": id(1) })).await;
        let member = json!({ "id": id(place), "committee": id(1), "person": person(role), "role": seat, "votes": true,
            "since": "2026-01-01", "version": opened["record"]["number"] });
        told(root, "committees.add_member", member).await;
    }
}

/// Says of the member in this place how they came.
async fn came(page: &Page, place: usize, presence: &str) {
    let click = |what: &str| format!("document.querySelector('[data-test=\"meeting.seat{place}\"] {what}').click()");
    page.script(&click("button")).await;
    let wanted = words(&format!("meeting.presence.{presence}"));
    page.script(&format!(
        "[...document.querySelectorAll('[data-test=\"meeting.seat{place}\"] [role^=\"menuitem\"]')]\
         .find((one) => one.textContent.trim() === '{wanted}').click()"
    ))
    .await;
    page.settle().await;
}

#[tokio::test]
async fn a_meeting_decides_a_loan_and_its_minutes_are_sealed() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    loan_proposed(&office);
    let host = Host::at(&office);
    let root = at_desk(&host, LOGIN).await;
    seated(&root).await;
    root.go_to("committees").await;
    root.wait_for_text("اللجنة التنفيذية").await;
    root.screenshot("committees-one").await;
    root.press("committee.open").await;
    root.by_test("committee.members").await;
    root.screenshot("committees-members").await;
    assert_eq!(root.violations().await, Vec::<String>::new(), "the page of a committee");
    root.close().await;

    let mona = at_desk(&host, "mona").await;
    mona.go_to("committees/meetings").await;
    mona.press("meeting.call").await;
    mona.by_test("meeting.form.committee").await;
    mona.press("meeting.form.committee").await;
    mona.choose("اللجنة التنفيذية").await;
    mona.type_into("meeting.form.place", "مقر الجمعية").await;
    mona.screenshot("meeting-call").await;
    assert_eq!(mona.violations().await, Vec::<String>::new(), "the call of a meeting");
    mona.press("meeting.form.submit").await;
    mona.by_test("meeting.state").await;
    mona.press("meeting.waiting.add").await;
    mona.by_test("meeting.item1").await;
    mona.press("meeting.item.new").await;
    mona.type_into("meeting.item.title", "خطة الإعلام").await;
    mona.press("meeting.item.submit").await;
    mona.by_test("meeting.item2").await;
    let why: Value = mona.script("return document.querySelector('[data-test=\"meeting.hold\"]').ariaDisabled").await;
    assert_eq!(why, "true", "nobody is there yet: no quorum");
    mona.screenshot("meeting-no-quorum").await;
    for (place, presence) in [(1, "present"), (2, "present"), (3, "remote")] {
        came(&mona, place, presence).await;
    }
    mona.press("meeting.hold").await;
    mona.wait_for_text_in("meeting.state", &words("meeting.state.held")).await;
    mona.screenshot("meeting-held").await;
    assert_eq!(mona.violations().await, Vec::<String>::new(), "a meeting in session");
    mona.close().await;

    // The chair votes for, finance steps aside, the deputy votes for: two of two who are left, and two are needed.
    let abdo = at_desk(&host, "abdo").await;
    let meetings = told(&abdo, "committees.meetings", json!({})).await;
    let meeting = meetings["lines"][0]["meeting"].as_str().unwrap().to_owned();
    abdo.go_to(&format!("committees/meetings/{meeting}")).await;
    abdo.by_test("meeting.item1.voter1").await;
    let vote = |place: usize, kind: &str| {
        format!(
            "document.querySelector('[data-test=\"meeting.item1.voter{place}\"] [data-test=\"vote.{kind}\"]').click()"
        )
    };
    abdo.script(&vote(1, "for")).await;
    abdo.settle().await;
    let why: Value = abdo.script("return document.querySelector('[data-test=\"meeting.decide\"]').ariaDisabled").await;
    assert_eq!(why, "true", "one of three is no majority");
    abdo.script(&vote(2, "for")).await;
    abdo.settle().await;
    let sheet = told(&abdo, "committees.meeting", json!({ "meeting": meeting })).await;
    let aside = json!({ "item": sheet["items"][0]["id"], "member": sheet["seats"][2]["member"], "vote": "recused",
        "reason": "صلة قرابة", "version": sheet["record"]["number"] });
    told(&abdo, "committees.vote", aside).await;
    abdo.reload().await;
    abdo.by_test("meeting.item1.tally").await;
    abdo.type_into("meeting.deciding.text", "الموافقة على القرض على دفعتين").await;
    abdo.press("meeting.deciding.owner").await;
    abdo.choose("خالد العقيل").await;
    // To perform the approval asks for a word of one's own, which stands below it once it is chosen.
    for place in [0, 1] {
        let tick =
            format!("document.querySelectorAll('[data-test=\"meeting.item1\"] input[type=checkbox]')[{place}].click()");
        abdo.script(&tick).await;
        abdo.settle().await;
    }
    abdo.screenshot("meeting-deciding").await;
    assert_eq!(abdo.violations().await, Vec::<String>::new(), "a decision before it is issued");
    abdo.press("meeting.decide").await;
    abdo.wait_for_text_in("meeting.item1.decision", "الموافقة على القرض على دفعتين").await;
    let loan = told(&abdo, "loans.list", json!({ "limit": 1 })).await;
    assert_eq!(loan["lines"][0]["phase"], "approved", "the decision approved the loan, in the name of who issued it");

    abdo.press("meeting.postpone").await;
    abdo.type_into("meeting.postponing", "بانتظار الميزانية").await;
    abdo.press("meeting.postponing.submit").await;
    abdo.wait_gone("meeting.postponing.submit").await;
    abdo.close().await;

    let mona = at_desk(&host, "mona").await;
    mona.go_to(&format!("committees/meetings/{meeting}")).await;
    mona.press("meeting.draw_up").await;
    mona.press("confirm.yes").await;
    mona.wait_for_text_in("meeting.state", &words("meeting.state.minuted")).await;
    mona.press("minutes.confirm").await;
    mona.wait_gone("minutes.confirm").await;
    mona.screenshot("meeting-minuted").await;
    mona.close().await;
    for login in ["khaled", "abdo"] {
        let member = at_desk(&host, login).await;
        member.go_to(&format!("committees/meetings/{meeting}")).await;
        member.press("minutes.confirm").await;
        member.wait_gone("minutes.confirm").await;
        if login == "abdo" {
            member.press("minutes.seal").await;
            member.press("confirm.yes").await;
            member.wait_for_text_in("meeting.state", &words("meeting.state.sealed")).await;
            member.screenshot("meeting-sealed").await;
            assert_eq!(member.violations().await, Vec::<String>::new(), "a sealed meeting");
        }
        member.close().await;
    }
}

#[tokio::test]
async fn every_screen_of_governance_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let member = visits.iter().find(|visit| visit.role == "committee").unwrap();
    browser.sign_in(&member.login, &member.password).await;
    browser.by_test("frame.person").await;
    let committees = told(&browser, "committees.list", json!({})).await;
    let executive = committees["committees"].as_array().unwrap().iter().find(|one| one["kind"] == "executive").unwrap();
    let executive = executive["committee"].as_str().unwrap();
    let mut stops = vec![
        ("list", "committees".to_owned()),
        ("committee", format!("committees/{executive}")),
        ("committee-meetings", format!("committees/{executive}?tab=meetings")),
        ("meetings", "committees/meetings".to_owned()),
        ("decisions", "committees/decisions".to_owned()),
        ("policies", "policies".to_owned()),
        ("figures", "policies/figures".to_owned()),
        ("references", "policies/references".to_owned()),
        ("assembly", "assembly".to_owned()),
    ];
    let meetings = told(&browser, "committees.meetings", json!({ "limit": 50 })).await;
    for (name, state) in [("called", "called"), ("minuted", "minuted"), ("sealed", "sealed")] {
        let found = meetings["lines"].as_array().unwrap().iter().find(|one| one["state"] == state);
        let found = found.unwrap_or_else(|| panic!("no meeting is {state}"))["meeting"].as_str().unwrap();
        stops.push((name, format!("committees/meetings/{found}")));
    }
    let late = told(&browser, "committees.decisions", json!({ "standing": "late" })).await;
    stops.push(("decision-late", format!("committees/decisions/{}", late["lines"][0]["decision"].as_str().unwrap())));
    let policies = told(&browser, "policies.list", json!({ "limit": 50 })).await;
    for (name, standing) in [("policy", "in_force"), ("policy-late", "late_review"), ("policy-waits", "prepared")] {
        let found = policies["lines"].as_array().unwrap().iter().find(|one| one["standing"] == standing);
        let found = found.unwrap_or_else(|| panic!("no policy is {standing}"))["policy"].as_str().unwrap();
        stops.push((name, format!("policies/{found}")));
    }
    pictures::pictured(&browser, "governance", &stops).await;
    browser.close().await;
}

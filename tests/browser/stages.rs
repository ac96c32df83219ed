//! Stages of a project: laid, planned otherwise, opened, ticked and reviewed by two people; then the screens in every look,
//! as they stand in the demonstration.

use crate::pictures;
use serde_json::Value;
use sharaka_tests::{Browser, Host, PASSWORD, Page, demonstration, lending_office, loan_proposed, words};

async fn at_desk(host: &Host, login: &str) -> Browser {
    let browser = Browser::open(host.address()).await;
    browser.sign_in(login, PASSWORD).await;
    browser.by_test("frame.person").await;
    browser
}

/// Goes to the one project there is.
async fn at_project(page: &Page) {
    page.script(
        "fetch('/call/stages.projects', { method: 'POST', headers: { 'Content-Type': 'application/json', \
         'Sharaka-Request': crypto.randomUUID() }, body: JSON.stringify({ limit: 1 }) }).then((answer) => \
         answer.json()).then(({ value }) => { location.hash = `#/projects/${value.lines[0].project}`; });",
    )
    .await;
    page.by_test("loan.project.standing").await;
}

#[tokio::test]
async fn stages_are_laid_and_one_passes_by_another_person() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    loan_proposed(&office);
    let host = Host::at(&office);

    let mona = at_desk(&host, "mona").await;
    mona.go_to("projects").await;
    mona.press("stage.templates.open").await;
    mona.by_test("stage.templates").await;
    mona.press("stage.template.new").await;
    mona.type_into("stage.template.name", "خياطة").await;
    mona.type_into("stage.fields1.name", "تجهيز").await;
    mona.type_into("stage.fields1.visits", "0").await;
    mona.press("stage.fields1.ask").await;
    mona.script("const all = document.querySelectorAll('.asked input'); all[0].focus()").await;
    mona.keys(&[], "الماكينات تعمل").await;
    mona.press("stage.fields.add").await;
    mona.type_into("stage.fields2.name", "تشغيل").await;
    mona.screenshot("stages-template").await;
    assert_eq!(mona.violations().await, Vec::<String>::new(), "the form of a template");
    mona.press("stage.template.submit").await;
    mona.wait_gone("stage.template.submit").await;
    mona.wait_for_text_in("stage.templates", "خياطة").await;

    let sara = at_desk(&host, "sara").await;
    at_project(&sara).await;
    sara.press("stage.lay").await;
    sara.by_test("stage.laying.submit").await;
    sara.wait_for_text("خياطة").await;
    sara.script(
        "[...document.querySelectorAll('dialog label')].find((one) => one.textContent.includes('خياطة'))\
         .querySelector('input').click()",
    )
    .await;
    sara.screenshot("stages-lay").await;
    sara.press("stage.laying.submit").await;
    sara.wait_gone("stage.laying.submit").await;
    sara.by_test("stage.rail").await;
    sara.press("stage.place_loose").await;
    sara.by_test("stage.placing.submit").await;
    sara.screenshot("stages-place").await;
    assert_eq!(sara.violations().await, Vec::<String>::new(), "the stages of tranches");
    sara.press("stage.placing.submit").await;
    sara.wait_gone("stage.placing.submit").await;
    sara.press("stage.edit").await;
    sara.type_into("stage.fields1.days", "45").await;
    sara.screenshot("stages-edit").await;
    assert_eq!(sara.violations().await, Vec::<String>::new(), "the plan of the stages");
    sara.press("stage.editing.submit").await;
    sara.wait_gone("stage.editing.submit").await;
    sara.press("stage.begin").await;
    sara.wait_for_text_in("stage.state", &words("stage.state.open")).await;
    sara.press("stage.tick.1").await;
    sara.type_into("stage.ticking.evidence", "رأيتها تعمل اليوم").await;
    sara.screenshot("stages-tick").await;
    sara.press("stage.ticking.submit").await;
    sara.wait_gone("stage.ticking.submit").await;
    sara.by_test("gate.stages.own").await;
    sara.wait_for_text_in("stage.panel", "رأيتها تعمل اليوم").await;
    // The money of the stage is still to go out: the page says so, and the button with it.
    sara.by_test("gate.stages.tranches").await;
    let why: Value =
        sara.script("return document.querySelector('[data-test=\"stage.ask_review\"]').ariaDisabled").await;
    assert_eq!(why, "true", "the review waits for the tranche");
    sara.screenshot("stages-open").await;
    assert_eq!(sara.violations().await, Vec::<String>::new(), "the page of a project");

    at_project(&mona).await;
    mona.wait_for_text_in("stage.panel", "رأيتها تعمل اليوم").await;
    mona.close().await;
    sara.close().await;
}

#[tokio::test]
async fn every_screen_of_projects_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let supervisor = visits.iter().find(|visit| visit.role == "supervisor").unwrap();
    browser.sign_in(&supervisor.login, &supervisor.password).await;
    browser.by_test("frame.person").await;
    let mut stops = vec![
        ("list", "projects".to_owned()),
        ("late", "projects?at=late".to_owned()),
        ("none", "projects?text=zzzz".to_owned()),
        ("templates", "projects/templates".to_owned()),
    ];
    for (name, at) in
        [("open", "open"), ("failed", "failed"), ("in-review", "in_review"), ("passed", "passed"), ("bare", "none")]
    {
        let ask = format!(
            "const done = arguments[0]; fetch('/call/stages.projects', {{ method: 'POST', headers: {{ 'Content-Type': \
             'application/json', 'Sharaka-Request': crypto.randomUUID() }}, body: JSON.stringify({{ at: '{at}', limit: 50, \
             order: {{ by: 'passed', down: true }} }}) }}).then((answer) => answer.json()).then(({{ value }}) => \
             done(value.lines[0]?.project ?? ''));"
        );
        let project = browser.script_async(&ask).await;
        let project = project.as_str().filter(|id| !id.is_empty()).unwrap_or_else(|| panic!("no project is {at}"));
        stops.push((name, format!("projects/{project}")));
    }
    pictures::pictured(&browser, "stages", &stops).await;
    browser.close().await;
}

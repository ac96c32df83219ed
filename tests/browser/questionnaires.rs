//! Questionnaires in Chromium: a form is made, approved by another, forty papers are entered by keyboard and some of them again by
//! another person, a difference is settled, the quarter is closed and read, its paper printed, an action drawn from it; a closed
//! request is rated on the screen at the desk; every screen in every look.

use crate::pictures;
use fantoccini::key::Key;
use sharaka_tests::{Browser, Host, Visit, demonstration, words};
use std::time::Duration;

/// Calls the office as whoever is signed in, and gives its answer.
async fn told(browser: &Browser, command: &str, input: &str) -> serde_json::Value {
    let asked = format!(
        "const done = arguments[arguments.length - 1]; fetch('/call/{command}', {{ method: 'POST', headers: {{ 'Content-Type': \
         'application/json', 'Sharaka-Request': crypto.randomUUID() }}, body: JSON.stringify({input}) }}).then((answer) => \
         answer.json()).then((answer) => done(answer.value ?? answer))"
    );
    browser.script_async(&asked).await
}

/// Presses physical keys where the keyboard is.
async fn pressed(browser: &Browser, keys: &[(&str, &str)]) {
    for (code, key) in keys {
        let event = format!(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ code: '{code}', key: '{key}', bubbles: true, cancelable: true }}))"
        );
        browser.script(&event).await;
        browser.settle().await;
    }
}

async fn open(browser: &Browser, address: &str) {
    browser.script(&format!("location.hash = '#/{address}'")).await;
    browser.settle().await;
}

async fn enter_as(browser: &Browser, visits: &[Visit], role: &str) {
    let visit = visits.iter().find(|visit| visit.role == role).unwrap();
    browser.sign_in(&visit.login, &visit.password).await;
    browser.by_test("frame.person").await;
}

/// A sheet by its code: seven scales, whether they were told of their right, and no suggestion.
async fn sheet(browser: &Browser, code: &str, scale: &str, service: &str) {
    browser
        .script("document.querySelector('header input').value = ''; document.querySelector('header input').focus()")
        .await;
    let typed = format!(
        "const box = document.querySelector('[data-test=\"questionnaires.page\"] header input'); box.value = '{code}'; \
         box.dispatchEvent(new Event('input', {{ bubbles: true }})); box.focus(); box.dispatchEvent(new KeyboardEvent('keydown', \
         {{ key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }}))"
    );
    browser.script(&typed).await;
    browser.by_test("questionnaires.sheet").await;
    browser.wait_until("document.activeElement?.dataset.test === 'questionnaires.sheet'").await;
    let digit = |place: &str| format!("Digit{place}");
    for place in [scale, scale, scale, scale, scale, service, scale, "1"] {
        pressed(browser, &[(digit(place).as_str(), place)]).await;
    }
    browser.wait_until("document.activeElement?.tagName === 'TEXTAREA'").await;
    pressed(browser, &[("Enter", "Enter"), ("Enter", "Enter")]).await;
    browser.wait_gone("questionnaires.sheet").await;
}

#[tokio::test]
async fn forty_papers_are_entered_by_keyboard_checked_read_and_acted_on() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    enter_as(&browser, &visits, "researcher").await;

    // A form is made from what is shipped, and handed over.
    open(&browser, "questionnaires?do=add").await;
    browser.type_into("questionnaires.adding.title", "رضا من زار الجمعية").await;
    browser.press("questionnaires.adding.submit").await;
    browser.by_test("questionnaires.questions").await;
    let form = browser.script("return location.hash.slice(2).split('?')[0]").await.as_str().unwrap().to_owned();
    browser.press("questionnaires.question_add").await;
    browser.type_into("questionnaires.question.text", "هل تزورنا من جديد؟").await;
    browser.press("questionnaires.question.save").await;
    browser.wait_for_text("هل تزورنا من جديد؟").await;
    // Given up again: what is shipped is enough.
    browser.press("questionnaires.question_remove.10").await;
    browser.press("questionnaires.ask").await;
    browser.wait_for_text(&words("questionnaires.waits_for_another")).await;
    let mark = browser.script("return document.querySelector('nav[aria-label] li:last-child, .crumbs :last-child')?.textContent.trim() ?? ''").await;
    browser.sign_out().await;

    // Another person approves it.
    enter_as(&browser, &visits, "supervisor").await;
    open(&browser, &form).await;
    browser.press("questionnaires.approve").await;
    browser.by_test("questionnaires.close").await;
    browser.sign_out().await;

    // Forty sheets get their codes and are entered by keys alone.
    enter_as(&browser, &visits, "researcher").await;
    open(&browser, &format!("{form}?tab=sheets")).await;
    browser.press("questionnaires.issue").await;
    browser.type_into("questionnaires.issuing.count", "40").await;
    browser.press("questionnaires.issuing.submit").await;
    // Forty pages take a while to be set.
    browser.visible_within("[data-test=\"paper\"]", Duration::from_secs(180)).await;
    browser.screenshot("questionnaires/form_paper").await;
    browser.key(Key::Escape).await;
    browser.wait_gone("paper").await;
    open(&browser, &format!("{form}?tab=entry")).await;
    for number in 1..=40 {
        sheet(&browser, &number.to_string(), "4", if number % 8 == 0 { "2" } else { "5" }).await;
    }
    // A code that was entered before is refused and says by whom.
    browser
        .script(
            "const box = document.querySelector('[data-test=\"questionnaires.page\"] header input'); box.value = '٧'; \
             box.dispatchEvent(new Event('input', { bubbles: true })); box.dispatchEvent(new KeyboardEvent('keydown', { key: \
             'Enter', code: 'Enter', bubbles: true, cancelable: true }))",
        )
        .await;
    browser.by_test("questionnaires.sheet").await;
    browser.screenshot("questionnaires/entry_corrected").await;
    browser.sign_out().await;

    // Another person enters those again that were chosen, without seeing the first entry; one of them otherwise.
    enter_as(&browser, &visits, "supervisor").await;
    open(&browser, &format!("{form}?tab=entry")).await;
    browser.by_test("questionnaires.second").await;
    browser.screenshot("questionnaires/entry_second").await;
    for (number, service) in [(1, "5"), (11, "5"), (21, "3"), (31, "5")] {
        sheet(&browser, &number.to_string(), "4", service).await;
    }
    let why = browser.script("return document.querySelector('[data-test=\"questionnaires.close\"]').getAttribute('aria-disabled') ?? document.querySelector('[data-test=\"questionnaires.close\"]').disabled").await;
    assert!(why == true || why == "true", "not closed before the difference is settled: {why}");
    browser.press("questionnaires.settle_open").await;
    browser.press("questionnaires.takes.second").await;
    browser.screenshot("questionnaires/settling").await;
    browser.press("questionnaires.settle").await;
    browser.wait_for_text(&words("questionnaires.differences_n.zero")).await;
    browser.key(Key::Escape).await;

    // It is closed with a reason, before its last day, and read.
    browser.press("questionnaires.close").await;
    browser.type_into("questionnaires.closing", "اكتمل الورق").await;
    browser.press("questionnaires.closing.submit").await;
    browser.wait_gone("questionnaires.closing.submit").await;
    open(&browser, &form).await;
    browser.by_test("questionnaires.by_question").await;
    browser.screenshot("questionnaires/read").await;
    let text = browser.text().await;
    assert!(text.contains("٪"), "per cents are read: {text}");
    browser.press("questionnaires.results_paper").await;
    browser.by_test("paper").await;
    browser.screenshot("questionnaires/results_paper").await;
    browser.key(Key::Escape).await;
    browser.wait_gone("paper").await;

    // An action is drawn from what was said.
    open(&browser, &format!("{form}?tab=follows")).await;
    browser.press("questionnaires.action_add").await;
    browser.type_into("questionnaires.action.said", "سرعة الرد أقل مما يُرجى").await;
    browser.type_into("questionnaires.action.text", "موظف للرد على الاستفسارات").await;
    browser.press("questionnaires.action.submit").await;
    browser.wait_for_text_in("questionnaires.study_actions", "موظف للرد").await;
    browser.screenshot("questionnaires/acted").await;
    assert!(mark.is_string());
    browser.close().await;
}

#[tokio::test]
async fn a_closed_request_is_rated_on_the_screen_and_the_session_is_locked_behind() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    enter_as(&browser, &visits, "researcher").await;
    let due = told(&browser, "questionnaires.offers", "{}").await;
    let request = due["lines"][0]["request"].as_str().unwrap().to_owned();
    open(&browser, &format!("requests/{request}")).await;
    browser.by_test("questionnaires.rate.kiosk").await;
    browser.screenshot("questionnaires/rating_due").await;
    browser.press("questionnaires.rate.kiosk").await;
    browser.by_test("questionnaires.kiosk").await;
    browser.screenshot("questionnaires/kiosk_begin").await;
    browser.press("questionnaires.kiosk.start").await;
    for key in ["reach", "reception", "clear", "fast", "fair", "service", "trust"] {
        browser.press(&format!("questionnaires.answer.{key}.5")).await;
    }
    browser.screenshot("questionnaires/kiosk_asking").await;
    browser.press("questionnaires.answer.appeal.1").await;
    browser.press("questionnaires.kiosk.send").await;
    browser.by_test("questionnaires.kiosk.thanks").await;
    browser.screenshot("questionnaires/kiosk_thanks").await;
    browser.press("questionnaires.kiosk.leave").await;
    browser.by_test("lock.password").await;
    browser.close().await;
}

#[tokio::test]
async fn every_screen_of_questionnaires_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    enter_as(&browser, &visits, "supervisor").await;
    let list = told(&browser, "questionnaires.list", "{ limit: 50 }").await;
    let of = |fits: &dyn Fn(&serde_json::Value) -> bool| {
        let line = list["lines"].as_array().unwrap().iter().find(|line| fits(line)).unwrap();
        format!("questionnaires/{}", line["questionnaire"].as_str().unwrap())
    };
    let open_one = of(&|line| line["purpose"] == "satisfaction" && line["standing"] == "open");
    let closed = of(&|line| line["purpose"] == "satisfaction" && line["standing"] == "closed");
    let study = of(&|line| line["purpose"] == "needs_study");
    let poll = of(&|line| line["purpose"] == "poll");
    let asked = of(&|line| line["standing"] == "asked");
    let stops = [
        ("list", "questionnaires".to_owned()),
        ("list_none", "questionnaires?text=zzzz".to_owned()),
        ("findings", "questionnaires?tab=findings".to_owned()),
        ("actions", "questionnaires?tab=actions".to_owned()),
        ("offers", "questionnaires?tab=offers".to_owned()),
        ("adding", "questionnaires?do=add".to_owned()),
        ("settings", "questionnaires?do=settings".to_owned()),
        ("results", open_one.clone()),
        ("results_cross", format!("{closed}?by=procedure&table=fast")),
        ("entry", format!("{open_one}?tab=entry")),
        ("sheets", format!("{open_one}?tab=sheets")),
        ("questions", format!("{open_one}?tab=questions")),
        ("follows", format!("{closed}?tab=follows")),
        ("study", study.clone()),
        ("study_follows", format!("{study}?tab=follows")),
        ("poll", poll),
        ("asked", asked),
    ];
    pictures::pictured(&browser, "questionnaires", &stops).await;
    browser.close().await;
}

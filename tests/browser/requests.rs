//! Requests in Chromium: the list with its keys, a decision by another's hand, and every screen in every look, as they stand in the
//! demonstration.

use crate::pictures;
use sharaka_tests::{Browser, Host, demonstration};

/// The address of a request of a kind and a state, as the office lists them.
pub async fn found(browser: &Browser, fits: &str) -> String {
    let asked = format!(
        "const done = arguments[arguments.length - 1]; fetch('/call/requests.list', {{ method: 'POST', headers: {{ \
         'Content-Type': 'application/json', 'Sharaka-Request': crypto.randomUUID() }}, body: JSON.stringify({{ ended: true, \
         limit: 100 }}) }}).then((answer) => answer.json()).then((answer) => {{ const page = answer.value ?? answer; const line = \
         page.lines.find((line) => {fits}); done(line ? 'requests/' + line.request : JSON.stringify(answer).slice(0, 400)); }})"
    );
    browser.script_async(&asked).await.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn every_screen_of_requests_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let supervisor = visits.iter().find(|visit| visit.role == "supervisor").unwrap();
    browser.sign_in(&supervisor.login, &supervisor.password).await;
    browser.by_test("frame.person").await;
    let decision = found(&browser, "line.state === 'for_decision'").await;
    let grievance = found(&browser, "line.kind === 'grievance'").await;
    let waits = found(&browser, "line.state === 'awaiting_applicant'").await;
    let rejected = found(&browser, "line.outcome === 'rejected'").await;
    let referral = found(&browser, "line.stage === 'contacted' && line.callback_from").await;
    let change = found(&browser, "line.kind === 'data_change'").await;
    let stops = [
        ("list", "requests".to_owned()),
        ("late", "requests?tab=late".to_owned()),
        ("mine", "requests?tab=mine".to_owned()),
        ("none", "requests?text=zzzz".to_owned()),
        ("new", "requests?do=add".to_owned()),
        ("decision", decision),
        ("grievance", grievance),
        ("waits", waits),
        ("rejected", rejected),
        ("referral", referral),
        ("change", change),
        ("calls", "requests/calls".to_owned()),
        ("settings", "requests/settings".to_owned()),
        ("reception", "requests/reception".to_owned()),
        ("letters", "requests/letters".to_owned()),
    ];
    pictures::pictured(&browser, "requests", &stops).await;
    browser.close().await;
}

#[tokio::test]
async fn a_request_is_previewed_assigned_and_decided_by_keys() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let supervisor = visits.iter().find(|visit| visit.role == "supervisor").unwrap();
    browser.sign_in(&supervisor.login, &supervisor.password).await;
    browser.by_test("frame.person").await;

    browser.script("location.hash = '#/requests?tab=incoming'").await;
    browser.visible("[data-test=\"requests.table\"] .body .line").await;
    browser.by_test("requests.preview").await;
    // Moving on fills the preview at once with what the row knows.
    browser.script("document.querySelector('[data-test=\"requests.table\"] [role=grid]').focus()").await;
    let shown = "document.querySelector('[data-test=\"requests.preview\"] .no').textContent";
    let first = browser.script(&format!("return {shown}")).await;
    browser
        .script(
            "const grid = document.querySelector('[data-test=\"requests.table\"] [role=grid]'); for (const key of \
             ['ArrowDown', 'ArrowDown', ' ']) grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))",
        )
        .await;
    browser.wait_until(&format!("{shown} !== {first}")).await;
    browser.by_test("requests.assign").await;
    let taken = "[...document.querySelectorAll('[data-test^=\"requests.assign_to.\"]')].at(0)";
    browser.script(&format!("{taken}.click()")).await;
    browser.wait_until("document.querySelector('[data-test=\"requests.assign\"]') === null").await;

    let decision = found(&browser, "line.state === 'for_decision' && line.kind === 'dispute'").await;
    browser.script(&format!("location.hash = '#/{decision}'")).await;
    browser.by_test("requests.decide").await;
    browser.press("requests.declare.none").await;
    browser.wait_gone("requests.declare.none").await;
    browser
        .script("window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit1', key: '1', bubbles: true }))")
        .await;
    browser.by_test("requests.letter_draft").await;
    // From under the notice of what was declared.
    browser
        .script("document.querySelector('[data-test=\"requests.decide.yes\"]').scrollIntoView({ block: 'center' })")
        .await;
    browser.press("requests.decide.yes").await;
    browser.by_test("requests.after").await;
    browser.press("requests.hand_letter").await;
    browser.press("requests.handing.submit").await;
    browser.wait_gone("requests.hand_letter").await;
    browser.close().await;
}

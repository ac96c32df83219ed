//! Partners in Chromium: an agreement is proposed, approved by another person, signed, its obligations kept and missed, renewed;
//! and every screen in every look, as they stand in the demonstration.

use crate::pictures;
use sharaka_tests::{Browser, Host, demonstration};

/// What the office answers to a question, from within the page.
async fn asked(browser: &Browser, command: &str, input: &str, finds: &str) -> String {
    let script = format!(
        "const done = arguments[arguments.length - 1]; fetch('/call/{command}', {{ method: 'POST', headers: {{ \
         'Content-Type': 'application/json', 'Sharaka-Request': crypto.randomUUID() }}, body: JSON.stringify({input}) }}) \
         .then((answer) => answer.json()).then((answer) => {{ const page = answer.value ?? answer; const found = {finds}; \
         done(found ?? JSON.stringify(answer).slice(0, 400)); }})"
    );
    browser.script_async(&script).await.as_str().unwrap().to_owned()
}

async fn agreement(browser: &Browser, fits: &str) -> String {
    let finds = format!(
        "(() => {{ const line = page.lines.find((line) => {fits}); return line && 'agreements/' + line.agreement; }})()"
    );
    asked(browser, "partners.agreements", "{ limit: 100 }", &finds).await
}

async fn partner(browser: &Browser, fits: &str) -> String {
    let finds = format!(
        "(() => {{ const line = page.lines.find((line) => {fits}); return line && 'partners/' + line.partner; }})()"
    );
    asked(browser, "partners.list", "{ limit: 100 }", &finds).await
}

#[tokio::test]
async fn every_screen_of_partners_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let supervisor = visits.iter().find(|visit| visit.role == "supervisor").unwrap();
    browser.sign_in(&supervisor.login, &supervisor.password).await;
    browser.by_test("frame.person").await;
    let active = agreement(&browser, "line.standing === 'active' && line.late > 0").await;
    let waits = agreement(&browser, "line.standing === 'for_approval'").await;
    let over = agreement(&browser, "line.standing === 'terminated'").await;
    let main = partner(&browser, "line.ours_late > 0").await;
    let bare = partner(&browser, "line.standing === 'prospective'").await;
    let stops = [
        ("list", "partners".to_owned()),
        ("none", "partners?text=zzzz".to_owned()),
        ("agreements", "partners?tab=agreements".to_owned()),
        ("obligations", "partners?tab=obligations".to_owned()),
        ("late", "partners?tab=obligations&late=1".to_owned()),
        ("map", "partners?tab=map".to_owned()),
        ("figures", "partners?tab=figures".to_owned()),
        ("add", "partners?do=add".to_owned()),
        ("propose", "partners?tab=agreements&do=propose".to_owned()),
        ("settings", "partners/settings".to_owned()),
        ("partner", main.clone()),
        ("partner_agreements", format!("{main}?tab=agreements")),
        ("partner_obligations", format!("{main}?tab=obligations")),
        ("partner_given", format!("{main}?tab=given")),
        ("partner_community", format!("{main}?tab=community")),
        ("partner_bare", bare),
        ("agreement", active),
        ("agreement_waits", waits),
        ("agreement_over", over),
    ];
    pictures::pictured(&browser, "partners", &stops).await;
    browser.close().await;
}

async fn typed(browser: &Browser, test: &str, text: &str) {
    let script = format!(
        "const at = document.querySelector('[data-test=\"{test}\"] textarea, [data-test=\"{test}\"] input'); at.focus(); \
         at.value = '{text}'; at.dispatchEvent(new Event('input', {{ bubbles: true }})); at.blur();"
    );
    browser.script(&script).await;
}

async fn stands(browser: &Browser, standing: &str) {
    let at = "document.querySelector('[data-test=\"partners.agreement.standing\"]')?.dataset.standing";
    browser.wait_until(&format!("{at} === '{standing}'")).await;
}

/// A window of the form is submitted and closes.
async fn submit(browser: &Browser, test: &str) {
    browser.press(&format!("{test}.submit")).await;
    browser.wait_gone(&format!("{test}.submit")).await;
}

#[tokio::test]
async fn an_agreement_is_approved_by_another_signed_kept_missed_and_renewed() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let who = |role: &str| visits.iter().find(|visit| visit.role == role).unwrap();
    browser.sign_in(&who("researcher").login, &who("researcher").password).await;
    browser.by_test("frame.person").await;

    // What lacks is named before anybody else is asked: obligations stand in the demonstration, so one that negotiates goes on.
    let centre = agreement(&browser, "line.standing === 'negotiating'").await;
    browser.script(&format!("location.hash = '#/{centre}'")).await;
    browser.by_test("partners.ask_approval").await;
    browser.screenshot("partners/walk-1-negotiating").await;
    browser.press("partners.ask_approval").await;
    submit(&browser, "partners.ask_approval_form").await;
    stands(&browser, "for_approval").await;
    // Whoever asked does not approve: the button says why.
    browser
        .wait_until(
            "document.querySelector('[data-test=\"partners.approve\"]').getAttribute('aria-disabled') === 'true'",
        )
        .await;
    browser.screenshot("partners/walk-2-waits").await;

    browser.sign_out().await;
    browser.sign_in(&who("supervisor").login, &who("supervisor").password).await;
    browser.by_test("frame.person").await;
    browser.script(&format!("location.hash = '#/{centre}'")).await;
    browser.press("partners.approve").await;
    typed(&browser, "partners.approving.decision", "قرار 44/1448").await;
    submit(&browser, "partners.approving").await;
    stands(&browser, "approved").await;
    browser.press("partners.sign").await;
    typed(&browser, "partners.signing.event", "ملتقى المشاركة المجتمعية").await;
    typed(&browser, "partners.signing.theirs", "رئيس مركز الحي").await;
    submit(&browser, "partners.signing").await;
    browser.wait_until("['signed', 'active'].includes(document.querySelector('[data-test=\"partners.agreement.standing\"]')?.dataset.standing)").await;
    browser.screenshot("partners/walk-3-signed").await;

    // Kept without evidence, then with it; theirs is missed and stands in red.
    let late = agreement(&browser, "line.standing === 'active' && line.late > 0").await;
    browser.script(&format!("location.hash = '#/{late}'")).await;
    browser.by_test("partners.obligations").await;
    browser.press("partners.fulfil").await;
    submit(&browser, "partners.fulfilling").await;
    browser.by_test("partners.prove").await;
    browser.press("partners.prove").await;
    typed(&browser, "partners.proving.evidence", "تقرير أثر 1").await;
    submit(&browser, "partners.proving").await;
    browser.screenshot("partners/walk-4-kept").await;

    // What is in force is renewed by another agreement, which goes the same way.
    browser.press("partners.renew").await;
    submit(&browser, "partners.agreement_form").await;
    stands(&browser, "proposed").await;
    browser.screenshot("partners/walk-5-renewal").await;
    browser.close().await;
}

//! The social research by keyboard: a draft filled in with digits of either script, kept by itself, completed and reviewed by
//! another; and every screen of it in every look.

use crate::pictures;
use sharaka_tests::{BORROWER, Browser, Host, PASSWORD, demonstration, lending_office};

/// Types into the control of a fact.
async fn fact(browser: &Browser, key: &str, typed: &str) {
    let script = format!(
        "const at = document.querySelector('[data-test=\"assessments.fact.{key}\"] input'); at.focus(); at.value = '{typed}'; \
         at.dispatchEvent(new Event('input', {{ bubbles: true }}));"
    );
    browser.script(&script).await;
}

async fn pick(browser: &Browser, key: &str, place: usize) {
    let script = format!("document.querySelectorAll('[data-test=\"assessments.fact.{key}\"] input')[{place}].click();");
    browser.script(&script).await;
}

#[tokio::test]
async fn a_family_is_assessed_while_the_score_is_shown_and_reviewed_by_another() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    browser.sign_in("sara", PASSWORD).await;
    browser.by_test("frame.person").await;
    browser.script("location.hash = '#/beneficiaries'").await;
    browser.wait_for_text(BORROWER).await;
    let script = "document.querySelector('[data-test=\"beneficiaries.table.table\"] .body .line, .body .line').click()";
    browser.script(script).await;
    browser.by_test("beneficiaries.status").await;
    browser.script("location.hash = location.hash.split('?')[0] + '?tab=assessments'").await;
    browser.press("assessments.of.begin").await;
    browser.press("assessments.begin.submit").await;
    browser.by_test("assessments.page").await;
    browser.by_test("assessments.no_score").await;

    for (key, typed) in [
        ("family_size", "٧"),
        ("dependants", "6"),
        ("orphan_n", "٦"),
        ("disabled_n", "0"),
        ("elderly_n", "0"),
        ("social_security", "٢١٤٠"),
        ("citizen_account", "760"),
        ("project_income", "۱۱۵۰"),
        ("rent", "1000"),
        ("debts", "250"),
        ("rooms", "3"),
    ] {
        fact(&browser, key, typed).await;
    }
    pick(&browser, "widow", 0).await;
    pick(&browser, "tenure", 1).await;
    pick(&browser, "unsound", 0).await;
    pick(&browser, "earning", 2).await;
    browser.wait_for_text_in("assessments.score", "62").await;
    // Enter goes down the column.
    browser.script("document.querySelector('[data-test=\"assessments.fact.family_size\"] input').focus()").await;
    browser.keys(&[], "\u{e007}").await;
    let under = "return document.activeElement.closest('[data-row]').dataset.row";
    assert_eq!(browser.script(under).await, "dependants");
    // It is kept by itself.
    browser.wait_until("document.querySelector('[data-test=\"assessments.saved\"]').textContent.includes(':')").await;
    browser.screenshot("assessments/draft").await;
    browser.press("assessments.complete").await;
    browser.by_test("assessments.review").await;
    let mine = browser.script("return location.hash").await.as_str().unwrap().to_owned();
    browser.sign_out().await;
    browser.sign_in("mona", PASSWORD).await;
    browser.by_test("frame.person").await;
    browser.script(&format!("location.hash = '{mine}'")).await;
    browser.by_test("assessments.page").await;
    browser.press("assessments.review").await;
    browser.wait_until("!document.querySelector('[data-test=\"assessments.review\"]')").await;
    browser.screenshot("assessments/reviewed").await;
    browser.close().await;
}

#[tokio::test]
async fn every_screen_of_the_social_research_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let supervisor = visits.iter().find(|visit| visit.role == "supervisor").unwrap();
    browser.sign_in(&supervisor.login, &supervisor.password).await;
    browser.by_test("frame.person").await;
    browser.script("location.hash = '#/assessments?exception=1'").await;
    browser
        .visible("[data-test=\"assessments.table\"] .body .line, [data-test=\"assessments.table.table\"] .body .line")
        .await
        .click()
        .await
        .unwrap();
    browser.by_test("assessments.page").await;
    let waiting = browser.script("return location.hash.slice(2)").await.as_str().unwrap().to_owned();
    let file = browser
        .script("return document.querySelector('main a[href*=\"tab=assessments\"]').getAttribute('href').slice(2)")
        .await;
    let stops = [
        ("list", "assessments".to_owned()),
        ("none", "assessments?text=zzzz".to_owned()),
        ("page", waiting),
        ("of-file", file.as_str().unwrap().to_owned()),
        ("needs", "assessments?tab=needs".to_owned()),
        ("items", "assessments?tab=items".to_owned()),
        ("abilities", "assessments?tab=abilities".to_owned()),
        ("groups", "assessments?tab=groups".to_owned()),
        ("outcomes", "assessments?tab=outcomes".to_owned()),
        ("rule", "assessments?tab=rule".to_owned()),
    ];
    pictures::pictured(&browser, "assessments", &stops).await;
    browser.close().await;
}

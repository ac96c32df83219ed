//! The terms of a loan are changed in a browser: proposed, looked at beside the old plan, decided by another, printed.

use fantoccini::key::Key;
use sharaka_tests::{Browser, Host, PASSWORD, Page, lending_office, loan_paid_out, repay_by_keyboard, words};
use std::time::Duration;

#[tokio::test]
async fn a_plan_is_proposed_anew_looked_at_and_approved_by_another() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    loan_paid_out(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;

    browser.sign_in("mona", PASSWORD).await;
    browser.by_test("frame.person").await;
    open_loan(&browser).await;
    browser.press("loan.terms.open").await;
    browser.tick("defer").await;
    accessible(&browser, "a change being chosen").await;
    browser.tick("extend").await;
    browser.type_into("loan.terms.count", "6").await;
    browser.type_into("loan.terms.cause", &words("loans.change.cause.income_fell")).await;
    browser.choose(&words("loans.change.cause.income_fell")).await;
    browser.by_test("loan.terms.hardship").await;
    browser.type_into("loan.terms.reason", "القسط يفوق صافي دخل المشروع").await;
    browser.wait_for_text_in("loan.terms.equal", &words("loan.terms.equal")).await;
    accessible(&browser, "two plans beside each other").await;
    pictures(&browser, "terms-proposed").await;
    browser.press("loan.terms.submit").await;
    browser.by_test("loan.request.change").await;
    browser.screenshot("terms-waiting").await;

    // Whoever proposed it looks at it again, and cannot approve it.
    browser.press("loan.request.review").await;
    browser.wait_for_text_in("loan.terms.review", "القسط يفوق صافي دخل المشروع").await;
    pictures(&browser, "terms-own").await;
    browser.press("loan.terms.close").await;

    browser.sign_out().await;
    browser.sign_in("abdo", PASSWORD).await;
    browser.by_test("frame.person").await;
    open_loan(&browser).await;
    browser.press("loan.request.review").await;
    browser.by_test("loan.terms.plans").await;
    accessible(&browser, "a change to be decided").await;
    browser.press("loan.terms.approve").await;
    browser.press("confirm.yes").await;
    browser.wait_gone("loan.request.change").await;
    browser.wait_for_text_in("loan.story", &words("loan.what.extend")).await;
    browser.wait_for_text(&words("loan.restructured")).await;
    browser.screenshot("terms-changed").await;

    // The annex is printed from the story.
    browser.visible("[data-test=\"loan.story\"] button").await.click().await.unwrap();
    browser.by_test("loan.event").await;
    pictures(&browser, "terms-event").await;
    browser.press("loan.event.annex").await;
    browser.visible_within("[data-test=\"paper\"] img", Duration::from_secs(120)).await;
    browser.settle().await;
    browser.screenshot("terms-annex").await;
    browser.close().await;
}

#[tokio::test]
async fn many_loans_are_put_off_on_one_screen() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    loan_paid_out(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    browser.sign_in("mona", PASSWORD).await;
    browser.by_test("frame.person").await;
    browser.go_to("loans").await;
    browser.press("loan.deferral.open").await;
    browser.type_into("loan.deferral.due_until", "2027/12/31").await;
    browser.type_into("loan.deferral.reason", "قرار اللجنة رقم 7: لا أقساط في رمضان").await;
    browser.by_test("loan.deferral.sum").await;
    accessible(&browser, "many loans to be put off").await;
    browser.in_every_look("deferral-new").await;
    browser.press("loan.deferral.submit").await;
    browser.wait_for_text_in("loan.deferral.state", &words("loan.deferral.state.waiting")).await;
    browser.screenshot("deferral-waiting").await;
    let address = browser.script("return location.hash").await;

    browser.sign_out().await;
    browser.sign_in("abdo", PASSWORD).await;
    browser.by_test("frame.person").await;
    browser.script(&format!("location.hash = {address}")).await;
    browser.press("loan.deferral.approve").await;
    browser.press("confirm.yes").await;
    browser.wait_for_text_in("loan.deferral.state", &words("loan.deferral.state.approved")).await;
    open_loan(&browser).await;
    browser.wait_for_text_in("loan.story", &words("loan.what.defer")).await;
    browser.close().await;
}

#[tokio::test]
async fn more_is_lent_by_the_same_loan_once_enough_is_repaid() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    loan_paid_out(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    browser.sign_in("khaled", PASSWORD).await;
    browser.by_test("frame.person").await;
    repay_by_keyboard(&browser, "نورة", "6000").await;
    browser.sign_out().await;

    browser.sign_in("mona", PASSWORD).await;
    browser.by_test("frame.person").await;
    open_loan(&browser).await;
    browser.press("loan.terms.open").await;
    browser.tick("top_up").await;
    browser.type_into("loan.terms.amount", "3000").await;
    browser.type_into("loan.terms.item", "ماكينة تطريز").await;
    browser.type_into("loan.terms.reason", "طلبات المدارس زادت").await;
    browser.by_test("loan.terms.plans").await;
    accessible(&browser, "more is to be lent").await;
    pictures(&browser, "terms-top-up").await;
    browser.press("loan.terms.submit").await;
    browser.by_test("loan.request.change").await;
    browser.sign_out().await;

    browser.sign_in("abdo", PASSWORD).await;
    browser.by_test("frame.person").await;
    open_loan(&browser).await;
    browser.press("loan.request.review").await;
    browser.by_test("loan.terms.plans").await;
    browser.press("loan.terms.approve").await;
    browser.press("confirm.yes").await;
    browser.wait_gone("loan.request.change").await;
    browser.wait_for_text_in("loan.figures", "15,000").await;
    // What was added waits as one more tranche, and says that it was added.
    let second = words("loan.tranche.nth").replace("%{no}", "2");
    let pick = format!(
        "[...document.querySelectorAll('[data-test=\"loan.tranche\"] .tags button')].find((one) => one.textContent.includes('{second}')).click()"
    );
    browser.script(&pick).await;
    browser.wait_for_text_in("loan.tranche", &words("loans.change.kind.top_up")).await;
    browser.screenshot("terms-top-up-approved").await;
    browser.close().await;
}

/// What a window shows, in both themes and in the smaller size: behind it nothing can be pressed.
async fn pictures(page: &Page, name: &str) {
    page.settle().await;
    page.screenshot(name).await;
    page.size(1280, 720).await;
    page.script("document.documentElement.dataset.theme = 'dark'").await;
    page.settle().await;
    page.screenshot(&format!("{name}@dark-1280")).await;
    page.script("document.documentElement.dataset.theme = 'light'").await;
    page.size(1440, 900).await;
}

async fn open_loan(page: &Page) {
    page.keys(&[Key::Control], "k").await;
    page.type_into("palette.query", "نورة").await;
    page.visible("[data-test^=\"palette.loan.\"]").await.click().await.unwrap();
    page.by_test("loan.standing").await;
}

async fn accessible(page: &Page, place: &str) {
    page.settle().await;
    assert_eq!(page.violations().await, Vec::<String>::new(), "{place}");
}

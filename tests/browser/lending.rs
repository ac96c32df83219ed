//! Lending, from the proposal to the receipt, in a browser.

use fantoccini::key::Key;
use sharaka_tests::{BORROWER, Browser, Host, PASSWORD, Page, lending_office, loan_paid_out, repay_by_keyboard, words};

#[tokio::test]
async fn a_loan_is_proposed_decided_paid_out_and_repaid() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;

    browser.sign_in("sara", PASSWORD).await;
    browser.by_test("frame.person").await;
    propose(&browser).await;
    assert!(!browser.shows("loan.approve").await, "who keeps files does not decide about loans");

    hand_over(&browser, "mona").await;
    browser.press("loan.approve").await;
    browser.press("loan.decide.submit").await;
    browser.wait_for_text_in("loan.standing", &words("loan.phase.approved")).await;

    hand_over(&browser, "sara").await;
    step(&browser, "requested").await;
    hand_over(&browser, "mona").await;
    step(&browser, "approved").await;
    browser.press("loan.tranche.delivered").await;
    browser.type_into("loan.step.supplier", "مؤسسة الإتقان").await;
    browser.press("loan.step.submit").await;
    browser.wait_for_text_in("loan.tranche.state", &words("loan.tranche_state.delivered")).await;
    browser.wait_for_text_in("loan.standing", &words("loan.on_time")).await;

    hand_over(&browser, "khaled").await;
    step(&browser, "paid").await;
    accessible(&browser, "a loan's page").await;
    repay_by_keyboard(&browser, "نورة", "1500").await;
    browser.wait_for_text_in("loan.figures", "1,500").await;

    // What was recorded can be taken back, with a reason, and stays in the story.
    browser.visible("[data-test=\"loan.story\"] button").await.click().await.unwrap();
    browser.press("loan.event.undo").await;
    browser.type_into("loan.undo.reason", "سُجلت على قرض آخر").await;
    browser.press("loan.undo.submit").await;
    browser.by_test("loan.request.undo").await;
    hand_over(&browser, "mona").await;
    browser.press("loan.request.approve").await;
    browser.press("confirm.yes").await;
    browser.wait_for_text_in("loan.story", &words("loan.what.undo")).await;
    browser.wait_for_text_in("loan.figures", &words("loan.figure.no_payment")).await;
    browser.close().await;
}

#[tokio::test]
async fn payments_are_recorded_one_after_another_and_a_refused_one_is_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    loan_paid_out(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    browser.sign_in("khaled", PASSWORD).await;
    browser.by_test("frame.person").await;
    browser.script("location.hash = '#/collection?tab=quick'").await;

    one_payment(&browser, "750").await;
    browser.wait_for_text_in("collect.quick.lines", "RV-").await;
    browser.wait_until("document.activeElement?.dataset.test === 'collect.quick.loan'").await;

    // No money of the loan was out on that day: the office refuses, the line stays with the reason.
    let today = browser.value_of("collect.quick.day").await;
    browser.type_into("collect.quick.day", "2020/01/01").await;
    one_payment(&browser, "250").await;
    browser.by_test("collect.quick.again").await;
    accessible(&browser, "quick entry with a refused line").await;
    browser.reload().await;
    browser.by_test("collect.quick.again").await;
    browser.type_into("collect.quick.day", &today).await;
    browser.press("collect.quick.again").await;
    browser.wait_gone("collect.quick.again").await;
    browser.wait_for_text_in("collect.quick.lines", "250.00").await;
    browser.close().await;
}

#[tokio::test]
async fn what_was_typed_of_a_loan_survives_leaving_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    browser.sign_in("sara", PASSWORD).await;
    browser.by_test("frame.person").await;
    browser.script("location.hash = '#/loans/new'").await;
    browser.type_into("loan.new.project_name", "خبز بيتي").await;
    browser.script("location.hash = '#/home'").await;
    browser.press("unsaved.leave").await;
    browser.wait_gone("loan.new.project_name").await;
    browser.script("location.hash = '#/loans/new'").await;
    browser.press("loan.new.resume").await;
    browser.wait_until("document.querySelector('[data-test=\"loan.new.project_name\"]')?.value === 'خبز بيتي'").await;
    browser.script("location.hash = '#/home'").await;
    browser.press("unsaved.leave").await;
    browser.wait_gone("loan.new.project_name").await;
    browser.script("location.hash = '#/loans/new'").await;
    browser.press("loan.new.discard").await;
    browser.wait_until("document.querySelector('[data-test=\"loan.new.project_name\"]')?.value === ''").await;
    browser.close().await;
}

/// Writes the loan down and sends it. The missing condition is told until the last one is there.
async fn propose(page: &Page) {
    page.go_to("loans").await;
    page.press("loan.new").await;
    page.wait_for_text_in("loan.new.checks", &words("loan.check_gap.borrower")).await;
    page.type_into("loan.new.borrower", "نوره عبد الله").await;
    page.choose(BORROWER).await;
    page.type_into("loan.new.project_name", "مشغل «إبرة وخيط»").await;
    let product = words("loans.seed.families");
    page.type_into("loan.new.product", &product).await;
    page.choose(&product).await;
    page.type_into("loan.new.amount", "12000").await;
    page.type_into("loan.new.instalments", "12").await;
    page.type_into("loan.new.tranche1.item", "ماكينتان").await;
    page.wait_for_text_in("loan.new.plan", "1,000.00").await;
    page.wait_for_text_in("loan.new.checks", &words("loan.check_gap.guarantee")).await;
    page.type_into("loan.new.guarantee", &words("loan.guarantee_kind.guarantor")).await;
    page.choose(&words("loan.guarantee_kind.guarantor")).await;
    accessible(page, "a new loan").await;
    page.press("loan.new.submit").await;
    page.wait_for_text_in("loan.standing", &words("loan.phase.waiting")).await;
}

/// Another person sits down and finds the loan.
async fn hand_over(page: &Page, login: &str) {
    page.sign_out().await;
    page.sign_in(login, PASSWORD).await;
    page.by_test("frame.person").await;
    page.keys(&[Key::Control], "k").await;
    page.type_into("palette.query", "نورة").await;
    page.visible("[data-test^=\"palette.loan.\"]").await.click().await.unwrap();
    page.by_test("loan.standing").await;
}

/// Leads the tranche to a state that needs nothing else to be said.
async fn step(page: &Page, state: &str) {
    page.press(&format!("loan.tranche.{state}")).await;
    page.press("loan.step.submit").await;
    page.wait_for_text_in("loan.tranche.state", &words(&format!("loan.tranche_state.{state}"))).await;
}

/// One line of quick entry, by keyboard alone.
async fn one_payment(page: &Page, amount: &str) {
    let enter = char::from(Key::Enter).to_string();
    page.type_into("collect.quick.loan", "نورة").await;
    page.visible("[role=option]:not([aria-disabled])").await;
    page.keys(&[], &enter).await;
    page.wait_until("document.activeElement?.dataset.test === 'collect.quick.amount'").await;
    page.keys(&[], amount).await;
    page.keys(&[], &enter).await;
}

async fn accessible(page: &Page, place: &str) {
    page.settle().await;
    assert_eq!(page.violations().await, Vec::<String>::new(), "{place}");
}

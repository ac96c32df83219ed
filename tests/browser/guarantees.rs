//! Guarantees on the page of a loan: proposed by one person, seen by another; a note drawn, signed and printed; the list.

use sharaka_tests::{Browser, Host, LOOKS, PASSWORD, Page, lending_office, loan_proposed, named, words};

async fn at_desk(host: &Host, login: &str) -> Browser {
    let browser = Browser::open(host.address()).await;
    browser.sign_in(login, PASSWORD).await;
    browser.by_test("frame.person").await;
    browser
}

/// Goes to the guarantees of the one loan there is.
async fn guarantees(page: &Page) {
    page.script(
        "fetch('/call/loans.list', { method: 'POST', headers: { 'Content-Type': 'application/json', \
         'Sharaka-Request': crypto.randomUUID() }, body: JSON.stringify({ limit: 1 }) }).then((answer) => \
         answer.json()).then(({ value }) => { location.hash = `#/loans/${value.lines[0].loan}?tab=guarantees`; });",
    )
    .await;
    page.by_test("guarantees").await;
}

#[tokio::test]
async fn a_guarantor_is_proposed_seen_by_another_and_a_note_is_signed() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    loan_proposed(&office);
    let host = Host::at(&office);

    let sara = at_desk(&host, "sara").await;
    guarantees(&sara).await;
    sara.wait_for_text_in("guarantees", &words("guarantee.of_loan")).await;
    assert!(!sara.shows("note.draw").await, "no note before the loan is approved");
    sara.press("guarantee.propose").await;
    sara.by_test("guarantee.proposing.submit").await;
    sara.script("document.querySelector('[data-test=\"guarantee.kind.guarantor\"]').click()").await;
    sara.type_into("guarantee.number", "١٠٧٠٧٠٧٠٧٨").await;
    sara.type_into("guarantee.name", "سالم فهد عبدالله الدوسري").await;
    sara.type_into("guarantee.born_on", "1985/03/01").await;
    sara.screenshot("guarantees-propose").await;
    assert_eq!(sara.violations().await, Vec::<String>::new(), "the form of a guarantee");
    sara.press("guarantee.proposing.submit").await;
    sara.wait_until("document.querySelector('dialog[open] .field.bad') !== null").await;
    sara.type_into("guarantee.income", "٩٠٠٠").await;
    sara.press("guarantee.proposing.submit").await;
    sara.wait_gone("guarantee.proposing.submit").await;
    sara.wait_for_text_in("guarantees", "سالم فهد عبدالله الدوسري").await;
    assert!(!sara.shows("guarantee.verify").await, "a researcher verifies nothing");

    let mona = at_desk(&host, "mona").await;
    guarantees(&mona).await;
    mona.script(
        "[...document.querySelectorAll('[data-test=\"guarantee\"]')].find((one) => one.textContent.includes('سالم'))\
         .querySelector('[data-test=\"guarantee.verify\"]').click()",
    )
    .await;
    mona.by_test("guarantee.verifying.submit").await;
    for check in ["identity_seen", "income_seen"] {
        mona.script(&format!("document.querySelector('[data-test=\"guarantee.check.{check}\"] input').click()")).await;
    }
    mona.wait_for_text(&words("guarantee.check.undertaking_signed")).await;
    mona.screenshot("guarantees-verify").await;
    assert_eq!(mona.violations().await, Vec::<String>::new(), "the verification of a guarantee");
    mona.script("document.querySelector('[data-test=\"guarantee.check.undertaking_signed\"] input').click()").await;
    mona.press("guarantee.verifying.submit").await;
    mona.wait_gone("guarantee.verifying.submit").await;
    sara.wait_for_text_in("guarantees", &words("guarantee.state.verified")).await;

    mona.script("location.hash = location.hash.split('?')[0]").await;
    mona.press("loan.approve").await;
    mona.by_test("loan.decide.submit").await;
    mona.by_test("gate.guarantees.valid").await;
    mona.screenshot("guarantees-approve").await;
    mona.press("loan.decide.submit").await;
    mona.wait_gone("loan.decide.submit").await;

    sara.press("note.draw").await;
    sara.by_test("note.drawing.submit").await;
    sara.type_into("note.place_of_issue", "بريدة").await;
    sara.screenshot("guarantees-draw").await;
    assert_eq!(sara.violations().await, Vec::<String>::new(), "the form of a note");
    sara.press("note.drawing.submit").await;
    sara.wait_gone("note.drawing.submit").await;
    sara.wait_for_text_in("notes", "N-14").await;
    sara.press("note.sign").await;
    sara.type_into("note.place", "خزنة الجمعية").await;
    sara.press("note.day.submit").await;
    sara.wait_gone("note.day.submit").await;
    sara.wait_for_text_in("notes", "خزنة الجمعية").await;
    for look in LOOKS {
        sara.look(*look).await;
        sara.by_test("guarantees").await;
        sara.screenshot(&named("guarantees", *look)).await;
        assert_eq!(sara.violations().await, Vec::<String>::new(), "the guarantees of a loan, {look:?}");
    }
    sara.go_to("guarantees").await;
    sara.by_test("guarantee.table").await;
    for look in LOOKS {
        sara.look(*look).await;
        sara.by_test("guarantee.table").await;
        sara.screenshot(&named("guarantees-list", *look)).await;
        assert_eq!(sara.violations().await, Vec::<String>::new(), "the list of guarantees, {look:?}");
    }
    mona.go_to("guarantees").await;
    mona.press("guarantee.rules").await;
    mona.by_test("guarantee.rules.list").await;
    mona.press("guarantee.rule.change").await;
    mona.by_test("guarantee.rule.submit").await;
    mona.screenshot("guarantees-rules").await;
    assert_eq!(mona.violations().await, Vec::<String>::new(), "what a product asks for");
    mona.close().await;
    sara.close().await;
}

//! Following up, in a browser: a visit is planned, recorded by keyboard with its readings and a distress, seen on the loan,
//! reviewed by another person and printed; and every screen of it has its picture.

use crate::pictures;
use fantoccini::key::Key;
use sharaka_tests::{Browser, Host, PASSWORD, Page, demonstration, lending_office, loan_paid_out, words};

#[tokio::test]
async fn a_visit_is_planned_recorded_by_keyboard_seen_on_the_loan_and_reviewed() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    loan_paid_out(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    browser.sign_in("sara", PASSWORD).await;
    browser.by_test("frame.person").await;

    on_the_loan(&browser).await;
    browser.wait_for_text_in("follow_up.of", &words("follow_up.of_none")).await;
    accessible(&browser, "nothing followed up yet").await;
    promise(&browser).await;
    browser.press("follow_up.of.plan").await;
    let today = browser.script("return new Date(Date.now() + 3 * 3600e3).toISOString().slice(0, 10)").await;
    browser.type_into("follow_up.planning.day", &today.as_str().unwrap().replace('-', "/")).await;
    browser.type_into("follow_up.planning.purpose", "سجل المبيعات").await;
    accessible(&browser, "planning a visit").await;
    browser.press("follow_up.planning.submit").await;
    browser.wait_for_text_in("follow_up.of", "V-14").await;

    // The row is laid anew as the plan is saved: it is pressed where it stands by then.
    browser.settle().await;
    browser.script("document.querySelector('[data-test=\"follow_up.of\"] .body .line .open').click()").await;
    record(&browser).await;
    browser.wait_for_text_in("follow_up.standing", &words("follow_up.state.done")).await;
    browser.wait_for_text_in("follow_up.read", "5,450.00").await;
    browser.wait_for_text_in("follow_up.findings", "الفرن").await;
    accessible(&browser, "a visit that was recorded").await;
    assert!(!browser.shows("follow_up.review").await, "who went does not review it");

    on_the_loan(&browser).await;
    browser.wait_for_text_in("follow_up.of", &words("follow_up.signal.distress")).await;
    browser.wait_for_text_in("follow_up.of.commitments", &words("follow_up.promise_state.met")).await;
    accessible(&browser, "what was followed up on a loan").await;
    browser.script("location.hash = '#/follow-up'").await;
    // The next one is planned ten days ahead, beyond the week that is shown.
    browser.by_test("follow_up.plan_first").await;
    accessible(&browser, "a week without visits").await;
    browser.press("follow_up.week_after").await;
    browser.by_test("follow_up.board").await;
    accessible(&browser, "the plan of visits").await;
    browser.sign_out().await;

    browser.sign_in("mona", PASSWORD).await;
    browser.by_test("frame.person").await;
    browser.go_to("tasks").await;
    browser.wait_for_text(&words("tasks.open.distress_review")).await;
    on_the_loan(&browser).await;
    browser.wait_for_text_in("follow_up.of", &words("follow_up.signal.distress")).await;
    open_the_one_that_is_done(&browser).await;
    browser.press("follow_up.review").await;
    browser.type_into("follow_up.reviewing", "تحققت من السجل").await;
    browser.press("follow_up.reviewing.submit").await;
    browser.wait_for_text_in("follow_up.standing", &words("follow_up.state.reviewed")).await;
    browser.press("follow_up.print").await;
    browser.visible("dialog[open] svg").await;
    browser.close().await;
}

/// The follow-up of the only loan.
async fn on_the_loan(page: &Page) {
    page.keys(&[Key::Control], "k").await;
    page.type_into("palette.query", "نورة").await;
    page.visible("[data-test^=\"palette.loan.\"]").await.click().await.unwrap();
    page.by_test("loan.standing").await;
    page.script("location.hash = location.hash.split('?')[0] + '?tab=follow-up'").await;
    page.by_test("follow_up.of").await;
}

async fn promise(page: &Page) {
    page.press("follow_up.of.promise").await;
    page.type_into("follow_up.commitment.text", "سجل مبيعات يومي").await;
    accessible(page, "noting a commitment").await;
    page.press("follow_up.commitment.submit").await;
    page.wait_for_text_in("follow_up.of.commitments", "سجل مبيعات يومي").await;
}

/// Fills the form in with the keyboard and sends it with Ctrl Enter. What is missing is told until it is there.
async fn record(page: &Page) {
    page.wait_for_text_in("follow_up.will", &words("follow_up.need.readings")).await;
    for (kind, typed) in [("production", "١١٢"), ("sales", "5450"), ("customers", "26"), ("income", "٢٠٥٠")] {
        page.type_into(&format!("follow_up.reading.{kind}"), typed).await;
    }
    page.press("follow_up.reading.stock.unread").await;
    page.type_into("follow_up.reading.stock.why", "المخزن مغلق").await;
    page.script("document.querySelector('[data-test=\"follow_up.kept.beneficiary.kept\"]').click()").await;
    page.script("document.activeElement.blur()").await;
    page.keys(&[], "3").await;
    page.wait_for_text_in("follow_up.will", &words("follow_up.will.distress")).await;
    page.wait_for_text_in("follow_up.record.submit", &words("follow_up.save_distress")).await;
    accessible(page, "recording a visit").await;
    page.keys(&[Key::Control], &char::from(Key::Enter).to_string()).await;
    page.wait_until("document.querySelector('.field.bad') !== null").await;
    page.type_into("follow_up.record.findings", "الفرن الثاني متوقف منذ ثلاثة أسابيع").await;
    page.type_into("follow_up.record.action", "إصلاح الفرن عبر المورد").await;
    page.type_into("follow_up.record.owner", "منى").await;
    page.choose("منى الزهراني").await;
    let due = page.script("return new Date(Date.now() + 5 * 86400e3).toISOString().slice(0, 10)").await;
    page.type_into("follow_up.record.due", &due.as_str().unwrap().replace('-', "/")).await;
    page.keys(&[Key::Control], &char::from(Key::Enter).to_string()).await;
}

async fn open_the_one_that_is_done(page: &Page) {
    let done = words("follow_up.state.done");
    page.script(&format!(
        "[...document.querySelectorAll('[data-test=\"follow_up.of\"] .body .line')].find((one) => one.textContent.includes('{done}')).querySelector('.open').click()"
    ))
    .await;
    page.by_test("follow_up.standing").await;
}

#[tokio::test]
async fn a_card_is_moved_a_day_and_a_round_is_made_by_keyboard() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let supervisor = visits.iter().find(|visit| visit.role == "supervisor").unwrap();
    browser.sign_in(&supervisor.login, &supervisor.password).await;
    browser.by_test("frame.person").await;
    browser.script("location.hash = '#/follow-up'").await;
    browser.by_test("follow_up.board").await;
    let here = "[...document.querySelectorAll('.cell[data-day] [data-test=\"follow_up.visit\"]')][0]";
    browser.script(&format!("const card = {here}; window.moved = card.dataset.activity; window.was = card.closest('.cell').dataset.day; card.focus()")).await;
    browser.keys(&[Key::Control], &char::from(Key::Left).to_string()).await;
    browser
        .wait_until(
            "document.querySelector(`[data-activity=\"${window.moved}\"]`)?.closest('.cell').dataset.day > window.was",
        )
        .await;
    browser.script("document.querySelector(`[data-activity=\"${window.moved}\"]`).focus()").await;
    browser.keys(&[], " ").await;
    browser
        .wait_until(
            "document.querySelector(`[data-activity=\"${window.moved}\"]`).getAttribute('aria-pressed') === 'true'",
        )
        .await;
    browser.keys(&[], "r").await;
    browser.by_test("follow_up.round").await;
    browser.press("follow_up.round.print").await;
    browser.visible("dialog[open] svg").await;
    browser.close().await;
}

#[tokio::test]
async fn every_screen_of_following_up_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let supervisor = visits.iter().find(|visit| visit.role == "supervisor").unwrap();
    browser.sign_in(&supervisor.login, &supervisor.password).await;
    browser.by_test("frame.person").await;
    browser.script("location.hash = '#/follow-up?tab=visits&signal=distress'").await;
    browser.visible("[data-test=\"follow_up.table\"] .body .line").await.click().await.unwrap();
    browser.by_test("follow_up.standing").await;
    let distress = browser.script("return location.hash.slice(2)").await.as_str().unwrap().to_owned();
    let loan = browser
        .script("return document.querySelector('a[href*=\"tab=follow-up\"]').getAttribute('href').slice(2)")
        .await;
    browser.script("location.hash = '#/follow-up?tab=visits&late=1'").await;
    browser.visible("[data-test=\"follow_up.table\"] .body .line").await.click().await.unwrap();
    browser.by_test("follow_up.readings").await;
    let late = browser.script("return location.hash.slice(2)").await.as_str().unwrap().to_owned();
    let stops = [
        ("plan", "follow-up".to_owned()),
        ("visits", "follow-up?tab=visits".to_owned()),
        ("commitments", "follow-up?tab=commitments".to_owned()),
        ("promises", "follow-up?tab=promises".to_owned()),
        ("planning", "follow-up?do=plan".to_owned()),
        ("settings", "follow-up?do=settings".to_owned()),
        ("empty", "follow-up?from=2030-01-05&kind=session".to_owned()),
        ("done", distress),
        ("record", late),
        ("loan", loan.as_str().unwrap().to_owned()),
    ];
    pictures::pictured(&browser, "follow-up", &stops).await;
    browser.close().await;
}

async fn accessible(page: &Page, place: &str) {
    page.settle().await;
    assert_eq!(page.violations().await, Vec::<String>::new(), "{place}");
}

//! Halted projects: one halted by a visit is walked to its decision by the people concerned, and every screen has its
//! picture as it stands in the demonstration.

use crate::pictures;
use sharaka_tests::{
    Browser, Host, LOOKS, PASSWORD, Page, demonstration, lending_office, loan_half_paid_out, named, words,
};

async fn at_desk(host: &Host, login: &str) -> Browser {
    let browser = Browser::open(host.address()).await;
    browser.sign_in(login, PASSWORD).await;
    browser.by_test("frame.person").await;
    browser
}

/// The address of the only loan.
async fn loan_of(page: &Page) -> String {
    let told = page
        .script_async(
            "const done = arguments[arguments.length - 1]; fetch('/call/loans.list', { method: 'POST', headers: { \
             'Content-Type': 'application/json', 'Sharaka-Request': crypto.randomUUID() }, body: JSON.stringify({ limit: 1 }) })\
             .then((answer) => answer.json()).then(({ value }) => done(value.lines[0].loan));",
        )
        .await;
    told.as_str().unwrap().to_owned()
}

async fn at(page: &Page, address: &str, shows: &str) {
    page.script(&format!("location.hash = '#/{address}'")).await;
    page.by_test(shows).await;
}

async fn accessible(page: &Page, what: &str) {
    assert_eq!(page.violations().await, Vec::<String>::new(), "{what}");
}

/// Records a visit of today to the loan: what was read of its month, and the signal.
async fn visit(page: &Page, loan: &str, key: char, income: &str) {
    at(page, &format!("loans/{loan}?tab=follow-up"), "follow_up.of").await;
    page.press("follow_up.of.record").await;
    page.by_test("follow_up.will").await;
    for (kind, typed) in
        [("production", "60"), ("sales", "9450"), ("stock", "500"), ("customers", "26"), ("income", income)]
    {
        page.type_into(&format!("follow_up.reading.{kind}"), typed).await;
    }
    page.script("document.activeElement.blur()").await;
    page.keys(&[], &key.to_string()).await;
    page.type_into("follow_up.record.findings", "أُغلق السوق المجاور فقل البيع").await;
    page.type_into("follow_up.record.action", "منفذ بيع في المعرض").await;
    page.type_into("follow_up.record.owner", "منى").await;
    page.choose("منى الزهراني").await;
    let due = page.script("return new Date(Date.now() + 5 * 86400e3).toISOString().slice(0, 10)").await;
    page.type_into("follow_up.record.due", &due.as_str().unwrap().replace('-', "/")).await;
    page.press("follow_up.record.submit").await;
    page.by_test("follow_up.standing").await;
}

#[tokio::test]
async fn a_visit_halts_a_project_and_others_than_the_visitor_end_the_hold() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    loan_half_paid_out(&office);
    let host = Host::at(&office);
    let sara = at_desk(&host, "sara").await;
    let mona = at_desk(&host, "mona").await;
    let loan = loan_of(&sara).await;

    // The supervisor looks at the loan while the visit is written down: the halt shows the same minute.
    at(&mona, &format!("loans/{loan}"), "loan.standing").await;
    assert!(!mona.shows("hold.banner").await, "nothing stands on it yet");
    visit(&sara, &loan, '3', "8200").await;
    mona.wait_for_text_in("hold.banner", &words("hold.repayments")).await;
    mona.screenshot("holds/walk-banner").await;
    accessible(&mona, "a loan that is halted").await;
    at(&sara, &format!("loans/{loan}"), "loan.tranche").await;
    sara.by_test("gate.holds.signal").await;
    let asks = "document.querySelector('[data-test=\"loan.tranche.requested\"]')";
    sara.wait_until(&format!("{asks} && ({asks}.disabled || {asks}.getAttribute('aria-disabled') === 'true')")).await;
    sara.screenshot("holds/walk-tranche").await;
    accessible(&sara, "a tranche of a project that is halted").await;

    mona.press("hold.banner.open").await;
    mona.by_test("hold").await;
    mona.wait_for_text_in("hold.side.beneficiary", &words("hold.cause.signal")).await;
    mona.press("hold.step.add").await;
    mona.type_into("hold.stepping.text", "جلسة إرشاد: تسعير وحساب تكلفة القطعة").await;
    mona.screenshot("holds/walk-step").await;
    accessible(&mona, "a step of help").await;
    mona.press("hold.stepping.submit").await;
    mona.wait_for_text_in("hold.steps", "جلسة إرشاد").await;
    mona.press("hold.step.settle").await;
    mona.type_into("hold.settling.outcome", "رُفع سعر العباءة").await;
    mona.press("hold.settling.submit").await;
    mona.wait_for_text_in("hold.steps", &words("hold.step_state.done")).await;

    // Each of the three ways is looked at; what is missing of one stands with its reason.
    mona.press("hold.propose.coach_resume").await;
    mona.by_test("hold.condition.hold.improved_reading").await;
    mona.screenshot("holds/walk-coach").await;
    accessible(&mona, "coaching before a better reading").await;
    mona.press("hold.proposing.cancel").await;
    mona.wait_gone("hold.proposing.submit").await;
    mona.press("hold.propose.stop").await;
    mona.by_test("hold.condition.hold.assets").await;
    mona.screenshot("holds/walk-stop").await;
    mona.press("hold.proposing.cancel").await;
    mona.wait_gone("hold.proposing.submit").await;
    mona.press("hold.propose.reschedule").await;
    mona.by_test("loan.terms.equal").await;
    mona.type_into("hold.proposing.reason", "القسط القائم يفوق صافي دخل المشروع").await;
    mona.screenshot("holds/walk-reschedule").await;
    accessible(&mona, "a rescheduling before it is proposed").await;
    mona.press("hold.proposing.submit").await;
    mona.by_test("hold.awaits").await;
    mona.wait_for_text_in("hold.hands", "سارة").await;
    mona.wait_for_text(&words("refusal.holds.own_decision")).await;
    accessible(&mona, "a decision that waits").await;
    let address = mona.script("return location.hash.slice(2)").await.as_str().unwrap().to_owned();
    for look in LOOKS {
        mona.look(*look).await;
        mona.by_test("hold.awaits").await;
        mona.screenshot(&named("holds/waits", *look)).await;
    }

    // The visitor sees why she may not.
    at(&sara, &address, "hold.awaits").await;
    sara.wait_for_text_in("hold", &words("hold.no_right")).await;

    let abdo = at_desk(&host, "abdo").await;
    at(&abdo, "tasks", "tasks.list").await;
    abdo.wait_for_text(&words("tasks.open.hold_decision")).await;
    at(&abdo, &address, "hold.awaits").await;
    abdo.wait_for_text(&words("refusal.hold.declaration")).await;
    abdo.script("document.querySelector('[data-test=\"hold\"] input[type=checkbox]').click()").await;
    abdo.press("hold.approve").await;
    abdo.by_test("hold.signed").await;
    assert!(!abdo.shows("hold.approve").await, "the page is the record now");
    abdo.press("hold.annex").await;
    abdo.visible("dialog[open] svg").await;
    abdo.screenshot("holds/walk-annex").await;
    abdo.key(fantoccini::key::Key::Escape).await;
    abdo.press("hold.print").await;
    abdo.visible("dialog[open] svg").await;
    abdo.screenshot("holds/walk-paper").await;
    abdo.key(fantoccini::key::Key::Escape).await;
    for look in LOOKS {
        abdo.look(*look).await;
        abdo.by_test("hold.signed").await;
        abdo.screenshot(&named("holds/record", *look)).await;
        accessible(&abdo, &format!("a hold that was ended, {look:?}")).await;
    }

    // The project goes on: the banner is gone for whoever looks. Somebody halts it again by hand.
    at(&sara, &format!("loans/{loan}?tab=holds"), "hold.of_loan").await;
    assert!(!sara.shows("hold.banner").await, "the halt is over");
    sara.press("hold.halt").await;
    sara.type_into("hold.halting.said", "تعطلت الماكينة الثانية، والصورة في ملف الزيارة").await;
    sara.screenshot("holds/walk-halt").await;
    accessible(&sara, "halting by hand").await;
    sara.press("hold.halting.submit").await;
    sara.wait_for_text_in("hold.why", "تعطلت الماكينة الثانية").await;
    abdo.close().await;
    mona.close().await;
    sara.close().await;
}

#[tokio::test]
async fn every_screen_of_halted_projects_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let supervisor = visits.iter().find(|visit| visit.role == "supervisor").unwrap();
    browser.sign_in(&supervisor.login, &supervisor.password).await;
    browser.by_test("frame.person").await;
    let first = async |query: &str| -> String {
        browser.script(&format!("location.hash = '#/holds?{query}'")).await;
        browser.visible("[data-test=\"hold.table\"] .body .line").await.click().await.unwrap();
        browser.by_test("hold").await;
        browser.script("return location.hash.slice(2)").await.as_str().unwrap().to_owned()
    };
    let helped = first("cause=signal").await;
    let loan = browser
        .script("return document.querySelector('main a[href^=\"#/loans/\"]').getAttribute('href').slice(2)")
        .await;
    let loan = loan.as_str().unwrap().split('?').next().unwrap().to_owned();
    let released = first("state=released").await;
    let told = first("cause=told").await;
    let stops = [
        ("list", "holds".to_owned()),
        ("none", "holds?text=zzzz".to_owned()),
        ("hold", helped),
        ("released", released),
        ("told", told),
        ("rules", "holds/rules".to_owned()),
        ("loan", loan.clone()),
        ("of-loan", format!("{loan}?tab=holds")),
        ("board", "home".to_owned()),
        ("tranches", "loans/tranches".to_owned()),
    ];
    pictures::pictured(&browser, "holds", &stops).await;
    browser.close().await;
}

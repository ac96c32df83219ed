//! The board of cases, reaching families, the monthly report and privacy in Chromium: every screen in every look as it stands
//! in the demonstration, and each flow walked by its people.

use crate::pictures;
use sharaka_tests::{Browser, Host, Visit, demonstration};

async fn ask(browser: &Browser, command: &str, question: &str, taken: &str) -> String {
    let asked = format!(
        "const done = arguments[arguments.length - 1]; fetch('/call/{command}', {{ method: 'POST', headers: {{ \
         'Content-Type': 'application/json', 'Sharaka-Request': crypto.randomUUID() }}, body: JSON.stringify({question}) \
         }}).then((answer) => answer.json()).then((answer) => {{ const page = answer.value ?? answer; done(String({taken})); }})"
    );
    browser.script_async(&asked).await.as_str().unwrap().to_owned()
}

async fn enter(browser: &Browser, visits: &[Visit], role: &str) {
    let visit = visits.iter().find(|visit| visit.role == role).unwrap();
    browser.sign_in(&visit.login, &visit.password).await;
    browser.by_test("frame.person").await;
}

async fn row(browser: &Browser, table: &str) {
    browser.visible(&format!("[data-test=\"{table}\"] .body .line, [data-test=\"{table}.table\"] .body .line")).await;
}

#[tokio::test]
async fn every_screen_of_figures_reaching_reports_and_privacy_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    enter(&browser, &visits, "supervisor").await;
    let issued = ask(&browser, "reports.list", "{ state: ['issued'] }", "page.lines[0].report").await;
    let waiting = ask(&browser, "reports.list", "{ state: ['waiting'] }", "page.lines[0]?.report ?? ''").await;
    let file = ask(&browser, "beneficiaries.list", "{ status: ['active'], limit: 1 }", "page.lines[0].party").await;
    let mut stops = vec![
        ("board", "home?tab=cases".to_owned()),
        ("board-year", "home?tab=cases&kind=year".to_owned()),
        ("rows", "figures/requests.on_time?from=2026-01-01".to_owned()),
        ("rows-duration", "figures/requests.duration?from=2026-01-01".to_owned()),
        ("rows-none", "figures/requests.on_time?from=2026-01-01&text=zzzz".to_owned()),
        ("unreached", "reach".to_owned()),
        ("unreached-none", "reach?text=zzzz".to_owned()),
        ("identities", "reach?tab=identities&days=400".to_owned()),
        ("gaps", "reach?tab=gaps".to_owned()),
        ("month", "reach?tab=month".to_owned()),
        ("team", "reach?tab=month&person=team".to_owned()),
        ("reports", "reports".to_owned()),
        ("begin", "reports?do=begin".to_owned()),
        ("issued", format!("reports/{issued}")),
        ("privacy", "privacy".to_owned()),
        ("of-file", format!("beneficiaries/{file}?tab=privacy")),
    ];
    if !waiting.is_empty() {
        stops.push(("waiting", format!("reports/{waiting}")));
    }
    pictures::pictured(&browser, "reach", &stops).await;
    browser.close().await;
}

#[tokio::test]
async fn a_figure_of_the_board_opens_its_rows_and_a_row_its_record() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    enter(&browser, &visits, "committee").await;
    browser.script("location.hash = '#/home?tab=cases&kind=year'").await;
    browser.by_test("figures.board").await;
    browser.press("figure.beneficiaries.active.rows").await;
    browser.by_test("figures.total").await;
    row(&browser, "figures.rows").await;
    browser.script("document.querySelector('[data-test=\"figures.rows\"] .body .line, [data-test=\"figures.rows.table\"] .body .line').click()").await;
    browser.by_test("beneficiaries.status").await;
    browser.script("location.hash = '#/home?tab=cases'").await;
    browser.by_test("figures.board").await;
    browser.press("figures.earlier").await;
    browser.wait_until("location.hash.includes('day=')").await;
    browser.by_test("figures.board").await;
    browser.close().await;
}

#[tokio::test]
async fn a_silent_family_gets_a_visit_from_the_list_and_an_identity_its_new_day() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    enter(&browser, &visits, "researcher").await;
    browser.script("location.hash = '#/reach?unplanned=1'").await;
    row(&browser, "reach.table").await;
    browser.press("reach.plan").await;
    browser.press("follow_up.planning.submit").await;
    browser.wait_until("!document.querySelector('dialog[open]')").await;
    browser.script("location.hash = '#/reach?tab=identities&days=900'").await;
    row(&browser, "reach.identities").await;
    let before = ask(&browser, "reach.identities", "{ days: 900 }", "page.total").await;
    browser.press("reach.renew").await;
    let typed = "const at = document.querySelector('[data-test=\"reach.renewing.expires_on\"] input'); at.focus(); \
                 at.value = '2035/01/01'; at.dispatchEvent(new Event('input', { bubbles: true })); at.blur();";
    browser.script(typed).await;
    browser.press("reach.renewing.submit").await;
    browser.wait_until("!document.querySelector('dialog[open]')").await;
    let after = ask(&browser, "reach.identities", "{ days: 900 }", "page.total").await;
    assert_eq!(after.parse::<i64>().unwrap(), before.parse::<i64>().unwrap() - 1);
    browser.close().await;
}

#[tokio::test]
async fn a_report_that_waits_is_issued_by_the_committee_and_handed_over() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    enter(&browser, &visits, "committee").await;
    let waiting = ask(&browser, "reports.list", "{ state: ['waiting'] }", "page.lines[0]?.report ?? ''").await;
    assert!(!waiting.is_empty(), "the demonstration leaves one that waits");
    browser.script(&format!("location.hash = '#/reports/{waiting}'")).await;
    browser.press("reports.issue").await;
    browser.wait_until("!document.querySelector('[data-test=\"reports.issue\"]')").await;
    browser.sign_out().await;
    enter(&browser, &visits, "supervisor").await;
    browser.script(&format!("location.hash = '#/reports/{waiting}'")).await;
    browser.press("reports.hand_over").await;
    browser.press("reports.handing.submit").await;
    browser.wait_until("!document.querySelector('dialog[open]')").await;
    let handed = ask(
        &browser,
        "reports.open",
        &format!("{{ report: '{waiting}' }}"),
        "page.recipients.filter((one) => one.handed_on).length",
    )
    .await;
    assert_eq!(handed, "1");
    browser.press("reports.print").await;
    browser.visible("svg").await;
    browser.close().await;
}

#[tokio::test]
async fn a_person_is_taken_out_by_another_than_who_asked() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    enter(&browser, &visits, "supervisor").await;
    browser.script("location.hash = '#/privacy?waiting=1'").await;
    row(&browser, "privacy.table").await;
    browser.by_test("privacy.anonymise").await;
    let asked = ask(&browser, "privacy.due", "{ waiting: true }", "page.lines[0].cannot").await;
    assert!(asked.contains("privacy."), "who asked does not do it: {asked}");
    browser.sign_out().await;
    enter(&browser, &visits, "administrator").await;
    browser.script("location.hash = '#/privacy?waiting=1'").await;
    row(&browser, "privacy.table").await;
    browser.press("privacy.anonymise").await;
    browser.press("confirm.yes").await;
    browser.wait_until("!document.querySelector('[data-test=\"privacy.anonymise\"]')").await;
    let left = ask(&browser, "privacy.due", "{ waiting: true }", "page.total").await;
    assert_eq!(left, "0");
    browser.close().await;
}

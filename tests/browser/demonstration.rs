//! The other first run: somebody tries everything on an invented association, and never takes it for a real one.

use sharaka_tests::{Browser, Host, Page, words};
use std::time::Duration;

#[tokio::test]
async fn a_demonstration_is_chosen_looked_at_and_marked_everywhere() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    browser.step("association").await;
    browser.press("setup.demo").await;
    // Years of an association are lived through in the meantime.
    browser.visible_within("[data-test=\"setup.heading\"][data-step=\"demo\"]", Duration::from_secs(240)).await;
    browser.wait_for_text(&words("frame.demo")).await;
    browser.screenshot("setup-demo").await;
    assert_eq!(browser.violations().await, Vec::<String>::new(), "the people of the demonstration");
    let people =
        browser.script("return document.querySelectorAll('[data-test=\"setup.demo_people\"] li').length").await;
    assert_eq!(people, 5, "one for each role");

    browser.press("setup.demo_begin").await;
    browser.by_test("frame.person").await;
    browser.wait_for_text(&words("frame.demo")).await;
    browser.go_to("beneficiaries").await;
    browser.wait_for_text_in("beneficiaries.total", "300").await;
    browser.wait_for_text(&words("frame.demo")).await;
    ten_rows_stand_in_a_small_window(&browser).await;

    browser.sign_out().await;
    browser.wait_for_text_in("cover.demo", &words("frame.demo_mark")).await;
    browser.wait_for_text_in("signin.demo", &words("demonstration.people")).await;
    browser.press("signin.demo.fahd").await;
    browser.by_test("frame.person").await;
    browser.wait_for_text(&words("frame.demo")).await;
    browser.close().await;
}

/// Every long list, with what stands above it.
const LONG: &[&str] = &[
    "beneficiaries",
    "loans",
    "projects",
    "collection?show=all&from=2020-01-01&until=2040-01-01",
    "collection?tab=late",
    "collection?tab=portfolio",
    "collection?tab=received&from=2020-01-01",
    "follow-up?tab=visits",
    "funds/flow/repayments",
    "funds/trial",
    "funds/chart",
    "funds/account/11201",
    "funds/cheques",
    "permissions",
    "audit",
];

/// Whether ten rows of the list just opened stand whole between the heading of its table and its sums, in the window.
const TEN_ROWS: &str = "(() => { const sheet = document.querySelector('.table .sheet:not([data-seen])'); \
    if (!sheet) return false; \
    const foot = sheet.querySelector('.foot'), low = [sheet, foot].filter(Boolean).map((one, i) => one.getBoundingClientRect()[i ? 'top' : 'bottom']); \
    const rows = [...sheet.querySelectorAll('.body .line')].filter((line) => line.getBoundingClientRect().bottom <= Math.min(innerHeight, ...low) + 1); \
    return rows.length >= 10; })()";

async fn ten_rows_stand_in_a_small_window(page: &Page) {
    for language in ["ar", "en"] {
        page.look(("light", language, 1280, 720)).await;
        page.go_to("home").await;
        for list in LONG {
            page.script("document.querySelectorAll('.sheet').forEach((one) => (one.dataset.seen = ''))").await;
            page.script(&format!("location.hash = '#/{list}'")).await;
            page.visible(".table .body .line").await;
            page.wait_until(TEN_ROWS).await;
            let wider = page.script("return document.documentElement.scrollWidth > innerWidth").await;
            assert_eq!(wider, false, "{list} in {language} scrolls sideways");
        }
    }
    page.look(("light", "ar", 1440, 900)).await;
}

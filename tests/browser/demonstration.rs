//! The other first run: somebody tries everything on an invented association, and never takes it for a real one.

use sharaka_tests::{Browser, Host, words};
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

    browser.sign_out().await;
    browser.wait_for_text_in("cover.demo", &words("frame.demo_mark")).await;
    browser.wait_for_text_in("signin.demo", &words("demonstration.people")).await;
    browser.press("signin.demo.fahd").await;
    browser.by_test("frame.person").await;
    browser.wait_for_text(&words("frame.demo")).await;
    browser.close().await;
}

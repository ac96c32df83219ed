//! The first day of an association, in the window a person sees.

use sharaka_tests::{ADMINISTRATOR, ASSOCIATION, Desktop, LOGIN, PASSWORD, words};

#[tokio::test]
async fn an_association_is_set_up_signed_into_staffed_and_audited() {
    let desktop = Desktop::start();
    let office = desktop.office();
    let window = desktop.window(&office).await;
    window.step("association").await;
    assert_eq!(window.script("return document.documentElement.dir").await, "rtl", "Arabic comes first");
    window.screenshot("setup").await;

    window.set_up().await;
    window.press("recovery.print").await;
    window.by_test("paper").await;
    let sheet =
        window.script("return document.querySelector('[data-test=paper] svg, [data-test=paper] img') !== null").await;
    assert_eq!(sheet, true, "the sheet is shown before it is printed");
    window.screenshot("recovery-sheet").await;
    window.key(fantoccini::key::Key::Escape).await;
    window.wait_gone("paper").await;
    window.begin().await;
    window.wait_for_text(ASSOCIATION).await;

    window.sign_out().await;
    window.sign_in(LOGIN, "كلمة أخرى 99").await;
    window.wait_for_text(&words("refusal.session.wrong_password")).await;
    assert!(!window.shows("frame.person").await, "a wrong password opens nothing");
    window.sign_in(LOGIN, PASSWORD).await;
    window.wait_for_text_in("frame.person", ADMINISTRATOR).await;

    window.add_person("سارة الحربي", "sara", "researcher", "مفتاح-أول-7788").await;
    window.wait_for_text("سارة الحربي").await;
    window.go_to("audit").await;
    window.wait_for_text(&words("command.staff.add")).await;
    window.wait_for_text(&words("command.session.sign_in")).await;
    window.screenshot("audit").await;
    window.close().await;

    // The office outlives the window: what was done is there when it opens again.
    let window = desktop.window(&office).await;
    window.sign_in("sara", "مفتاح-أول-7788").await;
    window.by_test("password.submit").await;
    window.close().await;
}

//! The first day of an association, in a browser.

use sharaka_tests::{ADMINISTRATOR, ASSOCIATION, Browser, Host, LOGIN, PASSWORD, words};

#[tokio::test]
async fn an_association_is_set_up_signed_into_staffed_and_audited() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    browser.step("association").await;
    browser.set_up().await;
    browser.press("recovery.print").await;
    browser.by_test("paper").await;
    browser.key(fantoccini::key::Key::Escape).await;
    browser.wait_gone("paper").await;
    browser.type_into("recovery.group", "XXXX").await;
    browser.press("recovery.confirm").await;
    browser.wait_for_text(&words("refusal.session.wrong_group").replace("%{number}", "6")).await;
    browser.begin().await;
    browser.wait_for_text(ASSOCIATION).await;

    browser.sign_out().await;
    browser.sign_in(LOGIN, "كلمة أخرى 99").await;
    browser.wait_for_text(&words("refusal.session.wrong_password")).await;
    browser.sign_in(LOGIN, PASSWORD).await;
    browser.wait_for_text_in("frame.person", ADMINISTRATOR).await;

    browser.add_person("سارة الحربي", "sara", "researcher", "مفتاح-أول-7788").await;
    browser.wait_for_text("سارة الحربي").await;
    browser.go_to("audit").await;
    browser.wait_for_text(&words("command.staff.add")).await;
    let title =
        words("frame.window").replace("%{screen}", &words("audit.title")).replace("%{association}", ASSOCIATION);
    assert_eq!(browser.client().title().await.unwrap(), title, "the tab names the screen and the association");
    browser.sign_out().await;
    assert_eq!(browser.client().title().await.unwrap(), words("frame.program"), "nobody is signed in");
    browser.close().await;
}

#[tokio::test]
async fn a_forgotten_password_is_mended_with_the_recovery_code() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    let code = browser.set_up().await;
    browser.begin().await;
    browser.sign_out().await;
    browser.press("signin.recover").await;
    browser.type_into("recover.code", &code).await;
    browser.type_into("recover.login", LOGIN).await;
    browser.type_into("recover.password", "كلمة-جديدة-1450").await;
    browser.type_into("recover.again", "كلمة-جديدة-1450").await;
    browser.press("recover.submit").await;
    browser.by_test("frame.person").await;
    browser.sign_out().await;
    browser.sign_in(LOGIN, PASSWORD).await;
    browser.wait_for_text(&words("refusal.session.wrong_password")).await;
    browser.sign_in(LOGIN, "كلمة-جديدة-1450").await;
    browser.by_test("frame.person").await;
    browser.close().await;
}

//! Every screen: no accessibility violation, nothing refused by the content security policy, nothing asked of another
//! machine; and a picture for people to look at.

use crate::screens::{self, SCREENS};
use sharaka_tests::{Browser, Host, Page};

/// Theme, language, width, height.
const LOOKS: &[(&str, &str, u32, u32)] =
    &[("light", "ar", 1440, 900), ("light", "ar", 1280, 720), ("dark", "ar", 1440, 900), ("light", "en", 1440, 900)];

#[tokio::test]
async fn every_screen_is_accessible_and_has_its_picture() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    let mut found = Vec::new();
    for step in ["association", "administrator", "recovery", "defaults", "start"] {
        first_steps(&browser, step).await;
        found.extend(looked_at(&browser, &format!("setup-{step}")).await);
    }
    browser.press("setup.begin.home").await;
    browser.by_test("frame.person").await;
    browser.add_person("سارة الحربي", "sara", "finance", "مفتاح-أول-7788").await;
    for (theme, language, width, height) in LOOKS {
        browser.size(*width, *height).await;
        screens::open(&browser, "home").await;
        browser.theme(theme).await;
        browser.language(language).await;
        for screen in SCREENS {
            screens::open(&browser, screen).await;
            found.extend(looked_at(&browser, &format!("{}@{theme}-{language}-{width}", screens::name(screen))).await);
        }
    }
    screens::open(&browser, "home").await;
    browser.language("ar").await;
    browser.sign_out().await;
    found.extend(looked_at(&browser, "signin").await);
    assert!(found.is_empty(), "{} violation(s):\n{}", found.len(), found.join("\n"));
    let strangers = browser
        .script("return performance.getEntriesByType('resource').map((one) => one.name).filter((name) => !name.startsWith(location.origin) && !name.startsWith('data:') && !name.startsWith('blob:'))")
        .await;
    assert_eq!(strangers, serde_json::json!([]), "no request leaves the machine");
    browser.close().await;
}

/// Walks the first run on to a step.
async fn first_steps(page: &Page, step: &str) {
    match step {
        "administrator" => {
            page.type_into("setup.name_ar", sharaka_tests::ASSOCIATION).await;
            page.press("setup.next").await;
        }
        "recovery" => {
            page.type_into("setup.name", sharaka_tests::ADMINISTRATOR).await;
            page.type_into("setup.login", sharaka_tests::LOGIN).await;
            page.type_into("setup.password", sharaka_tests::PASSWORD).await;
            page.type_into("setup.again", sharaka_tests::PASSWORD).await;
            page.press("setup.next").await;
        }
        "defaults" => {
            let code = page.by_test("recovery.code").await.attr("data-code").await.ok().flatten().unwrap_or_default();
            page.type_into("recovery.group", code.split('-').nth(5).unwrap_or_default()).await;
            page.press("recovery.confirm").await;
        }
        "start" => page.press("setup.next").await,
        _ => {}
    }
    page.step(step).await;
    page.settle().await;
}

async fn looked_at(page: &Page, name: &str) -> Vec<String> {
    page.screenshot(name).await;
    page.violations().await.into_iter().map(|line| format!("{name}: {line}")).collect()
}

//! Every screen: no accessibility violation, nothing refused by the content security policy, nothing asked of another
//! machine; and a picture for people to look at.

use crate::screens::{self, GALLERY, SCREENS};
use sharaka_tests::{Browser, Host, LOOKS, Look, Page, demonstration, named};

#[tokio::test]
async fn the_first_steps_and_the_doors_are_accessible_and_have_their_picture() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    let mut found = Vec::new();
    for step in ["association", "administrator", "recovery", "defaults", "start"] {
        browser.first_steps(step).await;
        found.extend(looked_at(&browser, &format!("setup-{step}")).await);
        browser.in_every_look(&format!("setup-{step}")).await;
    }
    browser.press("setup.begin.home").await;
    browser.by_test("frame.person").await;
    browser.doors().await;
    found.extend(looked_at(&browser, "signin").await);
    assert!(found.is_empty(), "{} violation(s):\n{}", found.len(), found.join("\n"));
    browser.close().await;
}

#[tokio::test]
async fn every_screen_in_arabic_is_accessible_and_has_its_picture() {
    every_screen(|(_, language, width, _)| *language == "ar" && *width == 1440).await;
}

#[tokio::test]
async fn every_screen_in_english_is_accessible_and_has_its_picture() {
    every_screen(|(_, language, width, _)| *language == "en" && *width == 1440).await;
}

#[tokio::test]
async fn every_screen_in_a_small_window_is_accessible_and_has_its_picture() {
    every_screen(|(_, _, width, _)| *width < 1440).await;
}

/// Every screen in some of the looks. One story for each, so that they run beside each other.
async fn every_screen(looked: impl Fn(&Look) -> bool) {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    browser.new_office().await;
    browser.add_person("سارة الحربي", "sara", "finance", "مفتاح-أول-7788").await;
    let mut found = Vec::new();
    let looks: Vec<&Look> = LOOKS.iter().filter(|look| looked(look)).collect();
    assert!(!looks.is_empty(), "there is such a look");
    for look in looks {
        screens::open(&browser, "home").await;
        browser.look(*look).await;
        for screen in SCREENS {
            screens::open(&browser, screen).await;
            found.extend(looked_at(&browser, &named(&screens::name(screen), *look)).await);
        }
    }
    assert!(found.is_empty(), "{} violation(s):\n{}", found.len(), found.join("\n"));
    let strangers = browser
        .script("return performance.getEntriesByType('resource').map((one) => one.name).filter((name) => !name.startsWith(location.origin) && !name.startsWith('data:') && !name.startsWith('blob:'))")
        .await;
    assert_eq!(strangers, serde_json::json!([]), "no request leaves the machine");
    browser.close().await;
}

#[tokio::test]
#[ignore = "minutes of pictures for people to look at: `cargo xtask shots`"]
async fn every_screen_with_a_life_in_it_has_its_picture() {
    let place = tempfile::tempdir().unwrap();
    let office = place.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    browser.visit(&visits).await;
    for look in LOOKS {
        // The gallery has no button of the program's own to change its looks with.
        browser.go(host.address()).await;
        browser.by_test("signin.submit").await;
        browser.look(*look).await;
        for section in GALLERY {
            screens::open(&browser, section).await;
            browser.screenshot(&named(&screens::name(section), *look)).await;
        }
    }
    browser.close().await;
}

async fn looked_at(page: &Page, name: &str) -> Vec<String> {
    page.screenshot(name).await;
    page.violations().await.into_iter().map(|line| format!("{name}: {line}")).collect()
}

/// Takes a picture of each place in every look, into a folder of its own; none may break a rule of accessibility or scroll
/// sideways.
pub async fn pictured(browser: &Browser, folder: &str, stops: &[(&str, String)]) {
    let mut found = Vec::new();
    for look in LOOKS {
        browser.look(*look).await;
        for (name, address) in stops {
            screens::open(browser, address).await;
            let name = named(&format!("{folder}/{name}"), *look);
            found.extend(looked_at(browser, &name).await);
            let wider = browser.script("return document.documentElement.scrollWidth > innerWidth").await;
            assert_eq!(wider, false, "{name} scrolls sideways");
        }
        screens::open(browser, "home").await;
    }
    assert!(found.is_empty(), "{} violation(s):\n{}", found.len(), found.join("\n"));
}

//! The frame every screen stands in: the rail, the one search, the keys, and what others write meanwhile.

use fantoccini::key::Key;
use sharaka_tests::{Browser, Host, LOGIN, PASSWORD, Page, lending_office};

/// Text half as large again, as people set it.
const LARGE: &str = "for (const [name, size] of Object.entries({ '--text-xs': 12.5, '--text-sm': 13, '--text': 14, '--text-lg': 16 })) \
     document.documentElement.style.setProperty(name, `${size * 1.5}px`)";
/// The first rail of the gallery: the one that begins folded.
const RAIL: &str = "document.querySelector('.samples nav .links')";

async fn holds(page: &Page, script: &str) -> bool {
    page.script(&format!("return Boolean({script})")).await.as_bool().unwrap_or_default()
}

#[tokio::test]
async fn the_rail_holds_thirty_screens_in_a_low_window_and_is_walked_by_keyboard() {
    let host = Host::new();
    for language in ["ar", "en"] {
        let browser = Browser::open(&format!("{}#/gallery?section=rails&lang={language}", host.address())).await;
        browser.size(1280, 720).await;
        browser.visible(".samples nav a").await;
        let overflow = format!("{RAIL}.scrollWidth > {RAIL}.clientWidth");
        assert!(!holds(&browser, &format!("{RAIL}.scrollHeight > {RAIL}.clientHeight")).await, "all of it is in sight");
        assert!(!holds(&browser, &overflow).await, "nothing scrolls sideways");
        let entries = browser.script(&format!("return {RAIL}.querySelectorAll('a').length")).await;
        assert_eq!(entries, 7, "two above the groups and the five of the present group");
        let told = format!("return {RAIL}.querySelector('[data-test=\"rail.count.service\"]').textContent");
        assert!(
            browser.script(&told).await.as_str().unwrap_or_default().contains("19"),
            "a folded group counts all its own"
        );

        // Down to the last, round to the first, and back to a head, which folds and opens.
        browser.script(&format!("{RAIL}.querySelector('a').focus()")).await;
        browser.key(Key::End).await;
        browser.wait_until("document.activeElement.dataset.test === 'rail.group.settings'").await;
        browser.key(Key::Down).await;
        browser.wait_until("document.activeElement.dataset.test === 'rail.dashboard'").await;
        browser.key(Key::Up).await;
        browser.key(if language == "ar" { Key::Left } else { Key::Right }).await;
        browser.wait_until("document.activeElement.getAttribute('aria-expanded') === 'true'").await;
        browser.key(Key::Enter).await;
        browser.wait_until("document.activeElement.getAttribute('aria-expanded') === 'false'").await;
        browser.keys(&[], " ").await;
        browser.wait_until("document.activeElement.getAttribute('aria-expanded') === 'true'").await;
        browser.key(Key::Home).await;
        browser.wait_until("document.activeElement.dataset.test === 'rail.dashboard'").await;

        browser.script(LARGE).await;
        assert!(!holds(&browser, &overflow).await, "nothing scrolls sideways in large text either");
        assert_eq!(browser.violations().await, Vec::<String>::new());
        browser.close().await;
    }
}

#[tokio::test]
async fn a_group_stays_folded_until_its_screen_is_opened() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    browser.new_office().await;
    browser.script("location.hash = '#/backups'").await;
    browser.by_test("rail.backups").await;
    browser.press("rail.group.settings").await;
    browser.wait_gone("rail.backups").await;
    // It is kept with the person, not with the window.
    browser.go_to("tasks").await;
    browser.settle().await;
    browser.sign_out().await;
    browser.sign_in(LOGIN, PASSWORD).await;
    browser.by_test("rail.group.settings").await;
    assert!(!browser.shows("rail.backups").await, "the group is folded as it was left");
    browser.script("location.hash = '#/backups'").await;
    browser.by_test("rail.backups").await;
    browser.go_to("home").await;
    browser.wait_gone("rail.backups").await;
    browser.close().await;
}

/// Opens the search, types, and answers the row Enter would take.
async fn best(page: &Page, text: &str) -> String {
    page.keys(&[Key::Control], "k").await;
    page.type_into("palette.query", text).await;
    page.visible("[data-test^=\"palette.\"][aria-selected=true]").await;
    page.settle().await;
    let chosen = "return document.querySelector('[role=option][aria-selected=true]').dataset.test";
    let found = page.script(chosen).await.as_str().unwrap_or_default().to_owned();
    page.key(Key::Escape).await;
    page.wait_gone("palette.query").await;
    found
}

#[tokio::test]
async fn the_search_knows_everyday_words_the_other_layout_and_near_spellings() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    browser.sign_in(LOGIN, PASSWORD).await;
    browser.by_test("frame.person").await;
    for (typed, meant, why) in [
        ("نسخة", "palette.command.backups.make", "an everyday word for what can be done"),
        ("backup", "palette.command.backups.make", "in the other language of the program, too"),
        ("ksom", "palette.command.backups.make", "typed with the other keyboard layout"),
        ("سداد", "palette.screen.collection", "where instalments are, for one who takes no money"),
        ("مهامي", "palette.screen.tasks", "the exact name of a screen"),
        ("صلاحيات", "palette.screen.permissions", "without its article"),
        ("سلاحيات", "palette.screen.permissions", "a near spelling"),
    ] {
        assert_eq!(best(&browser, typed).await, meant, "«{typed}»: {why}");
    }
    // Enter pressed before the answer is there takes the best row of this question, never one of the question before.
    browser.keys(&[Key::Control], "k").await;
    browser.by_test("palette.query").await;
    browser.keys(&[], &format!("مهامي{}", char::from(Key::Enter))).await;
    browser.wait_until("location.hash === '#/tasks'").await;

    browser.sign_out().await;
    browser.sign_in("khaled", PASSWORD).await;
    browser.by_test("frame.person").await;
    assert_eq!(best(&browser, "سداد").await, "palette.command.collect.tab.quick", "who takes money wants it recorded");
    browser.close().await;
}

#[tokio::test]
async fn keys_begin_and_save_a_record_while_arabic_is_typed() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    browser.new_office().await;
    browser.go_to("staff").await;
    browser.by_test("staff.add").await;
    // By its place on the keyboard: the Arabic letter of the same key.
    let stroke = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ى', code: 'KeyN', bubbles: true }))";
    browser.script(stroke).await;
    browser.type_into("staff.add.name", "سارة الحربي").await;
    browser.type_into("staff.add.login", "sara").await;
    browser.tick("finance").await;
    browser.type_into("staff.add.password", PASSWORD).await;
    browser.keys(&[Key::Control], "s").await;
    browser.wait_gone("staff.add.submit").await;
    browser.wait_for_text("سارة الحربي").await;
    // The list has its search under the fingers; Escape leaves it.
    browser.wait_until("document.activeElement?.inputMode === 'search'").await;
    browser.key(Key::Escape).await;
    browser.keys(&[], "?").await;
    browser.wait_for_text(&sharaka_tests::words("frame.keys.next_record")).await;
    browser.close().await;
}

#[tokio::test]
async fn what_one_session_writes_reaches_the_screen_of_another() {
    let host = Host::new();
    let first = Browser::open(host.address()).await;
    first.new_office().await;
    let second = Browser::open(host.address()).await;
    second.sign_in(LOGIN, PASSWORD).await;
    second.by_test("frame.person").await;

    second.go_to("staff").await;
    second.by_test("staff.add").await;
    first.add_person("سارة الحربي", "sara", "finance", PASSWORD).await;
    second.wait_for_text("سارة الحربي").await;

    // In the middle of something nothing moves; it shows once the window is closed.
    second.press("staff.add").await;
    second.type_into("staff.add.name", "من").await;
    first.add_person("منى الزهراني", "mona", "supervisor", PASSWORD).await;
    second.by_test("frame.changed").await;
    assert!(!second.text().await.contains("منى الزهراني"), "the list behind the form stands still");
    second.type_into("staff.add.name", "").await;
    second.key(Key::Escape).await;
    if second.shows("confirm.yes").await {
        second.press("confirm.yes").await;
    }
    second.wait_for_text("منى الزهراني").await;
    second.wait_gone("frame.changed").await;

    // A locked screen hears nothing, and shows what it missed when it is opened.
    second.keys(&[Key::Control], "l").await;
    second.by_test("lock.submit").await;
    first.add_person("خالد العقيل", "khaled", "finance", PASSWORD).await;
    second.type_into("lock.password", PASSWORD).await;
    second.press("lock.submit").await;
    second.wait_for_text("خالد العقيل").await;
    first.close().await;
    second.close().await;
}

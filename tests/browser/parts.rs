//! The parts that every screen is made of, used by keyboard as people use them: on the gallery, where each has its states.

use fantoccini::key::Key;
use serde_json::json;
use sharaka_tests::{Browser, Host, Page};

async fn gallery(section: &str) -> (Host, Browser) {
    let host = Host::new();
    let browser = Browser::open(&format!("{}#/gallery?section={section}", host.address())).await;
    browser.visible(".samples section").await;
    (host, browser)
}

/// The text beside a field, within its frame.
async fn beside(page: &Page, name: &str) -> String {
    let script = format!("return document.querySelector('[data-test=\"{name}\"]').closest('.control').innerText");
    page.script(&script).await.as_str().unwrap_or_default().trim().to_owned()
}

#[tokio::test]
async fn a_day_is_typed_in_either_calendar_and_picked_with_the_arrows() {
    let (_host, browser) = gallery("entering").await;
    browser.type_into("gallery.due", "1448/06/12").await;
    assert_eq!(beside(&browser, "gallery.due").await, "2026/11/22", "what was typed in Hijri shows its Gregorian day");
    browser.type_into("gallery.due", "٢١/١١/٢٠٢٦").await;
    assert_eq!(beside(&browser, "gallery.due").await, "١٤٤٨/٠٦/١١هـ", "and the other way round, in either digits");
    browser.type_into("gallery.due", "1448/13/01").await;
    browser.key(Key::Tab).await;
    let invalid = "document.querySelector('[data-test=\"gallery.due\"]').getAttribute('aria-invalid') === 'true'";
    browser.wait_until(invalid).await;

    browser.type_into("gallery.due", "1448/06/11").await;
    browser.key(Key::Down).await;
    browser.visible("[role=grid] button[tabindex='0']").await;
    // Saturday 21 November; the week runs from right to left, and its last two days are Friday and Saturday.
    let weekend = "return [...document.querySelectorAll('[role=grid] th')].map((day) => day.className.includes('end'))";
    assert_eq!(browser.script(weekend).await, json!([false, false, false, false, false, true, true]));
    browser.key(Key::Right).await;
    browser.key(Key::Up).await;
    browser.key(Key::Enter).await;
    assert_eq!(beside(&browser, "gallery.due").await, "2026/11/13", "a day back, which is to the right, and a week");
    let focused = "document.activeElement.dataset.test === 'gallery.due'";
    browser.wait_until(focused).await;
    browser.close().await;
}

#[tokio::test]
async fn a_choice_is_found_by_typing_and_an_amount_read_back_in_words() {
    let (_host, browser) = gallery("entering").await;
    browser.type_into("gallery.region", "المدينه").await;
    let shown = "document.querySelectorAll('[role=listbox] [role=option]').length === 1";
    browser.wait_until(shown).await;
    browser.key(Key::Enter).await;
    assert_eq!(
        browser.value_of("gallery.region").await,
        sharaka_tests::words("gallery.madinah"),
        "found without its dots"
    );
    browser.wait_until("!document.querySelector('[role=listbox]')").await;

    browser.type_into("gallery.amount", "٣٬٢٥٠").await;
    browser.key(Key::Tab).await;
    assert_eq!(browser.value_of("gallery.amount").await, "3,250.00", "an amount stands in one form once it is left");
    browser.wait_for_text(&sharaka_tests::words("gallery.amount_words")).await;
    browser.type_into("gallery.limited", "24000.01").await;
    browser.key(Key::Tab).await;
    browser
        .wait_until("document.querySelector('[data-test=\"gallery.limited\"]').getAttribute('aria-invalid') === 'true'")
        .await;
    browser.close().await;
}

#[tokio::test]
async fn a_table_is_searched_sorted_and_walked_through_by_keyboard() {
    let (_host, browser) = gallery("tables").await;
    let count = "document.querySelector('.table .count').textContent";
    browser.wait_until(&format!("{count}.includes('50,000')")).await;
    let drawn = browser.script("return document.querySelectorAll('.table .body .line').length").await;
    assert!(drawn.as_u64().is_some_and(|rows| rows > 5 && rows < 60), "only rows in sight are drawn: {drawn}");

    browser.visible(".table input[inputmode=search]").await.click().await.unwrap();
    browser.keys(&[], "b 00777").await;
    browser.wait_until("document.querySelector('.table .sheet').ariaRowCount === '2'").await;
    browser.key(Key::Escape).await;
    browser.wait_until("document.querySelector('.table .sheet').ariaRowCount === '50001'").await;

    // Down from the search is the first row; End the last; the focus stays on the grid.
    browser.key(Key::Down).await;
    browser.key(Key::End).await;
    let active = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))";
    browser.wait_until(&format!("{active}?.getAttribute('aria-rowindex') === '50001'")).await;
    browser.key(Key::Home).await;
    browser.wait_until(&format!("{active}?.getAttribute('aria-rowindex') === '2'")).await;
    browser.keys(&[], " ").await;
    browser.wait_until(&format!("{active}?.getAttribute('aria-selected') === 'true'")).await;

    let head = "document.querySelectorAll('.table .head')[0]";
    browser.script(&format!("{head}.querySelector('button').click()")).await;
    browser.wait_until(&format!("{head}.querySelector('[aria-sort=descending]') !== null")).await;
    browser
        .wait_until("document.querySelector('.table .body .line .cell:nth-child(2)').innerText.includes('50000')")
        .await;
    browser.close().await;
}

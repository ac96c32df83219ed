//! Any list, on the beneficiaries of the demonstration: its filters are its address, its columns and views are remembered,
//! the keyboard walks through it, its rows are chosen and taken along.

use fantoccini::key::Key;
use sharaka_tests::{Browser, Host, Page, demonstration, words};

const ROW: &str = "document.getElementById(document.querySelector('.sheet').getAttribute('aria-activedescendant'))";

async fn beneficiaries() -> (tempfile::TempDir, Host, Browser) {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let person = visits.iter().find(|visit| visit.role == "administrator").expect("one for each role");
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    browser.sign_in(&person.login, &person.password).await;
    browser.by_test("frame.person").await;
    browser.go_to("beneficiaries").await;
    browser.wait_for_text_in("beneficiaries.total", "300").await;
    (folder, host, browser)
}

async fn total(page: &Page) -> String {
    page.text_of("beneficiaries.total").await
}

#[tokio::test]
async fn a_list_is_its_address_and_remembers_what_a_person_made_of_it() {
    let (_folder, _host, browser) = beneficiaries().await;
    chip(&browser, "beneficiaries.status.active").await;
    browser.wait_until("location.hash.includes('status=active')").await;
    browser.settle().await;
    let active = total(&browser).await;
    assert!(!active.contains("300"), "the chip narrows the list: {active}");

    // Somebody opens a file and comes back; a reload and an address that is sent show the same.
    let address = browser.script("return location.hash").await;
    browser.visible(".table .body .line").await.click().await.unwrap();
    browser.wait_until("/beneficiaries\\/[0-9a-f-]{36}/.test(location.hash)").await;
    browser.script("history.back()").await;
    browser.wait_for_text_in("beneficiaries.total", &active).await;
    browser.reload().await;
    browser.wait_for_text_in("beneficiaries.total", &active).await;
    assert_eq!(browser.script("return location.hash").await, address);

    // The order is asked of the office, over all pages.
    let heading = "[...document.querySelectorAll('.table .head button')]";
    let words_of = |key: &str| words(key).replace('\'', "");
    let sort = format!(
        "{heading}.find((one) => one.textContent.includes('{}')).click()",
        words_of("beneficiaries.status_label")
    );
    browser.script(&sort).await;
    browser.wait_until("location.hash.includes('sort=status')").await;
    browser.wait_until("document.querySelector('.table .head [aria-sort=ascending]') !== null").await;

    // A column that is taken away stays away, also in the view that is kept under a name.
    open_menu(&browser, "parts.table.columns").await;
    browser.choose(&words("beneficiaries.mobile")).await;
    let columns =
        format!("{heading}.some((one) => one.textContent.includes('{}'))", words_of("beneficiaries.researcher"));
    let mobile =
        format!("document.querySelector('.table .head').textContent.includes('{}')", words_of("beneficiaries.mobile"));
    browser.wait_until(&format!("{columns} && !{mobile}")).await;
    browser.key(Key::Escape).await;
    open_menu(&browser, "frame.list.saved_views").await;
    browser.press("list.save_view").await;
    browser.type_into("list.view_name", "النشطون").await;
    browser.press("list.view.submit").await;
    browser.wait_gone("list.view_name").await;
    chip(&browser, "beneficiaries.status.active").await;
    browser.wait_for_text_in("beneficiaries.total", "300").await;
    open_menu(&browser, "frame.list.saved_views").await;
    browser.choose("النشطون").await;
    browser.wait_for_text_in("beneficiaries.total", &active).await;
    browser.sign_out().await;
    browser.reload().await;
    browser.press("signin.demo.munira").await;
    browser.go_to("beneficiaries").await;
    browser.wait_until(&format!("document.querySelector('.table .head') !== null && !{mobile}")).await;
    browser.close().await;
}

#[tokio::test]
async fn the_keyboard_goes_from_the_search_through_rows_and_cells() {
    let (_folder, _host, browser) = beneficiaries().await;
    assert_eq!(
        browser.script("return document.querySelector('.sheet').ariaRowCount").await,
        "301",
        "all of them, and the head"
    );
    browser.visible("[data-test=\"beneficiaries.search\"] input").await.click().await.unwrap();
    browser.keys(&[], "محمد").await;
    browser.wait_until("location.hash.includes('text=')").await;
    browser.settle().await;
    browser.key(Key::Down).await;
    browser.wait_until(&format!("{ROW}?.getAttribute('aria-rowindex') === '2'")).await;
    browser.key(Key::Down).await;
    browser.wait_until(&format!("{ROW}?.getAttribute('aria-rowindex') === '3'")).await;
    // The next cell lies to the left; Space in the first one chooses the row.
    browser.key(Key::Left).await;
    browser.wait_until(&format!("{ROW}?.getAttribute('role') === 'gridcell' && {ROW}.ariaColIndex === '1'")).await;
    browser.key(Key::Left).await;
    browser.wait_until(&format!("{ROW}?.ariaColIndex === '2'")).await;
    browser.key(Key::Escape).await;
    browser.wait_until(&format!("{ROW}?.getAttribute('role') === 'row'")).await;
    browser.key(Key::Enter).await;
    browser.wait_until("/beneficiaries\\/[0-9a-f-]{36}/.test(location.hash)").await;
    browser.close().await;
}

#[tokio::test]
async fn rows_are_chosen_and_taken_along_and_the_trail_says_what_left() {
    let (_folder, _host, browser) = beneficiaries().await;
    chip(&browser, "beneficiaries.status.graduated").await;
    browser.wait_until("location.hash.includes('status=graduated')").await;
    browser.settle().await;
    open_menu(&browser, "parts.table.export").await;
    browser.press("list.export.csv").await;
    browser.wait_for_text(&words("frame.exported")).await;

    browser.visible(".table .head input[type=checkbox]").await.click().await.unwrap();
    browser.visible(".table .picked").await;
    browser.script("document.querySelectorAll('.table .body .line')[1].querySelector('input').click()").await;
    open_menu(&browser, "frame.list.export_chosen").await;
    browser.choose(&words("parts.table.export_csv")).await;

    browser.script("location.hash = '#/audit?action=export'").await;
    browser.by_test("audit.table").await;
    browser.wait_until("document.querySelectorAll('.table .body .line').length >= 2").await;
    browser.script("document.querySelectorAll('.table .body .line')[1].click()").await;
    browser.wait_for_text(&words("beneficiaries.status.graduated")).await;
    browser.wait_for_text(&words("field.filters")).await;
    browser.close().await;
}

/// Presses the chip with these words.
async fn chip(page: &Page, key: &str) {
    let find = format!(
        "[...document.querySelectorAll('.chips button')].find((one) => one.textContent.includes('{}'))",
        words(key)
    );
    page.wait_until(&format!("{find} !== undefined")).await;
    page.script(&format!("{find}.click()")).await;
}

/// Opens the menu that is called so.
async fn open_menu(page: &Page, key: &str) {
    let find = format!("document.querySelector('button[aria-haspopup][aria-label=\"{}\"]')", words(key));
    let named = format!(
        "[...document.querySelectorAll('button[aria-haspopup]')].find((one) => one.textContent.includes('{}'))",
        words(key)
    );
    page.wait_until(&format!("({find} ?? {named}) != null")).await;
    page.script(&format!("({find} ?? {named}).click()")).await;
}

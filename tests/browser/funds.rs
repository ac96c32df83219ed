//! The books of the funds in a browser: a voucher by hand, its approval and its reversal, and from a figure to its voucher.

use fantoccini::key::Key;
use sharaka_tests::{Browser, Host, PASSWORD, Page, lending_office, words};

const NARRATION: &str = "رسوم بنكية عن الربع الأول";
/// The only fund of the office.
const FUND: &str = "محفظة";

#[tokio::test]
async fn a_voucher_is_written_approved_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;

    enter(&browser, "khaled", "funds/write").await;
    browser.tick("journal").await;
    browser.type_into("funds.write.narration", NARRATION).await;
    line(&browser, 1, "41205", 5, "175.50").await;
    line(&browser, 2, "11101", 6, "175").await;
    browser.wait_for_text_in("funds.write.balance", "0.50").await;
    let unavailable =
        "document.querySelector('[data-test=\"funds.write.submit\"]').getAttribute('aria-disabled') === 'true'";
    browser.wait_until(unavailable).await;
    accessible(&browser, "a voucher that does not balance").await;
    browser.press("funds.write.fill").await;
    choose(&browser, 3, 2, "11101").await;
    browser.wait_for_text_in("funds.write.balance", &words("funds.write.balanced")).await;
    browser.press("funds.write.submit").await;
    browser.wait_for_text_in("funds.waiting", NARRATION).await;

    decide(&browser).await;
    browser.wait_for_text_in("funds.journal", NARRATION).await;

    browser.sign_out().await;
    enter(&browser, "khaled", "funds").await;
    open_first(&browser, "funds.journal").await;
    browser.press("funds.reverse").await;
    browser.type_into("funds.reason", "قُيدت مرتين").await;
    browser.press("funds.reason.submit").await;
    browser.wait_gone("funds.reason").await;
    decide(&browser).await;
    browser.wait_for_text_in("funds.journal", &words("funds.reversed")).await;
    browser.wait_for_text_in("funds.journal", &words("funds.is_reversal")).await;
    browser.close().await;
}

#[tokio::test]
async fn a_figure_opens_its_entries_and_they_their_voucher() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    enter(&browser, "khaled", "funds").await;

    open_first(&browser, "funds.table").await;
    accessible(&browser, "a fund").await;
    browser.visible("[data-test=\"funds.page.sources\"] a").await.click().await.unwrap();
    browser.wait_for_text_in("funds.account.stats", "100,000.00").await;
    accessible(&browser, "the entries of an account").await;
    open_first(&browser, "funds.account.table").await;
    browser.by_test("funds.print").await;
    browser.wait_for_text("شركة معارف").await;
    accessible(&browser, "a voucher").await;
    browser.close().await;
}

#[tokio::test]
async fn a_month_shows_what_waits_in_it_before_it_is_closed_with_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    enter(&browser, "khaled", "funds/months").await;
    let close = "[data-test^=\"funds.month.2\"] [data-test=\"funds.month.close\"]:not([aria-disabled=true])";
    browser.visible(close).await.click().await.unwrap();
    browser.by_test("funds.closing.waits").await;
    accessible(&browser, "what waits in a month").await;
    browser.press("funds.closing.submit").await;
    browser.by_test("funds.closing").await;
    browser.type_into("funds.closing", "طوبق كشف البنك").await;
    browser.press("funds.closing.submit").await;
    browser.wait_gone("funds.closing.waits").await;
    browser.wait_for_text(&words("funds.month.closed")).await;
    browser.close().await;
}

async fn enter(page: &Page, login: &str, screen: &str) {
    page.sign_in(login, PASSWORD).await;
    page.by_test("frame.person").await;
    page.script(&format!("location.hash = '#/{screen}'")).await;
}

/// The supervisor approves what waits, and looks at the funds.
async fn decide(page: &Page) {
    page.sign_out().await;
    enter(page, "mona", "funds").await;
    page.press("funds.waiting.review").await;
    page.by_test("funds.review").await;
    accessible(page, "a voucher that waits").await;
    page.press("funds.review.approve").await;
    page.wait_gone("funds.review").await;
}

/// Fills a line of the voucher: its account, the fund, and the amount in the column of its side.
async fn line(page: &Page, no: usize, account: &str, column: usize, amount: &str) {
    choose(page, no, 2, account).await;
    choose(page, no, 3, FUND).await;
    page.visible(&cell(no, column)).await.click().await.unwrap();
    page.keys(&[], amount).await;
}

/// Chooses from the list in a cell by typing a part of its words.
async fn choose(page: &Page, no: usize, column: usize, text: &str) {
    page.visible(&cell(no, column)).await.click().await.unwrap();
    page.keys(&[], text).await;
    page.keys(&[], &char::from(Key::Enter).to_string()).await;
}

fn cell(no: usize, column: usize) -> String {
    format!("[data-test=\"funds.write.line\"]:nth-child({no}) td:nth-child({column}) input")
}

/// Opens the first row of a table.
async fn open_first(page: &Page, table: &str) {
    let row = format!("[data-test=\"{table}\"] [role=row] [role=gridcell] button");
    page.visible(&row).await.click().await.unwrap();
}

async fn accessible(page: &Page, place: &str) {
    page.settle().await;
    assert_eq!(page.violations().await, Vec::<String>::new(), "{place}");
}
